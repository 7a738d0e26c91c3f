import { expect, it } from 'vitest';
import { unitsOf } from '#lib/domain/index.ts';
import { CATALOGUE } from '#lib/domain/catalogue/index.ts';
import { areas, fileOf, pictureOf } from '../../../tests/site.ts';
import { defaults } from '#lib/address/trend.ts';
import { withBands } from '#lib/figures/time/bands.ts';
import {
  AREA_COLUMNS,
  COLUMNS,
  COMPARISON_COLUMNS,
  TIME_COLUMNS,
  YEAR_COLUMNS,
  columnNamed
} from '#lib/domain/columns.ts';
import { toRows } from '#lib/figures/time/rows.ts';
import { composeYear } from '#lib/figures/year/picture.ts';
import { toYearRows } from '#lib/figures/year/rows.ts';
import { yearsHeld } from '#lib/figures/year/years-held.ts';

const rows = CATALOGUE.flatMap((measure) =>
  unitsOf(measure).flatMap(({ key }) => toRows(pictureOf(measure, key, ['309', '420']), fileOf(measure.slug), 'x'))
);

const measure = CATALOGUE[0]!;
const choices = defaults(measure);
const years = yearsHeld(fileOf(measure.slug), measure);
const year = composeYear({
  file: fileOf(measure.slug),
  bases: fileOf('children'),
  measure,
  view: 'rank',
  choices,
  years,
  areas
})!;
const banded = withBands(pictureOf(measure, 'rate', ['309']), fileOf(measure.slug), fileOf('children'));

it('a download has the columns listed for it, in that order', () => {
  expect(Object.keys(toRows(banded, fileOf(measure.slug), 'x')[0]!)).toEqual(TIME_COLUMNS);
  expect(Object.keys(rows[0]!)).toEqual(TIME_COLUMNS.filter((name) => !name.startsWith('interval_95')));
  expect(Object.keys(toYearRows(year, fileOf(measure.slug), 'x')[0]!)).toEqual(YEAR_COLUMNS);
});

it('every column described is one of a file, and no other name is', () => {
  expect(Object.keys(COLUMNS).sort()).toEqual(
    [...new Set([...TIME_COLUMNS, ...COMPARISON_COLUMNS, ...AREA_COLUMNS])].sort()
  );
  expect(columnNamed('toString')).toBeUndefined();
});

it('a column of numbers holds numbers alone, and codes are not numbers', () => {
  expect(rows.length).toBeGreaterThan(1000);
  for (const name of Object.keys(COLUMNS)) {
    const cells = [...rows, ...toYearRows(year, fileOf(measure.slug), 'x')]
      .map((row) => (row as Record<string, string>)[name])
      .filter(Boolean);
    if (columnNamed(name)!.number) expect(cells.filter((cell) => !Number.isFinite(Number(cell)))).toEqual([]);
  }
  for (const name of ['area_key', 'area_code', 'time_period']) expect(columnNamed(name)?.number).toBeUndefined();
});
