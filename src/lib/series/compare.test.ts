import { describe, expect, it } from 'vitest';
import type { Line, Point } from '#lib/domain/index.ts';
import { findPoint, change, comparableAt, firstComparable, isSame, latest, skippedAsLowConfidence } from './compare.ts';

const point = (period: string, value: number | null, more: Partial<Point> = {}): Point => ({
  period,
  value,
  status: value === null ? 'suppressed' : 'ok',
  segment: 0,
  below: 0,
  above: 0,
  lineage: [],
  ...more
});

const line = (...points: Point[]): Line => ({ id: '309', areaKey: '309', line: 'all', points });

describe('which figures stand beside each other', () => {
  const figures = line(
    point('2006', null),
    point('2007', 10),
    point('2008', 0),
    point('2010', 30, { segment: 1 }),
    point('2011', 40, { segment: 1 }),
    point('2012', null, { segment: 1 })
  );

  it('takes the last year with a number for the latest', () => {
    expect(latest(figures)?.period).toBe('2011');
    expect(latest(line(point('2006', null)))).toBeUndefined();
  });

  it('finds a figure by its year, held back or not', () => {
    expect(findPoint(figures, '2006')?.status).toBe('suppressed');
    expect(findPoint(figures, '2009')).toBeUndefined();
  });

  it('compares within a segment only', () => {
    const last = latest(figures)!;
    expect(firstComparable(figures, last)?.period).toBe('2010');
    expect(comparableAt(figures, last, '2008')).toBeUndefined();
    expect(comparableAt(figures, last, '2010')?.period).toBe('2010');
  });

  it('skips what the Department graded as of low confidence, and says what it skipped', () => {
    const doubted = line(
      point('2009', 1, { lowConfidence: true }),
      point('2010', 5, { segment: 1, lowConfidence: true }),
      point('2011', 6, { segment: 1 }),
      point('2012', 7, { segment: 1, lowConfidence: true }),
      point('2013', 8, { segment: 1 })
    );
    const last = latest(doubted)!;
    expect(firstComparable(doubted, last)?.period).toBe('2011');
    expect(skippedAsLowConfidence(doubted, last).map(({ period }) => period)).toEqual(['2010']);
    const none = line(point('2010', 5, { lowConfidence: true }), point('2011', 6));
    expect(firstComparable(none, latest(none)!)).toBeUndefined();
    expect(skippedAsLowConfidence(none, latest(none)!).map(({ period }) => period)).toEqual(['2010']);
    expect(skippedAsLowConfidence(figures, latest(figures)!)).toEqual([]);
  });

  it('counts a true zero as a figure to compare with, and what is held back not', () => {
    const before = findPoint(figures, '2008')!;
    expect(firstComparable(figures, before)?.period).toBe('2007');
    expect(comparableAt(line(point('2007', 0), point('2008', 3)), point('2008', 3), '2007')?.value).toBe(0);
    expect(comparableAt(figures, before, '2006')).toBeUndefined();
  });

  it('never compares a figure with itself or with a later one', () => {
    expect(firstComparable(figures, findPoint(figures, '2010')!)).toBeUndefined();
    expect(comparableAt(figures, findPoint(figures, '2010')!, '2010')).toBeUndefined();
    expect(comparableAt(figures, findPoint(figures, '2010')!, '2011')).toBeUndefined();
  });
});

describe('change and rounding', () => {
  const beyond = (from: [number, number], to: [number, number], dp = 0): boolean =>
    change(
      point('2008', from[0], { below: from[1], above: from[1] }),
      point('2025', to[0], { below: to[1], above: to[1] }),
      dp
    ).beyondRounding;

  it('measures from the earlier to the later', () => {
    expect(change(point('2008', 10), point('2025', 7)).by).toBe(-3);
  });

  it('works out a change from unrounded rates and rounds it once', () => {
    const from = point('2008', 53.4, { unrounded: 53.446 });
    const to = point('2025', 60.6, { unrounded: 60.571 });
    expect(change(from, to, 1)).toMatchObject({ by: 7.1, beyondRounding: true });
    expect(change(to, from, 1).by).toBe(-7.1);
  });

  it('tells rates that are printed alike from those that differ by less than shows', () => {
    const [low, high] = [point('2008', 60.4, { unrounded: 60.36 }), point('2025', 60.4, { unrounded: 60.44 })];
    expect(change(low, high, 1)).toMatchObject({ by: 0.1, beyondRounding: true });
    const near = change(point('2008', 60.4, { unrounded: 60.44 }), point('2025', 60.5, { unrounded: 60.46 }), 1);
    expect([near.by, isSame(near)]).toEqual([0, false]);
    expect(isSame(change(low, low, 1))).toBe(true);
    expect(Object.is(change(high, point('2025', 60.4, { unrounded: 60.43 }), 1).by, 0)).toBe(true);
  });

  it('rounds exactly a half away from zero, whatever floating point makes of it', () => {
    const index = (count: number) => point('2008', 0, { unrounded: (count / 240) * 100 });
    expect(change(index(219), index(240), 1).by).toBe(8.8);
    expect(change(index(240), index(219), 1).by).toBe(-8.8);
  });

  it('takes exact counts at their word', () => {
    expect(beyond([10, 0], [11, 0])).toBe(true);
  });

  it('says nothing of a difference that rounding to 5 can explain', () => {
    expect(beyond([40, 2], [42, 0])).toBe(false);
    expect(beyond([40, 2], [43, 0])).toBe(true);
    expect(beyond([42, 0], [40, 2])).toBe(false);
  });

  it('tells two counts apart that were rounded to different numbers: 40 was at most 42, 45 at least 43', () => {
    expect(beyond([40, 2], [45, 2])).toBe(true);
    expect(
      change(point('2008', 40, { below: 5, above: 4 }), point('2025', 50, { below: 5, above: 4 })).beyondRounding
    ).toBe(true);
  });

  it('holds rates together as the table shows them, to the tenth', () => {
    // Enfield, starts: 18.9 in 2006 can be as low as 18.5.
    expect(beyond([18.9, 0.36], [18.5, 0], 1)).toBe(false);
    expect(beyond([18.9, 0.34], [18.5, 0], 1)).toBe(true);
    expect(beyond([67.1, 0], [67, 0], 1)).toBe(true);
  });

  it('is symmetric, and never finds a change between equal figures that are rounded', () => {
    for (let a = 0; a < 30; a++)
      for (let b = 0; b < 30; b++)
        for (const dp of [0, 1]) {
          expect(beyond([a, 2], [b, 0], dp)).toBe(beyond([b, 0], [a, 2], dp));
          if (a === b) expect(beyond([a, 2], [b, 2], dp)).toBe(false);
        }
  });
});
