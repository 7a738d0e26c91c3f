import * as Plot from '@observablehq/plot';
import { cleanSvg } from '#lib/drawing/clean-svg.ts';
import { fit, mapped, ticks, type Geometry } from '#lib/figures/time/layout.ts';
import type { TimeSpec } from '#lib/figures/time/spec.ts';
import { titleFont } from '#lib/drawing/axis-title.ts';
import type { Size } from '#lib/drawing/size.ts';
import { boxOf, touches, type Box } from '#lib/drawing/labels.ts';
import type { SegmentsSpec } from './layout.ts';
import { axisSteps, formatSteps } from '#lib/drawing/ticks.ts';
import { placeText, px, write, writeAll, type Placed } from '#lib/drawing/text.ts';

const COLOUR = 'var(--line-england)';
const OTHER = 'var(--line-3)';

const frameOf = (spec: SegmentsSpec): TimeSpec => ({
  title: spec.title,
  description: spec.description,
  timing: spec.timing,
  dp: 0,
  axisTitle: spec.axisTitle,
  periods: [String(spec.years[0]), String(spec.years[1])],
  top: spec.top,
  lines: [],
  breaks: [],
  events: []
});

const axisMarks = (spec: SegmentsSpec, frame: TimeSpec, at: Geometry, size: Size): Plot.Markish[] => {
  const right = size.width - size.right;
  const floor = size.height - size.bottom;
  const levels = axisSteps([0, spec.top]);
  const texts = formatSteps(levels);
  const years = ticks(frame, at, size);
  return [
    Plot.ruleY(levels, {
      y: px(...levels.map(at.y)),
      x1: px(...levels.map(() => size.left)),
      x2: px(...levels.map(() => right)),
      stroke: 'var(--grid)',
      className: 'grid'
    }),
    Plot.ruleY([0], { y: px(floor), x1: px(size.left), x2: px(right), stroke: 'var(--axis)', className: 'base' }),
    Plot.ruleX(years, {
      x: px(...years.map((each) => at.x(each.at))),
      y1: px(...years.map(() => floor)),
      y2: px(...years.map(() => floor + 5)),
      stroke: 'var(--axis)',
      className: 'tick'
    }),
    ...writeAll(
      [
        ...levels.map((value, i) => ({
          text: texts[i]!,
          x: size.left - 6,
          y: at.y(value),
          anchor: 'end' as const
        })),
        ...years.map((each) => ({ text: each.label, x: at.x(each.at), y: floor + 15, anchor: 'middle' as const }))
      ],
      { font: size.font - 1, fill: 'var(--muted)', className: 'axis' }
    ),
    write(
      { text: spec.axisTitle, x: 2, y: size.font / 2 + 2, anchor: 'start' },
      { font: titleFont(spec, size), fill: 'var(--muted)', className: 'axis-title' }
    )
  ];
};

/** The event's rule with its name over it, on the side where there is room. */
const eventMarks = ({ event }: SegmentsSpec, at: Geometry, size: Size): Plot.Markish[] => {
  const place = at.x(event.at);
  const font = size.font - 1;
  const anchor = place > size.width / 2 ? 'end' : 'start';
  const text = placeText(event.label, place + (anchor === 'start' ? 3 : -3), size.top - 14, anchor, font);
  return [
    Plot.ruleX([0], {
      x: px(place),
      y1: px(size.top - 20),
      y2: px(size.height - size.bottom),
      stroke: 'var(--event)',
      className: 'event'
    }),
    write(text, { font, fill: 'var(--event-ink)', className: 'event-label' })
  ];
};

