import { zOf } from './interval.ts';
import type { Rounded } from './rounding.ts';

/** A count, or a mean of counts, with the least and the most that it can have been before rounding. */
export type Count = Rounded;

export const DIRECTIONS = ['rose', 'did not change beyond rounding', 'fell'] as const;

export type Direction = (typeof DIRECTIONS)[number];

/** A difference of two counts, with what rounding leaves open. */
export interface Change extends Count {
  direction: Direction;
}

/** The mean of counts. Rounding may have moved each the same way, so its ends are the means of their ends. */
export const meanOf = (counts: readonly Count[]): Count => {
  const { value, low, high } = sumOf(counts);
  return { value: value / counts.length, low: low / counts.length, high: high / counts.length };
};

/** The sum of counts, and of their ends. */
export const sumOf = (counts: readonly Count[]): Count =>
  counts.reduce(
    (sum, { value, low, high }) => ({ value: sum.value + value, low: sum.low + low, high: sum.high + high }),
    { value: 0, low: 0, high: 0 }
  );

/** A count so many times. */
export const scale = ({ value, low, high }: Count, by: number): Count => ({
  value: value * by,
  low: low * by,
  high: high * by
});

/**
 * After less before, in per cent of before. To ten decimals, so that a change that ends in exactly a half is rounded as one: the
 * thirds of 160 and 164 give 2.5, not 2.499999999999991.
 */
export const percentBetween = (before: number, after: number): number =>
  Math.round(((after - before) / before) * 1e12) / 1e10;

/** After less before, with the least and the most that the difference can be. */
export const differenceOf = (before: Count, after: Count): Count => ({
  value: after.value - before.value,
  low: after.low - before.high,
  high: after.high - before.low
});

/** After less before. It is called a rise or a fall only where it is one whatever rounding did to either side. */
export const changeBetween = (before: Count, after: Count): Change => {
  const by = differenceOf(before, after);
  return { ...by, direction: by.low > 0 ? 'rose' : by.high < 0 ? 'fell' : 'did not change beyond rounding' };
};

/** Control limits of the ratio of two counts, one after the other, about a ratio that all share. */
interface Limits {
  low: number;
  high: number;
}

/** Standard deviations to the 95% and the 99.8% limits, both sides together. */
export const NEAR = zOf(0.95);
export const FAR = zOf(0.998);

/**
 * Limits within which the ratio of a later to an earlier count would lie by chance if the shared ratio held here too and
 * children came independently of each other: on the logarithm, with the variance 1/before + 1/(before × ratio).
 * `reach` is in standard deviations. Source: Rothman, Greenland and Lash, Modern Epidemiology, 3rd edition, chapter 14
 * (ratio of two Poisson counts).
 */
export const limitsAround = (ratio: number, before: number, reach: number): Limits => {
  const wide = reach * Math.sqrt(1 / before + 1 / (before * ratio));
  return { low: ratio * Math.exp(-wide), high: ratio * Math.exp(wide) };
};

export type ComparedToAll = 'higher' | 'similar' | 'lower';

/** Whether the ratio of two counts lies outside limits whatever rounding did to either. */
export const compareRatios = (before: Count, after: Count, ratio: number, reach: number): ComparedToAll => {
  const lowest = after.low / before.high;
  const highest = after.high / Math.max(before.low, 1e-9);
  const { low, high } = limitsAround(ratio, before.value, reach);
  return lowest > high ? 'higher' : highest < low ? 'lower' : 'similar';
};
