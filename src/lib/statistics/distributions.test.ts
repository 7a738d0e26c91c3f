import { describe, expect, it } from 'vitest';
import {
  binomialCdf,
  chiSquaredCdf,
  chiSquaredQuantile,
  fCdf,
  logGamma,
  normalCdf,
  normalQuantile,
  poissonCdf,
  studentCdf,
  studentQuantile
} from './distributions.ts';

/** A value to so many significant digits. */
const near = (found: number, expected: number, digits = 12): void =>
  expect(Math.abs(found - expected) / Math.max(Math.abs(expected), 1e-300)).toBeLessThan(10 ** -digits);

/** The area under a density by Simpson's rule: a route of its own. */
const area = (density: (x: number) => number, from: number, to: number, parts = 20_000): number => {
  const step = (to - from) / parts;
  let sum = density(from) + density(to);
  for (let i = 1; i < parts; i++) sum += density(from + i * step) * (i % 2 ? 4 : 2);
  return (sum * step) / 3;
};

describe('the normal distribution', () => {
  it('has the quantiles of the tables', () => {
    near(normalQuantile(0.975), 1.959963984540054);
    near(normalQuantile(0.999), 3.090232306167813);
    near(normalQuantile(0.95), 1.6448536269514722);
    near(normalQuantile(1e-10), -6.361340902404056, 10);
    expect(normalQuantile(0.5)).toBe(0);
    expect(normalCdf(Infinity)).toBe(1);
    expect(normalCdf(-Infinity)).toBe(0);
    // mpmath with 40 digits.
    near(normalCdf(-37), 5.725571222524577e-300);
  });

  it('is the area under its curve', () => {
    const density = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
    for (const z of [-3, -1, 0, 0.5, 2.5]) near(normalCdf(z), area(density, -12, z), 11);
  });
});

describe('chi-squared', () => {
  it('has the quantiles of the tables', () => {
    near(chiSquaredQuantile(0.95, 1), 3.841458820694124);
    near(chiSquaredQuantile(0.95, 10), 18.307038053275146);
    near(chiSquaredQuantile(0.998, 1), 9.549535706083242);
    near(chiSquaredQuantile(0.025, 100), 74.22192747492373, 11);
  });

  it('is undone by its own distribution', () => {
    for (const p of [0.001, 0.2, 0.5, 0.9, 0.999])
      for (const df of [1, 2, 7, 40, 2000]) near(chiSquaredCdf(chiSquaredQuantile(p, df), df), p, 10);
  });
});

describe('counts', () => {
  it('adds up the probabilities of Poisson counts', () => {
    for (const mean of [0.3, 4, 37.5, 250]) {
      let term = Math.exp(-mean);
      let sum = 0;
      for (let k = 0; k < mean * 2 + 20; k++) {
        sum += term;
        near(poissonCdf(k, mean), sum, 10);
        term *= mean / (k + 1);
      }
    }
    expect(poissonCdf(-1, 3)).toBe(0);
    expect(poissonCdf(0, 0)).toBe(1);
  });

  it('adds up the probabilities of binomial counts', () => {
    for (const [n, p] of [
      [5, 0.5],
      [40, 0.225],
      [300, 0.02]
    ] as const) {
      let term = (1 - p) ** n;
      let sum = 0;
      for (let k = 0; k < n; k++) {
        sum += term;
        near(binomialCdf(k, n, p), sum, 10);
        term *= ((n - k) / (k + 1)) * (p / (1 - p));
      }
      expect(binomialCdf(n, n, p)).toBe(1);
    }
  });

  it('keeps its digits for counts of thousands', () => {
    for (const mean of [14_000, 80_000]) {
      const term = (k: number): number => {
        let log = k * Math.log(mean) - mean - 0.5 * Math.log(2 * Math.PI * k) - k * Math.log(k) + k;
        log -= 1 / (12 * k) - 1 / (360 * k ** 3);
        return Math.exp(log);
      };
      for (const z of [-3, -1, 0, 2]) {
        const k = Math.round(mean + z * Math.sqrt(mean));
        let sum = 0;
        for (let each = Math.round(mean - 14 * Math.sqrt(mean)); each <= k; each++) sum += term(each);
        near(poissonCdf(k, mean), sum, 8);
      }
    }
    // mpmath with 40 digits.
    near(poissonCdf(13_770, 14_000), 0.025974724880784013, 10);
    near(poissonCdf(79_000, 80_000), 0.00019962992204450555, 9);
    near(binomialCdf(2_400, 12_000, 0.205), 0.08894541668543174, 11);
  });

  it('refuses what is no mean, no whole and no probability', () => {
    for (const mean of [-1, NaN]) expect(() => poissonCdf(3, mean)).toThrow('expected a mean from zero');
    expect(() => poissonCdf(NaN, 3)).toThrow('expected a count, found NaN');
    expect(() => binomialCdf(3, 4.5, 0.5)).toThrow('expected a whole number from zero, found 4.5');
    for (const p of [-0.1, 1.1, NaN]) expect(() => binomialCdf(3, 9, p)).toThrow('expected a probability from 0 to 1');
    expect(() => chiSquaredCdf(3, 0)).toThrow('expected a above zero');
    expect(() => studentCdf(3, -1)).toThrow('expected a and b above zero');
    expect(binomialCdf(0, 0, 0.5)).toBe(1);
    expect(chiSquaredCdf(-1, 3)).toBe(0);
  });

  it('knows factorials', () => {
    let factorial = 1;
    for (let n = 1; n < 150; n++) {
      near(Math.exp(logGamma(n)), factorial, 11);
      factorial *= n;
    }
    near(logGamma(0.5), Math.log(Math.PI) / 2);
    expect(() => logGamma(0)).toThrow('expected a number above zero');
  });
});

describe('Student’s t and F', () => {
  it('have the quantiles of the tables', () => {
    near(studentQuantile(0.975, 1), 12.706204736432095, 10);
    near(studentQuantile(0.975, 10), 2.2281388519649385, 11);
    near(studentQuantile(0.975, 30), 2.0422724563012373, 11);
    near(studentQuantile(0.025, 5), -2.5705818356363146, 11);
    // SciPy's stats.t.ppf.
    near(studentQuantile(1e-6, 3), -103.29946778041935, 11);
    near(studentQuantile(0.999, 17), 3.6457673800784094, 11);
    near(fCdf(4.9646027437307145, 1, 10), 0.95, 10);
    near(fCdf(3.3258345304130117, 5, 10), 0.95, 10);
  });

  it('is the area under its curve', () => {
    const df = 7;
    const scale = Math.exp(logGamma((df + 1) / 2) - logGamma(df / 2)) / Math.sqrt(df * Math.PI);
    const density = (t: number): number => scale * (1 + (t * t) / df) ** (-(df + 1) / 2);
    for (const t of [0.4, 1.3, 4]) near(studentCdf(t, df) - 0.5, area(density, 0, t), 10);
  });

  it('refuses what is no probability', () => {
    for (const p of [0, 1, -1, NaN]) expect(() => studentQuantile(p, 5)).toThrow('expected a probability');
  });
});
