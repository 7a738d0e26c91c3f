import { describe, expect, it } from 'vitest';
import { gammaDraws } from '#lib/statistics/gamma-draws.ts';
import { TREND_LIMIT, recentTrend, slopeOfRates, type TrendPoint } from '#lib/statistics/recent-trend.ts';
import { seededRandom } from '#lib/statistics/seeded-random.ts';
import { dispersionAt, yearDispersion, type YearDispersion, type YearPair } from '#lib/statistics/year-dispersion.ts';
import { expectSame, resultsOf } from '../oracle/results.ts';

const areas = resultsOf('trend-areas');
const byKey = new Map<string, TrendPoint[]>();
for (const { key, year, count, size } of areas) {
  const point = { at: Number(year), count: Number(count), size: Number(size), segment: 0 };
  byKey.set(key!, [...(byKey.get(key!) ?? []), point]);
}

/** The pairs of neighbouring years of all areas, in order of time. */
const yearsOf = (series: readonly (readonly TrendPoint[])[]): YearPair[][] =>
  [0, 1, 2, 3].map((i) =>
    series.map((points) => {
      const [before, after] = [points[i]!, points[i + 1]!].map(({ count, size }) => ({
        least: count!,
        most: count!,
        size: size!
      }));
      return { before: before!, after: after! };
    })
  );

const dispersionOf = (series: readonly (readonly TrendPoint[])[]): YearDispersion => {
  const found = yearDispersion(yearsOf(series), 'rate');
  if (found.kind !== 'year to year') throw new Error(found.why);
  return found;
};

/** The dispersion to allow for of one area: by twice its mean count, as of two years. */
const allowanceOf = (found: YearDispersion, points: readonly TrendPoint[]): number =>
  dispersionAt(found, (2 * points.reduce((sum, { count }) => sum + count!, 0)) / points.length);

describe('the recent trend of referrals over the five years to 2025', () => {
  it('has the chi-squared and the slope of each council that R has', () => {
    for (const { key, slope, chi_squared } of resultsOf('trend')) {
      const points = byKey.get(key!)!;
      const found = recentTrend(points, 'rate');
      expectSame('chiSquared' in found ? found.chiSquared : NaN, chi_squared!, `chi-squared of ${key}`);
      expectSame(slopeOfRates(points)!.slope, slope!, `slope of ${key}`);
    }
  });

  it('is past the limit for 115 of 144 councils where chance alone is allowed for, and for few once the measure’s own movement is', () => {
    const series = [...byKey.values()];
    const past = (allowance: (points: TrendPoint[]) => number): number =>
      series.filter((points) => {
        const found = recentTrend(points, 'rate', allowance(points));
        return 'chiSquared' in found && found.chiSquared > TREND_LIMIT;
      }).length;
    expect(series).toHaveLength(144);
    expect(past(() => 1)).toBe(115);
    const found = dispersionOf(series);
    expect(found.phi).toBeGreaterThan(20);
    expect(past((points) => allowanceOf(found, points))).toBeLessThan(30);
    expect(past((points) => allowanceOf(found, points))).toBeGreaterThan(0);
  });

  it('has the year-to-year over-dispersion that R has', () => {
    const [row] = resultsOf('year-dispersion');
    const found = dispersionOf([...byKey.values()]);
    expectSame(found.exponent, row!.exponent!, 'exponent');
    expectSame(found.factor, row!.factor!, 'factor');
  });
});

describe('the recent trend scaled by over-dispersion', () => {
  const random = seededRandom(43);
  const gamma = gammaDraws(random);

  it('flags about twice in a thousand where rates move about a level by more than chance', () => {
    let [clear, all] = [0, 0];
    for (let run = 0; run < 40; run++) {
      // A count whose variance is 1 + size × rate × spread times its mean: here 11 for every area.
      const series = Array.from({ length: 150 }, (_, i) =>
        Array.from({ length: 5 }, (_, year): TrendPoint => {
          const mean = 400 + (i % 10) * 200;
          return {
            at: 2020 + year,
            count: Math.round(gamma(mean / 11) * 11),
            size: mean * 25,
            segment: 0
          };
        })
      );
      const found = dispersionOf(series);
      for (const points of series) {
        const { kind } = recentTrend(points, 'rate', allowanceOf(found, points));
        if (kind === 'rising' || kind === 'falling') clear++;
        all++;
      }
    }
    expect(clear / all).toBeLessThan(0.006);
    expect(clear / all).toBeGreaterThan(0.0005);
  });

  it('is weaker the more a measure moves, and refuses a dispersion below 1', () => {
    const points = [...byKey.values()][0]!;
    const of = (dispersion: number) => {
      const found = recentTrend(points, 'rate', dispersion);
      return 'chiSquared' in found ? found.chiSquared : NaN;
    };
    expect(of(10)).toBeCloseTo(of(1) / 10, 9);
    expect(() => recentTrend(points, 'rate', 0.5)).toThrow('expected a dispersion from 1');
  });
});
