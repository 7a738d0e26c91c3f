import {
  dayOf,
  fullName,
  highest,
  inBeing,
  lowest,
  unrounded,
  type Area,
  type Period,
  type Point,
  type SeriesFile,
  type Variant
} from '#lib/domain/index.ts';
import { findPoint, change, type Change } from '#lib/series/compare.ts';
import type { PlaceRange } from '#lib/series/estimates.ts';
import { slice } from '#lib/series/slice.ts';
import type { Side } from '#lib/statistics/difference.ts';
import { countInterval, type Interval } from '#lib/statistics/interval.ts';
import type { Rank, Unpublished } from '#lib/statistics/rank.ts';
import type { Tested } from '#lib/series/tested-changes.ts';
import { ofPercent, ofRate } from '#lib/figures/time/bands.ts';
import { denominatorOf, countOf, rateKindOf, sideOf } from '#lib/series/denominator.ts';
import { smallCountRange } from '#lib/series/small-counts.ts';

/** How a figure stands to England's: by how much, whether rounding leaves that open, and what chance alone could explain. */
export interface Against extends Change {
  /** By control limits around England's figure; absent where what the figure is out of is not held. */
  side?: Side;
}

/** One area in one period: its figure and everything that is worked out from it. */
export interface AreaResult {
  area: Area;
  label: string;
  /** "england", "region", or the place among the areas chosen. */
  slot?: 'england' | 'region' | number;
  point: Point;
  /** What the figure is out of: children, referrals … */
  denominator?: number;
  /** What chance alone leaves open, 95%, in the unit of the figure. */
  interval?: Interval;
  against?: Against;
  /** The change from the earlier period that was asked for. */
  change?: Change;
  rank?: Rank;
  /** Where that place may be once chance is allowed for. */
  range?: PlaceRange;
  /** What may be said of the change: the verdict with the 95% interval in the unit of the figure, or why it was not tested. */
  tested?: Tested;
}

/** What figures of one unit, line and period are read from. */
export interface Reading {
  file: SeriesFile;
  /** The series file of the measure that the figures are out of, where it is held. */
  bases?: SeriesFile | undefined;
  variant: Variant;
  line: string;
  period: Period;
  since?: Period | undefined;
}

const pointOf = ({ file, variant, line }: Reading, area: string, period: Period): Point | undefined => {
  const held = slice(file, variant.key, area).find((each) => each.line === line);
  return held && findPoint(held, period);
};

/**
 * The 95% interval of a figure: of a rate by its count and the children it is out of, of a percentage by Wilson, of a number as
 * a count. What rounding leaves open of the figure is added at both ends. Undefined where there is no count to go by.
 */
const intervalOf = (reading: Reading, area: string, point: Point, base: number | undefined): Interval | undefined => {
  const { file, variant, line, period } = reading;
  if (point.value === null) return undefined;
  const [low, high] = [lowest(point), highest(point)];
  if (variant.key === 'number' && variant.dp === 0 && variant.timing !== 'mid-year')
    return { low: countInterval(low).low, high: countInterval(high).high };
  if (!base) return undefined;
  if (variant.key === 'percent') return ofPercent(point, base);
  const count = variant.key === 'rate' ? countOf(file, area, line, period) : undefined;
  return count && ofRate(count, base);
};

/** How a figure stands to England's of the same period; undefined where one of them has no number. */
const againstOf = (
  reading: Reading,
  area: string,
  point: Point,
  base: number | undefined,
  england: Point | undefined
): Against | undefined => {
  if (point.value === null || !england || england.value === null) return undefined;
  const kind = rateKindOf(reading.variant);
  const side = kind && base ? sideOf({ ...reading, area }, point, base, unrounded(england), kind) : undefined;
  return { ...change(england, point, reading.variant.dp), ...(side ? { side } : {}) };
};

const UNAVAILABLE: Omit<Point, 'period'> = {
  value: null,
  status: 'unavailable',
  segment: -1,
  below: 0,
  above: 0,
  lineage: []
};

/** An area's standing in a period, all but its place among others. `england` is England's, where there is one to compare with. */
export const comparedToEngland = (
  reading: Reading,
  area: Area,
  slot: AreaResult['slot'],
  england: AreaResult | undefined
): AreaResult => {
  const { variant, bases, period, since } = reading;
  const point = pointOf(reading, area.key, period) ?? { ...UNAVAILABLE, period };
  const base = denominatorOf(variant, bases, area.key, period);
  const interval = intervalOf(reading, area.key, point, base);
  const against = area.level === 'National' ? undefined : againstOf(reading, area.key, point, base, england?.point);
  const from = since === undefined ? undefined : pointOf(reading, area.key, since);
  const isComparable = from && from.value !== null && point.value !== null && from.segment === point.segment;
  return {
    area,
    label: fullName(area),
    ...(slot === undefined ? {} : { slot }),
    point,
    ...(base === undefined ? {} : { denominator: base }),
    ...(interval ? { interval } : {}),
    ...(against ? { against } : {}),
    ...(isComparable ? { change: change(from, point, variant.dp) } : {})
  };
};

/** The value that an order goes by: the change where one was asked for, else the figure; null where there is none. */
export const ordered = (result: AreaResult, since: Period | undefined): number | null =>
  since === undefined ? result.point.value : (result.change?.by ?? null);

const endsOf = (reading: Reading, area: string, point: Point | undefined): Unpublished | undefined =>
  !point
    ? undefined
    : point.value === null
      ? smallCountRange(reading, area, point)
      : { low: unrounded(point), high: unrounded(point) };

/**
 * Both ends of the value that an order goes by, of an authority without one because a figure is held back as a small count;
 * undefined where nothing is known of it.
 */
export const unpublishedOf = (reading: Reading, { area, point }: AreaResult): Unpublished | undefined => {
  const now = endsOf(reading, area.key, point);
  if (reading.since === undefined || !now) return point.value === null ? now : undefined;
  const from = pointOf(reading, area.key, reading.since);
  const then = endsOf(reading, area.key, from);
  if (!then || from?.segment !== point.segment) return undefined;
  return { low: now.low - then.high, high: now.high - then.low };
};

/** The councils in being in a period. */
export const authoritiesOf = (areas: readonly Area[], variant: Variant, period: Period): Area[] =>
  areas.filter((area) => area.level === 'Local authority' && inBeing(area, dayOf(period, variant.timing)));

/** What "higher" and "lower" stand for wherever they are said of a council and England. */
export const SIDE_NOTE =
  'Higher or lower than England means: outside the limits within which chance alone would keep 19 of 20 councils of this size, if England’s rate were theirs. So about 1 in 20 lie outside them by chance alone, and many more do as councils differ in deprivation. Similar means: within those limits.';
