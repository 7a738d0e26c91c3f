import { describe, expect, it } from 'vitest';
import { medianOfSimilar } from './similar.ts';

describe('the median of similar authorities', () => {
  it('is of the figures that are published, and says how many', () => {
    expect(medianOfSimilar([50, 60, 70, 80])).toEqual({ median: 65, used: 4, of: 4 });
    expect(medianOfSimilar([50, null, 70, undefined, 90])).toEqual({ median: 70, used: 3, of: 5 });
  });

  it('counts a true zero, and takes nothing for one', () => {
    expect(medianOfSimilar([0, 0, 10])).toEqual({ median: 0, used: 3, of: 3 });
    expect(medianOfSimilar([null, null, 10])).toEqual({ median: 10, used: 1, of: 3 });
  });

  it('is none where none is published', () => {
    expect(medianOfSimilar([null, undefined])).toEqual({ median: null, used: 0, of: 2 });
    expect(medianOfSimilar([])).toEqual({ median: null, used: 0, of: 0 });
  });
});
