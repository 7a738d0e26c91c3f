import { expect, it } from 'vitest';
import type { Point } from './series.ts';
import { areaCells, figureCells, numberCell } from './row-cells.ts';

const point: Point = { period: '2031', value: 60.6, status: 'ok', segment: 0, below: 0, above: 0, lineage: [] };

it('names the area and the measure of a row', () => {
  const haringey = { level: 'Local authority', key: '309', code: 'E09000014', name: 'Haringey' } as const;
  expect(areaCells(haringey, 'looked-after')).toEqual({
    geographic_level: 'Local authority',
    area_key: '309',
    area_code: 'E09000014',
    area_name: 'Haringey',
    measure: 'looked-after'
  });
});

it('writes a figure, and what rounding leaves open of it', () => {
  const exact = { value: '60.6', symbol: '', status: 'ok', rounding_low: '', rounding_high: '' };
  expect(figureCells(point)).toEqual(exact);
  const open = { ...point, unrounded: 60.55, below: 0.333, above: 0.2 };
  expect(figureCells(open)).toEqual({ ...exact, rounding_low: '60.22', rounding_high: '60.75' });
  expect(figureCells({ ...point, value: 0, below: 2, above: 2 })).toMatchObject({
    value: '0',
    rounding_low: '0',
    rounding_high: '2'
  });
});

it('leaves empty what is held back, with its symbol', () => {
  expect(figureCells({ ...point, value: null, status: 'suppressed' })).toEqual({
    value: '',
    symbol: 'c',
    status: 'suppressed',
    rounding_low: '',
    rounding_high: ''
  });
  expect(numberCell(undefined)).toBe('');
});
