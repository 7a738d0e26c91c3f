import type { SizedRange } from './count-range.ts';
import { binomialCdf, normalCdf, normalQuantile } from './distributions.ts';
import { falseDiscoveryRates } from './false-discovery.ts';
import { wilsonAt, zOf } from './interval.ts';
import type { RateKind } from './limits.ts';
import { noClaim, type NoClaim } from './no-claim.ts';

/**
 * How two figures differ. `p` is the probability of a difference as large, were there none. `change` is second over first for
 * rates, a ratio, and second less first for percentages, in points; its interval is the 95% one, and `value` and `high` of a
 * ratio are null where the first may be none.
 */
export interface Difference {
  kind: 'difference';
  p: number;
  direction: 'up' | 'down' | 'none';
  change: { value: number | null; low: number; high: number | null };
}

const NO_DIFFERENCE = {
  size: 'what the figures are out of is not known',
  none: 'there are none on both sides'
} as const;

export type NoDifference = NoClaim<(typeof NO_DIFFERENCE)[keyof typeof NO_DIFFERENCE]>;

/** Below this a tail probability is near the least number that a computer holds, and the root of the deviance stands in. */
const LEAST_TAIL = 1e-280;

/** The root of the deviance of a binomial count: near the normal deviate of its tail, the nearer the further out. */
const deviance = (count: number, of: number, p: number): number => {
  const part = (x: number, mean: number): number => (x === 0 ? 0 : x * Math.log(x / mean));
  return Math.sqrt(2 * Math.max(0, part(count, of * p) + part(of - count, of * (1 - p))));
};

/** The exact probability of a binomial count as high as this or higher. */
const tailAbove = (count: number, of: number, p: number): number => binomialCdf(of - count, of, 1 - p);

/** The normal deviate, from zero, of a count's distance above what is expected: that of its exact tail. */
const deviateAbove = (count: number, of: number, p: number): number => {
  const tail = tailAbove(count, of, p);
  if (tail < LEAST_TAIL) return deviance(count, of, p);
  return tail >= 0.5 ? 0 : -normalQuantile(tail);
};

/** The lowest probability at which a count as high as this is not too unlikely, at a normal deviate of `reach`. */
const lowestShare = (count: number, of: number, reach: number): number => {
  if (count === 0) return 0;
  const tail = normalCdf(-reach);
  const isTooLow = (p: number): boolean =>
    tail < LEAST_TAIL ? deviance(count, of, p) > reach : tailAbove(count, of, p) < tail;
  let [low, high] = [0, count / of];
  while (high - low > 1e-15 * high) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (isTooLow(middle)) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
};

/** Two counts that are whole, and what they are out of. */
interface Two {
  first: number;
  second: number;
  sizes: readonly [number, number];
}

const rateDeviate = ({ first, second, sizes: [n1, n2] }: Two): number => {
  const all = first + second;
  const up = second * n1 > first * n2;
  return up ? deviateAbove(second, all, n2 / (n1 + n2)) : deviateAbove(first, all, n1 / (n1 + n2));
};

/** The lower end of the ratio of the second rate to the first; that of the first to the second gives the upper end. */
const leastRatio = ({ first, second, sizes: [n1, n2] }: Two, reach: number): number => {
  const share = lowestShare(second, first + second, reach);
  return (share / (1 - share)) * (n1 / n2);
};

const shareDeviate = ({ first, second, sizes: [n1, n2] }: Two): number => {
  const share = (first + second) / (n1 + n2);
  return Math.abs(second / n2 - first / n1) / Math.sqrt(share * (1 - share) * (1 / n1 + 1 / n2));
};

/** The lower end of second less first, in points: Newcombe's, from the two Wilson intervals. */
const leastPoints = ({ first, second, sizes: [n1, n2] }: Two, reach: number): number => {
  const [p1, p2] = [first / n1, second / n2];
  const [up, down] = [wilsonAt(first, n1, reach).high - p1, p2 - wilsonAt(second, n2, reach).low];
  return (p2 - p1 - Math.hypot(up, down)) * 100;
};

const swap = ({ first, second, sizes: [n1, n2] }: Two): Two => ({ first: second, second: first, sizes: [n2, n1] });

