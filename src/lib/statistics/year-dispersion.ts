import type { SizedRange } from './count-range.ts';
import type { Kind } from './limits.ts';
import { noClaim, type NoClaim } from './no-claim.ts';
import { FEWEST_AREAS } from './over-dispersion.ts';
import { quantile } from './quantile.ts';

/** One area's figure in two neighbouring years. */
export interface YearPair {
  before: SizedRange;
  after: SizedRange;
}

/** How many years before the last one are looked at, so that the figure is that of the present way of counting. */
export const RECENT_PAIRS = 5;

/**
 * How far a measure usually moves from year to year, as a multiple of the variance that chance gives: 1 where by no more.
 * `pairs` says from how many pairs of years, `areas` from how many areas in the last of them.
 */
export interface YearDispersion {
  kind: 'year to year';
  phi: number;
  pairs: number;
  areas: number;
}

export const NO_YEARS = 'no two neighbouring years have figures for ten areas or more';

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
const middle = ({ least, most }: SizedRange): number => (least + most) / 2;

interface Pair {
  x1: number;
  x2: number;
  n1: number;
  n2: number;
}

const numbersOf = ({ before, after }: YearPair): Pair => ({
  x1: middle(before),
  x2: middle(after),
  n1: before.size,
  n2: after.size
});

/** The ratio of rates that all areas share: the one at which the second years' counts add up to what is expected of them. */
const sharedRatio = (pairs: readonly Pair[]): number => {
  const excess = (log: number): number =>
    total(pairs.map(({ x1, x2, n1, n2 }) => x2 - ((x1 + x2) * n2 * Math.exp(log)) / (n1 + n2 * Math.exp(log))));
  let [low, high] = [-50, 50];
  for (let i = 0; i < 200 && high - low > 1e-14; i++) {
    const at = (low + high) / 2;
    if (excess(at) > 0) low = at;
    else high = at;
  }
  return Math.exp((low + high) / 2);
};

const rateScores = (pairs: readonly Pair[]): number[] => {
  const ratio = sharedRatio(pairs);
  return pairs.map(({ x1, x2, n1, n2 }) => {
    const p = (n2 * ratio) / (n1 + n2 * ratio);
    return (x2 - (x1 + x2) * p) ** 2 / ((x1 + x2) * p * (1 - p));
  });
};

const shareScores = (pairs: readonly Pair[]): number[] => {
  const sum = (part: keyof Pair): number => total(pairs.map((pair) => pair[part]));
  const shared = sum('x2') / sum('n2') - sum('x1') / sum('n1');
  return pairs.map(({ x1, x2, n1, n2 }) => {
    const share = (x1 + x2) / (n1 + n2);
    return (x2 / n2 - x1 / n1 - shared) ** 2 / (share * (1 - share) * (1 / n1 + 1 / n2));
  });
};

/**
 * How far areas moved from one year to the next beyond what all of them share, as a multiple of the variance that chance gives:
 * Pearson's chi-squared over its degrees of freedom (McCullagh and Nelder 1989, section 4.5), for rates of the second count as
 * binomial out of both, with the ratio that all areas share fitted by maximum likelihood; for percentages of the difference of
 * the two about that of all areas together. Undefined with fewer than ten areas. Areas with none, or all, in both years say
 * nothing and are left out.
 */
export const dispersionBetween = (
  pairs: readonly YearPair[],
  figure: Kind
): { phi: number; areas: number } | undefined => {
  const used = pairs.map(numbersOf).filter(({ x1, x2, n1, n2 }) => {
    const isSome = x1 + x2 > 0 && n1 > 0 && n2 > 0;
    return isSome && (figure === 'rate' || x1 + x2 < n1 + n2);
  });
  if (used.length < FEWEST_AREAS) return undefined;
  const scores = figure === 'rate' ? rateScores(used) : shareScores(used);
  const phi = total(scores) / (used.length - 1);
  return Number.isFinite(phi) ? { phi, areas: used.length } : undefined;
};

/**
 * The usual year-to-year over-dispersion of a measure: the median of that of its last five pairs of neighbouring years, so that
 * one odd year does not set it, and at least 1, so that no test is made sharper than chance allows. `years` holds the pairs of
 * all areas, one list a pair of years, in order of time, none across a break. Variation that is real counts too: what it leaves
 * is a change greater than councils' figures for the measure usually make.
 */
export const yearDispersion = (
  years: readonly (readonly YearPair[])[],
  figure: Kind
): YearDispersion | NoClaim<typeof NO_YEARS> => {
  const found = years.flatMap((pairs) => dispersionBetween(pairs, figure) ?? []).slice(-RECENT_PAIRS);
  if (!found.length) return noClaim(NO_YEARS);
  const phi = quantile(
    found.map((each) => each.phi),
    0.5
  );
  return { kind: 'year to year', phi: Math.max(1, phi), pairs: found.length, areas: found.at(-1)!.areas };
};