/** Names on the lines: what was counted, and the earlier line continued, each away from the other. */
const nameMarks = (spec: SegmentsSpec, at: Geometry, size: Size): Plot.Markish[] => {
  const last = spec.continued.at(-1);
  const observed = spec.points.at(-1);
  if (!last || !observed) return [];
  const font = size.font - 1;
  const edge = size.width - 2;
  const above = observed.value >= last.value;
  const points: Box[] = spec.points.map(({ year, value }) =>
    boxOf('o', at.atPeriod(String(year)), at.y(value), 'middle', 8)
  );
  const free = (text: string, from: number, step: number): Placed => {
    for (let y = from, i = 0; i < 20; i++, y += step) {
      const placed = placeText(text, edge, y, 'end', font);
      if (!points.some((box) => touches(placed.box, box))) return placed;
    }
    return placeText(text, edge, from, 'end', font);
  };
  const up = Math.min(at.y(observed.value), at.y(spec.hasBand ? last.high : last.value)) - 12;
  const down = Math.max(at.y(observed.value), at.y(spec.hasBand ? last.low : last.value)) + 12;
  const count = free('counted', above ? up : down, above ? -3 : 3);
  const line = free('earlier line continued', above ? down : up, above ? 3 : -3);
  return [
    write(count, { font, fill: COLOUR, className: 'label', halo: true, weight: 600 }),
    write(line, { font, fill: OTHER, className: 'label', halo: true, weight: 600 })
  ];
};

/**
 * Draws a series in two straight segments about an event: figures as dots, the year of transition hollow, the earlier line
 * continued dashed, with its interval where it may have one. `document` is the browser's or a light one while prerendering.
 */
export const drawSegments = (spec: SegmentsSpec, given: Size, document?: Document): SVGSVGElement => {
  const frame = frameOf(spec);
  const size = fit(given, spec);
  const at = mapped(frame, size);
  const x = (year: number): number => at.atPeriod(String(year));
  const solid = spec.points.filter(({ segment }) => segment !== 'transition');
  const hollow = spec.points.filter(({ segment }) => segment === 'transition');
  const ends = spec.lines.flatMap(({ segment, from, to }) => [from, to].map((end) => ({ ...end, segment })));
  const svg = Plot.plot({
    ...(document ? { document } : {}),
    width: size.width,
    height: size.height,
    x: { type: 'linear', domain: [0, size.width], range: [0, size.width], axis: null },
    y: { type: 'linear', domain: [0, size.height], range: [0, size.height], axis: null },
    marks: [
      ...axisMarks(spec, frame, at, size),
      ...eventMarks(spec, at, size),
      ...(spec.hasBand
        ? [
            Plot.areaY(spec.continued, {
              x: px(...spec.continued.map(({ year }) => x(year))),
              y1: px(...spec.continued.map(({ low }) => at.y(low))),
              y2: px(...spec.continued.map(({ high }) => at.y(high))),
              fill: OTHER,
              fillOpacity: 0.18,
              className: 'band'
            })
          ]
        : []),
      Plot.line(spec.continued, {
        x: px(...spec.continued.map(({ year }) => x(year))),
        y: px(...spec.continued.map(({ value }) => at.y(value))),
        stroke: OTHER,
        strokeWidth: 1.75,
        strokeDasharray: '5 4',
        className: 'continued'
      }),
      Plot.line(ends, {
        x: px(...ends.map(({ year }) => x(year))),
        y: px(...ends.map(({ value }) => at.y(value))),
        z: ends.map(({ segment }) => segment),
        stroke: COLOUR,
        strokeWidth: 1.75,
        className: 'segment'
      }),
      Plot.dot(solid, {
        x: px(...solid.map(({ year }) => x(year))),
        y: px(...solid.map(({ value }) => at.y(value))),
        r: 3,
        fill: COLOUR,
        className: 'dot'
      }),
      Plot.dot(hollow, {
        x: px(...hollow.map(({ year }) => x(year))),
        y: px(...hollow.map(({ value }) => at.y(value))),
        r: 4,
        fill: 'var(--surface)',
        stroke: COLOUR,
        strokeWidth: 1.5,
        className: 'dot transition'
      }),
      ...nameMarks(spec, at, size)
    ]
  }) as SVGSVGElement;
  return cleanSvg(svg, spec);
};
