import { describe, expect, it } from 'vitest';
import { quantile } from './quantile.ts';

describe('quantiles by R’s type 7', () => {
  // quantile(x, p, type = 7) in R 4.
  it.each([
    ['1 to 10', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], { 0: 1, 0.25: 3.25, 0.5: 5.5, 0.75: 7.75, 0.9: 9.1, 1: 10 }],
    ['1 to 9', [1, 2, 3, 4, 5, 6, 7, 8, 9], { 0.1: 1.8, 0.25: 3, 0.5: 5, 0.75: 7 }],
    ['uneven steps', [2, 4, 4, 5, 7, 9], { 0.25: 4, 0.5: 4.5, 0.75: 6.5, 0.9: 8 }],
    ['two values', [10, 20], { 0.25: 12.5, 0.5: 15 }],
    ['one value', [7], { 0: 7, 0.5: 7, 1: 7 }]
  ] as [string, number[], Record<string, number>][])('%s', (_, values, expected) => {
    for (const [p, value] of Object.entries(expected)) expect(quantile(values, Number(p))).toBeCloseTo(value, 12);
  });

  it('sorts numbers as numbers, and leaves the sample as it was', () => {
    const values = [100, 9, 20];
    expect(quantile(values, 0.5)).toBe(20);
    expect(values).toEqual([100, 9, 20]);
  });

  it('refuses an empty sample', () => {
    expect(() => quantile([], 0.5)).toThrow('expected at least one value, found none');
  });
});
