import { binomialCdf, poissonCdf } from './distributions.ts';
import { zOf, type Interval } from './interval.ts';

/** How chance is modelled: a rate is a count of events, a percentage a share of a whole. */
export const KINDS = ['rate', 'percent'] as const;

export type RateKind = (typeof KINDS)[number];

/** What a figure is for each of its base: a rate for every 10,000, a percentage for every 100. */
export const PER: Record<RateKind, number> = { rate: 10_000, percent: 100 };

/**
 * The point at which a count's distribution function reaches a probability, drawn straight between whole counts, so that
 * limits run smoothly over size (Spiegelhalter 2005, Statistics in Medicine 24: 1185-1202, appendix A.1.1): r - α, with r the
 * first count at or past the probability and α how far past it is, as a part of r's own probability. `cdf` rises over whole
 * numbers; `start` is near the quantile. Zero where r is zero.
 */
const interpolated = (cdf: (k: number) => number, p: number, start: number): number => {
  let k = Math.max(0, Math.round(start));
  while (cdf(k) < p) k++;
  while (k > 0 && cdf(k - 1) >= p) k--;
  if (k === 0) return 0;
  const [before, at] = [cdf(k - 1), cdf(k)];
  return k - (at - p) / (at - before);
};

/**
 * The limits that a figure of an area of a size stays within by chance, were its true figure the centre: exact Poisson for
 * rates, exact binomial for percentages, both interpolated between whole counts (Spiegelhalter 2005). `centre` and the result
 * in the unit of the figure; `size` is what it is out of, above zero, and for a percentage rounded to a whole number of one or
 * more; `level` as 0.95. Throws for a centre below zero or above all.
 *
 * About 1 in 20 lie outside the 95% limits by chance. Where few are expected, more of these lie above than below, as the upper
 * limit lies within the first count at or past its probability: of 20 expected, 3.4% above and 2.1% below; of 100, 2.8% and
 * 2.3%.
 */
export const limitsAt = (centre: number, size: number, level: number, kind: RateKind): Interval => {
  const n = kind === 'percent' ? Math.round(size) : size;
  if (!(n > 0 && n < Infinity)) throw new Error(`limitsAt: expected a size above zero, found ${size}`);
  const share = centre / PER[kind];
  if (!(centre >= 0 && centre < Infinity && (kind === 'rate' || share <= 1)))
    throw new Error(`limitsAt: expected a centre from zero${kind === 'rate' ? '' : ' to 100'}, found ${centre}`);
  const mean = share * n;
  if (mean === 0) return { low: 0, high: 0 };
  const sd = Math.sqrt(kind === 'rate' ? mean : mean * (1 - share));
  const cdf = (k: number): number => (kind === 'rate' ? poissonCdf(k, mean) : binomialCdf(k, n, share));
  const tail = (1 - level) / 2;
  const reach = zOf(level) * sd;
  const low = interpolated(cdf, tail, mean - reach);
  // Where chance alone often makes it all of them, interpolating would shut that out.
  const isAll = kind === 'percent' && cdf(n - 1) < 1 - tail;
  const high = isAll ? n : interpolated(cdf, 1 - tail, mean + reach);
  return { low: (low / n) * PER[kind], high: (high / n) * PER[kind] };
};

/** How far out a figure lies: on which side of the limits around the centre, and of which: 95%, 99.8%, or within (0). */
interface Beyond {
  side: 'higher' | 'lower' | 'within';
  level: 0 | 95 | 99.8;
}

/**
 * Places a figure against the 95% and the 99.8% limits around a centre. All in the unit of the figure; `size` is what it is out
 * of. Throws as `limitsAt` does, and for a value that is not a finite number.
 */
export const beyond = (value: number, size: number, centre: number, kind: RateKind): Beyond => {
  if (!Number.isFinite(value)) throw new Error(`beyond: expected a number, found ${value}`);
  for (const level of [99.8, 95] as const) {
    const { low, high } = limitsAt(centre, size, level / 100, kind);
    if (value > high) return { side: 'higher', level };
    if (value < low) return { side: 'lower', level };
  }
  return { side: 'within', level: 0 };
};
