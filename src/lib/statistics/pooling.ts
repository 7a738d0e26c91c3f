import type { SizedRange } from './count-range.ts';
import { logGamma } from './distributions.ts';
import type { Kind } from './limits.ts';
import { digamma } from './special.ts';

/**
 * How the true figures of areas are spread, as a distribution of shares of one: gamma of shape `a` and rate `b` for rates, beta of
 * `a` and `b` for percentages. An area's own count `x` out of `n` makes it gamma(a + x, b + n) or beta(a + x, b + n - x).
 */
export interface Prior {
  figure: Kind;
  a: number;
  b: number;
}

/** The strength beyond which areas do not differ at all by what chance can show. */
const STRONGEST = 1e9;

/** The logarithm of the probability of a count out of a size, but for what does not hang on the count or the prior. */
const logChance = ({ figure, a, b }: Prior, x: number, n: number): number =>
  figure === 'rate'
    ? logGamma(a + x) - logGamma(x + 1) + x * Math.log(n / (b + n))
    : logGamma(a + x) + logGamma(b + n - x) - logGamma(x + 1) - logGamma(n - x + 1);

/** How likely each whole count of a range is, given the prior; they add up to one. */
export const weightsOf = (prior: Prior, { least, most, size }: SizedRange): number[] => {
  if (least === most) return [1];
  const logs = Array.from({ length: most - least + 1 }, (_, i) => logChance(prior, least + i, size));
  const highest = Math.max(...logs);
  const chances = logs.map((log) => Math.exp(log - highest));
  const sum = chances.reduce((total, each) => total + each, 0);
  return chances.map((each) => each / sum);
};

/** The mean over the counts that an area's may be, weighed by how likely each is. */
const expected = (prior: Prior, area: SizedRange, of: (x: number) => number): number =>
  area.least === area.most
    ? of(area.least)
    : weightsOf(prior, area).reduce((sum, weight, i) => sum + weight * of(area.least + i), 0);

/** The point where a falling function crosses zero, by bisection; an end where it does not cross. */
const root = (falling: (at: number) => number, from: number, to: number): number => {
  let [low, high] = [from, to];
  for (let i = 0; i < 100; i++) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high || high - low < 1e-13) break;
    if (falling(middle) > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
};

/** A prior by its mean share and its strength: how many children's worth of figures it counts for, less what a rate adds. */
const priorOf = (figure: Kind, mean: number, strength: number): Prior =>
  figure === 'rate'
    ? { figure, a: mean * strength, b: strength }
    : { figure, a: mean * strength, b: (1 - mean) * strength };

/** The slope of the log likelihood by the two parameters of a prior. */
const slopes = (areas: readonly SizedRange[], prior: Prior): { byA: number; byB: number } => {
  const { figure, a, b } = prior;
  let [byA, byB] = [0, 0];
  const [ofA, ofB, ofBoth] = [digamma(a), digamma(b), digamma(a + b)];
  for (const area of areas) {
    const n = area.size;
    if (figure === 'rate') {
      byA += expected(prior, area, (x) => digamma(a + x)) - ofA + Math.log(b / (b + n));
      byB += expected(prior, area, (x) => a / b - (a + x) / (b + n));
    } else {
      const shared = ofBoth - digamma(a + b + n);
      byA += expected(prior, area, (x) => digamma(a + x)) - ofA + shared;
      byB += expected(prior, area, (x) => digamma(b + n - x)) - ofB + shared;
    }
  }
  return { byA, byB };
};

/**
 * The prior that makes the areas' counts most likely (marginal maximum likelihood: negative binomial for rates, beta-binomial for
 * percentages). Likelihood rather than moments because a count that is only known to lie in a range, suppressed or rounded,
 * enters it as it is: as the sum over the counts that it may be. Mean and strength are nearly independent of each other, so each
 * is solved for in turn. `areas` have sizes above zero and some count above zero and, for percentages, below all.
 */
export const fitPrior = (areas: readonly SizedRange[], figure: Kind): Prior => {
  const size = areas.reduce((sum, area) => sum + area.size, 0);
  const count = areas.reduce((sum, { least, most }) => sum + (least + most) / 2, 0);
  const toShare = (at: number): number => (figure === 'rate' ? Math.exp(at) : 1 / (1 + Math.exp(-at)));
  let place = figure === 'rate' ? Math.log(count / size) : Math.log(count / (size - count));
  let strength = Math.log(size / areas.length);
  for (let turn = 0; turn < 200; turn++) {
    const before = [place, strength] as const;
    strength = root(
      (log) => {
        const prior = priorOf(figure, toShare(place), Math.exp(log));
        const { byA, byB } = slopes(areas, prior);
        return byA * prior.a + byB * prior.b;
      },
      Math.log(1e-3),
      Math.log(STRONGEST)
    );
    place = root(
      (at) => {
        const { byA, byB } = slopes(areas, priorOf(figure, toShare(at), Math.exp(strength)));
        return figure === 'rate' ? byA : byA - byB;
      },
      place - 5,
      place + 5
    );
    if (Math.abs(place - before[0]) + Math.abs(strength - before[1]) < 1e-11) break;
  }
  return priorOf(figure, toShare(place), Math.exp(strength));
};
