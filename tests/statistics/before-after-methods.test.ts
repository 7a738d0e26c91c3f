import { describe, expect, it } from 'vitest';
import { criticalSupF, searchBreak, yearlyChanges } from '#lib/statistics/break-search.ts';
import { durbinWatsonChance, durbinWatsonLimits, judgeResiduals } from '#lib/statistics/durbin-watson-test.ts';
import { normalDraws } from '#lib/statistics/gamma-draws.ts';
import { placeboRecord, type PlaceboRecord } from '#lib/statistics/placebo.ts';
import { seamBounds } from '#lib/statistics/seam.ts';
import { seededRandom } from '#lib/statistics/seeded-random.ts';
import { designOf, fitSegments, type Yearly } from '#lib/statistics/segmented.ts';
import { yearlyRates } from '#lib/statistics/yearly-rates.ts';
import { englandOf } from '../../src/pipeline/shape/before-after/england.ts';
import { expectSame, resultsOf } from '../oracle/results.ts';
import { real } from '../pipeline/real-tables.ts';

const recordOf = (series: readonly Yearly[]): PlaceboRecord => {
  const found = placeboRecord(series);
  if (found.kind !== 'placebo') throw new Error(found.why);
  return found;
};

const england = resultsOf('england');
const seriesOf = (name: string, last = Infinity): Yearly[] =>
  england
    .filter(({ series, year }) => series === name && Number(year) <= last)
    .map(({ year, value }) => ({ year: Number(year), value: Number(value) }));

const normal = normalDraws(seededRandom(3));
const made = (n: number, of: (i: number) => number): Yearly[] =>
  Array.from({ length: n }, (_, i) => ({ year: 1990 + i, value: of(i) }));

describe('a model’s record on other dates', () => {
  it.each([
    ['looked_after', 0.51, undefined],
    ['started', 0.25, [2003, 2009]],
    ['ceased', 0.48, undefined]
  ] as const)('falls outside its 95%% band far too often: %s', (name, share, allOutside) => {
    const found = recordOf(seriesOf(name));
    expect(found.dates.map(({ year }) => year)).toEqual(Array.from({ length: 22 }, (_, i) => 1999 + i));
    expect(Math.abs(found.share - share)).toBeLessThanOrEqual(0.006);
    if (allOutside) expect(found.allOutside).toEqual(allOutside);
  });

  it.each(['looked_after', 'started', 'ceased'])('has the bands of %s that R has', (name) => {
    const rows = resultsOf('placebo').filter(({ series }) => series === name);
    const series = seriesOf(name);
    expect(recordOf(series).dates).toEqual(
      rows.map(({ year, outside }) => ({ year: Number(year), outside: Number(outside), of: 5 }))
    );
    for (const { year, low_5, high_5 } of rows) {
      const at = Number(year);
      const parting = { from: at - 5, to: at + 5, transition: at, withTransition: false };
      const { low, high } = fitSegments(series, parting)!.comparisons.at(-1)!.expected;
      expectSame(low, low_5!, `low of ${year}`);
      expectSame(high, high_5!, `high of ${year}`);
    }
  });

  it('holds its level on straight lines with independent errors', () => {
    let [outside, of] = [0, 0];
    for (let run = 0; run < 300; run++) {
      const { dates } = recordOf(made(15, (i) => 100 + 2 * i + normal()));
      for (const date of dates) [outside, of] = [outside + date.outside, of + date.of];
    }
    expect(outside / of).toBeGreaterThan(0.035);
    expect(outside / of).toBeLessThan(0.065);
  });

  it('leaves out the dates that a missing year spoils, and makes no claim without one', () => {
    const gap = made(24, (i) => i + normal()).filter(({ year }) => year !== 2002);
    expect(recordOf(gap).dates.map(({ year }) => year)).toEqual([1995, 1996, 2008]);
    expect(placeboRecord(made(10, normal))).toEqual({
      kind: 'no claim',
      why: 'no year has enough years before and after it'
    });
    expect(placeboRecord([]).kind).toBe('no claim');
    const backwards = [...seriesOf('started')].reverse();
    expect(recordOf(backwards)).toEqual(recordOf(seriesOf('started')));
  });

  it('moves far less with the population when it takes rates', () => {
    const { children } = englandOf(real);
    const level = children.map(({ year, value }) => ({ year, value: value * 0.006 }));
    expect(yearlyRates(level, children).every(({ value }) => Math.abs(value - 60) < 1e-9)).toBe(true);
    expect(yearlyRates([{ year: 1850, value: 3 }], children)).toEqual([]);
    expect(yearlyRates([{ year: 2000, value: 3 }], [{ year: 2000, value: 0 }])).toEqual([]);
  });
});

