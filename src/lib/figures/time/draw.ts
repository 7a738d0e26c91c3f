import * as Plot from '@observablehq/plot';
import { backgroundMarks, shadeLabels } from './draw-background.ts';
import { bandMarks } from './draw-bands.ts';
import { cleanSvg } from '#lib/drawing/clean-svg.ts';
import { datedMarks } from './draw-dated-points.ts';
import { eventRules, layEvents } from './draw-events.ts';
import { breakRules, layFootnotes } from './draw-footnotes.ts';
import { highlightMarks } from './draw-highlights.ts';
import { domainsOf, fitTime, geometryOf, mapped, yearTicks, type Geometry } from './layout.ts';
import type { TimeSpec } from './spec.ts';
import { axisWords, startsAboveZero, titleFont } from '#lib/drawing/axis-title.ts';
import type { Size } from '#lib/drawing/size.ts';
import { dotMarks, runMarks } from './draw-lines.ts';
import { layNames, nameMarks } from './draw-names.ts';
import { axisSteps, formatSteps } from '#lib/drawing/ticks.ts';
import { strokes } from '#lib/drawing/rules.ts';
import { placeText, px, write, writeAll, type Placed } from '#lib/drawing/text.ts';
import { toDecimalYear } from '#lib/domain/index.ts';

type Mark = Plot.Markish;

/** The break mark at the foot of an axis that does not start at zero. */
const footMark = (spec: TimeSpec, size: Size): Mark => {
  if (!startsAboveZero(spec)) return null;
  const foot = size.height - size.bottom;
  const x = [0, 0, -3, 3, 0, 0].map((by) => size.left - 2 + by);
  const y = [18, 13, 10.5, 7.5, 5, 0].map((by) => foot - by);
  return Plot.line(x, { x: px(...x), y: px(...y), z: null, stroke: 'var(--axis)', className: 'axis-break' });
};

/** The unit, over the number at the top of the axis. */
const unitAt = (spec: TimeSpec, size: Size): Placed =>
  placeText(axisWords(spec), 2, size.top - size.font - 1, 'start', titleFont(spec, size));

/** Steps and grid of the values, ticks of the years, and what the axis says. */
const axisMarks = (spec: TimeSpec, size: Size): Mark[] => {
  const { y } = domainsOf(spec);
  const values = axisSteps(y);
  const texts = formatSteps(values);
  const years = yearTicks(spec, mapped(spec, size), size);
  const look = { color: 'var(--muted)', fontSize: size.font, label: null, className: 'axis' };
  return [
    Plot.axisY(values, { ...look, tickSize: 0, tickPadding: 6, tickFormat: (_, i) => texts[i]! }),
    Plot.gridY(values, { stroke: 'var(--grid)', strokeOpacity: 1, className: 'grid' }),
    Plot.ruleY([y[0]], {
      className: 'base',
      stroke: 'var(--axis)',
      // An axis that does not start at zero has no firm ground.
      ...(startsAboveZero(spec) ? { strokeDasharray: '2 3' } : {})
    }),
    Plot.axisX(
      years.map(({ at }) => at),
      {
        ...look,
        stroke: 'var(--axis)',
        tickSize: 5,
        tickPadding: 4,
        tickFormat: (_, i) => years[i]!.label
      }
    ),
    write(unitAt(spec, size), {
      font: titleFont(spec, size),
      fill: 'var(--muted)',
      className: 'axis-title',
      halo: true
    }),
    footMark(spec, size)
  ];
};

/** Where all that is written on a drawing stands, so that nothing is on anything else. */
const layWords = (spec: TimeSpec, at: Geometry, size: Size) => {
  const { breaks, hidden } = layFootnotes(spec, at, size);
  const notes = [...breaks, ...hidden].map(({ box }) => box);
  const shades = shadeLabels(spec, at, size, notes);
  return {
    breaks,
    hidden,
    shades,
    events: layEvents(spec, at, size, [unitAt(spec, size).box]),
    names: layNames(spec, at, size, [...notes, ...shades.map(({ box }) => box)])
  };
};

/** The layout of the words by Plot's scales: worked out with the first mark that asks, and the same for all of a drawing. */
const wordsBy = (spec: TimeSpec, size: Size) => {
  let words: ReturnType<typeof layWords> | undefined;
  return ({ x, y }: Plot.ScaleFunctions) => (words ??= layWords(spec, geometryOf({ x: x!, y: y! }, spec), size));
};

/**
 * Draws lines over time at a size: segments cut at breaks, gaps as gaps, events as rules, names at the line ends.
 * `document` is the browser's or a light one while prerendering. Plot's scales, axes and marks draw the figures; words are
 * function marks, whose layout reads the same scales. The pointer and the keyboard read `geometry`, which has their domains
 * and margins. Marks are few: on a slow phone each of them costs milliseconds.
 */
export const drawTime = (spec: TimeSpec, given: Size, document?: Document): SVGSVGElement => {
  const size = fitTime(given, spec);
  const { x, y } = domainsOf(spec);
  const words = wordsBy(spec, size);
  const small = size.font - 2;
  const at = { atPeriod: (period: string) => toDecimalYear(period, spec.timing), y: (value: number) => value };
  const lines = [...spec.lines].reverse().map((line) => ({ line, at, foot: y[0] }));
  const svg = Plot.plot({
    ...(document ? { document } : {}),
    width: size.width,
    height: size.height,
    marginTop: size.top,
    marginRight: size.right,
    marginBottom: size.bottom,
    marginLeft: size.left,
    x: { type: 'linear', domain: x, axis: null },
    y: { type: 'linear', domain: y, axis: null },
    marks: [
      ...backgroundMarks(spec),
      ...axisMarks(spec, size),
      ...breakRules(spec),
      ...writeAll((scales) => words(scales).breaks, {
        font: small,
        fill: 'var(--break)',
        className: 'break-label',
        style: 'italic',
        halo: true
      }),
      ...eventRules(spec),
      ...writeAll((scales) => words(scales).events, {
        font: size.font - 1,
        fill: 'var(--event-ink)',
        className: 'event-label'
      }),
      ...(spec.bands ? bandMarks(lines) : []),
      ...runMarks(lines),
      ...dotMarks(lines),
      ...datedMarks(spec.dated ?? [], size),
      ...highlightMarks(spec, size),
      ...writeAll((scales) => words(scales).shades, {
        font: small,
        fill: 'var(--event-ink)',
        className: 'shade-label',
        halo: true
      }),
      ...writeAll((scales) => words(scales).hidden, {
        font: small,
        fill: 'var(--muted)',
        className: 'missing-label',
        halo: true
      }),
      ...nameMarks((scales) => words(scales).names.inside, size.font, true),
      ...strokes((scales) => words(scales).names.hairs, {
        className: 'leader',
        stroke: 'var(--muted)',
        width: 0.75,
        opacity: 0.7
      }),
      ...nameMarks(
        (scales) => words(scales).names.outside,
        (scales) => words(scales).names.font,
        false
      )
    ]
  }) as SVGSVGElement;
  return cleanSvg(svg, spec);
};
