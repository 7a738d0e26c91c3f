import { roundedTo } from './rounding.ts';

/** The whole numbers of children that a published count may stand for: both ends the same where it is exact. */
export interface CountRange {
  least: number;
  most: number;
}

/** A count and what it is out of. */
export interface SizedRange extends CountRange {
  size: number;
}

/** The counts from 1 to 5 that are suppressed where zeros are published. */
export const SUPPRESSED: CountRange = { least: 1, most: 5 };

/** What a count rounded to a base stands for, in whole children (`roundedTo`). A base of 1 is exact. Throws for a count below zero. */
export const countRange = (printed: number, base = 1): CountRange => {
  const { low, high } = roundedTo(printed, base);
  return { least: low, most: high };
};

/**
 * The whole counts that give a percentage of a size when rounded to `dp` decimal places; where no whole count does, because the
 * size is not quite what it was divided by, the nearest one.
 */
export const countsOfPercent = (percent: number, size: number, dp: number): CountRange => {
  const half = 0.5 / 10 ** dp;
  const nearest = Math.min(size, Math.max(0, Math.round((percent / 100) * size)));
  const least = Math.max(0, Math.ceil(((percent - half) / 100) * size - 1e-9));
  const most = Math.min(size, Math.floor(((percent + half) / 100) * size + 1e-9));
  return least <= most ? { least, most } : { least: nearest, most: nearest };
};
