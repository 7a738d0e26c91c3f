import {
  dateToDecimalYear,
  formatNumber,
  toDecimalYear,
  type Line,
  type Period,
  type Timing
} from '../domain/index.ts';
import { widthOf } from './labels.ts';

/** A line as a chart draws it: its points, its name at the end, and the look that tells it apart. */
export interface ChartLine extends Line {
  label: string;
  /** CSS knows the colours: "england", 1 … 8. */
  slot: string | number;
  dash: 0 | 1 | 2;
}

/** A rule at a date. */
export interface ChartEvent {
  id: string;
  date: string;
  label: string;
  /** The whole sentence, for the list under the chart. */
  text: string;
}

/** A mark between two periods: one that cuts the line, or one that only marks it. */
export interface ChartBreak {
  lastBefore: Period;
  firstAfter: Period;
  label: string;
  cut: boolean;
}

/** Everything a chart over time draws. */
export interface TimeSpec {
  /** Name and description for those who do not see it. */
  title: string;
  description: string;
  timing: Timing;
  dp: number;
  axisTitle: string;
  /** First and last period of the axis, so that it stands still while areas come and go. */
  periods: [Period, Period];
  /** Top of the axis; it starts at zero. */
  top: number;
  lines: ChartLine[];
  breaks: ChartBreak[];
  events: ChartEvent[];
}

/** A drawing's size and margins in CSS pixels. */
export interface Size {
  name: 'narrow' | 'wide';
  width: number;
  height: number;
  top: number;
  right: number;
  bottom: number;
  left: number;
  font: number;
}

export const NARROW: Size = {
  name: 'narrow',
  width: 344,
  height: 320,
  top: 64,
  right: 95,
  bottom: 28,
  left: 34,
  font: 12
};
export const WIDE: Size = {
  name: 'wide',
  width: 760,
  height: 400,
  top: 64,
  right: 150,
  bottom: 30,
  left: 44,
  font: 13
};

/** Up to this many events are named on the chart; more are numbered, and named in the list under it. */
export const MOST_NAMED_EVENTS = 3;

/** Containers narrower than this many pixels show the narrow drawing (the same number stands in ChartFigure's style). */
export const SWITCH = 600;

const LADDER = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

/** The next round number at or above a value, so that an axis ends on a tick. */
export const niceTop = (value: number): number => {
  if (!(value > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const step = LADDER.find((each) => each * power >= value - 1e-9) ?? 10;
  return Number((step * power).toPrecision(6));
};

/** Places on a drawing: one map for the drawing, the pointer and the keyboard. */
export interface Geometry {
  domain: [number, number];
  x: (decimalYear: number) => number;
  y: (value: number) => number;
  atPeriod: (period: Period) => number;
}

/** A size with its left margin as wide as the numbers of the axis need. */
export const fit = (size: Size, spec: Pick<TimeSpec, 'top'>): Size => ({
  ...size,
  left: Math.max(size.left, Math.round(formatNumber(Math.ceil(spec.top)).length * size.font * 0.58 + 10))
});

/** The size of the letters of the axis' title: a long unit is written smaller rather than cut. */
export const titleFont = ({ axisTitle }: Pick<TimeSpec, 'axisTitle'>, size: Size): number =>
  Math.min(size.font, Math.floor((10 * (size.width - 4)) / widthOf(axisTitle, 1)) / 10);

/** The maps from figures to pixels of a spec at a size. */
export const geometry = (spec: Pick<TimeSpec, 'periods' | 'timing' | 'top'>, given: Size): Geometry => {
  const size = fit(given, spec);
  const first = toDecimalYear(spec.periods[0], spec.timing);
  const last = toDecimalYear(spec.periods[1], spec.timing);
  const span = Math.max(last - first, 0.5);
  const domain: [number, number] = [first - span * 0.02, last + span * 0.015];
  const x = (at: number): number =>
    size.left + ((at - domain[0]) / (domain[1] - domain[0])) * (size.width - size.left - size.right);
  const y = (value: number): number =>
    size.height - size.bottom - (value / spec.top) * (size.height - size.top - size.bottom);
  return { domain, x, y, atPeriod: (period) => x(toDecimalYear(period, spec.timing)) };
};

/** The events that fall on the axis, in order of time, with their places. */
export const eventsOnAxis = (spec: TimeSpec, { domain }: Geometry): (ChartEvent & { at: number })[] =>
  spec.events
    .map((event) => ({ ...event, at: dateToDecimalYear(event.date) }))
    .filter(({ at }) => at >= domain[0] && at <= domain[1])
    .sort((a, b) => a.at - b.at);

/** The years that carry a tick: round ones, so many as the width bears. */
export const ticks = (spec: TimeSpec, { domain }: Geometry, size: Size): { at: number; label: string }[] => {
  const first = Math.ceil(domain[0] - 0.75);
  const last = Math.floor(domain[1]);
  const most = size.name === 'narrow' ? 5 : 9;
  const step = [1, 2, 5, 10].find((each) => (last - first) / each <= most) ?? 20;
  const out: { at: number; label: string }[] = [];
  for (let year = Math.ceil(first / step) * step; year <= last; year += step) {
    const at = spec.timing === 'month' ? year : toDecimalYear(String(year), spec.timing);
    if (at >= domain[0] && at <= domain[1]) out.push({ at, label: String(year) });
  }
  return out;
};
