import type { ChangeVerdict } from './change-test.ts';
import type { LogSpread } from './over-dispersion.ts';
import type { Quarter } from './rank.ts';
import type { YearDispersion } from './year-dispersion.ts';

/** Why there is nothing to say, in words that a page can print. */
export interface Why {
  why: string;
}

/** The estimates of one measure, way of counting and year, as a file holds them; councils by key. */
export interface YearEstimates {
  spread: Pick<LogSpread, 'figure' | 'centre' | 'tau' | 'phi' | 'used' | 'missing'> | Why;
  dispersion: Pick<YearDispersion, 'phi' | 'factor' | 'exponent' | 'pairs' | 'areas'> | Why;
  /** How many are ranked, and of each its first and last place from the highest, and the quarter that may be named, else 0. */
  ranks: { of: number; places: Record<string, [first: number, last: number, quarter: Quarter | 0]> } | Why;
  /** What may be said of the change from the year before; its size and 95% interval, as `Difference` has them, and p. */
  changes: Record<string, [ChangeVerdict, value: number | null, low: number, high: number | null, p: number]>;
  trends: Record<string, 'rising' | 'falling' | 'no clear trend'>;
}

/** All estimates of a measure, by way of counting and year. */
export interface EstimatesFile {
  measure: string;
  variants: Partial<Record<string, Record<string, YearEstimates>>>;
}
