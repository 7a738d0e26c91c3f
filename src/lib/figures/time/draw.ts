import * as Plot from '@observablehq/plot';
import { background } from './draw-background.ts';
import { bandMarks } from './draw-bands.ts';
import { cleanSvg } from '#lib/drawing/clean-svg.ts';
import { datedMarks } from './draw-dated-points.ts';
import { eventMarks } from './draw-events.ts';
import { footnotes } from './draw-footnotes.ts';
import { fit, geometry, ticks, type Geometry } from './layout.ts';
import type { TimeSpec } from './spec.ts';
import { axisWords, startsAboveZero, titleFont } from '#lib/drawing/axis-title.ts';
import { stepsAt, type Size } from '#lib/drawing/size.ts';
import { dotMarks, runMarks } from './draw-lines.ts';
import { nameMarks } from './draw-names.ts';
import { formatStep, steps } from '#lib/drawing/ticks.ts';
import { horizontalRule, strokes, verticalRule } from '#lib/drawing/rules.ts';
import { pixels, px, writeAll } from '#lib/drawing/text.ts';

type Mark = Plot.Markish;

/** The break mark at the foot of an axis that does not start at zero. */
const footMarks = (spec: TimeSpec, size: Size): Mark[] => {
  if (!startsAboveZero(spec)) return [];
  const foot = size.height - size.bottom;
  const x = [0, 0, -3, 3, 0, 0].map((by) => size.left - 2 + by);
  const y = [18, 13, 10.5, 7.5, 5, 0].map((by) => foot - by);
  return [Plot.line(x, { x: px(...x), y: px(...y), z: null, stroke: 'var(--axis)', className: 'axis-break' })];
};

/** Steps and grid of the values, ticks of the years, and what the axis says. */
const axisMarks = (spec: TimeSpec, at: Geometry, size: Size): Mark[] => {
  const bottom = size.height - size.bottom;
  const right = size.width - size.right;
  const values = steps([spec.bottom ?? 0, spec.top], stepsAt(size));
  const years = ticks(spec, at, size).map((each) => ({ ...each, x: at.x(each.at) }));
  const look = { font: size.font, fill: 'var(--muted)', className: 'axis' };
  return [
    ...writeAll(
      values.map((value) => ({
        text: formatStep(value),
        x: size.left - 6,
        y: at.y(value),
        anchor: 'end'
      })),
      look
    ),
    ...strokes(
      values.map((value) => horizontalRule(at.y(value), size.left, right)),
      { className: 'grid', stroke: 'var(--grid)' }
    ),
    ...strokes([horizontalRule(bottom, size.left, right)], {
      className: 'base',
      stroke: 'var(--axis)',
      // An axis that does not start at zero has no firm ground.
      ...(startsAboveZero(spec) ? { dash: '2 3' } : {})
    }),
    ...strokes(
      years.map(({ x }) => verticalRule(x, bottom, bottom + 5)),
      { className: 'tick', stroke: 'var(--axis)' }
    ),
    ...writeAll(
      years.map(({ label, x }) => ({ text: label, x, y: bottom + 9, anchor: 'middle' })),
      { ...look, lineAnchor: 'top' }
    ),
    ...writeAll([{ text: axisWords(spec), x: 2, y: 2, anchor: 'start' }], {
      font: titleFont(spec, size),
      fill: 'var(--muted)',
      className: 'axis-title',
      lineAnchor: 'top'
    }),
    ...footMarks(spec, size)
  ];
};

/**
 * Draws lines over time at a size: segments cut at breaks, gaps as gaps, events as rules, names at the line ends.
 * `document` is the browser's or a light one while prerendering. Plot makes the marks; all places are ours, in pixels, so
 * that drawing, pointer and keyboard share one geometry. Marks are few: on a slow phone each of them costs milliseconds.
 */
export const drawTime = (spec: TimeSpec, given: Size, document?: Document): SVGSVGElement => {
  const size = fit(given, spec);
  const at = geometry(spec, size);
  const notes = footnotes(spec, at, size);
  const ground = background(spec, at, size, notes.taken);
  const foot = size.height - size.bottom;
  const lines = [...spec.lines].reverse().map((line) => ({ line, at, foot }));
  const svg = Plot.plot({
    ...(document ? { document } : {}),
    ...pixels(size),
    marks: [
      ...ground.behind,
      ...axisMarks(spec, at, size),
      ...notes.behind,
      ...eventMarks(spec, at, size),
      ...(spec.bands ? bandMarks(lines) : []),
      ...runMarks(lines),
      ...dotMarks(lines),
      ...datedMarks(spec.dated ?? [], at, size),
      ...ground.before,
      ...notes.before,
      ...nameMarks(spec, at, size, [...notes.taken, ...ground.taken])
    ]
  }) as SVGSVGElement;
  return cleanSvg(svg, spec);
};
