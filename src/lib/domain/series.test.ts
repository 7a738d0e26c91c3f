import { describe, expect, it } from 'vitest';
import { BREAK_KINDS, cuts, runsOf, type Point } from './series.ts';

const point = (period: string, value: number | null, segment = 0): Point => ({
  period,
  value,
  segment,
  status: value === null ? 'suppressed' : 'ok',
  below: 0,
  above: 0,
  lineage: []
});

const periods = (points: Point[]): string[][] => runsOf(points).map((run) => run.map(({ period }) => period));

describe('what may be joined into a line', () => {
  it('joins neighbours of one segment', () => {
    expect(periods([point('2008', 1), point('2009', 2), point('2010', 0)])).toEqual([['2008', '2009', '2010']]);
  });

  it('never joins across a year that is missing', () => {
    expect(periods([point('2008', 1), point('2010', 2)])).toEqual([['2008'], ['2010']]);
  });

  it('never joins across a figure that is held back', () => {
    expect(periods([point('2008', 1), point('2009', null), point('2010', 2)])).toEqual([['2008'], ['2010']]);
  });

  it('never joins two segments, neighbours or not', () => {
    expect(periods([point('2009', 1, 0), point('2010', 2, 1), point('2011', 3, 1)])).toEqual([
      ['2009'],
      ['2010', '2011']
    ]);
  });

  it('joins December to January, and not to the December after', () => {
    expect(periods([point('2007-12', 1), point('2008-01', 2), point('2008-12', 3)])).toEqual([
      ['2007-12', '2008-01'],
      ['2008-12']
    ]);
  });

  it('keeps every figure once, and a true zero is a figure', () => {
    const points = [point('2008', 0), point('2009', null), point('2010', 0), point('2011', 5)];
    expect(runsOf(points).flat()).toEqual(points.filter(({ value }) => value !== null));
  });

  it('gives nothing for nothing', () => {
    expect(runsOf([])).toEqual([]);
    expect(runsOf([point('2008', null)])).toEqual([]);
  });
});

it('cuts at a change of source, definition or population, and not at a change of name or quality', () => {
  expect(BREAK_KINDS.filter(cuts)).toEqual(['source', 'definition', 'population']);
});
