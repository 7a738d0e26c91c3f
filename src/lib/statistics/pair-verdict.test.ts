import { expect, it } from 'vitest';
import { pairVerdict } from './pair-verdict.ts';

const exact = (count: number, size: number) => ({ least: count, most: count, size });

it('tells two areas apart only where chance is not likely to make them differ so', () => {
  // 60.6 and 70.7 per 10,000, as Haringey and Lewisham in 2025; 60.6 and 62.0.
  expect(pairVerdict(exact(325, 53_648), exact(437, 61_800), 'rate')).toBe('higher');
  expect(pairVerdict(exact(437, 61_800), exact(325, 53_648), 'rate')).toBe('lower');
  expect(pairVerdict(exact(325, 53_648), exact(333, 53_648), 'rate')).toBe('close');
});

it('takes a suppressed count for all that it may be', () => {
  const suppressed = { least: 1, most: 5, size: 200 };
  expect(pairVerdict(suppressed, exact(60, 200), 'percent')).toBe('higher');
  expect(pairVerdict(suppressed, exact(4, 200), 'percent')).toBe('close');
});

it('says nothing where there is nothing to test', () => {
  expect(pairVerdict(undefined, exact(1, 100), 'rate')).toBeUndefined();
  expect(pairVerdict(exact(0, 100), exact(0, 100), 'rate')).toBeUndefined();
});
