import * as Plot from '@observablehq/plot';
import { formatNumber, runsOf, toDecimalYear, type Point } from '../domain/index.ts';
import { clean } from './clean.ts';
import { eventMarks } from './events.ts';
import { footnotes, isHidden } from './footnotes.ts';
import { fit, geometry, ticks, titleFont, type ChartLine, type Size, type TimeSpec } from './frame.ts';
import { nameMarks } from './names.ts';

type Mark = Plot.Markish;

const DASHES = [undefined, '6 3', '1.5 3.5'] as const;

const x = (spec: TimeSpec) => (point: Point) => toDecimalYear(point.period, spec.timing);

/** The joined runs of a line; points that stand alone are dots, and so is the last. */
const lineMarks = (spec: TimeSpec, line: ChartLine): Mark[] => {
  const colour = `var(--line-${line.slot})`;
  const runs = runsOf(line.points);
  const joined = runs.filter((run) => run.length > 1).flatMap((run, i) => run.map((point) => ({ point, run: i })));
  const dots = [
    ...runs
      .slice(0, -1)
      .filter((run) => run.length === 1)
      .flat(),
    ...(runs.at(-1)?.slice(-1) ?? [])
  ];
  const derived = line.points.filter(({ status }) => status === 'derived');
  const missing = line.points.filter(isHidden);
  const place = x(spec);
  return [
    Plot.line(joined, {
      x: ({ point }) => place(point),
      y: ({ point }) => point.value,
      z: 'run',
      stroke: colour,
      strokeWidth: line.slot === 'england' ? 2.5 : 2,
      strokeDasharray: DASHES[line.dash],
      strokeLinejoin: 'round',
      className: `line line-${line.slot}`
    }),
    Plot.dot(
      dots.filter(({ status }) => status !== 'derived'),
      { x: place, y: 'value', r: 3, fill: colour, className: 'dot' }
    ),
    Plot.dot(derived, {
      x: place,
      y: 'value',
      r: 3.5,
      fill: 'var(--surface)',
      stroke: colour,
      strokeWidth: 1.5,
      className: 'dot derived'
    }),
    // Not published: an open mark on the axis.
    Plot.dot(missing, {
      x: place,
      y: 0,
      r: 4,
      symbol: 'diamond',
      fill: 'var(--surface)',
      stroke: colour,
      strokeWidth: 1.5,
      className: 'missing'
    })
  ];
};

/**
 * Draws lines over time at a size: segments cut at breaks, gaps as gaps, events as rules, names at the line ends.
 * `document` is the browser's or a light one while prerendering. Plot makes marks, scales and axes; the places of labels
 * are ours, in pixels, so that drawing, pointer and keyboard share one geometry.
 */
export const drawTime = (spec: TimeSpec, given: Size, document?: Document): SVGSVGElement => {
  const size = fit(given, spec);
  const at = geometry(spec, size);
  const marked = ticks(spec, at, size);
  const yTicks = size.name === 'narrow' ? 4 : 6;
  const notes = footnotes(spec, at, size);
  const svg = Plot.plot({
    ...(document ? { document } : {}),
    width: size.width,
    height: size.height,
    marginTop: size.top,
    marginRight: size.right,
    marginBottom: size.bottom,
    marginLeft: size.left,
    x: { type: 'linear', domain: at.domain },
    y: { type: 'linear', domain: [0, spec.top] },
    marks: [
      Plot.axisY({
        ticks: yTicks,
        tickSize: 0,
        tickPadding: 6,
        fontSize: size.font,
        label: null,
        fill: 'var(--muted)',
        tickFormat: (value: number) => formatNumber(value, Number.isInteger(value) ? 0 : 1),
        className: 'axis'
      }),
      Plot.gridY({ ticks: yTicks, stroke: 'var(--grid)', strokeOpacity: 1, className: 'grid' }),
      Plot.ruleY([0], { stroke: 'var(--axis)', className: 'base' }),
      Plot.axisX(
        marked.map(({ at }) => at),
        {
          tickFormat: (_: number, i: number) => marked[i]!.label,
          tickSize: 5,
          stroke: 'var(--axis)',
          fontSize: size.font,
          label: null,
          fill: 'var(--muted)',
          className: 'axis'
        }
      ),
      Plot.text([spec.axisTitle], {
        frameAnchor: 'top-left',
        dx: -size.left + 2,
        dy: -size.top + 2,
        text: (words: string) => words,
        textAnchor: 'start',
        lineAnchor: 'top',
        fontSize: titleFont(spec, size),
        fill: 'var(--muted)',
        className: 'axis-title'
      }),
      ...notes.behind,
      ...eventMarks(spec, at, size),
      ...[...spec.lines].reverse().flatMap((line) => lineMarks(spec, line)),
      ...notes.before,
      ...nameMarks(spec, at, size, notes.taken)
    ]
  }) as SVGSVGElement;
  return clean(svg, spec);
};
