import { describe, expect, it } from 'vitest';
import { rateRange, roundingRange } from './rounding.ts';
import { seededRandom } from './seeded-random.ts';

describe('what rounding leaves open', () => {
  it('is half the base on either side, and nothing where the figure is exact', () => {
    expect(roundingRange(100, 2.5)).toEqual({ value: 100, low: 97.5, high: 102.5 });
    expect(roundingRange(100, 0)).toEqual({ value: 100, low: 100, high: 100 });
  });

  it('does not go below zero', () => {
    expect(roundingRange(0, 2.5)).toEqual({ value: 0, low: 0, high: 2.5 });
  });

  it('holds every count that rounds to the figure', () => {
    const random = seededRandom(3);
    for (let i = 0; i < 2_000; i++) {
      const count = Math.floor(random() * 900);
      const base = [5, 10, 100][i % 3]!;
      const { low, high } = roundingRange(Math.round(count / base) * base, base / 2);
      expect(count).toBeGreaterThanOrEqual(low);
      expect(count).toBeLessThanOrEqual(high);
    }
  });

  it('is carried into a rate', () => {
    const { value, low, high } = rateRange(roundingRange(100, 2.5), 10_000);
    expect([value, low, high]).toEqual([100, 97.5, 102.5]);
    expect(rateRange(roundingRange(100, 2.5), 50_000).low).toBeCloseTo(19.5, 10);
    expect(rateRange(roundingRange(100, 2.5), 50_000).high).toBeCloseTo(20.5, 10);
  });

  it('refuses what is no figure, no margin or no population', () => {
    for (const [value, margin] of [
      [-1, 0],
      [5, -1],
      [NaN, 0],
      [5, NaN],
      [Infinity, 0]
    ] as const)
      expect(() => roundingRange(value, margin)).toThrow('expected a figure and a margin from zero');
    expect(() => rateRange(roundingRange(5, 0), 0)).toThrow('expected a population above zero, found 0');
  });
});
