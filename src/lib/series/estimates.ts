import type { Period, Variant } from '#lib/domain/index.ts';
import { TREND_CODES, type EstimatesFile, type Why, type YearEstimates } from '#lib/statistics/estimates-file.ts';
import { zOf } from '#lib/statistics/interval.ts';
import { expectedRate } from '#lib/statistics/deprivation-adjusted.ts';
import type { LogSpread } from '#lib/statistics/over-dispersion.ts';
import type { Quarter } from '#lib/statistics/rank.ts';

/** Where a council may stand among all once chance is allowed for; `quarter` (1 has the lowest figures) only where it may be named. */
export interface PlaceRange {
  first: number;
  last: number;
  of: number;
  quarter?: Quarter;
}

/** Which estimates are asked for: the file of the measure, undefined for a measure that has none, a way of counting, a year. */
interface EstimatesOf {
  file: EstimatesFile | undefined;
  unit: Variant['key'];
  period: Period;
}

export const NO_ESTIMATES: Why = { why: 'chance cannot be worked out for these figures' };
const NOT_RANKED: Why = { why: 'it has no figure to rank this year' };
const NO_TREND: Why = { why: 'it has no figure this year' };

const TREND_REASONS: Partial<Record<(typeof TREND_CODES)[number], string>> = {
  'fewer than five years': 'there are fewer than five years of figures',
  'a break': 'the way of counting changed within the five years',
  'a missing year': 'a figure is missing in the five years',
  'none or all': 'a year has none, or all'
};

export const isWhy = (found: object): found is Why => 'why' in found;

const yearOf = ({ file, unit, period }: EstimatesOf): YearEstimates | undefined => file?.variants[unit]?.years[period];

const columnOf = ({ file, unit }: EstimatesOf, area: string): number => file!.variants[unit]!.areas.indexOf(area);

/** The range of places of a council from the highest figure, or why it has none. */
export const placeRangeIn = (of: EstimatesOf, area: string): PlaceRange | Why => {
  const ranks = yearOf(of)?.ranks;
  if (!ranks) return NO_ESTIMATES;
  if (isWhy(ranks)) return ranks;
  const at = columnOf(of, area);
  const [first, last, quarter] = [ranks.first[at], ranks.last[at], ranks.quarter[at]];
  if (!first || !last) return NOT_RANKED;
  return { first, last, of: ranks.of, ...(quarter ? { quarter } : {}) };
};

/** How far councils usually lie from England's figure, for `logLimits`, `factorOf` and `usualRange`; or why that is not known. */
export const spreadIn = (of: EstimatesOf): LogSpread | Why => {
  const spread = yearOf(of)?.spread;
  if (!spread) return NO_ESTIMATES;
  return isWhy(spread) ? spread : { kind: 'spread', ...spread };
};

/** How rates stand once each is set against the rate usual at its council's deprivation score. */
export interface AdjustedSpread {
  /** What draws limits round the rate usual at a score. */
  spread: Pick<LogSpread, 'figure' | 'centre' | 'tau'>;
  /** Whether rates are usually higher or lower where deprivation is, as far as the figures tell. */
  trend: 'higher' | 'lower' | 'not clear';
  /** The rate usual at the score of a council; undefined for one without a score. */
  expectedOf: (area: string) => number | undefined;
  /** Councils younger than the index, which have the score of the one that they were part of. */
  borrowed: readonly string[];
}

/** The spread of rates given deprivation; undefined of figures that are not set against it, or why it cannot be given. */
export const adjustedIn = (of: EstimatesOf): AdjustedSpread | Why | undefined => {
  const year = yearOf(of);
  const variant = of.file?.variants[of.unit];
  const { adjusted, spread } = year ?? {};
  if (!adjusted || !spread || !variant) return undefined;
  if (isWhy(adjusted)) return adjusted;
  if (isWhy(spread)) return spread;
  return {
    spread: { figure: spread.figure, centre: spread.centre, tau: adjusted.tau },
    trend:
      Math.abs(adjusted.slope) < zOf(0.95) * adjusted.error ? 'not clear' : adjusted.slope > 0 ? 'higher' : 'lower',
    expectedOf: (area) => {
      const score = variant.scores?.[variant.areas.indexOf(area)];
      return score ? expectedRate(adjusted, score) : undefined;
    },
    borrowed: variant.borrowed ?? []
  };
};

/** How far the measure usually moves from year to year, for `changesBetween`; or why that is not known. */
export const dispersionIn = (of: EstimatesOf): YearEstimates['dispersion'] => yearOf(of)?.dispersion ?? NO_ESTIMATES;

/** A trend over the five years up to one. */
export type FiveYears = 'rising' | 'falling' | 'no clear trend';

/** The five-year trend of a council, with the measure's usual movement allowed for; or why there is none. */
export const trendIn = (of: EstimatesOf, area: string): { trend: FiveYears } | Why => {
  const year = yearOf(of);
  if (!year) return NO_ESTIMATES;
  if (!year.trends.length) return isWhy(year.dispersion) ? year.dispersion : NO_TREND;
  const code = TREND_CODES[year.trends[columnOf(of, area)] ?? -1];
  if (!code) return NO_TREND;
  const why = TREND_REASONS[code];
  return why ? { why } : { trend: code as FiveYears };
};

/** How many councils the five-year trend says to rise and to fall, of how many that have one. */
export const trendCounts = (of: EstimatesOf): { rising: number; falling: number; of: number } => {
  const codes = (yearOf(of)?.trends ?? []).map((code) => TREND_CODES[code]);
  const count = (...kinds: FiveYears[]): number => codes.filter((code) => kinds.some((kind) => kind === code)).length;
  return { rising: count('rising'), falling: count('falling'), of: count('rising', 'falling', 'no clear trend') };
};
