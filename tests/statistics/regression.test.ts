import { describe, expect, it } from 'vitest';
import {
  autocorrelation,
  coefficient,
  durbinWatson,
  meanAt,
  predictAt,
  regress,
  totalOf
} from '#lib/statistics/regression.ts';
import { leastSquares } from './rational.ts';

/** Digits that two numbers share, as NIST counts them: minus the logarithm of the relative error. */
const digits = (found: number, certified: number): number =>
  found === certified ? 16 : -Math.log10(Math.abs(found - certified) / Math.abs(certified));

// Norris, NIST Statistical Reference Datasets, linear regression, lower difficulty.
const NORRIS: [y: number, x: number][] = [
  [0.1, 0.2], [338.8, 337.4], [118.1, 118.2], [888.0, 884.6], [9.2, 10.1], [228.1, 226.5],
  [668.5, 666.3], [998.5, 996.3], [449.1, 448.6], [778.9, 777.0], [559.2, 558.2], [0.3, 0.4],
  [0.1, 0.6], [778.1, 775.5], [668.8, 666.9], [339.3, 338.0], [448.9, 447.5], [10.8, 11.6],
  [557.7, 556.0], [228.3, 228.1], [998.0, 995.8], [888.8, 887.6], [119.6, 120.2], [0.3, 0.3],
  [0.6, 0.3], [557.6, 556.8], [339.3, 339.1], [888.0, 887.2], [998.5, 999.0], [778.9, 779.0],
  [10.2, 11.1], [117.6, 118.3], [228.9, 229.2], [668.4, 669.1], [449.2, 448.9], [0.2, 0.5]
]; // prettier-ignore

// Longley, NIST Statistical Reference Datasets, linear regression, higher difficulty: y, then six predictors.
const LONGLEY = [
  [60323, 83, 234289, 2356, 1590, 107608, 1947],
  [61122, 88.5, 259426, 2325, 1456, 108632, 1948],
  [60171, 88.2, 258054, 3682, 1616, 109773, 1949],
  [61187, 89.5, 284599, 3351, 1650, 110929, 1950],
  [63221, 96.2, 328975, 2099, 3099, 112075, 1951],
  [63639, 98.1, 346999, 1932, 3594, 113270, 1952],
  [64989, 99, 365385, 1870, 3547, 115094, 1953],
  [63761, 100, 363112, 3578, 3350, 116219, 1954],
  [66019, 101.2, 397469, 2904, 3048, 117388, 1955],
  [67857, 104.6, 419180, 2822, 2857, 118734, 1956],
  [68169, 108.4, 442769, 2936, 2798, 120445, 1957],
  [66513, 110.8, 444546, 4681, 2637, 121950, 1958],
  [68655, 112.6, 482704, 3813, 2552, 123366, 1959],
  [69564, 114.2, 502601, 3931, 2514, 125368, 1960],
  [69331, 115.7, 518173, 4806, 2572, 127852, 1961],
  [70551, 116.9, 554894, 4007, 2827, 130081, 1962]
];

// Ezekiel (1930), speed and stopping distance of cars: the data set `cars` of R.
const SPEED = [
  4, 4, 7, 7, 8, 9, 10, 10, 10, 11, 11, 12, 12, 12, 12, 13, 13, 13, 13, 14, 14, 14, 14, 15, 15, 15, 16, 16, 17, 17, 17,
  18, 18, 18, 18, 19, 19, 19, 20, 20, 20, 20, 20, 22, 23, 24, 24, 24, 24, 25
];
const DISTANCE = [
  2, 10, 4, 22, 16, 10, 18, 26, 34, 17, 28, 14, 20, 24, 28, 26, 34, 34, 46, 26, 36, 60, 80, 20, 26, 54, 32, 40, 32, 40,
  50, 42, 56, 76, 84, 36, 46, 68, 32, 48, 52, 56, 64, 66, 54, 70, 92, 93, 120, 85
];

