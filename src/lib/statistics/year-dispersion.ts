import type { SizedRange } from './count-range.ts';
import type { RateKind } from './limits.ts';
import { noClaim, type NoClaim } from './no-claim.ts';
import { FEWEST_AREAS } from './over-dispersion.ts';
import { quantile } from './quantile.ts';

/** One area's figure in two neighbouring years. */
export interface YearPair {
  before: SizedRange;
  after: SizedRange;
}

/** How many years before the last one are looked at, so that the figure is that of the present way of counting. */
const RECENT_PAIRS = 5;

/**
 * How far a measure usually moves from year to year, as a multiple of the variance that chance gives. It grows with the counts: a
 * council's is `factor` times its count of both years together to the power of `exponent` (`dispersionAt`), and `phi` is that of a
 * council of middling size, to be stated, 1 where by no more than chance. `pairs` says from how many pairs of years, `areas` from
 * how many areas in the last of them.
 */
export interface YearDispersion {
  kind: 'year to year';
  phi: number;
  factor: number;
  exponent: number;
  pairs: number;
  areas: number;
}

const NO_YEARS = 'no two neighbouring years have figures for ten areas or more';

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

/** How far an area moved beyond what all share: squared, over the variance of chance; and the count that the variance goes by. */
interface Score {
  square: number;
  count: number;
}

const rateScores = (pairs: readonly Pair[]): Score[] => {
  const ratio = sharedRatio(pairs);
  return pairs.map(({ x1, x2, n1, n2 }) => {
    const p = (n2 * ratio) / (n1 + n2 * ratio);
    return { square: (x2 - (x1 + x2) * p) ** 2 / ((x1 + x2) * p * (1 - p)), count: x1 + x2 };
  });
};

const shareScores = (pairs: readonly Pair[]): Score[] => {
  const sum = (part: keyof Pair): number => total(pairs.map((pair) => pair[part]));
  const shared = sum('x2') / sum('n2') - sum('x1') / sum('n1');
  return pairs.map(({ x1, x2, n1, n2 }) => {
    const share = (x1 + x2) / (n1 + n2);
    const square = (x2 / n2 - x1 / n1 - shared) ** 2 / (share * (1 - share) * (1 / n1 + 1 / n2));
    return { square, count: x1 + x2 };
  });
};

/** The scores of the areas that say something; undefined of fewer than ten. */
const scoresOf = (pairs: readonly YearPair[], figure: RateKind): Score[] | undefined => {
  const used = pairs.map(numbersOf).filter(({ x1, x2, n1, n2 }) => {
    const isSome = x1 + x2 > 0 && n1 > 0 && n2 > 0;
    return isSome && (figure === 'rate' || x1 + x2 < n1 + n2);
  });
  if (used.length < FEWEST_AREAS) return undefined;
  const scores = figure === 'rate' ? rateScores(used) : shareScores(used);
  return scores.every(({ square }) => Number.isFinite(square)) ? scores : undefined;
};

/** The mean of the squares over counts to a power, on the degrees of freedom: one is taken by what all areas share. */
const meanSquare = (scores: readonly Score[], exponent: number): number =>
  total(scores.map(({ square, count }) => square / count ** exponent)) / (scores.length - 1);

/**
 * How far areas moved from one year to the next beyond what all of them share, as a multiple of the variance that chance gives:
 * Pearson's chi-squared over its degrees of freedom (McCullagh and Nelder 1989, section 4.5), for rates of the second count as
 * binomial out of both, with the ratio that all areas share fitted by maximum likelihood; for percentages of the difference of
 * the two about that of all areas together. Undefined with fewer than ten areas. Areas with none, or all, in both years say
 * nothing and are left out.
 */
export const dispersionBetween = (
  pairs: readonly YearPair[],
  figure: RateKind
): { phi: number; areas: number } | undefined => {
  const scores = scoresOf(pairs, figure);
  return scores && { phi: meanSquare(scores, 0), areas: scores.length };
};

/**
 * The power of the count with which squares grow: a log-linear fit with the standard deviation going with the mean (R's `glm` with
 * `quasi(link = "log", variance = "mu^2")`), at least 0, as chance alone has it, and at most 1, where every council's rate moves by
 * the same part of itself.
 */
const exponentOf = (scores: readonly Score[]): number => {
  // Given the exponent, the level is the mean of squares over counts to that power; what is left is one equation.
  const excess = (exponent: number): number => {
    const level = total(scores.map(({ square, count }) => square / count ** exponent)) / scores.length;
    return total(scores.map(({ square, count }) => (square / (level * count ** exponent) - 1) * Math.log(count)));
  };
  if (!(excess(0) > 0)) return 0;
  if (excess(1) > 0) return 1;
  let [low, high] = [0, 1];
  while (high - low > 1e-12) {
    const middle = (low + high) / 2;
    if (excess(middle) > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
};

const median = (values: readonly number[]): number => quantile(values, 0.5);

/**
 * The usual year-to-year over-dispersion of a measure, from its last five pairs of neighbouring years. The power of the count is
 * that of all five together; the level is the median of the five, so that one odd year does not set it. `years` holds the pairs of
 * all areas, one list a pair of years, in order of time, none across a break. Variation that is real counts too: what passes a
 * test that allows for it is a change greater than councils' figures for the measure usually make.
 */
export const yearDispersion = (
  years: readonly (readonly YearPair[])[],
  figure: RateKind
): YearDispersion | NoClaim<typeof NO_YEARS> => {
  const found = years.flatMap((pairs) => {
    const scores = scoresOf(pairs, figure);
    return scores ? [scores] : [];
  });
  const recent = found.slice(-RECENT_PAIRS);
  const last = recent.at(-1);
  if (!last) return noClaim(NO_YEARS);
  const exponent = exponentOf(recent.flat());
  const factor = median(recent.map((scores) => meanSquare(scores, exponent)));
  const phi = dispersionAt({ factor, exponent }, median(last.map(({ count }) => count)));
  return { kind: 'year to year', phi, factor, exponent, pairs: recent.length, areas: last.length };
};

/**
 * The over-dispersion of a council, from its counts of two years together (of percentages too: how many, not out of how many); at
 * least 1, so that no test is made sharper than chance allows.
 */
export const dispersionAt = (
  { factor, exponent }: Pick<YearDispersion, 'factor' | 'exponent'>,
  bothCounts: number
): number => Math.max(1, factor * bothCounts ** exponent);
