import { describe, expect, it } from 'vitest';
import { beyond, limitsAt, type RateKind } from './limits.ts';
import { seededRandom } from './seeded-random.ts';

const random = seededRandom(7);

/** The probabilities of 0, 1, 2 … by their recurrence, in logarithms: no distribution function of the code under test. */
const probabilities = (kind: RateKind, n: number, share: number): number[] => {
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

/** The limit of Spiegelhalter's appendix, r - α, by adding up probabilities. */
const published = (all: number[], p: number): number => {
  const r = quantileOf(all, p);
  const upTo = all.slice(0, r + 1).reduce((sum, each) => sum + each, 0);
  return r - (upTo - p) / all[r]!;
};

describe('limits by the formula of Spiegelhalter', () => {
  it.each([
    ['rate', 67.1, 10_000, 10_000],
    ['rate', 40.6, 27_982, 10_000],
    ['rate', 5.37, 9_000, 10_000],
    ['percent', 24.5, 231, 100],
    ['percent', 2.3, 255, 100],
    ['percent', 90, 60, 100]
  ] as const)('of a %s of %d at a size of %d', (kind, centre, size, per) => {
    const all = probabilities(kind, size, centre / per);
    for (const level of [0.95, 0.998]) {
      const { low, high } = limitsAt(centre, size, level, kind);
      const tail = (1 - level) / 2;
      expect((low / per) * size).toBeCloseTo(Math.max(0, published(all, tail)), 7);
      // All of them within chance: see the case of its own.
      if (high < 100 || kind === 'rate') expect((high / per) * size).toBeCloseTo(published(all, 1 - tail), 7);
    }
  });

  it('run without a jump as an area grows', () => {
    let last = limitsAt(43, 20_000, 0.95, 'rate');
    for (let size = 20_010; size < 24_000; size += 10) {
      const next = limitsAt(43, size, 0.95, 'rate');
      expect(Math.abs(next.high - last.high)).toBeLessThan(0.03);
      expect(Math.abs(next.low - last.low)).toBeLessThan(0.03);
      last = next;
    }
  });

  it('leave about 1 in 20 outside by chance, all sizes taken together', () => {
    const outside = (mean: number): [below: number, above: number] => {
      const all = probabilities('rate', 10_000, mean / 10_000);
      const { low, high } = limitsAt(mean, 10_000, 0.95, 'rate');
      const sum = (isOut: (k: number) => boolean): number =>
        all.reduce((total, each, k) => (isOut(k) ? total + each : total), 0);
      return [sum((k) => k < low), sum((k) => k > high)];
    };
    const means = Array.from({ length: 400 }, (_, i) => 10 + i * 0.73);
    const found = means.map(outside);
    const mean = (side: 0 | 1): number => found.reduce((sum, each) => sum + each[side], 0) / found.length;
    expect(mean(0) + mean(1)).toBeGreaterThan(0.045);
    expect(mean(0) + mean(1)).toBeLessThan(0.055);
    const [below, above] = outside(20);
    expect(below).toBeCloseTo(0.021, 3);
    expect(above).toBeCloseTo(0.034, 3);
    const [belowOfHundred, aboveOfHundred] = outside(100);
    expect(belowOfHundred).toBeCloseTo(0.023, 3);
    expect(aboveOfHundred).toBeCloseTo(0.028, 3);
  });
});

describe('limits where there is little room', () => {
  it('take in all of them where chance often makes it all', () => {
    for (const [centre, size] of [
      [99.99, 50],
      [97, 50],
      [90, 12]
    ] as const) {
      expect((centre / 100) ** size).toBeGreaterThan(0.025);
      expect(limitsAt(centre, size, 0.95, 'percent').high).toBe(100);
      expect(beyond(100, size, centre, 'percent').side).toBe('within');
    }
    expect(limitsAt(100, 50, 0.95, 'percent').high).toBe(100);
    expect(beyond(98, 50, 100, 'percent')).toEqual({ side: 'lower', level: 99.8 });
  });

  it('take in none where chance often makes it none', () => {
    expect(limitsAt(2.3, 60, 0.95, 'percent').low).toBe(0);
    expect(limitsAt(3, 8_000, 0.95, 'rate').low).toBe(0);
    expect(limitsAt(0, 500, 0.95, 'rate')).toEqual({ low: 0, high: 0 });
  });

  it('refuse what is no size, no centre, no level or no figure', () => {
    for (const size of [0, -5, NaN, Infinity])
      expect(() => limitsAt(50, size, 0.95, 'rate')).toThrow('expected a size above zero');
    expect(() => limitsAt(50, 0.3, 0.95, 'percent')).toThrow('expected a size above zero, found 0.3');
    for (const centre of [-1, NaN, Infinity])
      expect(() => limitsAt(centre, 9, 0.95, 'rate')).toThrow('from zero, found');
    expect(() => limitsAt(101, 9, 0.95, 'percent')).toThrow('expected a centre from zero to 100, found 101');
    expect(() => limitsAt(50, 900, 95, 'rate')).toThrow('level: expected a share between 0 and 1, found 95');
    expect(() => beyond(NaN, 900, 50, 'rate')).toThrow('beyond: expected a number, found NaN');
  });
});
