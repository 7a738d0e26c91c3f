import * as Plot from '@observablehq/plot';
import { formatNumber, runsOf, type Point } from '../domain/index.ts';
import { clean } from './clean.ts';
import { eventMarks } from './events.ts';
import { footnotes, isHidden } from './footnotes.ts';
import { fit, geometry, ticks, titleFont, type ChartLine, type Geometry, type Size, type TimeSpec } from './frame.ts';
import { nameMarks } from './names.ts';
import { steps } from './steps.ts';
import { level, strokes, upright } from './strokes.ts';
import { colourOf, inks, pixels, px, writeAll } from './writing.ts';

type Mark = Plot.Markish;

const DASHES = [undefined, '6 3', '1.5 3.5'] as const;

/** A point with its place and its line's colour. */
interface Inked {
  point: Point;
  colour: string;
  x: number;
  y: number;
}

/** Neighbours in the order of drawing that share a dash: one mark each, as every mark costs time. */
const byDash = (lines: ChartLine[]): ChartLine[][] => {
  const groups: ChartLine[][] = [];
  for (const line of lines) {
    if (groups.at(-1)?.[0]?.dash === line.dash) groups.at(-1)!.push(line);
    else groups.push([line]);
  }
  return groups;
};

/** The joined runs of lines. */
const runMarks = (lines: ChartLine[], at: Geometry): Mark[] =>
  byDash(lines).flatMap((group) => {
    const joined = group.flatMap((line, i) =>
      runsOf(line.points)
        .filter((run) => run.length > 1)
        .flatMap((run, k) => run.map((point) => ({ line, point, run: `${i} ${k}` })))
    );
    if (!joined.length) return [];
    return Plot.line(joined, {
      x: px(...joined.map(({ point }) => at.atPeriod(point.period))),
      y: px(...joined.map(({ point }) => at.y(point.value!))),
      z: joined.map(({ run }) => run),
      stroke: inks(joined.map(({ line }) => colourOf(line.slot))),
      strokeWidth: px(...joined.map(({ line }) => (line.slot === 'england' ? 2.5 : 2))),
      strokeDasharray: DASHES[group[0]!.dash],
      strokeLinejoin: 'round',
      className: 'line'
    });
  });

/** Points that stand alone and the last of each line; open ones for what is worked out, and on the axis for what is held back. */
const dotMarks = (lines: ChartLine[], at: Geometry): Mark[] => {
  const inked = (wanted: (line: ChartLine) => Point[], place: (point: Point) => number): Inked[] =>
    lines.flatMap((line) =>
      wanted(line).map((point) => ({
        point,
        colour: colourOf(line.slot),
        x: at.atPeriod(point.period),
        y: place(point)
      }))
    );
  const alone = ({ points }: ChartLine): Point[] => {
    const runs = runsOf(points);
    const before = runs.slice(0, -1).filter((run) => run.length === 1);
    return [...before.flat(), ...(runs.at(-1)?.slice(-1) ?? [])].filter(({ status }) => status !== 'derived');
  };
  const value = (point: Point): number => at.y(point.value!);
  const dots = (own: Inked[], options: Plot.DotOptions): Mark[] =>
    own.length ? [Plot.dot(own, { x: px(...own.map(({ x }) => x)), y: px(...own.map(({ y }) => y)), ...options })] : [];
  const open = (own: Inked[]): Plot.DotOptions => ({
    fill: 'var(--surface)',
    stroke: inks(own.map(({ colour }) => colour)),
    strokeWidth: 1.5
  });
  const closed = inked(alone, value);
  const derived = inked(({ points }) => points.filter(({ status }) => status === 'derived'), value);
  const missing = inked(
    ({ points }) => points.filter(isHidden),
    () => at.y(0)
  );
  return [
    ...dots(closed, { r: 3, fill: inks(closed.map(({ colour }) => colour)), className: 'dot' }),
    ...dots(derived, { r: 3.5, ...open(derived), className: 'dot derived' }),
    ...dots(missing, { r: 4, symbol: 'diamond', ...open(missing), className: 'missing' })
  ];
};

/** Steps and grid of the values, ticks of the years, and what the axis says. */
const axisMarks = (spec: TimeSpec, at: Geometry, size: Size): Mark[] => {
  const bottom = size.height - size.bottom;
  const right = size.width - size.right;
  const values = steps([0, spec.top], size.name === 'narrow' ? 4 : 6);
  const years = ticks(spec, at, size).map((each) => ({ ...each, x: at.x(each.at) }));
  const look = { font: size.font, fill: 'var(--muted)', className: 'axis' };
  return [
    ...writeAll(
      values.map((value) => ({
        text: formatNumber(value, Number.isInteger(value) ? 0 : 1),
        x: size.left - 6,
        y: at.y(value),
        anchor: 'end'
      })),
      look
    ),
    ...strokes(
      values.map((value) => level(at.y(value), size.left, right)),
      { className: 'grid', stroke: 'var(--grid)' }
    ),
    ...strokes([level(bottom, size.left, right)], { className: 'base', stroke: 'var(--axis)' }),
    ...strokes(
      years.map(({ x }) => upright(x, bottom, bottom + 5)),
      { className: 'tick', stroke: 'var(--axis)' }
    ),
    ...writeAll(
      years.map(({ label, x }) => ({ text: label, x, y: bottom + 9, anchor: 'middle' })),
      { ...look, lineAnchor: 'top' }
    ),
    ...writeAll([{ text: spec.axisTitle, x: 2, y: 2, anchor: 'start' }], {
      font: titleFont(spec, size),
      fill: 'var(--muted)',
      className: 'axis-title',
      lineAnchor: 'top'
    })
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
  const lines = [...spec.lines].reverse();
  const svg = Plot.plot({
    ...(document ? { document } : {}),
    ...pixels(size),
    marks: [
      ...axisMarks(spec, at, size),
      ...notes.behind,
      ...eventMarks(spec, at, size),
      ...runMarks(lines, at),
      ...dotMarks(lines, at),
      ...notes.before,
      ...nameMarks(spec, at, size, notes.taken)
    ]
  }) as SVGSVGElement;
  return clean(svg, spec);
};
