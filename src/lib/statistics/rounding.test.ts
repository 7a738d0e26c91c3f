import { describe, expect, it } from 'vitest';
import { roundingMargin, openRate, roundedTo } from './rounding.ts';
import { seededRandom } from './seeded-random.ts';

describe('what rounding leaves open', () => {
  it('is whole children: 13 to 17 for 15 rounded to 5, 5 below and 4 above for 10', () => {
    expect(roundedTo(15, 5)).toEqual({ value: 15, low: 13, high: 17 });
    expect(roundedTo(100, 10)).toEqual({ value: 100, low: 95, high: 104 });
    expect(roundedTo(12_300, 100)).toEqual({ value: 12_300, low: 12_250, high: 12_349 });
    expect(roundedTo(100, 1)).toEqual({ value: 100, low: 100, high: 100 });
  });

  it('does not go below zero', () => {
    expect(roundedTo(0, 5)).toEqual({ value: 0, low: 0, high: 2 });
  });

  it('holds every whole count that rounds to the figure, and no other', () => {
    const random = seededRandom(3);
    for (let i = 0; i < 2_000; i++) {
      const base = [5, 10, 100][i % 3]!;
      const { value, low, high } = roundedTo(Math.round((random() * 900) / base) * base, base);
      for (const [count, rounds] of [
        [low, true],
        [high, true],
        [low - 1, value === 0],
        [high + 1, false]
      ] as const)
        if (count >= 0) expect(Math.round(count / base) * base === value, `${count} to ${base}`).toBe(rounds);
    }
  });

  it('is carried into a rate, where one decimal place shows it', () => {
    expect(openRate(roundingMargin(5), 40_000)).toEqual({ below: 0.5, above: 0.5 });
    expect(openRate(roundingMargin(10), 500_000)).toEqual({ below: 0.1, above: 0.08 });
    expect(openRate(roundingMargin(10), 11_000_000)).toEqual({ below: 0, above: 0 });
  });

  it('refuses what is no count', () => {
    for (const value of [-1, NaN, Infinity]) expect(() => roundedTo(value, 5)).toThrow('expected a count from zero');
  });
});
