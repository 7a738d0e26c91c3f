import { describe, expect, it } from 'vitest';
import { difference } from './difference.ts';
import { beyond, limitsAt } from './limits.ts';
import { roundedTo, type Rounded } from './rounding.ts';
import { seededRandom } from './seeded-random.ts';

const exact = (value: number) => roundedTo(value, 1);
const open = (value: number, by: number): Rounded => ({ value, low: value - by, high: value + by });

describe('how a figure stands to England’s', () => {
  it('is outside the 95% limits, or similar', () => {
    const { low, high } = limitsAt(67.1, 40_000, 0.95, 'rate');
    expect(difference(exact(high + 0.1), 40_000, 67.1, 'rate')).toBe('higher');
    expect(difference(exact(high - 0.1), 40_000, 67.1, 'rate')).toBe('similar');
    expect(difference(exact(high), 40_000, 67.1, 'rate')).toBe('similar');
    expect(difference(exact(low), 40_000, 67.1, 'rate')).toBe('similar');
    expect(difference(exact(low - 0.1), 40_000, 67.1, 'rate')).toBe('lower');
  });

  it('is similar as long as rounding leaves that open, on either side', () => {
    const { low, high } = limitsAt(53.2, 5_000, 0.95, 'rate');
    expect(difference(open(high + 2, 5), 5_000, 53.2, 'rate')).toBe('similar');
    expect(difference(open(high + 2, 1), 5_000, 53.2, 'rate')).toBe('higher');
    expect(difference(open(low - 2, 5), 5_000, 53.2, 'rate')).toBe('similar');
    expect(difference(open(low - 2, 1), 5_000, 53.2, 'rate')).toBe('lower');
  });

  it('agrees with every count that rounds to the figure, or says similar', () => {
    const random = seededRandom(17);
    for (let i = 0; i < 300; i++) {
      const population = Math.round(5_000 + random() * 80_000);
      const count = Math.round((population / 10_000) * (20 + random() * 80));
      const rounded = Math.round(count / 5) * 5;
      const { value, low, high } = roundedTo(rounded, 5);
      const [at, from, to] = [value, low, high].map((each) => (each / population) * 10_000) as [number, number, number];
      const side = difference({ value: at, low: from, high: to }, population, 53.2, 'rate');
      if (side === 'similar') continue;
      for (let each = rounded - 2; each <= rounded + 2; each++)
        expect(beyond((each / population) * 10_000, population, 53.2, 'rate').side).toBe(side);
    }
  });

  it('does not call all of a few higher than nearly all', () => {
    expect(difference(exact(100), 50, 99.99, 'percent')).toBe('similar');
    expect(difference(exact(0), 50, 0.01, 'percent')).toBe('similar');
    expect(difference(exact(96), 50, 99.99, 'percent')).toBe('lower');
  });

  it('refuses an area without anybody, and a range that is none', () => {
    expect(() => difference(exact(5), 0, 67.1, 'rate')).toThrow('expected a size above zero, found 0');
    expect(() => difference({ value: 5, low: 6, high: 7 }, 100, 5, 'rate')).toThrow('found 5 in 6 to 7');
    expect(() => difference({ value: NaN, low: NaN, high: NaN }, 100, 5, 'rate')).toThrow('within its range');
  });
});
