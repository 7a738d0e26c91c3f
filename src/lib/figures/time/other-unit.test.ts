import { describe, expect, it } from 'vitest';
import { unitsOf } from '#lib/domain/index.ts';
import { CATALOGUE } from '#lib/domain/catalogue/index.ts';
import { fileOf, pictureOf } from '../../../../tests/site.ts';
import { withOtherUnit } from './other-unit.ts';
import { tabulate } from './table.ts';
import { timeWords } from './words.ts';

const AREAS = ['309', 'E12000007'];
const EVERY = CATALOGUE.flatMap((measure) => unitsOf(measure).map(({ key }) => [measure.slug, key] as const));

describe('the table with both units', () => {
  it('has the number that the table of numbers has beside each rate, and the other way round', () => {
    const all = ['rate', 'number'].map((unit) =>
      tabulate(pictureOf('looked-after', unit as 'rate' | 'number', ['309']))
    );
    const both = withOtherUnit(all[0]!, pictureOf('looked-after', 'rate', ['309']), fileOf('looked-after'));
    const at = both.columns.findIndex(({ id, isOther }) => id === '309' && isOther);
    expect(both.columns[at - 1]).toMatchObject({ id: '309', unit: 'per 10,000 children' });
    expect(both.columns[at]).toMatchObject({ unit: 'number', printed: false });
    const numbers = new Map(
      all[1]!.rows.flatMap((row) => (row.kind === 'figures' ? [[row.period, row.cells[0]!.text] as const] : []))
    );
    let told = 0;
    for (const row of both.rows) {
      if (row.kind === 'break') continue;
      expect(row.cells).toHaveLength(both.columns.length);
      expect(row.cells[at]!.text).toBe(numbers.get(row.period) ?? '–');
      told += numbers.has(row.period) ? 1 : 0;
    }
    expect(told).toBeGreaterThan(15);
  });

  it.each(EVERY)('keeps the rows and the columns of the chart: %s, %s', (slug, unit) => {
    const picture = pictureOf(slug, unit, AREAS);
    const table = tabulate(picture);
    const both = withOtherUnit(table, picture, fileOf(slug));
    const own = both.columns.flatMap(({ isOther }, i) => (isOther ? [] : [i]));
    expect(own.map((i) => both.columns[i]!.id)).toEqual(table.columns.map(({ id }) => id));
    expect(both.rows.map((row) => (row.kind === 'break' ? row : own.map((i) => row.cells[i])))).toEqual(
      table.rows.map((row) => (row.kind === 'break' ? row : row.cells))
    );
    if (unit !== 'rate' && unit !== 'number') expect(both).toEqual(table);
  });

  it('names the unit in the head of each column', () => {
    const picture = pictureOf('looked-after', 'rate', []);
    expect(timeWords(picture, { file: fileOf('looked-after') }).table).toContain(
      '<th scope="col">England<span>per 10,000 children</span></th><th scope="col" class="other">England<span>number</span></th>'
    );
    expect(timeWords(picture).table).not.toContain('class="other"');
  });
});
