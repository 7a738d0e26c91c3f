import { describe, expect, it } from 'vitest';
import type { Line, Point } from '#lib/domain/index.ts';
import { indexBase, indexTo, latestSegment } from './index-to.ts';

const point = (period: string, value: number | null, segment = 0, open = 0): Point => ({
  period,
  value,
  status: value === null ? 'suppressed' : 'ok',
  segment,
  below: open,
  above: open,
  lineage: [3]
});

const line = (...points: Point[]): Line => ({ id: '309', areaKey: '309', line: 'all', points });
const values = ({ points }: Line) => points.map(({ period, value }) => [period, value]);

describe('an index', () => {
  const figures = line(point('2007', 80), point('2008', 40), point('2009', 50), point('2010', 0), point('2011', null));

  it('makes its base 100 and the rest a hundredth of it, to the tenth', () => {
    expect(values(indexTo(figures, '2008'))).toEqual([
      ['2007', 200],
      ['2008', 100],
      ['2009', 125],
      ['2010', 0],
      ['2011', null]
    ]);
    expect(values(indexTo(line(point('2008', 3), point('2009', 1)), '2008'))[1]).toEqual(['2009', 33.3]);
  });

  it('keeps what is held back held back, with its status and source', () => {
    expect(indexTo(figures, '2008').points.at(-1)).toEqual({
      period: '2011',
      value: null,
      status: 'suppressed',
      segment: 0,
      below: 0,
      above: 0,
      lineage: [3]
    });
  });

  it('carries what rounding leaves open', () => {
    const rounded = indexTo(line(point('2008', 40, 0, 2), point('2009', 50, 0, 2), point('2010', 60)), '2008');
    expect(rounded.points.map(({ below, above }) => [below, above])).toEqual([
      [5, 5],
      [5, 5],
      [0, 0]
    ]);
  });

  it('drops figures printed at the time, which are not indexed', () => {
    const printed = { ...point('2008', 40), printed: { value: 41, status: 'ok' as const } };
    expect(indexTo(line(printed), '2008').points[0]).not.toHaveProperty('printed');
  });

  it('covers only the segment of its base', () => {
    const cut = line(point('2008', 10), point('2009', 20), point('2010', 40, 1), point('2011', 80, 1));
    expect(values(indexTo(cut, '2010'))).toEqual([
      ['2010', 100],
      ['2011', 200]
    ]);
    expect(values(latestSegment(cut))).toEqual([
      ['2010', 40],
      ['2011', 80]
    ]);
  });

  it('is empty where the base has no figure or a zero', () => {
    expect(indexTo(figures, '2010').points).toEqual([]);
    expect(indexTo(figures, '2011').points).toEqual([]);
    expect(indexTo(figures, '1999').points).toEqual([]);
  });
});

describe('the year that an index starts from', () => {
  const from = (...lines: Line[]) => indexBase(lines);

  it('is March 2008 where all hold it, and never earlier', () => {
    expect(from(line(point('2006', 1), point('2008', 1), point('2009', 1)))).toBe('2008');
    expect(from(line(point('2006', 1), point('2007', 1)))).toBeUndefined();
  });

  it('is the first that all the lines share', () => {
    expect(
      from(
        line(point('2008', 1), point('2009', 1), point('2010', 1)),
        line(point('2008', null), point('2009', 0), point('2010', 2))
      )
    ).toBe('2010');
  });

  it('lies within the latest segment of each', () => {
    expect(from(line(point('2008', 1), point('2009', 1), point('2010', 1, 1), point('2011', 1, 1)))).toBe('2010');
  });

  it('is none where the lines share no year, and none for no lines', () => {
    expect(from(line(point('2008', 1)), line(point('2009', 1)))).toBeUndefined();
    expect(from(line(point('2008', 0)))).toBeUndefined();
    expect(from()).toBeUndefined();
  });
});
