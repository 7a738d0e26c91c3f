import { describe, expect, it } from 'vitest';
import { adjustForDeprivation } from '#lib/statistics/deprivation-adjusted.ts';
import { limitsAt } from '#lib/statistics/limits.ts';
import {
  beyondLimits,
  factorOf,
  logLimits,
  logSpread,
  usualRange,
  type AreaCount,
  type LogSpread
} from '#lib/statistics/over-dispersion.ts';
import { seededRandom } from '#lib/statistics/seeded-random.ts';
import { expectSame, resultsOf } from '../oracle/results.ts';
import { MEASURES, councilsOf, type MeasureKey } from './councils.ts';

const spreadOf = (areas: readonly AreaCount[], centre: number, figure: 'rate' | 'percent' = 'rate'): LogSpread => {
  const found = logSpread(areas, centre, figure);
  if (found.kind !== 'spread') throw new Error(found.why);
  return found;
};

/** The councils beyond the 99.8% limits, in order of name. */
const outside = (measure: MeasureKey, year: number, side: 'higher' | 'lower'): string[] => {
  const { councils, england } = councilsOf(...MEASURES[measure], year);
  const sides = beyondLimits(councils, spreadOf(councils, england));
  return councils
    .filter(({ key }) => sides.get(key) === side)
    .map(({ name }) => name)
    .sort();
};

describe('over-dispersion of the published figures of 2025', () => {
  it.each([
    ['looked_after', ['Blackpool', 'Stoke-on-Trent'], []],
    ['plans', ['Middlesbrough'], ['Wandsworth']],
    ['in_need', ['Blackpool', 'Hartlepool'], ['Essex']],
    [
      'section_47',
      ['Hartlepool', 'Kingston upon Hull, City of', 'Middlesbrough', 'Torbay'],
      ['Essex', 'Hertfordshire']
    ],
    ['starts', ['Kent', 'Redcar and Cleveland'], ['Essex', 'Kingston upon Thames']],
    ['plans_started', ['Kingston upon Hull, City of', 'Middlesbrough'], ['Essex', 'Wandsworth']],
    ['conferences', ['Hartlepool', 'Middlesbrough'], ['Essex', 'Thurrock', 'Wandsworth']]
  ] as const)('finds the councils beyond the 99.8%% limits for %s', (measure, higher, lower) => {
    expect(outside(measure, 2025, 'higher')).toEqual(higher);
    expect(outside(measure, 2025, 'lower')).toEqual(lower);
  });

  it('states the number that draws the limits', () => {
    const { councils, england } = councilsOf(...MEASURES.looked_after, 2025);
    const spread = spreadOf(councils, england);
    expect(spread.tau).toBeCloseTo(0.29, 2);
    // Of a council so large that chance adds nothing, the limits are England's rate times and over the factor.
    const { low, high } = logLimits(spread, 1e8, 0.95);
    expect(high / england).toBeCloseTo(factorOf(spread), 3);
    expect(england / low).toBeCloseTo(factorOf(spread), 3);
    expect(usualRange(spread).high).toBeCloseTo(high, 1);
    expect(factorOf(spread)).toBeCloseTo(1.77, 2);
  });
});

describe('over-dispersion, against R', () => {
  const areas = resultsOf('over-dispersion-areas');

  it.each(resultsOf('over-dispersion'))('has φ and τ of $measure, and what deprivation leaves', (row) => {
    const own = areas
      .filter(({ measure }) => measure === row.measure)
      .map(({ key, count, size, score }) => ({
        key: key!,
        count: Number(count),
        size: Number(size),
        score: score === 'NA' ? null : Number(score)
      }));
    const spread = spreadOf(own, Number(row.england));
    expectSame(spread.phi, row.phi!, 'phi');
    expectSame(spread.tau, row.tau!, 'tau');
    for (const { key, size, low, high } of areas.filter(({ measure }) => measure === row.measure)) {
      const limits = logLimits(spread, Number(size), 0.998);
      expectSame(limits.low, low!, `lower limit of ${key}`);
      expectSame(limits.high, high!, `upper limit of ${key}`);
    }
    const fit = adjustForDeprivation(own, Number(row.england));
    if (fit.kind !== 'fit') throw new Error(fit.why);
    expectSame(fit.slope, row.slope!, 'slope');
    expectSame(fit.error, row.error!, 'standard error');
    expectSame(fit.level, row.level!, 'level');
    expectSame(fit.dispersion, row.dispersion!, 'dispersion');
    expectSame(fit.residual.phi, row.residual_phi!, 'residual phi');
    expectSame(fit.residual.tau, row.residual_tau!, 'residual tau');
    // Deprivation accounts for part of the difference, never for more than all of it.
    expect(fit.residual.tau).toBeLessThan(spread.tau);
  });
});

const random = seededRandom(5);
const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

