import { describe, expect, it } from 'vitest';
import { packChildren, rateOf, unpackRate } from './unrounded-rate.ts';

describe('a rate before it was rounded', () => {
  it('comes back exactly from count, printed rate and a small number', () => {
    for (const [count, children, printed] of [
      [371, 60_111, 61.7],
      [81_770, 12_014_523, 68.1],
      [1, 1_487, 6.7],
      [3, 330_123, 0.1],
      [1, 300_000, 0]
    ] as const) {
      const packed = packChildren(count, printed, children, 1)!;
      expect(unpackRate(count, printed, packed)).toBe(rateOf(count, children));
    }
    expect(Math.abs(packChildren(371, 61.7, 60_111, 1)!)).toBeLessThan(100);
  });

  it('of none is none', () => {
    expect(unpackRate(0, 0, packChildren(0, 0, 50_000, 1)!)).toBe(0);
  });

  it('is not worked out where count and children do not give the printed one', () => {
    expect(packChildren(371, 61.8, 60_111, 1)).toBeNull();
  });
});
