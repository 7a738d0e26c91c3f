import { describe, expect, it } from 'vitest';
import { unitsOf, type Status } from '#lib/domain/index.ts';
import { CATALOGUE } from '#lib/domain/catalogue/index.ts';
import { areaOf, fileOf, pictureOf } from '../../../../tests/site.ts';
import { toRows } from './rows.ts';
import { tabulate } from './table.ts';

const AREAS = ['309', '201', 'E12000006'];
const EVERY = CATALOGUE.flatMap((measure) => unitsOf(measure).map(({ key }) => [measure.slug, key] as const));
const ADDRESS = 'https://example.org/trends/looked-after/?areas=309';

const rowsOf = (slug: string, unit: (typeof EVERY)[number][1], keys = AREAS) => {
  const picture = pictureOf(slug, unit, keys);
  return { picture, rows: toRows(picture, fileOf(slug), ADDRESS) };
};

const SYMBOLS: Record<Status, string> = {
  ok: '',
  derived: '',
  suppressed: 'c',
  unavailable: 'x',
  'not applicable': 'z',
  unreliable: 'u',
  low: 'low'
};

describe('the download', () => {
  it.each(EVERY)('holds exactly the figures of the table: %s, %s', (slug, unit) => {
    const { picture, rows } = rowsOf(slug, unit);
    const table = tabulate(picture);
    const listed = table.rows.flatMap((row) =>
      row.kind === 'figures'
        ? row.cells.flatMap((cell, i) => {
            const { id, printed } = table.columns[i]!;
            return printed || cell.text === '–' ? [] : [[id, row.period, cell.text] as const];
          })
        : []
    );
    const taken = new Map(
      rows.map((row) => [`${row.area_key}${row.line && `/${row.line}`} ${row.time_period}`, row] as const)
    );
    expect(taken.size).toBe(rows.length);
    expect([...taken.keys()].sort()).toEqual(listed.map(([id, period]) => `${id} ${period}`).sort());
    for (const [id, period, text] of listed) {
      const row = taken.get(`${id} ${period}`)!;
      const number = Number(text.replaceAll(',', ''));
      if (Number.isNaN(number)) expect(row.value, `${id} ${period}`).toBe('');
      else expect(Number(row.value), `${id} ${period}`).toBe(number);
    }
  });

  it.each(EVERY)('has a number or a symbol, never both and never neither: %s, %s', (slug, unit) => {
    const { rows } = rowsOf(slug, unit, ['420', '850', '394']);
    for (const row of rows) {
      expect(row.symbol, JSON.stringify(row)).toBe(SYMBOLS[row.status as Status]);
      expect(row.value === '', JSON.stringify(row)).toBe(row.symbol !== '');
      if (row.value) expect(row.value).toMatch(/^\d+(\.\d+)?$/);
      if (!row.value) expect([row.rounding_low, row.rounding_high]).toEqual(['', '']);
    }
  });

  it('names area, measure, unit, timing and address in every row', () => {
    const { rows } = rowsOf('looked-after', 'rate');
    expect(new Set(rows.map(({ area_key }) => area_key))).toEqual(new Set(['E92000001', ...AREAS]));
    for (const row of rows) {
      const area = areaOf(row.area_key);
      expect(row).toMatchObject({
        area_code: area.code,
        area_name: area.name,
        geographic_level: area.level,
        measure: 'looked-after',
        unit: 'Rate per 10,000 children',
        time: 'at 31 March',
        address: ADDRESS
      });
      expect(row.source, `${row.area_name} ${row.time_period}`).not.toBe('');
    }
  });

  it('gives every figure its source, of every measure', () => {
    for (const [slug, unit] of EVERY)
      for (const row of rowsOf(slug, unit).rows)
        if (row.value) expect(row.source, `${slug} ${unit} ${row.area_name} ${row.time_period}`).not.toBe('');
  });

  it('says in the unit of an index which year is 100', () => {
    const { rows, picture } = rowsOf('looked-after', 'index', ['309']);
    expect(rows[0]!.unit).toBe(`Index: one year = 100 (${picture.base} = 100)`);
    expect(rows.filter(({ time_period }) => time_period === picture.base).map(({ value }) => value)).toEqual([
      '100',
      '100'
    ]);
  });

  it('flags a break at the first figure after it, and nowhere else, with another segment', () => {
    const { rows } = rowsOf('children-in-need', 'rate', ['309']);
    const mine = rows.filter(({ area_key }) => area_key === '309');
    expect(mine.filter(({ break_before }) => break_before).map(({ time_period }) => time_period)).toEqual(['2013']);
    expect(mine.find(({ time_period }) => time_period === '2013')!.break_before).toContain('between 2012 and 2013');
    const segments = (test: (period: string) => boolean) =>
      new Set(mine.filter(({ time_period }) => test(time_period)).map(({ segment }) => segment));
    expect(segments((period) => period < '2013').size).toBe(1);
    expect(segments((period) => period >= '2013').size).toBe(1);
    expect([...segments((period) => period < '2013')]).not.toEqual([...segments((period) => period >= '2013')]);
  });

  it('gives what rounding leaves open around a rounded count', () => {
    const { rows } = rowsOf('looked-after', 'number', ['309']);
    const early = rows.find(({ time_period }) => time_period === '2008')!;
    expect(Number(early.rounding_high) - Number(early.value)).toBe(2);
    expect(Number(early.value) - Number(early.rounding_low)).toBe(2);
    expect(rows.find(({ time_period }) => time_period === '2025')).toMatchObject({
      rounding_low: '',
      rounding_high: ''
    });
  });
});
