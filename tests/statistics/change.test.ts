import { describe, expect, it } from 'vitest';
import {
  FAR,
  NEAR,
  changeBetween,
  limitsAround,
  meanOf,
  percentBetween,
  compareRatios
} from '#lib/statistics/change.ts';
import { roundedTo } from '#lib/statistics/rounding.ts';

const exact = (value: number) => roundedTo(value, 1);
const toFive = (value: number) => roundedTo(value, 5);

it('a change in per cent is exact where it ends in a half', () => {
  expect(percentBetween(160 / 3, 164 / 3)).toBe(2.5);
  expect(percentBetween(200, 195)).toBe(-2.5);
  expect(percentBetween(3, 4)).toBeCloseTo(33.3333333333, 10);
});

describe('a change is one only beyond rounding', () => {
  it.each([
    [100, 103, 'rose'],
    [100, 102, 'did not change beyond rounding'],
    [100, 98, 'did not change beyond rounding'],
    [100, 97, 'fell'],
    [0, 0, 'did not change beyond rounding']
  ])('from %s, rounded to 5, to exactly %s: %s', (before, after, direction) => {
    expect(changeBetween(toFive(before), exact(after)).direction).toBe(direction);
  });

  it('two figures that were rounded to different numbers did differ', () => {
    expect(changeBetween(toFive(100), toFive(105))).toEqual({ value: 5, low: 1, high: 9, direction: 'rose' });
    expect(changeBetween(toFive(100), toFive(100)).direction).toBe('did not change beyond rounding');
  });
});

it('a mean may be off by as much as its parts', () => {
  expect(meanOf([toFive(10), toFive(20), exact(30)])).toEqual({
    value: 20,
    low: (8 + 18 + 30) / 3,
    high: (12 + 22 + 30) / 3
  });
});

describe('limits about a shared ratio', () => {
  // Rothman's interval of a ratio of two counts, turned round: ln 1.2 with 1/100 + 1/120 under the root.
  it('are those of the logarithm', () => {
    const wide = 1.959963984540054 * Math.sqrt(1 / 100 + 1 / 120);
    const { low, high } = limitsAround(1.2, 100, NEAR);
    expect(Math.log(high)).toBeCloseTo(Math.log(1.2) + wide, 10);
    expect(Math.log(low)).toBeCloseTo(Math.log(1.2) - wide, 10);
  });

  it('draw together as counts grow, and the far ones lie outside the near ones', () => {
    const width = (before: number, reach: number) => {
      const { low, high } = limitsAround(1.17, before, reach);
      return high - low;
    };
    expect(width(1000, NEAR)).toBeLessThan(width(100, NEAR));
    expect(width(100, FAR)).toBeGreaterThan(width(100, NEAR));
  });

  it('about 1 in 20 fall outside the near ones by chance alone', () => {
    // A generator of our own (Park and Miller), so that each run is the same.
    let seed = 7;
    const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
    const poisson = (mean: number) => {
      let [count, product] = [0, random()];
      for (const floor = Math.exp(-mean); product > floor; count++) product *= random();
      return count;
    };
    const outside = Array.from({ length: 4000 }, () =>
      compareRatios(exact(poisson(150)), exact(poisson(180)), 1.2, NEAR)
    ).filter((each) => each !== 'similar').length;
    expect(outside / 4000).toBeGreaterThan(0.04);
    expect(outside / 4000).toBeLessThan(0.06);
  });

  it('rounding alone puts nothing outside', () => {
    const before = { value: 100, low: 92.5, high: 107.5 };
    const { high } = limitsAround(1.2, 100, NEAR);
    const after = Math.ceil(100 * high) + 1;
    expect(compareRatios(exact(100), exact(after), 1.2, NEAR)).toBe('higher');
    expect(compareRatios(before, exact(after), 1.2, NEAR)).toBe('similar');
    expect(compareRatios(exact(100), exact(20), 1.2, NEAR)).toBe('lower');
  });
});
