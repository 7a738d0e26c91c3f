import { expect, test } from 'vitest';
import { sampleOf } from '../ring.ts';

const list = Array.from({ length: 19 }, (_, i) => i);

test('the fast ring takes a fixed sample with both ends, each member once', () => {
  expect(sampleOf(list, 4, false)).toEqual([0, 6, 12, 18]);
  for (let size = 1; size <= 19; size++) {
    const sample = sampleOf(list, size, false);
    expect([sample.length, new Set(sample).size]).toEqual([size, size]);
  }
});

test('the slow ring takes the whole list, and so does a short list', () => {
  expect(sampleOf(list, 4, true)).toEqual(list);
  expect(sampleOf(list, 30, false)).toEqual(list);
});
