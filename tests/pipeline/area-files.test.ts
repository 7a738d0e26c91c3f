import readWorkbook from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { ENGLAND, columnsOf, variantOf } from '#lib/domain/index.ts';
import { CATALOGUE } from '#lib/domain/catalogue/index.ts';
import { parseSheet } from '#lib/screening/parse.ts';
import { AREA_COLUMNS, columnNamed } from '#lib/domain/columns.ts';
import { composeYear } from '#lib/figures/year/picture.ts';
import { toYearRows } from '#lib/figures/year/rows.ts';
import { yearsHeld } from '#lib/figures/year/years-held.ts';
import { defaults } from '#lib/address/trend.ts';
import { areas, basesOf, estimatesOf, fileOf } from '../site.ts';
import { Project, ROOT } from './project.ts';
import { real } from './real-tables.ts';

// As they were published: tests/pipeline/runs.test.ts holds that a run on the same data gives the same bytes.
const project = new Project(ROOT);
const files = project.outputs();
const parsed = new Map<string, Record<string, string>[]>();
const rowsOf = (key: string): Record<string, string>[] => {
  const known = parsed.get(key);
  if (known) return known;
  const { sheet, problems } = parseSheet(`${key}.csv`, files.get(`areas/${key}.csv`)!.toString('utf8'));
  expect(problems).toEqual([]);
  parsed.set(key, sheet.rows);
  return sheet.rows;
};

const bytesOf = (key: string): Buffer => files.get(`areas/${key}.xlsx`)!;

const PLACES = [
  'place',
  'place_of',
  'place_from',
  'place_range_first',
  'place_range_last',
  'quarter',
  'place_range_why'
] as const;
const CHANGES = ['change_since', 'value_then', 'change', 'change_verdict', 'change_95_low', 'change_95_high'] as const;

