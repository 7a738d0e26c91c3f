import { binomialCdf, poissonCdf } from './distributions.ts';
import { zOf, type Interval } from './interval.ts';

/** How chance is modelled: a rate is a count of events, a percentage a share of a whole. */
export const KINDS = ['rate', 'percent'] as const;

export type Kind = (typeof KINDS)[number];

/** What a figure is for each of its base: a rate for every 10,000, a percentage for every 100. */
export const PER: Record<Kind, number> = { rate: 10_000, percent: 100 };

/**
 * The point at which a count's distribution function reaches a probability, drawn straight between whole counts, so that
 * limits run smoothly over size (Spiegelhalter 2005, Statistics in Medicine 24: 1185-1202, appendix A.1.1). Below the first
 * step it is zero. `cdf` rises over whole numbers; `start` is near the quantile.
 */
const interpolated = (cdf: (k: number) => number, p: number, start: number): number => {
  let k = Math.max(0, Math.round(start));
  while (cdf(k) < p) k++;
  while (k > 0 && cdf(k - 1) >= p) k--;
  const [before, at] = [cdf(k - 1), cdf(k)];
  // r with P(X ≤ r) ≥ p for the first time: between r - 1 and r by how far p lies between their probabilities.
  return Math.max(0, k - (at - p) / (at - before));
};

/**
 * The limits that a figure of an area of a size stays within by chance, were its true figure the centre: exact Poisson for
 * rates, exact binomial for percentages. `centre` and the result in the unit of the figure; `size` is what it is out of;
 * `level` as 0.95. At the most a hundredfold work is saved by going out from the normal quantile.
 */
export const limitsAt = (centre: number, size: number, level: number, kind: Kind): Interval => {
  if (!(size > 0)) throw new Error(`limitsAt: expected a size above zero, found ${size}`);
  if (!(centre >= 0)) throw new Error(`limitsAt: expected a centre from zero, found ${centre}`);
  const share = centre / PER[kind];
  const n = Math.round(size);
  const mean = share * (kind === 'percent' ? n : size);
  if (mean === 0) return { low: 0, high: 0 };
  const sd = Math.sqrt(kind === 'rate' ? mean : mean * Math.max(0, 1 - share));
  const cdf = (k: number): number => (kind === 'rate' ? poissonCdf(k, mean) : binomialCdf(k, n, share));
  const tail = (1 - level) / 2;
  const reach = zOf(level) * sd;
  const toFigure = (count: number): number => (count / (kind === 'percent' ? n : size)) * PER[kind];
  return {
    low: toFigure(interpolated(cdf, tail, mean - reach)),
    high: toFigure(interpolated(cdf, 1 - tail, mean + reach))
  };
};

/** How far out a figure lies: on which side of the limits around the centre, and of which: 95%, 99.8%, or within (0). */
export interface Beyond {
  side: 'higher' | 'lower' | 'within';
  level: 0 | 95 | 99.8;
}

/** Places a figure against the 95% and the 99.8% limits around a centre. */
export const beyond = (value: number, size: number, centre: number, kind: Kind): Beyond => {
  for (const level of [99.8, 95] as const) {
    const { low, high } = limitsAt(centre, size, level / 100, kind);
    if (value > high) return { side: 'higher', level };
    if (value < low) return { side: 'lower', level };
  }
  return { side: 'within', level: 0 };
};
