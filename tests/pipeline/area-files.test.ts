import readWorkbook from 'read-excel-file/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { ENGLAND, type AreaRecord, type SeriesFile } from '#lib/domain/index.ts';
import { CATALOGUE } from '#lib/domain/catalogue/index.ts';
import { parseSheet } from '#lib/screening/parse.ts';
import { areaFiles } from '../../src/pipeline/publish/area-files.ts';
import { AREA_COLUMNS, columnNamed } from '#lib/domain/columns.ts';
import { publishShapes } from '../../src/pipeline/shape/shape.ts';
import { real } from './real-tables.ts';

let areas: AreaRecord[];
let made: ReturnType<typeof areaFiles>;

const make = () => {
  const shapes = publishShapes(real);
  const series = new Map(
    CATALOGUE.map(({ slug }) => [slug, JSON.parse(shapes.get(`series/${slug}.json`)!) as SeriesFile])
  );
  areas = JSON.parse(shapes.get('areas-full.json')!) as AreaRecord[];
  return areaFiles({ areas, series }, real);
};

beforeAll(() => {
  made = make();
});

const rowsOf = (key: string): Record<string, string>[] => {
  const { sheet, problems } = parseSheet(`${key}.csv`, made.files.get(`areas/${key}.csv`) as string);
  expect(problems).toEqual([]);
  return sheet.rows;
};

const bytesOf = (key: string): Buffer => Buffer.from(made.files.get(`areas/${key}.xlsx`) as Uint8Array);

describe('all figures of an area', () => {
  it('are one CSV and one workbook for each of the 171 areas, at its code', () => {
    const others = areas.filter(({ key }) => key !== ENGLAND);
    expect(others).toHaveLength(171);
    expect([...made.files.keys()].sort()).toEqual(
      [...others.flatMap(({ key }) => [`areas/${key}.csv`, `areas/${key}.xlsx`]), 'areas/csv-metadata.json'].sort()
    );
    for (const { key } of others) expect(made.rows.get(`areas/${key}.csv`), key).toBe(rowsOf(key).length);
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
        variants.flatMap(({ dataSet, indicator, lines }) =>
          (lines ?? [{ indicator }]).map((line) => `${dataSet}/${line.indicator}`)
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

  it('and all else have the same bytes when they are made again', () => {
    const again = make();
    for (const [path, content] of made.files)
      expect(Buffer.from(content).equals(Buffer.from(again.files.get(path)!)), path).toBe(true);
  });
});

it('the metadata describe every column of every CSV', () => {
  const metadata = JSON.parse(made.files.get('areas/csv-metadata.json') as string) as {
    tables: { url: string }[];
    tableSchema: { columns: { name: string }[] };
  };
  expect(metadata.tables).toHaveLength(171);
  for (const { url } of metadata.tables) expect(made.files.has(`areas/${url}`)).toBe(true);
  expect(metadata.tableSchema.columns.map(({ name }) => name)).toEqual(Object.keys(rowsOf('309')[0]!));
});
