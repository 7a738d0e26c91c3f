import { describe, expect, it } from 'vitest';
import { difference } from './difference.ts';
import { beyond, limitsAt, type Kind } from './limits.ts';

/** A random number from 0 to 1 that is the same in every run. */
const random = (() => {
  let state = 7;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
})();

/** The probabilities of 0, 1, 2 … by their recurrence, in logarithms: no distribution function of the code under test. */
const probabilities = (kind: Kind, n: number, share: number): number[] => {
  const mean = n * share;
  const most = kind === 'percent' ? n : Math.ceil(mean + 12 * Math.sqrt(mean) + 30);
  const out: number[] = [];
  let log = kind === 'rate' ? -mean : n * Math.log1p(-share);
  for (let k = 0; k <= most; k++) {
    out.push(Math.exp(log));
    log += kind === 'rate' ? Math.log(mean / (k + 1)) : Math.log(((n - k) / (k + 1)) * (share / (1 - share)));
  }
  return out;
};

/** The least whole count with at least a probability at or below it. */
const quantileOf = (all: number[], p: number): number => {
  let sum = 0;
  for (const [k, each] of all.entries()) {
    sum += each;
    if (sum >= p) return k;
  }
  return all.length;
};

describe.each([
  ['rate', 10_000],
  ['percent', 100]
] as const)('limits of a %s', (kind, per) => {
  it('lie within the whole count that brute force finds, for any centre and size', () => {
    for (let n = 0; n < 150; n++) {
      const size = Math.round(20 + random() ** 3 * (kind === 'rate' ? 200_000 : 4_000));
      const share = kind === 'rate' ? 0.0002 + random() * 0.02 : 0.01 + random() * 0.9;
      const all = probabilities(kind, size, share);
      for (const level of [0.95, 0.998]) {
        const { low, high } = limitsAt(share * per, size, level, kind);
        const [below, above] = [quantileOf(all, (1 - level) / 2), quantileOf(all, 1 - (1 - level) / 2)];
        const count = (figure: number): number => (figure / per) * size;
        expect(count(low)).toBeLessThanOrEqual(below + 1e-6);
        expect(count(low)).toBeGreaterThanOrEqual(Math.max(0, below - 1) - 1e-6);
        expect(count(high)).toBeLessThanOrEqual(above + 1e-6);
        expect(count(high)).toBeGreaterThanOrEqual(above - 1 - 1e-6);
      }
    }
  });

  it('close in on the centre as areas grow', () => {
    let last = Infinity;
    for (const size of [200, 1_000, 10_000, 100_000]) {
      const { low, high } = limitsAt(per / 50, size, 0.95, kind);
      expect(high - low).toBeLessThan(last);
      expect(low).toBeLessThan(per / 50);
      expect(high).toBeGreaterThan(per / 50);
      last = high - low;
    }
  });

  it('place a figure beyond the outer limits, between the two, or within', () => {
    const centre = per / 50;
    const outer = limitsAt(centre, 5_000, 0.998, kind);
    const inner = limitsAt(centre, 5_000, 0.95, kind);
    expect(outer.high).toBeGreaterThan(inner.high);
    expect(outer.low).toBeLessThan(inner.low);
    expect(beyond(outer.high * 1.01, 5_000, centre, kind)).toEqual({ side: 'higher', level: 99.8 });
    expect(beyond((outer.low + inner.low) / 2, 5_000, centre, kind)).toEqual({ side: 'lower', level: 95 });
    expect(beyond(centre, 5_000, centre, kind)).toEqual({ side: 'within', level: 0 });
  });
});

describe('how a figure stands to England’s', () => {
  const exact = (value: number) => ({ value, low: value, high: value });

  it('is outside the 95% limits, or similar', () => {
    const { low, high } = limitsAt(67.1, 40_000, 0.95, 'rate');
    expect(difference(exact(high + 0.1), 40_000, 67.1, 'rate')).toBe('higher');
    expect(difference(exact(high - 0.1), 40_000, 67.1, 'rate')).toBe('similar');
    expect(difference(exact(low - 0.1), 40_000, 67.1, 'rate')).toBe('lower');
  });

  it('is similar as long as rounding leaves that open', () => {
    const { high } = limitsAt(53.2, 5_000, 0.95, 'rate');
    const value = high + 2;
    expect(difference({ value, low: value - 5, high: value + 5 }, 5_000, 53.2, 'rate')).toBe('similar');
    expect(difference({ value, low: value - 1, high: value + 1 }, 5_000, 53.2, 'rate')).toBe('higher');
  });

  it('refuses an area without anybody', () => {
    expect(() => difference(exact(5), 0, 67.1, 'rate')).toThrow('expected a size above zero, found 0');
    expect(limitsAt(0, 500, 0.95, 'rate')).toEqual({ low: 0, high: 0 });
  });
});
