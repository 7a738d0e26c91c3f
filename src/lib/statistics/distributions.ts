import { incompleteBeta, incompleteGamma } from './special.ts';

export { logGamma } from './special.ts';

const isShare = (p: number, name: string): void => {
  if (!(p > 0 && p < 1)) throw new Error(`${name}: expected a probability between 0 and 1, found ${p}`);
};

const isCount = (k: number, name: string): void => {
  if (Number.isNaN(k)) throw new Error(`${name}: expected a count, found NaN`);
};

/** The point at which a rising function reaches a value, by bisection to the last bit that a number holds. */
const solve = (rising: (x: number) => number, value: number, from: number, to: number): number => {
  let [low, high] = [from, to];
  for (let i = 0; i < 200; i++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (rising(middle) < value) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
};

/** An upper end, doubled until the function is past the value. */
const past = (rising: (x: number) => number, value: number, start: number): number => {
  let end = start;
  while (rising(end) < value) end *= 2;
  return end;
};

/** P(Z ≤ z) of the standard normal distribution. */
export const normalCdf = (z: number): number => {
  const { above } = incompleteGamma(0.5, (z * z) / 2);
  return z < 0 ? above / 2 : 1 - above / 2;
};

/** The z with P(Z ≤ z) = p; p between 0 and 1. */
export const normalQuantile = (p: number): number => {
  isShare(p, 'normalQuantile');
  if (p === 0.5) return 0;
  if (p > 0.5) return -normalQuantile(1 - p);
  return solve(normalCdf, p, -40, 0);
};

/** P(X ≤ x) of the chi-squared distribution with `df` degrees of freedom. */
export const chiSquaredCdf = (x: number, df: number): number => incompleteGamma(df / 2, Math.max(0, x) / 2).below;

/** The x with P(X ≤ x) = p of the chi-squared distribution; p between 0 and 1. */
export const chiSquaredQuantile = (p: number, df: number): number => {
  isShare(p, 'chiSquaredQuantile');
  const cdf = (x: number): number => chiSquaredCdf(x, df);
  return solve(cdf, p, 0, past(cdf, p, df + 10));
};

/** P(X ≤ k) of a Poisson count with a mean from zero; zero for k below zero. Throws for a mean below zero. */
export const poissonCdf = (k: number, mean: number): number => {
  isCount(k, 'poissonCdf');
  if (!(mean >= 0)) throw new Error(`poissonCdf: expected a mean from zero, found ${mean}`);
  return k < 0 ? 0 : incompleteGamma(Math.floor(k) + 1, mean).above;
};

/** P(X ≤ k) of a binomial count out of a whole n with probability p from 0 to 1. Throws for any other n or p. */
export const binomialCdf = (k: number, n: number, p: number): number => {
  isCount(k, 'binomialCdf');
  if (!(Number.isInteger(n) && n >= 0)) throw new Error(`binomialCdf: expected a whole number from zero, found ${n}`);
  if (!(p >= 0 && p <= 1)) throw new Error(`binomialCdf: expected a probability from 0 to 1, found ${p}`);
  return k < 0 ? 0 : k >= n ? 1 : incompleteBeta(n - Math.floor(k), Math.floor(k) + 1, 1 - p);
};

/** P(T ≤ t) of Student's t with `df` degrees of freedom. */
export const studentCdf = (t: number, df: number): number => {
  const tail = incompleteBeta(df / 2, 0.5, df / (df + t * t)) / 2;
  return t < 0 ? tail : 1 - tail;
};

/** The t with P(T ≤ t) = p of Student's t; p between 0 and 1. */
export const studentQuantile = (p: number, df: number): number => {
  isShare(p, 'studentQuantile');
  if (p === 0.5) return 0;
  if (p > 0.5) return -studentQuantile(1 - p, df);
  // In the tail itself, where small probabilities keep their digits.
  const rising = (t: number): number => -studentCdf(-t, df);
  return -solve(rising, -p, 0, past(rising, -p, 10));
};

/** P(F ≤ f) of the F distribution with `df1` and `df2` degrees of freedom. */
export const fCdf = (f: number, df1: number, df2: number): number =>
  f <= 0 ? 0 : incompleteBeta(df1 / 2, df2 / 2, (df1 * f) / (df1 * f + df2));