describe('all figures of an area', () => {
  it('are one CSV and one workbook for each of the 171 areas, at its code', () => {
    const others = areas.filter(({ key }) => key !== ENGLAND);
    expect(others).toHaveLength(171);
    expect([...files.keys()].filter((path) => path.startsWith('areas/')).sort()).toEqual(
      [...others.flatMap(({ key }) => [`areas/${key}.csv`, `areas/${key}.xlsx`]), 'areas/csv-metadata.json'].sort()
    );
    const { files: listed } = project.json<{ files: { path: string; rows?: number }[] }>('manifest.json');
    const rows = new Map(listed.map((file) => [file.path, file.rows]));
    for (const { key } of others) expect(rows.get(`areas/${key}.csv`), key).toBe(rowsOf(key).length);
  });

  it('are every cell of the data sets that a measure draws, with its symbol where it has no number', () => {
    for (const key of ['309', '420', '201', '875', '940', 'E12000007']) {
      const rows = rowsOf(key);
      let compared = 0;
      for (const { time_period: year, data_set: set, indicator, value, symbol } of rows) {
        const source = real
          .get(`${set}.csv`)!
          .rows.filter((row) => row.time_period === year && (row.old_la_code || row.region_code) === key);
        expect(source).toHaveLength(1);
        expect(value || symbol, `${key} ${indicator} ${year}`).toBe(source[0]![indicator!]);
        compared++;
      }
      expect(compared).toBeGreaterThan(30);
    }
  });

  it('leave out no number of the columns that measures draw', () => {
    const columns = new Set(
      CATALOGUE.flatMap(({ variants }) =>
        variants.flatMap(({ dataSet, indicator, lines, levels }) =>
          !levels || levels.includes('Local authority')
            ? (lines ?? [{ indicator }]).map((line) => `${dataSet}/${line.indicator}`)
            : []
        )
      )
    );
    const own = new Set(rowsOf('309').map((row) => `${row.data_set}/${row.indicator}/${row.time_period}`));
    let held = 0;
    for (const column of columns) {
      const [set, indicator] = column.split('/') as [string, string];
      for (const row of real.get(`${set}.csv`)!.rows)
        if (row.old_la_code === '309' && /^\d/.test(row[indicator]!)) {
          expect(own).toContain(`${column}/${row.time_period}`);
          held++;
        }
    }
    expect(held).toBeGreaterThan(400);
  });

  it('carry what rounding leaves open, breaks, notes and sources', () => {
    const row = rowsOf('309').find(
      ({ indicator, time_period }) => indicator === 'looked_after_31_march' && time_period === '2008'
    )!;
    expect(row).toMatchObject({ value: '425', rounding_low: '423', rounding_high: '427', status: 'ok' });
    const after = rowsOf('309').find(
      ({ indicator, time_period }) => indicator === 'in_need_31_march' && time_period === '2013'
    )!;
    expect(after.break_before).toMatch(/^definition: The way episodes of need are counted changed in 2018/);
    expect(after.segment).toBe('1');
    const sources = new Set(real.get('sources.csv')!.rows.map(({ source }) => source));
    for (const { source } of rowsOf('309'))
      for (const key of source!.split(' ').filter(Boolean)) expect(sources).toContain(key);
    const dorset = rowsOf('835').find(({ time_period, unit }) => time_period === '2012' && unit!.startsWith('Rate'))!;
    expect(dorset.note).toMatch(/^Today's population series does not separate Dorset, Bournemouth and Poole/);
  });

  it('have the rank, its range and the tested change that the ranked view has in its files', () => {
    let ranges = 0;
    let verdicts = 0;
    for (const { slug, unit, year } of [
      { slug: 'looked-after', unit: 'rate' as const, year: '2025' },
      { slug: 'child-protection-plans', unit: 'rate' as const, year: '2016' },
      { slug: 'starting-to-be-looked-after', unit: 'rate' as const, year: '2025' },
      { slug: 're-referrals', unit: 'percent' as const, year: '2024' },
      { slug: 'agency-social-workers', unit: 'percent' as const, year: '2024' }
    ]) {
      const measure = CATALOGUE.find((each) => each.slug === slug)!;
      const file = fileOf(slug);
      const variant = columnsOf(measure, unit);
      const parts = {
        file,
        bases: basesOf(variant),
        measure,
        view: 'rank' as const,
        years: yearsHeld(file, measure),
        areas,
        estimates: estimatesOf(slug)
      };
      const choices = { ...defaults(measure), unit, year };
      const ranked = toYearRows(composeYear({ ...parts, choices })!, file, '');
      const since = String(Number(year) - 1);
      const changed = toYearRows(composeYear({ ...parts, choices: { ...choices, since } })!, file, '');
      for (const key of ['309', '330', '201', '314', '926']) {
        const own = rowsOf(key).find(
          (row) =>
            row.measure === slug && row.time_period === year && row.indicator === variantOf(measure, unit)!.indicator
        );
        if (!own) continue;
        const rank = ranked.find(({ area_key }) => area_key === key)!;
        const moved = changed.find(({ area_key }) => area_key === key)!;
        for (const name of PLACES) expect(own[name], `${slug} ${key} ${name}`).toBe(rank[name]);
        for (const name of CHANGES) expect(own[name], `${slug} ${key} ${name}`).toBe(moved[name]);
        if (own.place_range_first) ranges++;
        if (own.change_verdict) verdicts++;
      }
    }
    expect(ranges).toBeGreaterThan(10);
    expect(verdicts).toBeGreaterThan(10);
  });

  it('give no rank without its range or why it has none, and none of numbers or of regions', () => {
    for (const { key, level } of areas.filter((area) => area.key !== ENGLAND))
      for (const row of rowsOf(key)) {
        if (row.place)
          expect(Boolean(row.place_range_first) !== Boolean(row.place_range_why), `${key} ${row.indicator}`).toBe(true);
        else expect(`${row.place_range_first}${row.place_of}`).toBe('');
        if (level === 'Regional' || row.unit === 'Number') expect(row.place).toBe('');
      }
  });

  it('show nothing where the publisher held a figure back', () => {
    let hidden = 0;
    for (const { key } of areas.filter((area) => area.key !== ENGLAND))
      for (const row of rowsOf(key))
        if (row.status === 'suppressed') {
          hidden++;
          expect(row).toMatchObject({ value: '', symbol: 'c', rounding_low: '', rounding_high: '' });
        }
    expect(hidden).toBeGreaterThan(20);
  });
});

describe('the workbook', () => {
  it('opened with another library has the rows of the CSV, numbers as numbers and codes as text', async () => {
    for (const key of ['309', '420', 'E12000007']) {
      const sheets = await readWorkbook(bytesOf(key));
      expect(sheets.map(({ sheet }) => sheet)).toEqual(['About', 'Figures']);
      const [head, ...data] = sheets[1]!.data;
      const rows = rowsOf(key);
      expect(head).toEqual(AREA_COLUMNS);
      expect(data).toHaveLength(rows.length);
      rows.forEach((row, y) =>
        AREA_COLUMNS.forEach((name, x) => {
          const number = name === 'time_period' || columnNamed(name)!.number;
          const text = row[name]!;
          const cell = data[y]![x] ?? null;
          expect(cell, `${key} ${name} ${y}`).toEqual(text === '' ? null : number ? Number(text) : text);
        })
      );
    }
  });

  it('has a cover that names the area, each column, each symbol, each source and the licence', async () => {
    const [about] = await readWorkbook(bytesOf('309'));
    const text = about!.data.flat().join('\n');
    expect(about!.data[0]![0]).toBe('Haringey: all figures on Per 10,000');
    for (const name of AREA_COLUMNS) expect(text).toContain(name);
    for (const { source } of rowsOf('309'))
      for (const key of source!.split(' ').filter(Boolean))
        expect(about!.data.some(([first]) => first === key)).toBe(true);
    expect(text).toContain('Open Government Licence');
    expect(text).toContain('Held back by the publisher');
  });
});

it('the metadata describe every column of every CSV', () => {
  const metadata = JSON.parse(files.get('areas/csv-metadata.json')!.toString('utf8')) as {
    tables: { url: string }[];
    tableSchema: { columns: { name: string }[] };
  };
  expect(metadata.tables).toHaveLength(171);
  for (const { url } of metadata.tables) expect(files.has(`areas/${url}`)).toBe(true);
  expect(metadata.tableSchema.columns.map(({ name }) => name)).toEqual(Object.keys(rowsOf('309')[0]!));
});
