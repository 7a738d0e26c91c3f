import { describe, expect, it } from 'vitest';
import { overDispersion, standardError, widenedLimits, type Sized } from './funnel.ts';
import { limitsAt } from './limits.ts';
import { seededRandom } from './seeded-random.ts';

/** Normal random numbers that are the same in every run (Box and Muller). */
const normals = (() => {
  const random = seededRandom(11);
  return () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
})();

const made = (between: number, kind: 'rate' | 'percent', centre: number, many = 2_000): Sized[] =>
  Array.from({ length: many }, (_, i) => {
    const size = 2_000 + (i % 50) * 4_000;
    return { size, value: centre + between * normals() + standardError(centre, size, kind) * normals() };
  });

describe('over-dispersion', () => {
  it('finds the spread that figures were made with', () => {
    for (const [kind, centre, between] of [
      ['rate', 60, 20],
      ['rate', 300, 60],
      ['percent', 22, 5]
    ] as const) {
      const found = overDispersion(made(between, kind, centre), centre, kind);
      expect(found.kind).toBe('dispersed');
      // Winsorising draws normal scores in: their mean square is 0.68 of what it was, and τ is at most 0.82 of what it was.
      expect(found.tau / between).toBeGreaterThan(0.7);
      expect(found.tau / between).toBeLessThan(0.85);
      expect(found.phi).toBeGreaterThan(1);
    }
  });

  it('finds none in what chance alone made', () => {
    const found = overDispersion(made(0, 'rate', 60), 60, 'rate');
    expect(found).toMatchObject({ kind: 'chance alone', tau: 0, n: 2_000 });
    expect(found.phi).toBeGreaterThan(0.6);
    expect(found.phi).toBeLessThan(0.8);
  });

  it('is what the formulas give, worked out by hand for equal areas', () => {
    // Ten areas of one size: se = 5 each; winsorised at the 10th and 90th percentile.
    const size = (100 / 25) * 10_000;
    const values = [80, 85, 90, 95, 99, 101, 105, 110, 115, 120];
    const found = overDispersion(
      values.map((value) => ({ value, size })),
      100,
      'rate'
    );
    const z = [-3.1, -3, -2, -1, -0.2, 0.2, 1, 2, 3, 3.1];
    const phi = z.reduce((sum, each) => sum + each * each, 0) / 10;
    expect(found.phi).toBeCloseTo(phi, 10);
    // With equal weights w = 1/25: τ² = (nφ - (n - 1)) / (n w - w).
    expect(found.tau).toBeCloseTo(Math.sqrt((10 * phi - 9) / ((10 - 1) / 25)), 10);
  });

  it('widens limits by adding variances', () => {
    const { low, high } = widenedLimits(60, 10_000, 0.95, 'rate', { tau: 20 });
    const half = 1.959963984540054 * Math.sqrt(60 + 400);
    expect(high).toBeCloseTo(60 + half, 9);
    expect(low).toBeCloseTo(60 - half, 9);
    expect(widenedLimits(60, 100, 0.95, 'rate', { tau: 20 }).low).toBe(0);
    expect(widenedLimits(95, 100, 0.95, 'percent', { tau: 20 }).high).toBe(100);
  });

  it('is what the formulas give in another language', () => {
    // NumPy over the six areas of FunnelPlotR's tests as rates around 60: quantiles, clip, var(ddof=1).
    const rows = [
      [100, 108],
      [150, 112],
      [180, 165],
      [80, 95],
      [120, 100],
      [225, 220]
    ] as const;
    const points = rows.map(([count, expected]) => {
      const size = (expected / 60) * 10_000;
      return { value: (count / size) * 10_000, size };
    });
    const found = overDispersion(points, 60, 'rate');
    expect(found.phi).toBeCloseTo(2.5360573980387326, 10);
    expect(found.tau).toBeCloseTo(7.513909645671869, 10);
  });

  it('never draws widened limits within the exact ones', () => {
    const random = seededRandom(13);
    for (let i = 0; i < 300; i++) {
      const kind = i % 2 ? 'rate' : 'percent';
      const size = Math.round(5 + random() ** 3 * (kind === 'rate' ? 90_000 : 600));
      const centre = kind === 'rate' ? 1 + random() * 90 : 1 + random() * 98;
      for (const level of [0.95, 0.998]) {
        const exact = limitsAt(centre, size, level, kind);
        const wide = widenedLimits(centre, size, level, kind, { tau: random() * 3 });
        expect(wide.low).toBeLessThanOrEqual(exact.low);
        expect(wide.high).toBeGreaterThanOrEqual(exact.high);
      }
    }
  });

  it('refuses too few areas, and a centre from which nothing can differ by chance', () => {
    const two = [
      { value: 1, size: 100 },
      { value: 2, size: 100 }
    ];
    expect(() => overDispersion(two.slice(1), 1, 'rate')).toThrow('expected two areas or more, found 1');
    expect(() => overDispersion(two, 0, 'rate')).toThrow('expected a centre between none and all');
    expect(() => overDispersion(two, 100, 'percent')).toThrow('expected a centre between none and all');
    expect(() => overDispersion([...two, { value: 2, size: 0 }], 5, 'rate')).toThrow('and a size, found 5 and 0');
    expect(() => overDispersion([...two, { value: NaN, size: 9 }], 5, 'rate')).toThrow('found an area without one');
  });
});
