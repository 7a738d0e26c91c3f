/*
 * Least squares by another route than the code under test: the normal equations, in fractions of whole numbers of any
 * length, by Gauss and Jordan. Nothing is rounded until the last step.
 */

type Fraction = readonly [numerator: bigint, denominator: bigint];

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));

const reduce = (a: bigint, b: bigint): Fraction => {
  const by = gcd(a, b) * (b < 0n ? -1n : 1n);
  return [a / by, b / by];
};

/** A number as it is written in decimals, exactly: 0.1 is one tenth. */
const exactly = (value: number): Fraction => {
  const text = value.toString();
  const [whole = '0', decimals = ''] = text.split('.');
  if (/e/.test(text)) throw new Error(`${text}: expected a number written without an exponent`);
  return reduce(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
};

const plus = ([a, b]: Fraction, [c, d]: Fraction): Fraction => reduce(a * d + c * b, b * d);
const times = ([a, b]: Fraction, [c, d]: Fraction): Fraction => reduce(a * c, b * d);
const over = ([a, b]: Fraction, [c, d]: Fraction): Fraction => reduce(a * d, b * c);
const negative = ([a, b]: Fraction): Fraction => [-a, b];

const toNumber = ([a, b]: Fraction): number => {
  const scale = 10n ** 40n;
  const digits = (a * scale) / b;
  return Number(digits) / 1e40;
};

const inverse = (matrix: Fraction[][]): Fraction[][] => {
  const n = matrix.length;
  const rows = matrix.map((row, i) => [...row, ...row.map((_, j): Fraction => [i === j ? 1n : 0n, 1n])]);
  for (let at = 0; at < n; at++) {
    const pivot = rows.findIndex((row, i) => i >= at && row[at]![0] !== 0n);
    [rows[at], rows[pivot]] = [rows[pivot]!, rows[at]!];
    const by = rows[at]![at]!;
    rows[at] = rows[at]!.map((cell) => over(cell, by));
    for (let i = 0; i < n; i++) {
      if (i === at) continue;
      const factor = negative(rows[i]![at]!);
      rows[i] = rows[i]!.map((cell, j) => plus(cell, times(factor, rows[at]![j]!)));
    }
  }
  return rows.map((row) => row.slice(n));
};

/** Coefficients, variance of the residuals and covariance of the coefficients. */
export const leastSquares = (design: number[][], values: number[]) => {
  const x = design.map((row) => row.map(exactly));
  const y = values.map(exactly);
  const width = x[0]!.length;
  const sum = (terms: Fraction[]): Fraction => terms.reduce(plus, [0n, 1n]);
  const columns = Array.from({ length: width }, (_, i) => x.map((row) => row[i]!));
  const product = (a: Fraction[], b: Fraction[]): Fraction => sum(a.map((each, i) => times(each, b[i]!)));
  const inverted = inverse(columns.map((a) => columns.map((b) => product(a, b))));
  const moments = columns.map((column) => product(column, y));
  const coefficients = inverted.map((row) => product(row, moments));
  const residuals = x.map((row, i) => plus(y[i]!, negative(product(row, coefficients))));
  const variance = over(product(residuals, residuals), [BigInt(y.length - width), 1n]);
  return {
    coefficients: coefficients.map(toNumber),
    residuals: residuals.map(toNumber),
    variance: toNumber(variance),
    covariance: inverted.map((row) => row.map((cell) => toNumber(times(cell, variance))))
  };
};
