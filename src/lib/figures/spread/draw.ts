import * as Plot from '@observablehq/plot';
import { cleanSvg } from '#lib/drawing/clean-svg.ts';
import { layDistribution, placeDistribution } from './layout-distribution.ts';
import { distributionMarks } from './draw-distribution.ts';
import type { Size } from '#lib/drawing/size.ts';
import { layFunnel, placeFunnel } from './layout-funnel.ts';
import { funnelMarks } from './draw-funnel.ts';
import type { SpreadSpec } from './spec.ts';
import type { Placed } from '#lib/drawing/area-mark.ts';
import { pixels } from '#lib/drawing/text.ts';

/** Sizes of the drawings of a spread; a distribution takes less height where it needs less. */
export const SPREAD_NARROW: Size = {
  name: 'narrow',
  width: 344,
  height: 400,
  top: 0,
  right: 12,
  bottom: 42,
  left: 0,
  font: 12
};
export const SPREAD_WIDE: Size = { ...SPREAD_NARROW, name: 'wide', width: 760, height: 480, right: 16, font: 13 };

/** The places of all areas that are drawn, in pixels of the drawing: for the pointer and the keyboard. */
export const placeSpread = (spec: SpreadSpec, base: Size): Placed =>
  spec.kind === 'funnel' ? placeFunnel(spec, base) : placeDistribution(spec, base);

/** The size of a drawing: its margins follow from its words, the height of a distribution from its pile. */
export const spreadSize = (spec: SpreadSpec, base: Size): Size =>
  spec.kind === 'funnel' ? layFunnel(spec, base).size : layDistribution(spec, base).size;

/**
 * Draws how figures spread at a size: over the size of areas with limits of chance, or piled where such limits do not fit.
 * `document` is the browser's or a light one while prerendering.
 */
export const drawSpread = (spec: SpreadSpec, base: Size, document?: Document): SVGSVGElement => {
  const { size, marks } = spec.kind === 'funnel' ? funnelMarks(spec, base) : distributionMarks(spec, base);
  const svg = Plot.plot({ ...(document ? { document } : {}), ...pixels(size), marks }) as SVGSVGElement;
  return cleanSvg(svg, spec);
};
