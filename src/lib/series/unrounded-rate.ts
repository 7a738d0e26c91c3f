import { round } from '#lib/domain/index.ts';

const PER = 10_000;

/** A rate to more places than it is printed with: a count out of so many children, times 10,000. */
export const rateOf = (count: number, children: number): number => (count / children) * PER;

/** The children that a count and its printed rate give back: within the rounding of the rate. */
const roughly = (count: number, printed: number): number => (printed > 0 ? Math.round((count * PER) / printed) : 0);

/**
 * The children that a rate is out of, less what its count and the printed rate give back: a number of three digits or so where
 * the children are five or six, which takes half the bytes, and the rate is exact again. Null where count and children do not
 * give the printed rate: it then stands as it is.
 */
export const packChildren = (count: number, printed: number, children: number, dp: number): number | null =>
  round(rateOf(count, children), dp) === printed ? children - roughly(count, printed) : null;

/** The rate before it was rounded, from its count, the printed rate and what `packChildren` made of the children. */
export const unpackRate = (count: number, printed: number, packed: number): number =>
  count === 0 ? 0 : rateOf(count, roughly(count, printed) + packed);
