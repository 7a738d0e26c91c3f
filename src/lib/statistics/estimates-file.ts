import type { LogSpread } from './over-dispersion.ts';
import type { Quarter } from './rank.ts';
import type { RecentTrend } from './recent-trend.ts';
import type { YearDispersion } from './year-dispersion.ts';

/** Why there is nothing to say, in words that a page can print. */
export interface Why {
  why: string;
}

type NoTrend = Extract<RecentTrend, { kind: 'none' }>['why'];

/** What a recent trend can be; a file has the place in this list. */
export const TREND_CODES: readonly (Exclude<RecentTrend['kind'], 'none'> | NoTrend)[] = [
  'rising',
  'falling',
  'no clear trend',
  'fewer than five years',
  'a break',
  'a missing year',
  'none or all'
];

/** The estimates of one measure, way of counting and year, as a file holds them; columns are in the order of its areas. */
export interface YearEstimates {
  /** How far councils usually lie from England's figure. */
  spread: Pick<LogSpread, 'figure' | 'centre' | 'tau' | 'phi' | 'used' | 'missing' | 'zeros'> | Why;
  /**
   * Rates given deprivation (`adjustForDeprivation`): with `expectedRate` the rate usual at a score, and the τ that is left, which draws
   * limits. Absent for percentages, and of years far from those of the scores.
   */
  adjusted?: { level: number; slope: number; error: number; tau: number; used: number; withoutScore: number } | Why;
  /** How far the measure usually moves from year to year, up to this one. */
  dispersion: Pick<YearDispersion, 'phi' | 'factor' | 'exponent' | 'pairs' | 'areas'> | Why;
  /** How many are ranked; the first and last place of each from the highest, 0 where it is not ranked, and the quarter that may be named, else 0. */
  ranks: { of: number; first: number[]; last: number[]; quarter: (Quarter | 0)[] } | Why;
  /** The five-year trend up to this year, as a place in `TREND_CODES`; -1 for a council without a figure. Empty where no dispersion is known. */
  trends: number[];
}

/** All estimates of a measure, by way of counting and year. */
export interface EstimatesFile {
  measure: string;
  variants: Partial<
    Record<
      string,
      {
        areas: string[];
        /** The deprivation score of each area, 0 where it has none; absent where nothing is adjusted by them. */
        scores?: number[];
        /** The areas that have the score of the one before them. */
        borrowed?: string[];
        years: Record<string, YearEstimates>;
      }
    >
  >;
}
