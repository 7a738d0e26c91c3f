import type * as Plot from '@observablehq/plot';
import { element } from '#lib/drawing/svg.ts';
import { hatchPath, hexagonPath, type Spot } from './hexagons.ts';

/** A path of our own, drawn as it is: one for all tiles of a look. */
export const path =
  (d: string, className: string, attributes: Record<string, string | number>): Plot.RenderFunction =>
  (_index, _scales, _values, _dimensions, { document }) =>
    d ? element(document, 'path', { class: className, d, ...attributes }) : null;

/** Tiles of a class. */
export const filled = (middles: Spot[], pitch: number, colour: string): Plot.Markish =>
  path(hexagonPath(middles, pitch), `tiles class-${colour}`, {
    fill: `var(--class-${colour})`,
    stroke: 'var(--surface)',
    'stroke-width': 1
  });

/** Tiles without a class. */
export const hatched = (middles: Spot[], pitch: number): Plot.Markish[] => [
  path(hexagonPath(middles, pitch), 'tiles none', {
    fill: 'var(--surface)',
    stroke: 'var(--strong-rule)',
    'stroke-width': 0.5
  }),
  path(hatchPath(middles, pitch, Math.max(4, pitch / 5)), 'hatch', {
    fill: 'none',
    stroke: 'var(--strong-rule)',
    'stroke-width': 0.75
  })
];
