import { describe, expect, it } from 'vitest';
import { lineAt } from '#lib/statistics/line-at.ts';
import { FEWEST, fitSegments, yearOfMonth, type Parting, type Yearly } from '#lib/statistics/segmented.ts';
import { studentQuantile } from '#lib/statistics/distributions.ts';
import { leastSquares } from './rational.ts';

const series = (from: number, values: number[]): Yearly[] => values.map((value, i) => ({ year: from + i, value }));

const LOOKED_AFTER = series(2004, [61180, 60950, 60300, 59960, 59360, 60920, 64460, 65500, 67070, 68060, 68790]);
const PARTING: Parting = { from: 2004, to: 2014, transition: 2009, withTransition: false };

describe('two straight segments, made up', () => {
  // 100 falling by 2 a year to 2008; from 2010 on 7 above that line in 2009's terms, and rising by 1 a year.
  const made = series(2004, [110, 108, 106, 104, 102, 500, 108, 109, 110, 111, 112]).map((each) => ({
    ...each,
    value: each.value + (each.year % 2 ? 0.001 : -0.001)
  }));
  const found = fitSegments(made, PARTING)!;

  it('finds the slopes and the gap in the year of transition', () => {
    expect(found.slope.value).toBeCloseTo(-2, 2);
    expect(found.level.value).toBeCloseTo(7, 2);
    expect(found.slopeChange.value).toBeCloseTo(3, 2);
  });

  it('leaves the year of transition out, whatever its figure', () => {
    expect(found.earlier.map(({ year }) => year)).toEqual([2004, 2005, 2006, 2007, 2008]);
    expect(found.later.map(({ year }) => year)).toEqual([2010, 2011, 2012, 2013, 2014]);
    const other = made.map((each) => (each.year === 2009 ? { ...each, value: 0 } : each));
    expect(fitSegments(other, PARTING)).toEqual(found);
  });

  it('continues the earlier line, and takes the observed from it', () => {
    expect(found.continued.map(({ year }) => year)).toEqual([2008, 2009, 2010, 2011, 2012, 2013, 2014]);
    expect(found.continued.at(-1)!.value).toBeCloseTo(90, 1);
    expect(lineAt(found, 2012, 'later')).toBeCloseTo(110, 1);
    expect(found.comparisons.at(-1)!.difference.value).toBeCloseTo(22, 1);
  });

  it('counts the year of transition with the later ones where the reader says so', () => {
    const withIt = fitSegments(made, { ...PARTING, withTransition: true })!;
    expect(withIt.later[0]).toEqual(made[5]);
    expect(withIt.earlier).toEqual(found.earlier);
  });
});

describe('England’s children looked after, by an independent solver', () => {
  it.each([false, true])('the year of transition counted: %s', (withTransition) => {
    const found = fitSegments(LOOKED_AFTER, { ...PARTING, withTransition })!;
    const kept = LOOKED_AFTER.filter(({ year }) => withTransition || year !== 2009);
    const design = kept.map(({ year }) => (year < 2009 ? [1, year - 2009, 0, 0] : [1, year - 2009, 1, year - 2009]));
    const exact = leastSquares(
      design,
      kept.map(({ value }) => value)
    );
    const t = studentQuantile(0.975, kept.length - 4);
    for (const [i, each] of [
      [1, found.slope],
      [2, found.level],
      [3, found.slopeChange]
    ] as const) {
      const error = Math.sqrt(exact.covariance[i]![i]!);
      expect(each.value / exact.coefficients[i]!).toBeCloseTo(1, 8);
      expect(each.low / (exact.coefficients[i]! - t * error)).toBeCloseTo(1, 8);
      expect(each.high / (exact.coefficients[i]! + t * error)).toBeCloseTo(1, 8);
    }
    const weights = (year: number) => [1, year - 2009, 0, 0];
    const variance = (a: number[]) =>
      a.reduce((sum, x, i) => sum + a.reduce((part, y, j) => part + x * y * exact.covariance[i]![j]!, 0), 0);
    for (const { year, observed, difference } of found.comparisons) {
      const w = weights(year);
      const expected = w[0]! * exact.coefficients[0]! + w[1]! * exact.coefficients[1]!;
      const wide = t * Math.sqrt(variance(w) + exact.variance);
      expect(difference.value).toBeCloseTo(observed - expected, 5);
      expect(difference.low).toBeCloseTo(observed - expected - wide, 5);
      expect(difference.high).toBeCloseTo(observed - expected + wide, 5);
    }
    const all = found.later.map(({ year }) => weights(year));
    const together = all[0]!.map((_, i) => all.reduce((sum, row) => sum + row[i]!, 0));
    const wide = t * Math.sqrt(variance(together) + all.length * exact.variance);
    expect(found.total.high - found.total.value).toBeCloseTo(wide, 4);
  });
});

it(`fits nothing where a segment has fewer than ${FEWEST} years`, () => {
  expect(fitSegments(LOOKED_AFTER, { ...PARTING, from: 2007 })).toBeUndefined();
  expect(fitSegments(LOOKED_AFTER, { ...PARTING, to: 2011 })).toBeUndefined();
  expect(fitSegments([], PARTING)).toBeUndefined();
  expect(fitSegments(LOOKED_AFTER, { ...PARTING, from: 2006, to: 2012 })).toBeDefined();
});

it.each([
  ['2008-11', 2009],
  ['2009-03', 2009],
  ['2009-04', 2010],
  ['2007-12', 2008]
])('a month of %s lies in the year that ends in March %s', (month, year) => {
  expect(yearOfMonth(month)).toBe(year);
});
