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

/** A polynomial, its constant first. */
const polynomial = (coefficients: readonly number[], x: number): number =>
  coefficients.reduceRight((sum, each) => sum * x + each, 0);

// Numerator and denominator for the middle, for the tails, and for the far tails (Wichura 1988).
const MIDDLE = [
  [
    3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987, 67265.7709270087,
    33430.57558358813, 2509.0809287301227
  ],
  [
    1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
    28729.085735721943, 5226.495278852546
  ]
] as const;
const TAIL = [
  [
    1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
    0.2417807251774506, 0.022723844989269184, 0.0007745450142783414
  ],
  [
    1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
    0.0005475938084995345, 1.0507500716444169e-9
  ]
] as const;
const FAR_TAIL = [
  [
    6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
    0.0012426609473880784, 0.000027115555687434876, 2.0103343992922881e-7
  ],
  [
    1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133, 0.000018463183175100548,
    1.421511758316446e-7, 2.0442631033899397e-15
  ]
] as const;

/**
 * The z with P(Z ≤ z) = p; p between 0 and 1. Wichura's algorithm AS 241 (1988, Applied Statistics 37: 477-484), to about 16 digits:
 * a test of all councils' changes takes a sixth of the time that it took by bisection.
 */
export const normalQuantile = (p: number): number => {
  isShare(p, 'normalQuantile');
  const ratio = ([top, bottom]: readonly [readonly number[], readonly number[]], x: number): number =>
    polynomial(top, x) / polynomial(bottom, x);
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) return q * ratio(MIDDLE, 0.180625 - q * q);
  const r = Math.sqrt(-Math.log(q < 0 ? p : 1 - p));
  const z = r <= 5 ? ratio(TAIL, r - 1.6) : ratio(FAR_TAIL, r - 5);
  return q < 0 ? -z : z;
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
