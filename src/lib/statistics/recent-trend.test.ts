import { describe, expect, it } from 'vitest';
import { recentTrend, slopeOfRates, trendOfValues, type TrendPoint } from './recent-trend.ts';
import { seededRandom } from './seeded-random.ts';

const from = (rows: readonly (readonly [count: number, size: number])[]): TrendPoint[] =>
  rows.map(([count, size], i) => ({ at: 2021 + i, count, size, segment: 0 }));

const series = (counts: number[], size = 50_000) => from(counts.map((count) => [count, size] as const));

// The cases of Fingertips' own tests (TrendMarkerCalculatorTest), with the figures and intervals that they give.
const RISEN = [
  [994, 40_299, 24.67, 23.16, 26.25],
  [1023, 41_527, 24.6, 23.15, 26.19],
  [1199, 42_811, 28, 26.44, 29.64],
  [1332, 44_064, 30.2, 28.63, 31.9],
  [1367, 44_701, 30.6, 28.98, 32.25]
] as const;

const counts = RISEN.map(([count, size]) => [count, size] as const);

describe('the recent trend, against Fingertips', () => {
  it('has the chi-squared that its tests give for a rate', () => {
    const found = trendOfValues(RISEN.map(([, , value, low, high], i) => ({ at: 2014 + i, value, low, high })));
    expect(found).toMatchObject({ kind: 'rising' });
    expect('chiSquared' in found && found.chiSquared).toBeCloseTo(46.77, 2);
  });

  it('has the chi-squared that its tests give for a proportion', () => {
    const found = recentTrend(from(counts), 'percent');
    expect(found).toMatchObject({ kind: 'rising' });
    expect('chiSquared' in found && found.chiSquared).toBeCloseTo(47.9, 2);
  });

  it('works a rate’s interval out to the same, but for the rounding of what is given', () => {
    const found = recentTrend(from(counts), 'rate');
    expect('chiSquared' in found && Math.abs(found.chiSquared - 46.77)).toBeLessThan(0.5);
  });

  it('rests on a slope a year whose square over that of its error is chi-squared', () => {
    const found = recentTrend(from(counts), 'rate');
    const { slope, error } = slopeOfRates(from(counts))!;
    expect('chiSquared' in found && found.chiSquared).toBeCloseTo((slope / error) ** 2, 9);
    // The figures rise from 246.7 to 305.8 for every 10,000.
    expect(slope).toBeGreaterThan(15);
    expect(slope).toBeLessThan(18);
    expect(slopeOfRates(from(counts.slice(1)))).toBeUndefined();
  });

  it('says what it says of diabetes, vaccination and loss of sight', () => {
    const diabetes = [
      [3_455_176, 48_783_947],
      [3_491_868, 49_122_259],
      [3_625_401, 49_956_777],
      [3_774_801, 50_649_129],
      [3_938_080, 51_441_896]
    ] as const;
    const vaccination = [
      [57_274, 61_834],
      [55_865, 60_511],
      [53_681, 59_074],
      [51_767, 57_508],
      [53_185, 59_028]
    ] as const;
    const sight = [
      [1416, 48_246_126],
      [935, 48_440_507],
      [1344, 48_753_376],
      [1415, 49_300_918],
      [1502, 49_866_388]
    ] as const;
    expect(recentTrend(from(diabetes), 'percent').kind).toBe('rising');
    expect(recentTrend(from(vaccination), 'percent').kind).toBe('falling');
    expect(recentTrend(from(sight), 'rate').kind).toBe('rising');
  });

  it('finds none that is clear where its test finds none', () => {
    const level = [
      [20.5506, 18.1803, 23.1427],
      [19.5952, 17.3444, 22.0602],
      [19.0349, 16.8421, 21.4394],
      [21.3966, 19.0918, 23.8975],
      [18.4372, 16.2925, 20.7941]
    ] as const;
    const found = trendOfValues(level.map(([value, low, high], i) => ({ at: 2014 + i, value, low, high })));
    expect(found.kind).toBe('no clear trend');
  });

  it('is not worked out where a year is all, as in its test', () => {
    const few = [
      [5, 5],
      [3, 5],
      [1, 5],
      [1, 4],
      [2, 4]
    ] as const;
    expect(recentTrend(from(few), 'percent')).toEqual({ kind: 'none', why: 'none or all' });
  });
});

