/** A figure with the least and the most that it can have been before rounding; all three the same where it is exact. */
export interface Rounded {
  value: number;
  low: number;
  high: number;
}

/** How far below and above a published figure the one before rounding can lie. */
export interface RoundingMargin {
  below: number;
  above: number;
}

const EXACT: RoundingMargin = { below: 0, above: 0 };

/**
 * What rounding to a base leaves open of a count. Children are whole: a count rounded to 5 lies within 2 of what is printed, one
 * rounded to 10 within 5 below and 4 above. A base of 1 leaves nothing open.
 */
export const roundingMargin = (base: number): RoundingMargin =>
  base > 1 ? { below: Math.floor(base / 2), above: Math.ceil(base / 2) - 1 } : EXACT;

/** What rounding of a count leaves open of its rate per 10,000 children, to two decimal places; nothing where one place does not show it. */
export const openRate = ({ below, above }: RoundingMargin, children: number): RoundingMargin => {
  const [low, high] = [(below / children) * 10_000, (above / children) * 10_000];
  return Math.max(low, high) >= 0.05 ? { below: Number(low.toFixed(2)), above: Number(high.toFixed(2)) } : EXACT;
};

/** A count with what rounding to a base leaves open of it, not below zero. Throws where the value is below zero or not finite. */
export const roundedTo = (value: number, base: number): Rounded => {
  if (!(value >= 0 && value < Infinity)) throw new Error(`roundedTo: expected a count from zero, found ${value}`);
  const { below, above } = roundingMargin(base);
  return { value, low: Math.max(0, value - below), high: value + above };
};
