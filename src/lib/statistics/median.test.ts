import { describe, expect, it } from 'vitest';
import { median } from './median.ts';
import { seededRandom } from './seeded-random.ts';

describe('the median', () => {
  it('is the middle one, or halfway between the middle two', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(median([7])).toBe(7);
    expect(median([0, 0, 12])).toBe(0);
    expect(() => median([])).toThrow('expected at least one value, found none');
  });

  it('has as many above as below, in any sample, and leaves the sample as it was', () => {
    const random = seededRandom(5);
    for (let n = 1; n < 60; n++) {
      const values = Array.from({ length: n }, () => Math.floor(random() * 20));
      const before = [...values];
      const middle = median(values);
      expect(values.filter((value) => value < middle).length).toBeLessThanOrEqual(n / 2);
      expect(values.filter((value) => value > middle).length).toBeLessThanOrEqual(n / 2);
      expect(values).toEqual(before);
    }
  });
});