describe('the recent trend', () => {
  it('is rising, falling or neither', () => {
    expect(recentTrend(series([300, 330, 360, 390, 420]), 'rate').kind).toBe('rising');
    expect(recentTrend(series([420, 390, 360, 330, 300]), 'rate').kind).toBe('falling');
    expect(recentTrend(series([300, 310, 290, 305, 300]), 'rate').kind).toBe('no clear trend');
    expect(recentTrend(series([0, 0, 0, 0, 0]), 'rate').kind).toBe('no clear trend');
  });

  it('takes the last five only', () => {
    expect(recentTrend(series([900, 800, 300, 301, 299, 300, 302]), 'rate').kind).toBe('no clear trend');
  });

  it('is not clear where one year alone makes it', () => {
    const once = recentTrend(series([320, 310, 300, 290, 900]), 'rate');
    expect(once.kind).toBe('no clear trend');
    expect('chiSquared' in once && once.chiSquared).toBeGreaterThan(9.5495);
    const share = recentTrend(series([320, 310, 300, 290, 900], 5_000), 'percent');
    expect(share.kind).toBe('no clear trend');
    expect('chiSquared' in share && share.chiSquared).toBeGreaterThan(9.5495);
  });

  it('says why there is none', () => {
    const whole = series([300, 330, 360, 390, 420]);
    const changed = (at: number, change: Partial<TrendPoint>) =>
      recentTrend(
        whole.map((point, i) => (i === at ? { ...point, ...change } : point)),
        'rate'
      );
    expect(recentTrend(whole.slice(1), 'rate')).toEqual({ kind: 'none', why: 'fewer than five years' });
    expect(recentTrend([], 'rate')).toEqual({ kind: 'none', why: 'fewer than five years' });
    expect(changed(0, { segment: -1 })).toEqual({ kind: 'none', why: 'a break' });
    expect(changed(4, { segment: 1 })).toEqual({ kind: 'none', why: 'a break' });
    expect(changed(2, { count: null })).toEqual({ kind: 'none', why: 'a missing year' });
    expect(changed(4, { size: null })).toEqual({ kind: 'none', why: 'a missing year' });
    expect(changed(4, { at: 2026 })).toEqual({ kind: 'none', why: 'a missing year' });
    expect(() => trendOfValues([])).toThrow('expected five years, found 0');
  });

  it('turns round when time does, whatever the figures', () => {
    const random = seededRandom(23);
    const other = { rising: 'falling', falling: 'rising', 'no clear trend': 'no clear trend', none: 'none' };
    let clear = 0;
    for (let i = 0; i < 400; i++) {
      const kind = i % 2 ? 'rate' : 'percent';
      const step = (random() - 0.5) * 120;
      const rows = Array.from({ length: 5 }, (_, year) => {
        const size = Math.round((kind === 'rate' ? 40_000 : 1_500) * (0.9 + random() * 0.2));
        return [Math.max(1, Math.round(400 + step * year + random() * 80)), size] as const;
      });
      const [on, back] = [recentTrend(from(rows), kind), recentTrend(from([...rows].reverse()), kind)];
      expect(back.kind).toBe(other[on.kind]);
      if (on.kind === 'rising' || on.kind === 'falling') clear++;
    }
    expect(clear).toBeGreaterThan(100);
    expect(clear).toBeLessThan(390);
  });

  it('is called clear by chance alone about twice in a thousand times', () => {
    const random = seededRandom(29);
    const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    let clear = 0;
    for (let i = 0; i < 20_000; i++) {
      const found = recentTrend(series(Array.from({ length: 5 }, () => Math.round(400 + 20 * normal()))), 'rate');
      if (found.kind !== 'no clear trend') clear++;
    }
    expect(clear / 20_000).toBeGreaterThan(0.0008);
    expect(clear / 20_000).toBeLessThan(0.0035);
  });
});
