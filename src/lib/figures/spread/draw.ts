import * as Plot from '@observablehq/plot';
import { cleanSvg } from '#lib/drawing/clean-svg.ts';
import { layDistribution, placeDistribution } from './layout-distribution.ts';
import { distributionMarks } from './draw-distribution.ts';
import type { Size } from '#lib/drawing/size.ts';
import { layFunnel, placeFunnel } from './layout-funnel.ts';
import { funnelMarks } from './draw-funnel.ts';
import type { SpreadSpec } from './spec.ts';
import type { Placed } from '#lib/drawing/area-mark.ts';
import { element } from '#lib/drawing/svg.ts';
import { pixels, write } from '#lib/drawing/text.ts';

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

/** How high the strip above a funnel is at most, and the room for what each of both is called. */
const STRIP = { narrow: 250, wide: 250 } as const;
const HEADING = 24;
const GAP = 10;

/** Under a strip are the numbers of its axis alone. */
const STRIP_FOOT = 24;

const stripSize = (base: Size): Size => ({ ...base, height: STRIP[base.name], bottom: STRIP_FOOT });

/** A part of the drawing under its heading; `top` is where the part begins. */
interface Part {
  spec: SpreadSpec;
  base: Size;
  heading?: string;
  top: number;
}

const sizeOf = ({ spec, base }: Pick<Part, 'spec' | 'base'>): Size =>
  spec.kind === 'funnel' ? layFunnel(spec, base).size : layDistribution(spec, base).size;

/** The parts of a spread from the top: the strip of all councils and the funnel, or the one that there is. */
const partsOf = (spec: SpreadSpec, base: Size): Part[] => {
  if (spec.kind === 'distribution' || !spec.strip) return [{ spec, base, top: 0 }];
  const strip = { spec: spec.strip, base: stripSize(base) };
  return [
    { ...strip, heading: 'How unusual?', top: HEADING },
    { spec, base, heading: spec.question ?? '', top: HEADING + sizeOf(strip).height + GAP + HEADING }
  ];
};

/** The places of all areas that are drawn, in pixels of the drawing: for the pointer and the keyboard. */
export const placeSpread = (spec: SpreadSpec, base: Size): Placed => {
  const parts = partsOf(spec, base);
  return {
    width: base.width,
    height: spreadSize(spec, base).height,
    places: parts.flatMap((part) => {
      const { places } =
        part.spec.kind === 'funnel' ? placeFunnel(part.spec, part.base) : placeDistribution(part.spec, part.base);
      return places.map(({ key, x, y }) => ({ key, x, y: y + part.top }));
    })
  };
};

/** The size of a drawing: its margins follow from its words, the height of a distribution from its pile. */
export const spreadSize = (spec: SpreadSpec, base: Size): Size => {
  const last = partsOf(spec, base).at(-1)!;
  const size = sizeOf(last);
  return { ...size, height: last.top + size.height };
};

const drawPart = ({ spec, base, heading }: Part, document?: Document): SVGSVGElement => {
  const { size, marks } = spec.kind === 'funnel' ? funnelMarks(spec, base) : distributionMarks(spec, base);
  const title = write(
    { text: heading ?? '', x: 0, y: -HEADING / 2, anchor: 'start' },
    { font: size.font + 1, fill: 'var(--ink)', className: 'part-heading', weight: 600 }
  );
  return Plot.plot({
    ...(document ? { document } : {}),
    ...pixels(size),
    marks: [...marks, heading === undefined ? null : title]
  }) as SVGSVGElement;
};

/** Puts the parts under each other in one drawing, each under its heading. */
const stack = (parts: { part: Part; svg: SVGSVGElement }[], size: Size): SVGSVGElement => {
  const root = parts[0]!.svg;
  const { ownerDocument } = root;
  const groups = parts.map(({ part: { top, spec }, svg }) => {
    const group = element(ownerDocument, 'g', { class: spec.kind, transform: `translate(0,${top})` });
    group.append(...svg.childNodes);
    return group;
  });
  root.append(...groups);
  root.setAttribute('viewBox', `0 0 ${size.width} ${size.height}`);
  return root;
};

/**
 * Draws how figures spread at a size: each council a dot over its figure, and under that over the size of councils with limits of
 * chance, where such limits fit. `document` is the browser's or a light one while prerendering.
 */
export const drawSpread = (spec: SpreadSpec, base: Size, document?: Document): SVGSVGElement => {
  const parts = partsOf(spec, base).map((part) => ({ part, svg: drawPart(part, document) }));
  const svg = parts.length > 1 ? stack(parts, spreadSize(spec, base)) : parts[0]!.svg;
  return cleanSvg(svg, spec);
};
