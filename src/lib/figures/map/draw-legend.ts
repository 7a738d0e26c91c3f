import type * as Plot from '@observablehq/plot';
import { strokes, verticalRule } from '#lib/drawing/rules.ts';
import { element, groupMark } from '#lib/drawing/svg.ts';
import { writeAll } from '#lib/drawing/text.ts';
import { colourOf } from './colours.ts';
import { hexagonPath } from './hexagons.ts';
import type { Legend } from './legend.ts';
import type { MapLayer } from './spec.ts';
import { filled, hatched, path } from './tiles.ts';

type Mark = Plot.Markish;

const barMarks = (layer: MapLayer, { bar, england }: Legend, font: number): Mark[] => {
  if (!bar) return [];
  const { top, bottom, segments, marks, note } = bar;
  const ink = (look: number): string => `var(--class-${colourOf(layer, look)}-ink)`;
  return [
    groupMark({ class: 'legend-bar', stroke: 'var(--strong-rule)' }, segments, ({ look, left, right }, document) =>
      element(document, 'rect', {
        x: left,
        y: top,
        width: right - left,
        height: bottom - top,
        fill: `var(--class-${colourOf(layer, look)})`
      })
    ),
    ...writeAll(
      segments.map(({ look, count }) => ({ ...count, fill: ink(look) })),
      { font, fill: 'var(--ink)', className: 'class-count' }
    ),
    ...writeAll(marks, { font, fill: 'var(--ink)', className: 'legend' }),
    ...writeAll([note], { font, fill: 'var(--muted)', className: 'legend-note' }),
    ...(england
      ? [
          ...strokes([verticalRule(england.at, top - 5, bottom)], {
            className: 'england-tick',
            stroke: 'var(--surface)',
            width: 4
          }),
          ...strokes([verticalRule(england.at, top - 5, bottom)], {
            className: 'england-tick',
            stroke: 'var(--ink)',
            width: 2
          }),
          ...writeAll([england.label], { font, fill: 'var(--ink)', className: 'legend-england', weight: 600 })
        ]
      : [])
  ];
};

/** Draws the legend of a map. */
export const legendMarks = (layer: MapLayer, legend: Legend, font: number): Mark[] => [
  ...writeAll(legend.titles, { font, fill: 'var(--muted)', className: 'axis-title' }),
  ...barMarks(layer, legend, font),
  ...legend.rows.flatMap(({ look, swatch }) => {
    if (look === 'rest') return [];
    const pitch = font * 1.25;
    return [
      ...(look === 'hatch' ? hatched([swatch], pitch) : [filled([swatch], pitch, colourOf(layer, look))]),
      path(hexagonPath([swatch], pitch), 'swatch-edge', {
        fill: 'none',
        stroke: 'var(--strong-rule)',
        'stroke-width': 1
      })
    ];
  }),
  ...writeAll(
    legend.rows.map(({ text }) => text),
    { font, fill: 'var(--ink)', className: 'legend' }
  )
];
