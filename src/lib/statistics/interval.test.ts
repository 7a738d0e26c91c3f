import { describe, expect, it } from 'vitest';
import { poissonCdf } from './distributions.ts';
import { byar, countInterval, exactPoisson, rateInterval, wilson, zOf } from './interval.ts';

describe('the interval of a count', () => {
  it.each([
    [65, 0.95, 50.1632, 82.8491],
    [1045, 0.95, 982.593, 1110.331],
    [1, 0.95, 0.0131, 5.5638],
    [65, 0.998, 42.88, 94.0]
  ])('is Byar’s for %d at %d', (count, level, low, high) => {
    const found = byar(count, level);
    expect(found.low).toBeCloseTo(low, low > 900 ? 2 : 3);
    expect(found.high).toBeCloseTo(high, high > 900 ? 2 : 3);
  });

  it('is exact for small counts', () => {
    expect(exactPoisson(1).low).toBeCloseTo(0.02532, 5);
    expect(exactPoisson(1).high).toBeCloseTo(5.57164, 5);
    expect(exactPoisson(0).low).toBe(0);
    expect(exactPoisson(0).high).toBeCloseTo(-Math.log(0.025), 10);
    expect(countInterval(9)).toEqual(exactPoisson(9));
    expect(countInterval(10)).toEqual(byar(10));
  });

  it('leaves the tails that it says, by adding up probabilities', () => {
    for (let count = 1; count < 60; count += 3)
      for (const level of [0.95, 0.998]) {
        const { low, high } = exactPoisson(count, level);
        expect(1 - poissonCdf(count - 1, low)).toBeCloseTo((1 - level) / 2, 9);
        expect(poissonCdf(count, high)).toBeCloseTo((1 - level) / 2, 9);
      }
  });

  it('is near the exact one wherever Byar’s is used', () => {
    for (let count = 10; count < 3000; count += 37) {
      const [by, exact] = [byar(count), exactPoisson(count)];
      expect(Math.abs(by.low - exact.low)).toBeLessThan(0.02);
      expect(Math.abs(by.high - exact.high)).toBeLessThan(0.02);
    }
  });

  it('becomes one of a rate by its population', () => {
    const { low, high } = rateInterval(65, 20_000);
    expect(low).toBeCloseTo(25.0816, 3);
    expect(high).toBeCloseTo(41.42455, 3);
    expect(() => rateInterval(5, 0)).toThrow('expected a population above zero, found 0');
    expect(() => countInterval(-1)).toThrow('expected a number from zero, found -1');
    expect(() => countInterval(NaN)).toThrow('found NaN');
  });
});

describe('an interval at its edges', () => {
  it('is never below zero, and holds the count', () => {
    for (const level of [0.95, 0.998, 0.9999])
      for (const count of [0, 1, 2, 5, 9, 10, 11, 400]) {
        for (const { low, high } of [byar(count, level), exactPoisson(count, level), countInterval(count, level)]) {
          expect(low).toBeGreaterThanOrEqual(0);
          expect(low).toBeLessThanOrEqual(count);
          expect(high).toBeGreaterThan(count);
        }
      }
  });

  it('is that of the tables of Garwood', () => {
    for (const [count, low, high] of [
      [0, 0, 3.69],
      [2, 0.242, 7.22],
      [5, 1.62, 11.67],
      [10, 4.8, 18.39],
      [20, 12.22, 30.89],
      [50, 37.11, 65.92]
    ] as const) {
      const found = exactPoisson(count);
      expect(found.low).toBeCloseTo(low, count === 2 ? 3 : 2);
      expect(found.high).toBeCloseTo(high, 2);
    }
  });

  it('refuses what is no level and no count', () => {
    for (const level of [0, 1, 95, -0.5, NaN]) expect(() => byar(5, level)).toThrow('expected a share between 0 and 1');
    for (const count of [-1, NaN, Infinity]) {
      expect(() => byar(count)).toThrow('expected a number from zero');
      expect(() => exactPoisson(count)).toThrow('expected a number from zero');
    }
    expect(() => rateInterval(5, Infinity)).toThrow('expected a population above zero, found Infinity');
    expect(() => wilson(5, Infinity)).toThrow('expected a part of a whole');
    expect(() => wilson(-1, 4)).toThrow('expected a number from zero, found -1');
  });
});

describe('the interval of a percentage', () => {
  it.each([
    [65, 100, 0.552544, 0.736358],
    [1045, 5000, 0.197955, 0.220491]
  ])('is Wilson’s: %d of %d', (part, whole, low, high) => {
    expect(wilson(part, whole).low).toBeCloseTo(low, 6);
    expect(wilson(part, whole).high).toBeCloseTo(high, 6);
  });

  it('solves the equation that it comes from', () => {
    for (const [part, whole] of [
      [0, 12],
      [3, 40],
      [19, 20],
      [20, 20]
    ] as const) {
      const found = wilson(part, whole);
      for (const end of [found.low, found.high])
        if (end > 0 && end < 1)
          expect(Math.abs(part / whole - end) / Math.sqrt((end * (1 - end)) / whole)).toBeCloseTo(zOf(0.95), 8);
    }
    for (let whole = 1; whole < 300; whole++) {
      expect(wilson(0, whole).low).toBe(0);
      expect(wilson(whole, whole).high).toBe(1);
      expect(wilson(0, whole, 0.998).low).toBe(0);
    }
    expect(() => wilson(5, 4)).toThrow('expected a part of a whole, found 5 of 4');
  });
});