/**
 * Whether two figures differ by more than chance: of one area in two years, or of two areas in one.
 *
 * Rates: the exact conditional test of two Poisson counts, which takes the second as binomial out of both (Przyborowski and
 * Wilenski 1940, Biometrika 31: 313-323), both tails alike (the smaller doubled); the ratio has the Clopper-Pearson interval of
 * the same test, so that it leaves out 1 where p is below 5%. Percentages: the score test of two proportions (R's `prop.test`
 * without correction) and Newcombe's interval (1998, Statistics in Medicine 17: 873-890, method 10).
 *
 * `dispersion` scales the variance, as of a measure whose figures move from year to year by more than chance: the test's normal
 * deviate is divided by its root, and intervals reach that much further; 1 leaves the test exact. What rounding leaves open of
 * either count is carried: p is that of the least different counts, and 1 where they may be the same; intervals hold those of
 * all. Makes no claim where a size is not above zero or both counts are none. Throws for a dispersion below 1.
 */
export const testDifference = (
  before: SizedRange,
  after: SizedRange,
  figure: RateKind,
  dispersion = 1
): Difference | NoDifference => {
  if (!(dispersion >= 1)) throw new Error(`testDifference: expected a dispersion from 1, found ${dispersion}`);
  const sizes = [before.size, after.size] as const;
  if (!sizes.every((size) => size > 0 && size < Infinity)) return noClaim(NO_DIFFERENCE.size);
  if (before.most + after.most === 0) return noClaim(NO_DIFFERENCE.none);
  const [highBefore, lowBefore]: [Two, Two] = [
    { first: before.most, second: after.least, sizes },
    { first: before.least, second: after.most, sizes }
  ];
  const root = Math.sqrt(dispersion);
  const reach = zOf(0.95) * root;
  const isUp = after.least * before.size > before.most * after.size;
  const isDown = after.most * before.size < before.least * after.size;
  const deviate = figure === 'rate' ? rateDeviate : shareDeviate;
  const p = isUp || isDown ? Math.min(1, 2 * normalCdf(-deviate(isUp ? highBefore : lowBefore) / root)) : 1;
  const direction = isUp ? 'up' : isDown ? 'down' : 'none';
  let change: Difference['change'] | undefined;
  return {
    kind: 'difference',
    p,
    direction,
    // Worked out when it is asked for: it takes ten times as long as the test, and a list of councils shows few.
    get change() {
      return (change ??= changeOf(before, after, figure, { highBefore, lowBefore, reach }));
    }
  };
};

const changeOf = (
  before: SizedRange,
  after: SizedRange,
  figure: RateKind,
  { highBefore, lowBefore, reach }: { highBefore: Two; lowBefore: Two; reach: number }
): Difference['change'] => {
  const middle = ({ least, most, size }: SizedRange): number => (least + most) / 2 / size;
  if (figure === 'percent')
    return {
      value: (middle(after) - middle(before)) * 100,
      low: leastPoints(highBefore, reach),
      high: -leastPoints(swap(lowBefore), reach)
    };
  const least = leastRatio(swap(lowBefore), reach);
  return {
    value: middle(before) > 0 ? middle(after) / middle(before) : null,
    low: highBefore.first + highBefore.second === 0 ? 0 : leastRatio(highBefore, reach),
    high: least > 0 ? 1 / least : null
  };
};

/** What may be said of a change. */
export type ChangeVerdict = 'rose' | 'fell' | 'no clear change';

/**
 * What may be said of the changes of all areas of a measure, by key: "rose" or "fell" where the change passes with the rate of
 * false discoveries among them all held to `level`, else "no clear change". An area without a test keeps its reason.
 */
export const verdictsOf = (
  tests: ReadonlyMap<string, Difference | NoDifference>,
  level = 0.05
): Map<string, ChangeVerdict | NoDifference> => {
  const tested = [...tests].flatMap(([key, test]) => (test.kind === 'difference' ? [{ key, ...test }] : []));
  const rates = falseDiscoveryRates(tested.map(({ p }) => p));
  const passed = new Set(tested.filter((_, i) => rates[i]! <= level).map(({ key }) => key));
  return new Map(
    [...tests].map(([key, test]): [string, ChangeVerdict | NoDifference] => {
      if (test.kind === 'no claim') return [key, test];
      return [key, !passed.has(key) ? 'no clear change' : test.direction === 'up' ? 'rose' : 'fell'];
    })
  );
};
