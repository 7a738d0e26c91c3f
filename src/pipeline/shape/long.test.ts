import { describe, expect, it } from 'vitest';
import { variantOf } from '#lib/domain/index.ts';
import { measureOf } from '#lib/domain/catalogue/index.ts';
import { table } from 'arquero';
import { toLong } from './long.ts';

const place = { time_identifier: 'Reporting year', country_code: 'E92000001', region_code: '', old_la_code: '' };
const england = (year: string, cells: Record<string, string>) => ({
  ...place,
  time_period: year,
  geographic_level: 'National',
  ...cells
});
const haringey = (year: string, cells: Record<string, string>) => ({
  ...england(year, cells),
  geographic_level: 'Local authority',
  old_la_code: '309'
});

const children = table({ area: ['309'], period: ['2008'], children: [50_000] });
const derived = table({
  indicator: ['looked_after_31_march'],
  area: ['309'],
  period: ['2008'],
  how: ['Sum of the figures of 2 authorities']
});
const joined = { children, derived };

describe('cells in long form', () => {
  const variant = variantOf(measureOf('looked-after')!, 'rate')!;
  const { indicator, printed } = variant;
  const line = { key: 'all', label: '', indicator };
  const row = (value: string, then = 'x') => ({ [indicator]: value, [printed!.indicator]: then });

  it('are one a figure, with the figure as printed, and leave out a period that a level has nothing of', () => {
    const cells = toLong(
      variant,
      [
        england('2008', row('50.1', '51')),
        england('2009', row('x')),
        haringey('2008', row('c')),
        haringey('2009', row('x'))
      ],
      [line],
      joined
    );
    expect(cells).toMatchObject([
      { area: 'E92000001', level: 'National', line: 'all', period: '2008', cell: '50.1', printed: '51' },
      { area: '309', level: 'Local authority', line: 'all', period: '2008', cell: 'c', printed: 'x' }
    ]);
  });

  it('carry the count of a rate, its children and how the count was worked out', () => {
    const cells = toLong(
      variant,
      [haringey('2008', { ...row('80.0'), looked_after_31_march: '400' }), haringey('2009', row('81.0'))],
      [line],
      joined
    );
    expect(cells).toEqual([
      expect.objectContaining({
        period: '2008',
        count: 400,
        children: 50_000,
        countHow: 'Sum of the figures of 2 authorities'
      }),
      expect.objectContaining({ period: '2009', cell: '81.0' })
    ]);
    expect(cells.map(({ how }) => how)).toEqual([undefined, undefined]);
    expect(cells[1]!.children).toBeUndefined();
  });

  it('keep what is not available in a period that others of the level have', () => {
    const other = { ...haringey('2008', row('40.0')), old_la_code: '202' };
    expect(
      toLong(variant, [haringey('2008', row('x')), other], [line], joined).map(({ area, cell }) => [area, cell])
    ).toEqual([
      ['309', 'x'],
      ['202', '40.0']
    ]);
  });

  it('come from the columns of several lines, and from the rows that a filter picks', () => {
    const two = ['a', 'b'].map((key) => ({ key, label: key, indicator: key }));
    expect(
      toLong({ ...variant, printed: undefined }, [england('2008', { a: '1', b: '2' })], two, joined).map(
        (each) => each.line + each.cell
      )
    ).toEqual(['a1', 'b2']);
    const filtered = { ...variant, printed: undefined, filter: 'need' };
    const picks = ['Abuse', 'Other'].map((label) => ({
      key: label.toLowerCase(),
      label,
      indicator: 'n',
      picks: label
    }));
    const rows = [england('2008', { need: 'Other', n: '7' }), england('2008', { need: 'Abuse', n: '9' })];
    expect(toLong(filtered, rows, picks, joined).map((each) => each.line + each.cell)).toEqual(['other7', 'abuse9']);
  });
});
