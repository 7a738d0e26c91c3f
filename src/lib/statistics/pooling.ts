import type { SizedRange } from './count-range.ts';
import type { RateKind } from './limits.ts';
import { digamma } from './special.ts';

/**
 * How the true figures of areas are spread, as a distribution of shares of one: gamma of shape `a` and rate `b` for rates, beta of
 * `a` and `b` for percentages. An area's own count `x` out of `n` makes it gamma(a + x, b + n) or beta(a + x, b + n - x).
 */
export interface Prior {
  figure: RateKind;
  a: number;
  b: number;
}

/** The strength beyond which areas do not differ at all by what chance can show. */
const STRONGEST = 1e9;

/** How many times as likely the next count up is as a count `x` out of `n`. */
const nextRatio = ({ figure, a, b }: Prior, x: number, n: number): number =>
  figure === 'rate' ? ((a + x) / (x + 1)) * (n / (b + n)) : ((a + x) / (x + 1)) * ((n - x) / (b + n - x - 1));

/** How likely each whole count of a range is, given the prior; they add up to one. */
export const weightsOf = (prior: Prior, { least, most, size }: SizedRange): number[] => {
  const weights = [1];
  for (let x = least; x < most; x++) weights.push(weights.at(-1)! * nextRatio(prior, x, size));
  const sum = weights.reduce((total, each) => total + each, 0);
  return weights.map((each) => each / sum);
};

/** The means, over the counts that an area's may be, of the count and of the digammas that the likelihood's slope is made of. */
const meansOf = (prior: Prior, area: SizedRange): { count: number; ofA: number; ofB: number } => {
  const { a, b } = prior;
  const isShare = prior.figure === 'percent';
  const start = { ofA: digamma(a + area.least), ofB: isShare ? digamma(b + area.size - area.least) : 0 };
  if (area.least === area.most) return { count: area.least, ...start };
  const means = { count: 0, ofA: 0, ofB: 0 };
  let { ofA, ofB } = start;
  weightsOf(prior, area).forEach((weight, i) => {
    const x = area.least + i;
    means.count += weight * x;
    means.ofA += weight * ofA;
    means.ofB += weight * ofB;
    ofA += 1 / (a + x);
    if (isShare) ofB -= 1 / (b + area.size - x - 1);
  });
  return means;
};

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
const priorOf = (figure: RateKind, mean: number, strength: number): Prior =>
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
    const means = meansOf(prior, area);
    const shared = figure === 'rate' ? Math.log(b / (b + n)) : ofBoth - digamma(a + b + n);
    byA += means.ofA - ofA + shared;
    byB += figure === 'rate' ? a / b - (a + means.count) / (b + n) : means.ofB - ofB + shared;
  }
  return { byA, byB };
};

/**
 * The prior that makes the areas' counts most likely (marginal maximum likelihood: negative binomial for rates, beta-binomial for
 * percentages). Likelihood rather than moments because a count that is only known to lie in a range, suppressed or rounded,
 * enters it as it is: as the sum over the counts that it may be. Mean and strength are nearly independent of each other, so each
 * is solved for in turn. `areas` have sizes above zero and some count above zero and, for percentages, below all.
 */
export const fitPrior = (areas: readonly SizedRange[], figure: RateKind): Prior => {
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
