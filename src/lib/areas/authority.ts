import {
  ENGLAND,
  formatDate,
  formatNumber,
  inProse,
  similarTo,
  variantOf,
  yearOf,
  type Area,
  type Measure,
  type Period,
  type Point,
  type Variant
} from '#lib/domain/index.ts';
import { HEADLINES, measureOf } from '#lib/domain/catalogue/index.ts';
import { findPoint } from '#lib/series/compare.ts';
import { slice } from '#lib/series/slice.ts';
import { placeCell } from '#lib/statistics/rank.ts';
import { recentTrend, TREND_POINTS, type RecentTrend, type TrendPoint } from '#lib/statistics/recent-trend.ts';
import { denominatorOf, countOf } from '#lib/series/denominator.ts';
import { namesOf, similarMedian } from '#lib/figures/time/similar.ts';
import { describeResult } from '#lib/figures/year/sentences.ts';
import { resultIn, yearFor, type FigureStore } from '#lib/figures/year/figure-store.ts';

const nounOf = (measure: Measure): string => variantOf(measure, 'rate')!.noun![1];

/** One headline measure of an authority beside others. Rates for every 10,000 children; a cell is text, never empty. */
export interface Headline {
  measure: Measure;
  /** The year of every figure; undefined where no figures of councils are held of the years in which it was in being. */
  year?: Period;
  figure: string;
  england: string;
  region: string;
  /** The median of the ten similar authorities, and from how many of them it was taken. */
  similar: string;
  used: number;
  /** "higher", "similar" or "lower", by the 95% limits around England's rate. */
  side: string;
  /** "=74 of 153", from the highest. */
  place: string;
  /** Of the five years up to `year`. */
  trend: string;
  /** What the figures say, in full. */
  text: string;
}

/** The five years of a rate that end with `year`, as counts and the children that they are out of; undefined where it has no such year. */
export const trendPointsOf = (
  store: FigureStore,
  measure: Measure,
  variant: Variant,
  area: Area,
  year: Period
): TrendPoint[] | undefined => {
  const file = store.series(measure.slug);
  const bases = variant.denominator && store.series(variant.denominator.measure);
  const line = slice(file, variant.key, area.key)[0];
  const points = (line?.points ?? [])
    .filter(({ period }) => period <= year)
    .slice(-TREND_POINTS)
    .map(({ period, value, segment }) => ({
      at: yearOf(period),
      count: value === null ? null : (countOf(file, area.key, line!.line, period)?.value ?? null),
      size: denominatorOf(variant, bases, area.key, period) ?? null,
      segment
    }));
  return points.at(-1)?.at === yearOf(year) ? points : undefined;
};

/**
 * The recent trend of a rate over the five years that end with `year`, by `recentTrend`, from its counts and the children that
 * they are out of. None, with the reason, where a year is missing or a break lies between.
 */
export const trendOf = (
  store: FigureStore,
  measure: Measure,
  variant: Variant,
  area: Area,
  year: Period
): RecentTrend => {
  const points = trendPointsOf(store, measure, variant, area, year);
  return points ? recentTrend(points, 'rate') : { kind: 'none', why: 'a missing year' };
};

const WHY: Record<Extract<RecentTrend, { kind: 'none' }>['why'], string> = {
  'fewer than five years': 'Figures of fewer than five years are held up to then, so no trend is worked out.',
  'a break': 'The way of counting changed within the last five years, so no trend is worked out.',
  'a missing year': 'A figure of the last five years is not there, so no trend is worked out.',
  'none or all': 'Of a year with none, or with all, no trend is worked out.'
};

/** What the recent trend says: its direction with how sure that is, or why there is none. */
const describeTrend = (trend: RecentTrend, year: Period): string => {
  if (trend.kind === 'none') return WHY[trend.why];
  const span = `Over the last five years, ${yearOf(year) - TREND_POINTS + 1} to ${year},`;
  return trend.kind === 'no clear trend'
    ? `${span} there is no clear trend.`
    : `${span} the rate was ${trend.kind}, more clearly than chance alone gives 499 times in 500.`;
};

const rateAt = (store: FigureStore, measure: Measure, key: string, year: Period): number | null =>
  slice(store.series(measure.slug), 'rate', key)
    .flatMap((line) => findPoint(line, year) ?? [])
    .map(({ value }) => value)[0] ?? null;

