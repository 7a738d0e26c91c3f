import {
  BASE_YEAR,
  ENGLAND,
  formatNumber,
  formatPeriod,
  variantOf,
  type Area,
  type Measure,
  type Period,
  type Status
} from '#lib/domain/index.ts';
import { measureOf } from '#lib/domain/catalogue/index.ts';
import { resultIn, yearFor, type FigureStore } from '#lib/figures/year/figure-store.ts';
import { change, comparableAt, findPoint, firstComparable, type Change } from '#lib/series/compare.ts';
import { TOO_SMALL } from '#lib/series/denominator.ts';
import { isWhy, type FiveYears, type PlaceRange } from '#lib/series/estimates.ts';
import { slice } from '#lib/series/slice.ts';
import type { Tested } from '#lib/series/tested-changes.ts';
import type { Side } from '#lib/statistics/difference.ts';
import type { Why } from '#lib/statistics/estimates-file.ts';
import type { Interval } from '#lib/statistics/interval.ts';
import { ordinalOf, type Rank } from '#lib/statistics/rank.ts';
import type { Compared } from './between-authority-spread.ts';
import { changeFrom, trendCountsOf, trendOf } from './trends-and-changes.ts';

/** What the card of a headline measure claims of an area. Rates per 10,000 children. */
export interface Card {
  measure: Measure;
  period: Period;
  value: number | null;
  status: Status;
  /** True where the area has ended, so that the year is its last. */
  isLast: boolean;
  /** True of the City of London and the Isles of Scilly, which are neither ranked nor tested. */
  isTooSmall: boolean;
  /** How many children are behind the rate. */
  count?: number;
  /** The change from March 2008, or from the earliest year that can be compared; `tested` for a council. */
  since?: { from: Period; moved: Change; tested?: Tested };
  /** How the figure stands to England's of the same year; `side` by the 95% limits round it. */
  england?: { gap: Change; side?: Side };
  /** The last five years; for a council only. */
  /** With how many councils it rises and falls for. */
  trend?: { trend: FiveYears; counts?: ReturnType<typeof trendCountsOf> } | Why;
  /** The rank among all councils, and where it may be once chance is allowed for. */
  place?: { rank: Rank; range?: PlaceRange };
  interval?: Interval;
}

/** The card of a measure; undefined where no rate of the area is held of any year. */
export const cardOf = (store: FigureStore, slug: string, area: Area): Card | undefined => {
  const measure = measureOf(slug)!;
  const variant = variantOf(measure, 'rate')!;
  const file = store.series(slug);
  const line = slice(file, 'rate', area.key)[0];
  // Where nothing is published of any council or year, the last year that is spoken of.
  const period = yearFor(store, measure, 'rate', area) ?? line?.points.at(-1)?.period;
  const point = line && period !== undefined ? findPoint(line, period) : undefined;
  if (!line || period === undefined) return undefined;

  const isCouncil = area.level === 'Local authority';
  const compared = { store, measure, variant, period };
  const number = slice(file, 'number', area.key)[0];
  const count = number && findPoint(number, period)?.value;
  const base = {
    measure,
    period,
    value: point?.value ?? null,
    status: point?.status ?? 'unavailable',
    isLast: isCouncil && area.ended !== undefined,
    isTooSmall: TOO_SMALL.includes(area.key),
    ...(count != null ? { count } : {})
  };
  if (!point || point.value === null) return base;

  const from = comparableAt(line, point, BASE_YEAR) ?? firstComparable(line, point);
  const england = slice(file, 'rate', ENGLAND)[0];
  const theirs = england && findPoint(england, period);
  const picture = isCouncil ? store.year(measure, 'rate', period) : undefined;
  const { against, rank, range, interval } = (picture && resultIn(picture, area)) ?? {};
  const isTested = isCouncil && !base.isTooSmall;
  return {
    ...base,
    ...(from
      ? {
          since: {
            from: from.period,
            moved: change(from, point, variant.dp),
            ...(isTested ? { tested: changeFrom(compared, area, from.period).tested } : {})
          }
        }
      : {}),
    ...(theirs && theirs.value !== null
      ? { england: { gap: change(theirs, point, variant.dp), ...(against?.side ? { side: against.side } : {}) } }
      : {}),
    ...(isTested ? { trend: withCounts(compared, trendOf(compared, area)) } : {}),
    ...(rank ? { place: { rank, ...(range ? { range } : {}) } } : {}),
    ...(interval ? { interval } : {})
  };
};