describe('certified by NIST', () => {
  it('Norris', () => {
    const fit = regress(
      NORRIS.map(([, x]) => [1, x]),
      NORRIS.map(([y]) => y)
    );
    const certified = [-0.262323073774029, 1.00211681802045];
    fit.coefficients.forEach((each, i) => expect(digits(each, certified[i]!)).toBeGreaterThan(10));
    expect(digits(fit.errors[0]!, 0.232818234301152)).toBeGreaterThan(10);
    expect(digits(fit.errors[1]!, 0.429796848199937e-3)).toBeGreaterThan(10);
    expect(digits(fit.deviation, 0.884796396144373)).toBeGreaterThan(10);
    expect(digits(fit.rSquared, 0.999993745883712)).toBeGreaterThan(13);
    expect(fit.freedom).toBe(34);
  });

  it('Longley, whose columns nearly depend on each other', () => {
    const fit = regress(
      LONGLEY.map(([, ...x]) => [1, ...x]),
      LONGLEY.map(([y]) => y!)
    );
    const certified = [
      [-3482258.63459582, 890420.383607373],
      [15.0618722713733, 84.9149257747669],
      [-0.35819179292591e-1, 0.334910077722432e-1],
      [-2.02022980381683, 0.488399681651699],
      [-1.03322686717359, 0.214274163161675],
      [-0.511041056535807e-1, 0.22607320006937],
      [1829.15146461355, 455.478499142212]
    ] as const;
    certified.forEach(([estimate, error], i) => {
      expect(digits(fit.coefficients[i]!, estimate)).toBeGreaterThan(8);
      expect(digits(fit.errors[i]!, error)).toBeGreaterThan(8);
    });
    expect(digits(fit.deviation, 304.854073561965)).toBeGreaterThan(9);
    expect(digits(fit.rSquared, 0.995479004577296)).toBeGreaterThan(11);
    // As R's lmtest and Python's statsmodels print it.
    expect(durbinWatson(fit.residuals)).toBeCloseTo(2.5595, 4);
  });
});

describe('as R prints it', () => {
  const fit = regress(
    SPEED.map((each) => [1, each]),
    DISTANCE
  );

  it('an interval of the line, and the wider one of a single new value', () => {
    const line = meanAt(fit, [1, 12]);
    expect([line.value, line.low, line.high].map((each) => each.toFixed(3))).toEqual(['29.610', '24.395', '34.824']);
    const one = predictAt(fit, [1, 12]);
    expect([one.low, one.high].map((each) => each.toFixed(3))).toEqual(['-1.750', '60.969']);
  });

  it('an interval of a coefficient', () => {
    const slope = coefficient(fit, 1);
    expect([slope.value, slope.low, slope.high].map((each) => each.toFixed(3))).toEqual(['3.932', '3.097', '4.768']);
  });
});

describe('an independent solver in exact fractions', () => {
  const cases = {
    Longley: [LONGLEY.map(([, ...x]) => [1, ...x]), LONGLEY.map(([y]) => y!)],
    cars: [SPEED.map((each) => [1, each]), DISTANCE],
    'two segments': [
      [-5, -4, -3, -2, -1, 1, 2, 3, 4, 5].map((t) => (t < 0 ? [1, t, 0, 0] : [1, t, 1, t])),
      [61180, 60950, 60300, 59960, 59360, 64460, 65500, 67070, 68060, 68790]
    ]
  } as const;

  it.each(Object.entries(cases))('%s: agrees to eight digits in everything', (_, [design, values]) => {
    const rows = design.map((row) => [...row]);
    const fit = regress(rows, [...values]);
    const exact = leastSquares(rows, [...values]);
    fit.coefficients.forEach((each, i) => expect(digits(each, exact.coefficients[i]!)).toBeGreaterThan(8));
    fit.errors.forEach((each, i) => expect(digits(each, Math.sqrt(exact.covariance[i]![i]!))).toBeGreaterThan(8));
    expect(digits(fit.deviation ** 2, exact.variance)).toBeGreaterThan(8);
    expect(digits(durbinWatson(fit.residuals), durbinWatson(exact.residuals))).toBeGreaterThan(7);
  });
});

it('a sum of new values has the interval of its parts where there is one part, and a wider one where there are two', () => {
  const fit = regress(
    SPEED.map((each) => [1, each]),
    DISTANCE
  );
  expect(totalOf(fit, [[1, 12]])).toEqual(predictAt(fit, [1, 12]));
  const two = totalOf(fit, [
    [1, 12],
    [1, 12]
  ]);
  expect(two.value).toBeCloseTo(2 * predictAt(fit, [1, 12]).value, 9);
  const width = ({ low, high }: { low: number; high: number }) => high - low;
  expect(width(two)).toBeGreaterThan(width(predictAt(fit, [1, 12])) * Math.SQRT2);
  expect(width(two)).toBeLessThan(width(predictAt(fit, [1, 12])) * 2);
});

it('neighbours that are alike, and neighbours that are opposite', () => {
  expect(autocorrelation([1, 1, 1, -1, -1, -1])).toBeCloseTo(0.5, 12);
  expect(autocorrelation([1, -1, 1, -1])).toBeCloseTo(-0.75, 12);
  expect(durbinWatson([1, -1, 1, -1])).toBeCloseTo(3, 12);
});

it('says what it expects', () => {
  expect(() => regress([[1, 2], [1, 3]], [1, 2])).toThrow('expected more observations than coefficients'); // prettier-ignore
  expect(() => regress([[1, 2], [1, 2], [1, 2]], [1, 2, 3])).toThrow('expected independent columns'); // prettier-ignore
});