const cell = (value: number | null | undefined, without: string): string =>
  value === null || value === undefined ? without : formatNumber(value, 1);

/** What the median of similar authorities was, and from how many; why there is none. Nothing where the model names none. */
const describeSimilar = (keys: string[], value: number | null | undefined, used: number): string => {
  if (!keys.length) return '';
  if (value === null || value === undefined)
    return 'Too few of the ten most similar authorities have a published figure, so no median of them is given.';
  const from = used < keys.length ? `, taken from the ${used} of them with a figure` : '';
  return `The median of the ten authorities most similar to it was ${formatNumber(value, 1)}${from}.`;
};

/** Which authorities are similar, or that the Department's model names none. */
export const similarNote = (store: FigureStore, area: Area): string => {
  const keys = similarTo(store.similar, area.key);
  if (!keys.length)
    return `The Department’s model of ${store.similar.model} names no similar authorities for ${inProse(area)}${area.ended ? ', which is no more' : ''}.`;
  return `Most similar by the Department’s model of ${store.similar.model}, the nearest first: ${namesOf(keys, [...store.areas])}. One of the Department’s own tools shows their mean where this page shows the median.`;
};

/** A measure that councils did not count, or not as it is held here, in an authority's time. */
const without = (store: FigureStore, measure: Measure, area: Area): Headline => {
  const first = store.held(measure).rate?.[0] ?? '';
  const ended = area.ended ? `, and it ended on ${formatDate(area.ended)}` : '';
  return {
    measure,
    figure: 'none held',
    england: '–',
    region: '–',
    similar: '–',
    used: 0,
    side: '–',
    place: '–',
    trend: '–',
    text: `No rate of ${nounOf(measure)} is held for ${inProse(area)}: those of councils begin in ${first}${ended}.`
  };
};

/** Why there is no figure, after the sentence that there is none. */
const describeMissing = ({ status }: Point): string =>
  status === 'suppressed'
    ? 'It is not published: the publisher held it back so that no one can be identified.'
    : 'It is not held here.';

/** One headline measure of an authority in its year, beside England, its region, similar authorities and all authorities. */
const headlineOf = (store: FigureStore, slug: string, area: Area): Headline => {
  const measure = measureOf(slug)!;
  const variant = variantOf(measure, 'rate')!;
  const year = yearFor(store, measure, 'rate', area);
  const picture = year === undefined ? undefined : store.year(measure, 'rate', year);
  const result = picture && resultIn(picture, area);
  if (year === undefined || !picture || !result) return without(store, measure, area);
  const keys = similarTo(store.similar, area.key);
  const median = findPoint(similarMedian(store.series(slug), variant, keys), year);
  const region = store.areas.find(({ key }) => key === area.region);
  const regional = region ? rateAt(store, measure, region.key, year) : null;
  const own = result.point.value;
  const isHeld = own !== null;
  const trend = trendOf(store, measure, variant, area, year);
  return {
    measure,
    year,
    figure: cell(own, result.point.status === 'suppressed' ? 'not published' : 'not held'),
    england: cell(rateAt(store, measure, ENGLAND, year), 'not held'),
    region: cell(regional, 'not held'),
    similar: cell(median?.value, keys.length ? 'too few held' : 'none named'),
    used: median?.used ?? 0,
    side: result.against?.side ?? '–',
    place: result.rank ? placeCell(result.rank) : isHeld ? 'not ranked' : '–',
    trend: !isHeld ? '–' : trend.kind === 'none' ? 'not worked out' : trend.kind,
    text: [
      describeResult(picture, result),
      isHeld
        ? result.rank
          ? ''
          : 'It has too few children to be ranked, or tested against England.'
        : describeMissing(result.point),
      region && regional !== null ? `The rate of ${inProse(region)} was ${formatNumber(regional, 1)}.` : '',
      describeSimilar(keys, median?.value, median?.used ?? 0),
      isHeld ? describeTrend(trend, year) : ''
    ]
      .filter(Boolean)
      .join(' ')
  };
};

/** The three headline measures of an authority, in their order. */
export const headlinesOf = (store: FigureStore, area: Area): Headline[] =>
  HEADLINES.map((slug) => headlineOf(store, slug, area));
