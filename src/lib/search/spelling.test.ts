import { describe, expect, it } from 'vitest';
import { editDistance, editsAllowed } from './spelling.ts';

describe('slips of the pen', () => {
  it.each([
    ['haringey', 'haringey', 0],
    ['harin', 'haringey', 0],
    ['harringay', 'haringey', 2],
    ['birmingam', 'birmingham', 1],
    ['cumbira', 'cumbria', 1],
    ['kamden', 'camden', 1],
    ['essx', 'essex', 1],
    ['', 'essex', 0]
  ])('%s is %s with %d', (typed, name, count) => {
    expect(editDistance(typed, name, 3)).toBe(count);
  });

  it('stops counting above what matters', () => {
    expect(editDistance('atlantis', 'wolverhampton', 2)).toBe(3);
  });

  it('allows none in a short word and more in a long one', () => {
    expect([3, 4, 6, 11, 12].map(editsAllowed)).toEqual([0, 1, 2, 2, 3]);
  });
});
