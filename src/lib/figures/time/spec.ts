import {
  formatDate,
  yearOf,
  type Line,
  type Period,
  type Point,
  type SeriesFile,
  type Span,
  type SpanKind,
  type TimelineEvent,
  type Timing
} from '#lib/domain/index.ts';

import { axisTop, formatStep, niceRange } from '#lib/drawing/ticks.ts';
import { unitWords, type Picture, type PictureBreak } from './picture.ts';

/** A line as a chart draws it: its points, its name at the end, and the look that tells it apart. */
export interface ChartLine extends Line {
  label: string;
  /** A shorter name for the end of the line, where the label is long. */
  short?: string;
  /** What stands at the end of the line instead of its name and last figure. */
  endLabel?: string;
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
  /** What is said of it, the longest first. */
  notes: string[];
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

/** A figure of a line that the text beside the chart names. */
export interface Highlight {
  /** The id of its line. */
  line: string;
  period: Period;
  /** Where its number is written. */
  side: 'above' | 'below' | 'left' | 'right';
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
  /** Figures that are marked and written out. */
  highlights?: Highlight[];
}

const month = (date: string): string => formatDate(date.slice(0, 7)).replace(/^(\w{3})\w*/, '$1');

/** What changed in the quality of figures, by words of its reason; with the last year before and the first after. */
const qualityNotes = ({
  reason,
  lastBefore,
  firstAfter
}: Pick<PictureBreak, 'reason' | 'lastBefore' | 'firstAfter'>): string[] => {
  const [before, after] = [yearOf(lastBefore), yearOf(firstAfter)];
  if (/one-third sample/.test(reason) && /^From 1998/.test(reason) && after === 1998)
    return [`one-in-three sample from ${after}`, 'one-in-three sample'];
  if (/one-third sample|covers every/.test(reason)) return [`one-in-three sample until ${before}`, 'sample before'];
  if (/exact/.test(reason) && /rounded/.test(reason)) return [`unrounded from ${after}`, 'unrounded'];
  if (/as first published/.test(reason)) return [`as first published to ${before}`, 'as first published'];
  return [`quality differs from ${after}`, 'quality differs'];
};

/** What the chart says of a break, in words; the longest first, as a narrow chart takes a shorter one. */
export const breakNotes = (
  each: Pick<PictureBreak, 'kind' | 'reason' | 'seam' | 'lastBefore' | 'firstAfter'>
): string[] => {
  if (each.seam) return [each.seam];
  const year = yearOf(each.firstAfter);
  switch (each.kind) {
    case 'source':
      return [`new data source from ${year}`, 'new data source', 'new source'];
    case 'definition':
      return [`counted differently from ${year}`, 'counted differently'];
    case 'population':
      return [`new population estimates from ${year}`, 'new population estimates', 'new estimates'];
    case 'name':
      return [`renamed in ${year}`, 'renamed'];
    case 'quality':
      return qualityNotes(each);
    default:
      return each.kind satisfies never;
  }
};

/** What a reader can ask of the chart over time beside the lines. */
export interface TimeExtras {
  /** The axis fitted to the figures instead of starting at zero. An index and figures near zero keep their zero. */
  isFitted?: boolean;
  /** Lines behind, thin and without names. */
  context?: Line[];
  /** The bands that the points' intervals leave open. */
  hasBands?: boolean;
  /** Periods to shade. */
  spans?: readonly Span[];
}

/**
 * The ends of the axis of values: zero and the round number over all that is drawn, or both fitted. `floor` is a top that the axis
 * had before.
 */
const axisOf = (picture: Picture, floor: number, extras: TimeExtras): Pick<TimeSpec, 'top' | 'bottom'> => {
  const ends = ({ value, low, high }: Point): number[] =>
    value === null ? [] : extras.hasBands ? [value, low ?? value, high ?? value] : [value];
  const inFront = picture.lines.flatMap(({ points }) => points);
  const drawn = [...inFront, ...(extras.context ?? []).flatMap(({ points }) => points)];
  const values = drawn.flatMap(ends);
  const front = Math.max(0, ...inFront.flatMap(ends));
  const [low, high] = [Math.min(...values), Math.max(0, ...values)];
  // Names of periods stand under the top: there they should hide no line.
  const room = extras.spans?.length ? 0.2 : 0;
  // What rounds to zero is drawn on the axis, which then has to be at zero.
  const hasZero = drawn.some(({ status }) => status === 'low');
  if (!extras.isFitted || hasZero || !values.length || picture.unit === 'index')
    return { top: Math.max(floor, axisTop(Math.max(high, front * (1 + room)), picture.dp === 0 ? 1 : 0)) };
  const { bottom, top } = niceRange(low, Math.max(high, front + (front - low) * room));
  return { top, ...(bottom ? { bottom } : {}) };
};

/** That the axis does not start at zero, in words for a caption; empty where it does. */
export const axisNote = ({ bottom }: Pick<TimeSpec, 'bottom'>): string =>
  bottom ? `The axis does not start at zero but at ${formatStep(bottom)}.` : '';

/**
 * What the chart over time draws of a picture. `floor` is the top that the axis has already: while a reader adds and removes
 * areas it only grows, so that lines do not jump.
 */
export const toSpec = (
  picture: Picture,
  file: SeriesFile,
  events: TimelineEvent[],
  description: string,
  floor = 0,
  extras: TimeExtras = {}
): TimeSpec => {
  const periods = file.variants[picture.variant.key]?.periods ?? [];
  const first = periods[0] ?? '2000';
  return {
    title: `${picture.measure.title}, ${unitWords(picture)}`,
    description,
    timing: picture.variant.timing,
    dp: picture.dp,
    axisTitle: picture.unitLabel,
    periods: [first, periods.at(-1) ?? first],
    ...axisOf(picture, floor, extras),
    lines: picture.lines,
    breaks: picture.breaks.map((each) => ({
      lastBefore: each.lastBefore,
      firstAfter: each.firstAfter,
      notes: breakNotes(each),
      cut: each.kind !== 'name' && each.kind !== 'quality',
      ...(each.only.length ? { only: each.only } : {})
    })),
    events: events.map((event) => ({
      id: event.id,
      date: event.date,
      text: event.event,
      label: `${event.short}, ${month(event.date)}`
    })),
    ...(extras.context?.length ? { context: extras.context } : {}),
    ...(extras.hasBands ? { bands: true } : {}),
    ...(extras.spans?.length
      ? { shading: extras.spans.map(({ from, to, label, kind }) => ({ from: from.date, to: to.date, label, kind })) }
      : {})
  };
};
