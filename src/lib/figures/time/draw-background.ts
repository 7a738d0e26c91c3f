import * as Plot from '@observablehq/plot';
import { runsOf, type Line } from '#lib/domain/index.ts';
import type { Geometry } from './layout.ts';
import type { TimeSpec } from './spec.ts';
import type { Size } from '#lib/drawing/size.ts';
import { touches, widthOf, type Box } from '#lib/drawing/labels.ts';
import { traces } from './draw-names.ts';
import { shadesOn, type Shade } from './shading.ts';
import { fillColours, placeText, px, writeAll, type Placed } from '#lib/drawing/text.ts';

/** All lines of the context as one path: pieces begin anew at breaks and gaps, and a point that stands alone is a dot. */
const contextMark = (context: Pick<Line, 'points'>[], at: Geometry): Plot.Markish[] => {
  const x: number[] = [];
  const y: number[] = [];
  for (const { points } of context)
    for (const run of runsOf(points)) {
      for (const { period, value } of run) {
        x.push(at.atPeriod(period));
        y.push(at.y(value!));
      }
      x.push(NaN);
      y.push(NaN);
    }
  if (!x.length) return [];
  return [
    Plot.line(x, {
      x: px(...x),
      y: px(...y),
      z: null,
      stroke: 'var(--context)',
      strokeWidth: 0.8,
      strokeLinecap: 'round',
      strokeLinejoin: 'round',
      className: 'context'
    })
  ];
};

/** Shaded bands, each with a bar along its top, between two heights. */
export const shadeMarks = (shades: (Shade & { top: number; bottom: number })[]): Plot.Markish[] => {
  if (!shades.length) return [];
  const edges = { x1: px(...shades.map(({ left }) => left)), x2: px(...shades.map(({ right }) => right)) };
  return [
    Plot.rect(shades, {
      ...edges,
      y1: px(...shades.map(({ top }) => top)),
      y2: px(...shades.map(({ bottom }) => bottom)),
      fill: fillColours(shades.map(({ kind }) => `var(--shade-${kind})`)),
      // Where two periods overlap, both are seen.
      fillOpacity: 0.16,
      className: 'shade'
    }),
    Plot.ruleY(shades, {
      ...edges,
      y: px(...shades.map(({ top }) => top)),
      stroke: 'var(--shade-edge)',
      strokeWidth: 2,
      className: 'shade-edge'
    })
  ];
};

/** The rows under the top of the chart in which the name of a period may stand. */
const ROWS = 6;

/**
 * The names of shaded periods under the top of the chart, each beside the start of its period, in the row where it lies on
 * nothing that is written and on as little of the lines as can be.
 */
const shadeLabels = (shades: Shade[], size: Size, font: number, taken: Box[], lines: Box[]): Placed[] => {
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

/**
 * What lies behind everything else: shaded periods with their names, and the lines of the context; with places written on.
 * `taken` are places that are written on already.
 */
export const background = (
  spec: TimeSpec,
  at: Geometry,
  size: Size,
  taken: Box[]
): { behind: Plot.Markish[]; before: Plot.Markish[]; taken: Box[] } => {
  const shades = shadesOn(spec.shading ?? [], at);
  const labels = shades.length ? shadeLabels(shades, size, size.font - 2, taken, traces(spec, at)) : [];
  return {
    behind: [
      ...shadeMarks(shades.map((each) => ({ ...each, top: size.top, bottom: size.height - size.bottom }))),
      ...contextMark(spec.context ?? [], at)
    ],
    before: writeAll(labels, {
      font: size.font - 2,
      fill: 'var(--event-ink)',
      className: 'shade-label',
      halo: true
    }),
    taken: labels.map(({ box }) => box)
  };
};
