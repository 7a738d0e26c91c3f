import { expect, it } from 'vitest';
import { CATALOGUE, unitsOf } from '../domain/index.ts';
import { fileOf, pictureOf } from '../../../tests/site.ts';
import { ROW_COLUMNS, rowColumn } from './row-columns.ts';
import { toRows } from './rows.ts';

const rows = CATALOGUE.flatMap((measure) =>
  unitsOf(measure).flatMap(({ key }) => toRows(pictureOf(measure, key, ['309', '420']), fileOf(measure.slug), 'x'))
);

it('every column of a download is described, and no other', () => {
  expect(Object.keys(ROW_COLUMNS)).toEqual(Object.keys(rows[0]!));
  expect(rowColumn('toString')).toBeUndefined();
});

it('a column of numbers holds numbers alone, and codes are not numbers', () => {
  expect(rows.length).toBeGreaterThan(1000);
  for (const [name, { number }] of Object.entries(ROW_COLUMNS)) {
    const cells = rows.map((row) => row[name as keyof typeof row]).filter(Boolean);
    if (number) expect(cells.filter((cell) => !Number.isFinite(Number(cell)))).toEqual([]);
  }
  for (const name of ['area_key', 'area_code', 'time_period']) expect(rowColumn(name)?.number).toBeUndefined();
});
