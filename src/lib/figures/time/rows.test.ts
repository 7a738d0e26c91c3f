import { describe, expect, it } from 'vitest';
import { unitsOf, type Status } from '#lib/domain/index.ts';
import { CATALOGUE } from '#lib/domain/catalogue/index.ts';
import { areaOf, fileOf, pictureOf, testedPictureOf } from '../../../../tests/site.ts';
import { toRows } from './rows.ts';
import { describe as describeLines } from './sentences.ts';
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

  it('gives the change since March 2008 with its test, as the sentence under the chart has it', () => {
    const picture = testedPictureOf('looked-after', 'rate', ['309']);
    const rows = toRows(picture, fileOf('looked-after'), ADDRESS).filter(({ area_key }) => area_key === '309');
    const [last, then] = [rows.at(-1)!, rows.find(({ time_period }) => time_period === '2008')!];
    expect(last).toMatchObject({ change_since: '2008', value_then: then.value, change_why: '' });
    expect(Number(last.change)).toBeCloseTo(Number(last.value) - Number(then.value), 0);
    expect(Number(last.change_95_low)).toBeLessThan(Number(last.change));
    expect(Number(last.change_95_high)).toBeGreaterThan(Number(last.change));
    const sentence = describeLines(picture).find(({ id }) => id.startsWith('309'))!.text;
    const span = `From 2008 to ${last.time_period}`;
    expect(sentence).toContain(
      last.change_verdict === 'no clear change'
        ? `${span} there is no clear change`
        : `${span} it ${last.change_verdict}`
    );
    const low = Number(last.change_95_low);
    expect(sentence).toContain(`${low < 0 ? '−' : '+'}${Math.abs(low).toFixed(2)}`.slice(0, -1));
  });

  it('counts changes before 2008 from the first figure that can be compared, and none across a break', () => {
    const { rows } = rowsOf('children-in-need', 'rate', ['309']);
    const mine = rows.filter(({ area_key }) => area_key === '309');
    for (const row of mine) {
      if (!row.change_since) expect([row.change, row.change_verdict, row.change_why]).toEqual(['', '', '']);
      else {
        const from = mine.find(({ time_period }) => time_period === row.change_since)!;
        expect([from.segment, from.value]).toEqual([row.segment, row.value_then]);
      }
    }
    expect(mine.find(({ time_period }) => time_period === '2013')!.change_since).toBe('');
  });

  it.each([
    ['rate', 'E92000001', 'only councils are tested'],
    ['rate', 'E12000006', 'only councils are tested'],
    ['rate', '201', 'it has too few children'],
    ['number', '309', 'only rates are tested, as numbers follow how many children there are']
  ] as const)('says why a change is not tested: %s of %s', (unit, key, why) => {
    const picture = testedPictureOf('looked-after', unit, AREAS);
    const rows = toRows(picture, fileOf('looked-after'), ADDRESS).filter(({ area_key }) => area_key === key);
    const changed = rows.filter(({ change }) => change);
    expect(changed.length).toBeGreaterThan(0);
    for (const row of changed)
      expect(row).toMatchObject({ change_verdict: 'not tested', change_why: why, change_95_low: '' });
  });

  it('has a verdict and an interval, or a reason, for every change', () => {
    const firstOfEachUnit = EVERY.filter(([, unit], i) => EVERY.findIndex((each) => each[1] === unit) === i);
    for (const [slug, unit] of firstOfEachUnit) {
      const picture = testedPictureOf(slug, unit, ['309']);
      for (const row of toRows(picture, fileOf(slug), ADDRESS)) {
        const isTested = row.change_verdict !== '' && row.change_verdict !== 'not tested';
        expect(row.change_verdict === '', `${slug} ${unit} ${row.time_period}`).toBe(row.change === '');
        expect(row.change_why === '', `${slug} ${unit} ${row.time_period}`).toBe(isTested || row.change === '');
        expect(row.change_95_low !== '').toBe(isTested);
      }
    }
  });
});