describe('the search for a break', () => {
  it('picks 2009 for the yearly growth in starts, which is less than chance may find somewhere', () => {
    const found = searchBreak(yearlyChanges(seriesOf('started')));
    if (found.kind !== 'break search') throw new Error(found.why);
    expect(found.year).toBe(2009);
    expect(found.supF).toBeCloseTo(4.3, 1);
    // 8.6 by the limit for long series, a little more for so short a one.
    expect(found.critical).toBeGreaterThan(8.6);
    expect(found.critical).toBeLessThan(9.6);
    expect(found.isClear).toBe(false);
  });

  it.each(resultsOf('breaks'))('finds what strucchange finds: $series', (row) => {
    const found = searchBreak(yearlyChanges(seriesOf(row.series!)));
    if (found.kind !== 'break search') throw new Error(found.why);
    expect(found.year).toBe(Number(row.year));
    expectSame(found.supF, row.sup_f!, 'sup F');
  });

  it('has F as two means and one mean leave it', () => {
    const series = made(20, normal);
    const found = searchBreak(series);
    if (found.kind !== 'break search') throw new Error(found.why);
    const squares = (values: Yearly[]) => {
      const mean = values.reduce((sum, { value }) => sum + value, 0) / values.length;
      return values.reduce((sum, { value }) => sum + (value - mean) ** 2, 0);
    };
    expect(found.tried).toHaveLength(20 - 2 * 3 + 1);
    for (const { year, value } of found.tried) {
      const two =
        squares(series.filter((each) => each.year < year)) + squares(series.filter((each) => each.year >= year));
      expect(value).toBeCloseTo((squares(series) - two) / (two / 18), 9);
    }
  });

  it('comes near Andrews’s table for long series, and holds its level', () => {
    expect(Math.abs(criticalSupF(400) - 8.68)).toBeLessThan(0.35);
    let clear = 0;
    for (let run = 0; run < 2_000; run++) {
      const found = searchBreak(made(31, normal));
      if (found.kind === 'break search' && found.isClear) clear++;
    }
    expect(clear / 2_000).toBeGreaterThan(0.035);
    expect(clear / 2_000).toBeLessThan(0.065);
  });

  it('finds a break that is there', () => {
    const found = searchBreak(made(30, (i) => (i < 18 ? 0 : 4) + normal()));
    expect(found).toMatchObject({ isClear: true });
    expect(found.kind === 'break search' && Math.abs(found.year - 2008)).toBeLessThanOrEqual(1);
  });

  it('makes no claim of few years or still figures, and skips a missing neighbour', () => {
    expect(searchBreak(made(11, normal))).toEqual({ kind: 'no claim', why: 'fewer than twelve years' });
    expect(searchBreak([])).toEqual({ kind: 'no claim', why: 'fewer than twelve years' });
    expect(searchBreak(made(20, () => 7))).toEqual({ kind: 'no claim', why: 'the figures do not change' });
    expect(yearlyChanges([1, 2, 4, 5].map((at) => ({ year: 2000 + at, value: at * at })))).toEqual([
      { year: 2002, value: 3 },
      { year: 2005, value: 9 }
    ]);
  });

  it('has a huge F, never NaN, of a break without any error', () => {
    const found = searchBreak(made(20, (i) => (i < 10 ? 0 : 1)));
    expect(found).toMatchObject({ kind: 'break search', year: 2000, isClear: true });
  });
});

