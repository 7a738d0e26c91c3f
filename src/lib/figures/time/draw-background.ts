import * as Plot from '@observablehq/plot';
import { runsOf, toDecimalYear } from '#lib/domain/index.ts';
import { domainsOf, type Geometry } from './layout.ts';
import type { TimeSpec } from './spec.ts';
import type { Size } from '#lib/drawing/size.ts';
import { touches, widthOf, type Box } from '#lib/drawing/labels.ts';
import { traces } from './draw-names.ts';
import { shadesOn, spansOn, type Span } from './shading.ts';
import { fillColours, placeText, type Placed } from '#lib/drawing/text.ts';

/** All lines of the context as one path: pieces begin anew at breaks and gaps, and a point that stands alone is a dot. */
const contextMark = (spec: TimeSpec): Plot.Markish => {
  const points = (spec.context ?? []).flatMap((line) =>
    runsOf(line.points).flatMap((run) => [
      ...run.map(({ period, value }) => [toDecimalYear(period, spec.timing), value!] as const),
      [NaN, NaN] as const
    ])
  );
  if (!points.length) return null;
  return Plot.line(points, {
    x: '0',
    y: '1',
    z: null,
    stroke: 'var(--context)',
    strokeWidth: 0.8,
    strokeLinecap: 'round',
    strokeLinejoin: 'round',
    className: 'context'
  });
};

/** Shaded periods over the whole height, each with a bar along its top. */
const shadeMarks = (shades: Span[], top: number): Plot.Markish[] =>
  shades.length
    ? [
        Plot.rect(shades, {
          x1: 'start',
          x2: 'end',
          fill: fillColours(shades.map(({ kind }) => `var(--shade-${kind})`)),
          // Where two periods overlap, both are seen.
          fillOpacity: 0.16,
          className: 'shade'
        }),
        Plot.ruleY(shades, {
          x1: 'start',
          x2: 'end',
          y: () => top,
          stroke: 'var(--shade-edge)',
          strokeWidth: 2,
          className: 'shade-edge'
        })
      ]
    : [];

/** The rows under the top of the chart in which the name of a period may stand. */
const ROWS = 6;

/**
 * The names of shaded periods under the top of the chart, each beside the start of its period, in the row where it lies on
 * nothing that is written and on as little of the lines as can be.
 */
export const shadeLabels = (spec: TimeSpec, at: Geometry, size: Size, taken: Box[]): Placed[] => {
  const shades = shadesOn(spec.shading ?? [], at);
  if (!shades.length) return [];
  const font = size.font - 2;
  const lines = traces(spec, at);
  const edge = size.width - size.right;
  const out: Placed[] = [];
  for (const { label, left, right } of shades) {
    const width = widthOf(label, font);
    const x = Math.max(size.left + 2, Math.min(left + 3, Math.max(right, edge) - width - 1));
    const options = Array.from({ length: ROWS }, (_, row) =>
      placeText(label, x, size.top + 9 + row * (font + 3), 'start', font)
    );
    const written = [...taken, ...out.map(({ box }) => box)];
    const on = ({ box }: Placed): number => lines.filter((line) => touches(box, line)).length;
    const found = options
      .filter(({ box }) => !written.some((other) => touches(box, other)))
      .map((each) => ({ each, on: on(each) }))
      .sort((a, b) => a.on - b.on)[0]?.each;
    if (found) out.push(found);
  }
  return out;
};

/** What lies behind everything else: shaded periods and the lines of the context. */
export const backgroundMarks = (spec: TimeSpec): Plot.Markish[] => [
  ...shadeMarks(spansOn(spec.shading ?? [], domainsOf(spec).x), spec.top),
  contextMark(spec)
];
