import {
  dateToDecimalYear,
  formatNumber,
  toDecimalYear,
  type Line,
  type Period,
  type SpanKind,
  type Timing
} from '#lib/domain/index.ts';
import { widthOf } from '#lib/drawing/labels.ts';
import { formatStep, steps } from '#lib/drawing/ticks.ts';

/** A line as a chart draws it: its points, its name at the end, and the look that tells it apart. */
export interface ChartLine extends Line {
  label: string;
  /** A shorter name for the end of the line, where the label is long. */
  short?: string;
  /** CSS knows the colours: "england", "similar", 1 … 8. */
  slot: string | number;
  /** Solid, dashed, dotted, or dash and dot. */
  dash: 0 | 1 | 2 | 3;
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
  /** Labels of the lines it is for; absent where it is for all. */
  only?: string[];
}

/** A period in the background: from one day to another (ISO), with a short name. */
export interface ChartShade {
  from: string;
  to: string;
  label: string;
  kind: SpanKind;
}

/** A figure of a day of its own, from another source than the line it stands beside. */
export interface DatedPoint {
  date: string;
  value: number;
  /** The name of the wide drawing, and the short one of the narrow. */
  label: string;
  short: string;
  side: 'left' | 'right';
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
  /** Top of the axis. */
  top: number;
  /** Where the axis starts; absent where that is zero. */
  bottom?: number;
  lines: ChartLine[];
  breaks: ChartBreak[];
  events: ChartEvent[];
  /** Lines behind, thin and without names. */
  context?: Pick<Line, 'points'>[];
  /** True where each line has the band that its points' `low` and `high` leave open. */
  bands?: boolean;
  shading?: ChartShade[];
  /** Figures of days of their own: drawn hollow and joined to nothing. */
  dated?: DatedPoint[];
}

/** True where the axis does not start at zero: the page has to say so too. */
export const startsAboveZero = ({ bottom = 0 }: Pick<TimeSpec, 'bottom'>): boolean => bottom > 0;

/** What stands over the axis: the unit, and where the axis starts where that is not zero. */
export const axisWords = ({ axisTitle, bottom = 0 }: Pick<TimeSpec, 'axisTitle' | 'bottom'>): string =>
  bottom > 0 ? `${axisTitle}, axis from ${formatStep(bottom)}` : axisTitle;

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

/**
 * The round numbers at or around the lowest and the highest of some values, for an axis that is fitted to them: on steps, and
 * at least a tenth of the highest apart, so that next to no change does not look like one. From zero where that is near.
 */
export const niceRange = (low: number, high: number): { bottom: number; top: number } => {
  const room = Math.max((high - low) * 1.04, high / 10);
  // The lowest stands clear of the foot, where marks of what is held back are.
  const least = Math.max(0, Math.min(low - room / 25, (low + high - room) / 2));
  const [first = 0, second = 1] = steps([least, least + room], 5);
  const step = second - first;
  const bottom = Number((Math.floor(least / step + 1e-9) * step).toPrecision(12));
  if (!(low > 0) || bottom <= 0 || bottom < (least + room) / 5) return { bottom: 0, top: niceTop(high) };
  return { bottom, top: Number((Math.ceil((least + room) / step - 1e-9) * step).toPrecision(12)) };
};

/** How many steps the axis of values has at a size, about. */
export const stepsAt = (size: Pick<Size, 'name'>): number => (size.name === 'narrow' ? 4 : 6);

/** A size with its left margin as wide as the numbers of the axis need. */
export const fit = (size: Size, { top, bottom = 0 }: Pick<TimeSpec, 'top' | 'bottom'>): Size => {
  const numbers = bottom ? steps([bottom, top], stepsAt(size)).map(formatStep) : [formatNumber(Math.ceil(top))];
  const letters = Math.max(...numbers.map(({ length }) => length));
  return { ...size, left: Math.max(size.left, Math.round(letters * size.font * 0.58 + 10)) };
};

/** The size of the letters of the axis' title: a long unit is written smaller rather than cut. */
export const titleFont = (spec: Pick<TimeSpec, 'axisTitle' | 'bottom'>, size: Size): number =>
  Math.min(size.font, Math.floor((10 * (size.width - 4)) / widthOf(axisWords(spec), 1)) / 10);

type Axes = Pick<TimeSpec, 'periods' | 'timing' | 'top' | 'bottom'>;

/** The maps from figures to pixels inside margins that are taken as they are. */
export const mapped = ({ periods, timing, top, bottom = 0 }: Axes, size: Size): Geometry => {
  const first = toDecimalYear(periods[0], timing);
  const last = toDecimalYear(periods[1], timing);
  const span = Math.max(last - first, 0.5);
  const domain: [number, number] = [first - span * 0.02, last + span * 0.015];
  const x = (at: number): number =>
    size.left + ((at - domain[0]) / (domain[1] - domain[0])) * (size.width - size.left - size.right);
  const y = (value: number): number =>
    size.height - size.bottom - ((value - bottom) / (top - bottom)) * (size.height - size.top - size.bottom);
  return { domain, x, y, atPeriod: (period) => x(toDecimalYear(period, timing)) };
};

/** The maps from figures to pixels of a spec at a size. */
export const geometry = (spec: Axes, given: Size): Geometry => mapped(spec, fit(given, spec));

/** The events that fall on the axis, in order of time, with their places. */
export const eventsOnAxis = (spec: TimeSpec, { domain }: Geometry): (ChartEvent & { at: number })[] =>
  spec.events
    .map((event) => ({ ...event, at: dateToDecimalYear(event.date) }))
    .filter(({ at }) => at >= domain[0] && at <= domain[1])
    .sort((a, b) => a.at - b.at);

/** The years that carry a tick: round ones, so many as the width bears. */
export const ticks = (
  spec: Pick<TimeSpec, 'timing'>,
  { domain }: Geometry,
  size: Pick<Size, 'name'>,
  most = size.name === 'narrow' ? 5 : 9
): { at: number; label: string }[] => {
  const first = Math.ceil(domain[0] - 0.75);
  const last = Math.floor(domain[1]);
  const step = [1, 2, 5, 10].find((each) => (last - first) / each <= most) ?? 20;
  const out: { at: number; label: string }[] = [];
  for (let year = Math.ceil(first / step) * step; year <= last; year += step) {
    const at = spec.timing === 'month' ? year : toDecimalYear(String(year), spec.timing);
    if (at >= domain[0] && at <= domain[1]) out.push({ at, label: String(year) });
  }
  return out;
};
