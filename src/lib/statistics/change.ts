/** A count, and half of what it was rounded to: 0 where it is exact. The true count lies within `margin` of it. */
export interface Count {
  value: number;
  margin: number;
}

export const DIRECTIONS = ['rose', 'did not change beyond rounding', 'fell'] as const;

export type Direction = (typeof DIRECTIONS)[number];

/** A difference of two counts, with what rounding leaves open. */
export interface Change extends Count {
  direction: Direction;
}

/** The mean of counts. Each may be off by its own margin in the same direction, so the mean may be off by the mean of the margins. */
export const meanOf = (counts: readonly Count[]): Count => ({
  value: counts.reduce((sum, { value }) => sum + value, 0) / counts.length,
  margin: counts.reduce((sum, { margin }) => sum + margin, 0) / counts.length
});

/**
 * After less before, in per cent of before. To ten decimals, so that a change that ends in exactly a half is rounded as one: the
 * thirds of 160 and 164 give 2.5, not 2.499999999999991.
 */
export const percentBetween = (before: number, after: number): number =>
  Math.round(((after - before) / before) * 1e12) / 1e10;

/** After less before. It is called a rise or a fall only where it is one whatever rounding did to either side. */
export const changeBetween = (before: Count, after: Count): Change => {
  const value = after.value - before.value;
  const margin = before.margin + after.margin;
  return {
    value,
    margin,
    direction: value > margin ? 'rose' : value < -margin ? 'fell' : 'did not change beyond rounding'
  };
};

/** Control limits of the ratio of two counts, one after the other, about a ratio that all share. */
export interface Limits {
  low: number;
  high: number;
}

/** Standard deviations to the 95% and the 99.8% limits, both sides together. */
export const NEAR = 1.959964;
export const FAR = 3.090232;

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

export type Standing = 'higher' | 'similar' | 'lower';

/** Whether the ratio of two counts lies outside limits whatever rounding did to either. */
export const standingOf = (before: Count, after: Count, ratio: number, reach: number): Standing => {
  const lowest = (after.value - after.margin) / (before.value + before.margin);
  const highest = (after.value + after.margin) / Math.max(before.value - before.margin, 1e-9);
  const { low, high } = limitsAround(ratio, before.value, reach);
  return lowest > high ? 'higher' : highest < low ? 'lower' : 'similar';
};