/** A fact of a card: what it is about, and what is said of it. */
export interface Fact {
  head: string;
  text: string;
}

const by = (amount: number): string => formatNumber(Math.abs(amount), 1);

const direction = (amount: number): string => (amount > 0 ? `up ${by(amount)}` : `down ${by(amount)}`);

const sinceWords = ({ moved, tested }: NonNullable<Card['since']>): string => {
  if (!moved.beyondRounding || moved.by === 0) return 'no change beyond rounding';
  if (!tested || isWhy(tested)) return direction(moved.by);
  return tested.verdict === 'no clear change'
    ? `no clear change (${direction(moved.by)})`
    : `${direction(moved.by)}, more than chance is likely to explain`;
};

const englandWords = ({ gap, side }: NonNullable<Card['england']>): string => {
  if (!gap.beyondRounding || gap.by === 0) return 'no difference beyond rounding';
  const far = `${by(gap.by)} ${gap.by > 0 ? 'above' : 'below'}`;
  if (side === undefined) return far;
  return side === 'similar'
    ? `${far}, a gap small enough to be chance`
    : `${far}, more than chance is likely to explain`;
};

/** A trend beside those of all councils: how many the test flags says how much one flag is worth. */
const withCounts = (compared: Compared, trend: ReturnType<typeof trendOf>): NonNullable<Card['trend']> =>
  isWhy(trend) ? trend : { ...trend, counts: trendCountsOf(compared) };

const trendWords = (found: NonNullable<Card['trend']>): string => {
  if (isWhy(found)) return `no trend can be given: ${found.why}`;
  const own = found.trend === 'no clear trend' ? found.trend : `${found.trend}, by more than is usual for this measure`;
  const { rising, falling, of } = found.counts ?? { of: 0 };
  return of ? `${own} (of ${of} councils, rising in ${rising} and falling in ${falling})` : own;
};

/** Differences, never the figures again: those stand above the facts and on the chart. */
export const describeFacts = ({ value, since, england, trend, isTooSmall }: Card): Fact[] => [
  ...(since
    ? [
        {
          head:
            since.from === BASE_YEAR
              ? 'Since March 2008'
              : `Since ${formatPeriod(since.from)}, the earliest comparable year`,
          text: sinceWords(since)
        }
      ]
    : []),
  ...(england ? [{ head: 'Against England', text: englandWords(england) }] : []),
  ...(trend ? [{ head: 'Last five years', text: trendWords(trend) }] : []),
  ...(isTooSmall && value !== null ? [{ head: 'Chance', text: 'too few children to be ranked or tested' }] : [])
];

const end = ({ place, last, joint, of }: Rank): string => {
  if (last !== undefined) return `Between ${ordinalOf(place)} and ${ordinalOf(last)} highest`;
  const name = place === 1 ? 'highest' : place === of ? 'lowest' : `${ordinalOf(place)} highest`;
  return joint ? `Joint ${name}` : name.charAt(0).toUpperCase() + name.slice(1);
};

/** "Joint 91st highest of 151 councils; 76th to 110th once chance is allowed for". */
export const describePlace = ({ place }: Card): string => {
  if (!place) return '';
  const { rank, range } = place;
  const start = `${end(rank)} of ${rank.of} councils`;
  if (!range) return start;
  const { first, last } = range;
  const within = first === last ? ordinalOf(first) : `${ordinalOf(first)} to ${ordinalOf(last)}`;
  return `${start}; ${within} once chance is allowed for`;
};

export const WITHOUT: Partial<Record<Status, string>> = {
  suppressed: 'is not published, so that no one can be identified',
  unreliable: 'is not given, as its publisher judged it too unreliable'
};

/** Why a card has no figure, and of when. */
export const describeNone = ({ measure, status, period }: Card): string =>
  `The rate of ${variantOf(measure, 'rate')!.noun![1]} in March ${period} ${WITHOUT[status] ?? 'is not in our data'}`;
