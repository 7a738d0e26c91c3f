/** A figure with what rounding leaves open of it, both ends in its own unit; all three the same where it is exact. */
export interface Rounded {
  value: number;
  low: number;
  high: number;
}

/**
 * What rounding leaves open of a figure, from half the width that it leaves (the margin of a point: 2.5 for a count rounded to
 * 5, 0 for one that is exact), in the unit of the figure and not below zero. Throws where the value or the margin is below zero
 * or not finite.
 */
export const roundingRange = (value: number, margin: number): Rounded => {
  if (!(value >= 0 && margin >= 0 && value < Infinity && margin < Infinity))
    throw new Error(`roundingRange: expected a figure and a margin from zero, found ${value} and ${margin}`);
  return { value, low: Math.max(0, value - margin), high: value + margin };
};

/** A count and what rounding leaves open of it as a rate for every 10,000 of a population, which is above zero, or it throws. */
export const rateRange = ({ value, low, high }: Rounded, population: number): Rounded => {
  if (!(population > 0 && population < Infinity))
    throw new Error(`rateRange: expected a population above zero, found ${population}`);
  const rate = (count: number): number => (count / population) * 10_000;
  return { value: rate(value), low: rate(low), high: rate(high) };
};