describe('Durbin and Watson’s test', () => {
  it.each([
    // Savin and White (1977), 5%: years, predictors, lower, upper.
    [6, 1, 0.61, 1.4],
    [10, 3, 0.525, 2.016],
    [15, 1, 1.077, 1.361],
    [20, 2, 1.1, 1.537],
    [30, 3, 1.214, 1.65],
    [100, 5, 1.571, 1.78]
  ])('has the limits of the tables: %d years, %d predictors', (years, predictors, lower, upper) => {
    const found = durbinWatsonLimits(years, predictors);
    expect(Math.abs(found[0] - lower)).toBeLessThan(0.0006);
    expect(Math.abs(found[1] - upper)).toBeLessThan(0.0006);
  });

  it.each(resultsOf('durbin-watson-limits'))('has the limits that R integrates: $years, $predictors', (row) => {
    const [lower, upper] = durbinWatsonLimits(Number(row.years), Number(row.predictors));
    expectSame(lower, row.lower!, 'lower');
    expectSame(upper, row.upper!, 'upper');
  });

  it.each(resultsOf('durbin-watson'))('has the probability that lmtest gives: $series from $from', (row) => {
    const parting = { from: Number(row.from), to: 2014, transition: 2009, withTransition: false };
    const model = fitSegments(seriesOf(row.series!), parting)!;
    expectSame(model.durbinWatson, row.statistic!, 'statistic');
    const found = durbinWatsonChance(model.durbinWatson, designOf(model));
    // lmtest takes one-in-ten-million probabilities by a coarser sum.
    expect(Math.abs(found - Number(row.p))).toBeLessThan(1e-6);
  });

  it('finds that the lines begun in 1994 and 2001 have residuals that go together', () => {
    const judge = (from: number) => {
      const parting = { from, to: 2014, transition: 2009, withTransition: false };
      const model = fitSegments(seriesOf('looked_after'), parting)!;
      return { statistic: model.durbinWatson, ...judgeResiduals(model.durbinWatson, designOf(model)) };
    };
    expect(judge(1994)).toMatchObject({ verdict: 'go together', statistic: expect.closeTo(0.48, 2) });
    // Within the zone that the tables leave open, and settled by the probability for this very design.
    const later = judge(2001);
    expect(later).toMatchObject({ verdict: 'go together', statistic: expect.closeTo(0.84, 2) });
    expect(later.statistic).toBeGreaterThan(later.limits[0]);
    expect(judge(2004).verdict).toBe('do not go together');
  });

  it('cannot tell in the zone between, and holds its level', () => {
    const design = Array.from({ length: 12 }, (_, i) => [1, i]);
    const [lower, upper] = durbinWatsonLimits(12, 1);
    expect(judgeResiduals(upper - 0.001, design).verdict).toBe('cannot tell');
    expect(judgeResiduals(upper + 0.001, design).verdict).toBe('do not go together');
    expect(judgeResiduals(lower - 0.001, design).verdict).toBe('go together');
    expect(() => durbinWatsonLimits(4, 2)).toThrow('expected years to spare');
    // The probability lies on the right side of 5% of each limit.
    expect(durbinWatsonChance(lower, design)).toBeLessThanOrEqual(0.05);
    expect(durbinWatsonChance(upper, design)).toBeGreaterThanOrEqual(0.05);
  });
});

describe('the seam between two sources', () => {
  it('leaves anything from none to all of a change open', () => {
    expect(seamBounds(34_100, 39_100)).toEqual({ change: 5_000, least: 0, most: 5_000 });
    expect(seamBounds(10, 4)).toEqual({ change: -6, least: -6, most: 0 });
    expect(seamBounds(10, 10)).toEqual({ change: 0, least: 0, most: 0 });
  });
});