describe('over-dispersion of made-up areas', () => {
  const made = (tau: number, figure: 'rate' | 'percent'): AreaCount[] =>
    Array.from({ length: 3_000 }, (_, i) => {
      const size = (1 + (i % 40)) * (figure === 'rate' ? 5_000 : 200);
      const share = figure === 'rate' ? 0.006 * Math.exp(tau * normal()) : 1 / (1 + Math.exp(1.2 + tau * normal()));
      const mean = share * size;
      const sd = Math.sqrt(mean * (figure === 'rate' ? 1 : 1 - share));
      return { key: String(i), size, count: Math.max(0, Math.round(mean + sd * normal())) };
    });

  it.each(['rate', 'percent'] as const)(
    'finds a spread that was put into a %s, less what winsorising takes',
    (figure) => {
      const centre = figure === 'rate' ? 60 : 100 / (1 + Math.exp(1.2));
      const { tau } = spreadOf(made(0.3, figure), centre, figure);
      // Winsorising normal scores leaves 0.68 of their mean square, so four fifths of τ.
      expect(tau / 0.3).toBeGreaterThan(0.72);
      expect(tau / 0.3).toBeLessThan(0.9);
      expect(spreadOf(made(0, figure), centre, figure).tau).toBe(0);
    }
  );

  it('never draws its limits within those of chance alone, and always above zero', () => {
    for (let i = 0; i < 300; i++) {
      const figure = i % 2 ? 'rate' : 'percent';
      const spread = { figure, centre: 1 + random() * 90, tau: i % 3 ? random() * 0.5 : 0 } as const;
      const size = Math.round(20 + random() ** 3 * (figure === 'rate' ? 90_000 : 600));
      for (const level of [0.95, 0.998]) {
        const [exact, wide] = [limitsAt(spread.centre, size, level, figure), logLimits(spread, size, level)];
        expect(wide.low).toBeLessThanOrEqual(exact.low);
        expect(wide.high).toBeGreaterThanOrEqual(exact.high);
        expect(wide.low).toBeGreaterThanOrEqual(0);
        if (figure === 'percent') expect(wide.high).toBeLessThanOrEqual(100);
      }
    }
  });
});

describe('over-dispersion of bad data', () => {
  const areas = (counts: (number | null)[]): AreaCount[] =>
    counts.map((count, i) => ({ key: String(i), count, size: 20_000 }));
  const many = (of: number, count: number | null) => Array.from({ length: of }, () => count);

  it('takes a count of none as half a child, and says how many there were', () => {
    const found = spreadOf(areas([0, ...many(19, 100)]), 50);
    expect(found).toMatchObject({ used: 20, zeros: 1, missing: 0 });
    expect(Number.isFinite(found.tau)).toBe(true);
    // Two of twenty reach into what winsorising leaves, so that what a zero counts for shows.
    const some = many(18, 100).map((count, i) => count! + 5 * i);
    const halves = spreadOf(areas([0.5, 0.5, ...some]), 50);
    expect(spreadOf(areas([0, 0, ...some]), 50)).toEqual({ ...halves, zeros: 2 });
    expect(halves.tau).toBeGreaterThan(0);
  });

  it('leaves out what is missing, and says how many there were', () => {
    const counts = many(12, 100).map((count, i) => count! + i);
    expect(spreadOf(areas([...counts, null, null]), 50)).toEqual({ ...spreadOf(areas(counts), 50), missing: 2 });
    expect(beyondLimits(areas([null, 100]), spreadOf(areas(counts), 50)).size).toBe(1);
  });

  it.each([
    ['all zero', many(20, 0), 0, 'the figure for England is none or all'],
    ['all zero but for England', many(20, 0), 3, 'more than one area in ten has a count of none'],
    ['all suppressed', many(20, null), 50, 'fewer than ten areas have a figure'],
    ['one council', [100], 50, 'fewer than ten areas have a figure'],
    ['no council', [], 50, 'fewer than ten areas have a figure'],
    ['no figure for England', many(20, 100), NaN, 'the figure for England is none or all']
  ] as const)('makes no claim: %s', (_, counts, centre, why) => {
    expect(logSpread(areas([...counts]), centre, 'rate')).toEqual({ kind: 'no claim', why });
    const scored = areas([...counts]).map((area, i) => ({ ...area, score: i / 10 }));
    expect(adjustForDeprivation(scored, centre)).toEqual({ kind: 'no claim', why });
  });

  it('makes no claim about deprivation that is everywhere the same', () => {
    const same = areas(many(20, 100)).map((area) => ({ ...area, score: 0.2 }));
    expect(adjustForDeprivation(same, 50)).toEqual({ kind: 'no claim', why: 'all areas have the same score' });
  });

  it('takes a percentage of all as half a child less', () => {
    const all = areas(many(20, 18_000)).map((area, i) => (i ? area : { ...area, count: 20_000 }));
    expect(Number.isFinite(spreadOf(all, 90, 'percent').tau)).toBe(true);
  });
});
