import * as Plot from '@observablehq/plot';
import { formatNumber } from '#lib/domain/index.ts';
import { cleanSvg } from '#lib/drawing/clean-svg.ts';
import { titleFont } from '#lib/drawing/axis-title.ts';
import type { Size } from '#lib/drawing/size.ts';
import { column } from '#lib/drawing/labels.ts';
import type { SlopeLine, SlopeSpec } from './layout.ts';
import { steps } from '#lib/drawing/ticks.ts';
import { colourOf, fillColours, pixels, px, write, writeAll } from '#lib/drawing/text.ts';

/** 1, 2 and 5 times powers of ten within a domain. */
const logSteps = ([low, high]: readonly [number, number]): number[] =>
  [0, 1, 2, 3, 4]
    .flatMap((power) => [1, 2, 5].map((each) => each * 10 ** power))
    .filter((each) => each >= low && each <= high);

/** The map from a value to its height in pixels. */
const heightOf =
  ({ domain: [low, high], scale }: SlopeSpec, size: Size) =>
  (value: number): number => {
    const at = scale === 'log' ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
    return size.height - size.bottom - at * (size.height - size.bottom - size.top);
  };

const axisMarks = (spec: SlopeSpec, size: Size, y: (value: number) => number): Plot.Markish[] => {
  const right = size.width - size.right;
  const levels = spec.scale === 'log' ? logSteps(spec.domain) : steps(spec.domain, size.name === 'narrow' ? 8 : 9);
  const foot = [size.left, right];
  return [
    Plot.ruleY(levels, {
      y: px(...levels.map(y)),
      x1: px(...levels.map(() => size.left)),
      x2: px(...levels.map(() => right)),
      stroke: fillColours(levels.map((each) => (each === spec.rule ? 'var(--axis)' : 'var(--grid)'))),
      className: 'grid'
    }),
    Plot.ruleX(foot, {
      x: px(...foot),
      y1: px(...foot.map(() => size.top)),
      y2: px(...foot.map(() => size.height - size.bottom)),
      stroke: 'var(--axis)',
      className: 'side'
    }),
    ...writeAll(
      levels.map((value) => ({ text: formatNumber(value), x: size.left - 6, y: y(value), anchor: 'end' as const })),
      { font: size.font - 1, fill: 'var(--muted)', className: 'axis' }
    ),
    ...writeAll(
      [
        { text: spec.sides[0], x: size.left, y: size.top - 9, anchor: 'start' },
        { text: spec.sides[1], x: right, y: size.top - 9, anchor: 'end' }
      ],
      { font: size.font - 1, fill: 'var(--event-ink)', weight: 600, className: 'side-label' }
    ),
    write(
      { text: spec.axisTitle, x: 2, y: size.font / 2 + 2, anchor: 'start' },
      { font: titleFont(spec, size), fill: 'var(--muted)', className: 'axis-title' }
    )
  ];
};

/** Names of the lines picked out, beside their right ends and not on each other. */
const nameMarks = (named: SlopeLine[], size: Size, y: (value: number) => number): Plot.Markish[] => {
  const x = size.width - size.right + 7;
  const laid = column(
    named.map(({ label, to }) => ({ name: label, wanted: y(to) })),
    { width: size.width - x, low: size.top, high: size.height - size.bottom + 6 },
    size.font
  );
  const texts = named.flatMap(({ slot }, i) => {
    const { lines, at } = laid.names[i]!;
    return lines.map((text, k) => ({
      text,
      x,
      y: at + (k - (lines.length - 1) / 2) * laid.row,
      anchor: 'start' as const,
      fill: colourOf(slot)
    }));
  });
  return writeAll(texts, { font: laid.font, fill: 'var(--ink)', weight: 700, halo: true, className: 'label' });
};

/**
 * Draws each area as a line from its value on the left to that on the right, those picked out in front, in colour and named.
 * `document` is the browser's or a light one while prerendering.
 */
export const drawSlope = (spec: SlopeSpec, size: Size, document?: Document): SVGSVGElement => {
  const y = heightOf(spec, size);
  const [left, right] = [size.left, size.width - size.right];
  const named = spec.lines.filter(({ slot }) => slot !== undefined);
  const others = spec.lines.filter(({ slot }) => slot === undefined);
  // All the others are one path, which lifts its pen between two of them: a page carries it as one shape and not as 150.
  const pen = others.flatMap(({ from, to }) => [
    { x: left, y: y(from) },
    { x: right, y: y(to) },
    { x: NaN, y: NaN }
  ]);
  const ends = named.flatMap((line) => [
    { x: left, value: line.from, slot: line.slot },
    { x: right, value: line.to, slot: line.slot }
  ]);
  const svg = Plot.plot({
    ...(document ? { document } : {}),
    ...pixels(size),
    marks: [
      ...axisMarks(spec, size, y),
      Plot.line(pen, {
        x: px(...pen.map((each) => each.x)),
        y: px(...pen.map((each) => each.y)),
        stroke: 'var(--muted)',
        strokeWidth: 0.75,
        strokeOpacity: 0.5,
        className: 'slope'
      }),
      Plot.link(named, {
        x1: px(...named.map(() => left)),
        x2: px(...named.map(() => right)),
        y1: px(...named.map(({ from }) => y(from))),
        y2: px(...named.map(({ to }) => y(to))),
        stroke: fillColours(named.map(({ slot }) => colourOf(slot))),
        strokeWidth: 2.5,
        className: 'slope named'
      }),
      Plot.dot(ends, {
        x: px(...ends.map(({ x }) => x)),
        y: px(...ends.map(({ value }) => y(value))),
        r: 3.5,
        fill: fillColours(ends.map(({ slot }) => colourOf(slot))),
        className: 'dot'
      }),
      ...nameMarks(named, size, y)
    ]
  }) as SVGSVGElement;
  return cleanSvg(svg, spec);
};
