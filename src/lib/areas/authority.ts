import {
  ENGLAND,
  formatDate,
  formatNumber,
  inProse,
  variantOf,
  yearOf,
  type Area,
  type Measure,
  type Period,
  type Point,
  type Variant
} from '#lib/domain/index.ts';
import { HEADLINES, measureOf } from '#lib/domain/catalogue/index.ts';
import { findPoint, comparableAt } from '#lib/series/compare.ts';
import { isWhy } from '#lib/series/estimates.ts';
import { slice } from '#lib/series/slice.ts';
import { ordinalOf, placeWords, type Rank } from '#lib/statistics/rank.ts';
import { TREND_POINTS } from '#lib/statistics/recent-trend.ts';
import { TOO_SMALL } from '#lib/series/denominator.ts';
import { describeClaim } from '#lib/figures/claims.ts';
import { describeResult } from '#lib/figures/year/sentences.ts';
import { resultIn, yearFor, type FigureStore } from '#lib/figures/year/figure-store.ts';
import type { Compared } from './between-authority-spread.ts';
import { similarGroup, type SimilarGroup } from './similar-councils.ts';
import { boundsWords, describeGroup } from './similar-sentences.ts';
import { changeFrom, trendOf, trendsOfAll } from './trends-and-changes.ts';

const nounOf = (measure: Measure): string => variantOf(measure, 'rate')!.noun![1];

/** One headline measure of an authority beside others. Rates for every 10,000 children; a cell is text, never empty. */
export interface Headline {
  measure: Measure;
  /** The year of every figure; undefined where no figures of councils are held of the years in which it was in being. */
  year?: Period;
  figure: string;
  england: string;
  region: string;
  /** The median of the ten similar councils. */
  similar: string;
  /** The council among itself and its ten similar ones; undefined where the model names none. */
  group?: SimilarGroup;
  /** "higher", "similar" or "lower", by the 95% limits around England's rate. */
  side: string;
  /** "joint 74th of 153", from the highest, and "61st to 90th", where that may be once chance is allowed for. */
  place: string;
  placeRange: string;
  /** What may be said of the change from the year before. */
  change: string;
  /** Of the five years up to `year`. */
  trend: string;
  /** What the figures say, in full. */
  text: string;
}

/** The direction of the recent trend, and how many councils have one; or why there is none. */
const describeTrend = (compared: Compared, area: Area): string => {
  const found = trendOf(compared, area);
  if (isWhy(found)) return `No five-year trend is worked out: ${found.why}.`;
  const { clear, of } = trendsOfAll(compared);
  const span = `Over the last five years, ${yearOf(compared.period) - TREND_POINTS + 1} to ${compared.period},`;
  return found.trend === 'no clear trend'
    ? `${span} there is no clear trend; ${clear} of ${of} councils have one.`
    : `${span} it is ${found.trend} by more than is usual for this measure: one of ${clear} councils of ${of} with a clear trend.`;
};

/** The verdict on the change from the year before, short and as a sentence; nothing to say of areas too small to be tested. */
const changeFromYearBefore = (compared: Compared, area: Area): { cell: string; text: string } => {
  const { store, measure, variant, period } = compared;
  const before = String(Number(period) - 1);
  const line = slice(store.series(measure.slug), variant.key, area.key)[0];
  const point = line && findPoint(line, period);
  if (TOO_SMALL.includes(area.key)) return { cell: 'not tested', text: '' };
  if (!point || !comparableAt(line, point, before))
    return { cell: 'not tested', text: `No figure of ${before} can be compared with it.` };
  const claim = changeFrom(compared, area, before);
  return { cell: isWhy(claim.tested) ? 'not tested' : claim.tested.verdict, text: describeClaim(claim, variant) };
};

const rateAt = (store: FigureStore, measure: Measure, key: string, year: Period): number | null =>
  slice(store.series(measure.slug), 'rate', key)
    .flatMap((line) => findPoint(line, year) ?? [])
    .map(({ value }) => value)[0] ?? null;

const cell = (value: number | null | undefined, without: string): string =>
  value === null || value === undefined ? without : formatNumber(value, 1);

const NOT_COMPARED = {
  side: '–',
  place: '–',
  placeRange: '–',
  change: '–',
  trend: '–'
};

const ordinals = ({ first, last }: { first: number; last: number }): string =>
  first === last ? ordinalOf(first) : `${ordinalOf(first)} to ${ordinalOf(last)}`;

/** A place and the range that chance leaves it, for two cells of a table; `none` where there is no place. */
const placeCells = (
  place: Rank | undefined,
  range: { first: number; last: number } | undefined,
  none: string
): [place: string, range: string] =>
  place ? [placeWords(place), range ? ordinals(range) : 'not worked out'] : [none, '–'];

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
    ...NOT_COMPARED,
    text: `No rate of ${nounOf(measure)} is held for ${inProse(area)}: those of councils begin in ${first}${ended}.`
  };
};

/** Why there is no figure, after the sentence that there is none. */
const describeMissing = ({ status }: Point): string =>
  status === 'suppressed'
    ? 'It is not published: the publisher held it back so that no one can be identified.'
    : 'It is not held here.';

/** The median of the ten as a cell: both ends where small counts leave it open. */
const medianCell = (group: SimilarGroup | undefined, variant: Variant): string =>
  !group ? 'none named' : group.median ? boundsWords(group.median, variant) : 'too few held';

/** One headline measure of an authority in its year, compared with England, its region, similar councils and all councils. */
const headlineOf = (store: FigureStore, slug: string, area: Area): Headline => {
  const measure = measureOf(slug)!;
  const variant = variantOf(measure, 'rate')!;
  const year = yearFor(store, measure, 'rate', area);
  const picture = year === undefined ? undefined : store.year(measure, 'rate', year);
  const result = picture && resultIn(picture, area);
  if (year === undefined || !picture || !result) return without(store, measure, area);
  const compared = { store, measure, variant, period: year };
  const group = similarGroup(compared, area);
  const region = store.areas.find(({ key }) => key === area.region);
  const regional = region ? rateAt(store, measure, region.key, year) : null;
  const own = result.point.value;
  const isHeld = own !== null;
  const trend = trendOf(compared, area);
  const change = changeFromYearBefore(compared, area);
  const [place, placeRange] = placeCells(result.rank, result.range, isHeld ? 'not ranked' : '–');
  return {
    measure,
    year,
    figure: cell(own, result.point.status === 'suppressed' ? 'not published' : 'not held'),
    england: cell(rateAt(store, measure, ENGLAND, year), 'not held'),
    region: cell(regional, 'not held'),
    similar: medianCell(group, variant),
    ...(group ? { group } : {}),
    side: result.against?.side ?? '–',
    place,
    placeRange,
    change: isHeld ? change.cell : '–',
    trend: !isHeld ? '–' : isWhy(trend) ? 'not worked out' : trend.trend,
    text: [
      describeResult(picture, result),
      isHeld
        ? result.rank
          ? ''
          : 'It has too few children to be ranked, or tested against England.'
        : describeMissing(result.point),
      region && regional !== null ? `The rate of ${inProse(region)} was ${formatNumber(regional, 1)}.` : '',
      group ? describeGroup(group, variant) : '',
      isHeld && result.rank ? change.text : '',
      isHeld && result.rank ? describeTrend(compared, area) : ''
    ]
      .filter(Boolean)
      .join(' ')
  };
};

/** The three headline measures of an authority, in their order. */
export const headlinesOf = (store: FigureStore, area: Area): Headline[] =>
  HEADLINES.map((slug) => headlineOf(store, slug, area));
