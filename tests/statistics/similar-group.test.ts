import { describe, expect, it } from 'vitest';
import { SUPPRESSED, type SizedRange } from '#lib/statistics/count-range.ts';
import { quantile } from '#lib/statistics/quantile.ts';
import { seededRandom } from '#lib/statistics/seeded-random.ts';
import {
  limitsRound,
  medianBounds,
  pooledFigure,
  sideOfGroup,
  type PooledFigure
} from '#lib/statistics/similar-group.ts';
import { rowsOf } from '../../src/pipeline/read/table.ts';
import { real } from '../pipeline/real-tables.ts';
import { MEASURES, councilsOf } from './councils.ts';

const sized = (count: number, size: number): SizedRange => ({ least: count, most: count, size });

const pooledOf = (members: readonly (SizedRange | undefined)[], figure: 'rate' | 'percent' = 'rate'): PooledFigure => {
  const found = pooledFigure(members, figure);
  if (found.kind !== 'pooled') throw new Error(found.why);
  return found;
};

describe('a council among its similar ones', () => {
  it('finds Haringey, looked after 2025, 41% above the median of its ten and above their limits', () => {
    const { councils } = councilsOf(...MEASURES.looked_after, 2025);
    const byKey = new Map(councils.map((each) => [each.key, each]));
    const similar = rowsOf(real, 'statistical_neighbours.csv')
      .filter(({ old_la_code }) => old_la_code === '309')
      .map(({ neighbour_old_la_code }) => byKey.get(neighbour_old_la_code!)!);
    const own = byKey.get('309')!;
    expect(similar).toHaveLength(10);
    const rates = similar.map(({ count, size }) => (count! / size!) * 10_000);
    const { low, high } = medianBounds(rates.map((rate) => ({ low: rate, high: rate })));
    expect(low).toBe(high);
    const rate = (own.count! / own.size!) * 10_000;
    expect(rate / low).toBeCloseTo(1.41, 2);
    expect(rates.filter((other) => other > rate)).toHaveLength(3);
    const eleven = [own, ...similar].map(({ count, size }) => sized(count!, size!));
    expect(sideOfGroup(eleven[0]!, pooledOf(eleven))).toBe('higher');
  });

  it('adds up counts and what they are out of', () => {
    expect(pooledOf([sized(10, 1_000), sized(90, 9_000), undefined])).toEqual({
      kind: 'pooled',
      figure: 'rate',
      low: 100,
      high: 100,
      used: 2,
      missing: 1
    });
    expect(pooledOf([sized(10, 40), sized(10, 60)], 'percent').low).toBe(20);
  });

  it('takes a suppressed member as what it may be, and claims only what holds for all of that', () => {
    const pooled = pooledOf([{ ...SUPPRESSED, size: 1_000 }, sized(49, 4_000)]);
    expect(pooled).toMatchObject({ low: 100, high: 108 });
    const round = limitsRound(pooled, 1_000, 0.95);
    const [least, most] = [100, 108].map((centre) =>
      limitsRound({ ...pooled, low: centre, high: centre }, 1_000, 0.95)
    );
    expect(round).toEqual({ low: least!.low, high: most!.high });
    expect(sideOfGroup({ ...SUPPRESSED, size: 2_000 }, pooled)).toBe('lower');
    expect(sideOfGroup({ least: 3, most: 12, size: 1_000 }, pooled)).toBe('similar');
  });

  it('makes no claim of a group without figures', () => {
    const why = 'fewer than two of the group have a figure';
    expect(pooledFigure([], 'rate')).toEqual({ kind: 'no claim', why });
    expect(pooledFigure([undefined, undefined], 'rate')).toEqual({ kind: 'no claim', why });
    expect(pooledFigure([sized(5, 100), sized(5, 0)], 'rate')).toEqual({ kind: 'no claim', why });
    const zero = pooledOf([sized(0, 100), sized(0, 100)]);
    expect(sideOfGroup(sized(0, 100), zero)).toBe('similar');
  });
});

describe('the median of figures known between bounds', () => {
  it('holds every median that the figures may have, and reaches both ends', () => {
    const random = seededRandom(41);
    for (let run = 0; run < 200; run++) {
      const figures = Array.from({ length: 1 + Math.floor(random() * 11) }, () => {
        const low = random() * 10;
        return { low, high: random() < 0.5 ? low : low + random() * 5 };
      });
      const { low, high } = medianBounds(figures);
      for (let i = 0; i < 50; i++) {
        const chosen = figures.map((each) => each.low + random() * (each.high - each.low));
        const median = quantile(chosen, 0.5);
        expect(median).toBeGreaterThanOrEqual(low - 1e-12);
        expect(median).toBeLessThanOrEqual(high + 1e-12);
      }
    }
    expect(() => medianBounds([])).toThrow('expected at least one value');
  });
});
