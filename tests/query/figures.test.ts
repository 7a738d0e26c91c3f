import Papa from 'papaparse';
import { beforeAll, describe, expect, test } from 'vitest';
import { ENGLAND, LEVELS, monthNumber } from '#lib/domain/index.ts';
import { askBreaks, askFigures, figuresSql, type FiguresQuestion } from '#lib/query/questions.ts';
import { toText } from '#lib/query/sql.ts';
import { IDENTIFIERS } from '#lib/domain/index.ts';
import { sampleOf } from '../ring.ts';
import { startEngine } from './engine.ts';
import { entries, published, shapeOf } from './published.ts';

type Row = Record<string, string>;

const read = (name: string): Row[] => Papa.parse<Row>(published(name).trimEnd(), { header: true, delimiter: ',' }).data;

const keyOf = (row: Row): string => row.old_la_code || row.region_code || ENGLAND;

const question = (change: Partial<FiguresQuestion>): FiguresQuestion => ({
  dataSet: 'children_looked_after',
  indicators: ['looked_after_31_march_rate'],
  areas: [ENGLAND],
  levels: [],
  filters: [],
  ...change
});

describe('questions', () => {
  let engine: Awaited<ReturnType<typeof startEngine>>;
  const all = entries();
  const ask = (change: Partial<FiguresQuestion>) => askFigures(engine.connector, question(change));

  beforeAll(async () => {
    engine = await startEngine();
    for (const entry of all) engine.load(shapeOf(entry));
  });

  test.each(sampleOf(all, 14).map((entry) => [entry.name, entry] as const))(
    '%s: every row and every cell is the file’s',
    async (name, entry) => {
      const { indicators } = shapeOf(entry);
      const filters = entry.filters.map((filter) => ({ column: filter.name }));
      const { table } = await ask({ dataSet: name, indicators, levels: LEVELS, areas: [], filters });
      const columns = [...IDENTIFIERS, ...filters.map(({ column }) => column), ...indicators];
      const answered = Array.from({ length: table.rows }, (_, i) =>
        columns.map((column) => table.cells[table.columns.indexOf(column)]![i] ?? '').join('|')
      );
      const wanted = read(`${name}.csv`).map((row) => columns.map((column) => row[column]).join('|'));
      expect(answered.sort()).toEqual(wanted.sort());
    }
  );

  test.each([
    { areas: ['309'] },
    { areas: ['309', '201', 'E13000001', ENGLAND] },
    { areas: ['309', '835'], from: '2007', to: '2010' },
    { areas: [ENGLAND], from: '2020' },
    { areas: [], levels: ['Regional'] as const, to: '2008' },
    { areas: ['309'], levels: ['National'] as const, from: '2009', to: '2009' }
  ])('%j is answered with exactly the rows of the file', async (change) => {
    const indicator = 'started';
    const { rows } = await ask({ ...change, indicators: [indicator] });
    const { areas, levels = [], from = '', to = '9999' }: Partial<FiguresQuestion> = change;
    const wanted = read('children_looked_after.csv').filter(
      (row) =>
        ((areas as string[]).includes(keyOf(row)) || (levels as string[]).includes(row.geographic_level!)) &&
        row.time_period! >= from &&
        row.time_period! <= to
    );
    expect(wanted.length).toBeGreaterThan(0);
    const toLine = (area: string, period: string, value: number | null): string => `${area} ${period} ${value}`;
    expect(rows.map(({ area, period, figures }) => toLine(area, period, figures[0]!.value)).sort()).toEqual(
      wanted
        .map((row) =>
          toLine(keyOf(row), row.time_period!, /^[a-z]+$/.test(row[indicator]!) ? null : Number(row[indicator]))
        )
        .sort()
    );
  });

  test('areas come in order of level and name, each with its latest period first', async () => {
    const { rows } = await ask({ areas: ['309', 'E13000001', ENGLAND, '302'], from: '2023' });
    expect(rows.map(({ name, period }) => `${name} ${period}`)).toEqual(
      ['England', 'Inner London', 'Barnet', 'Haringey'].flatMap((name) => [
        `${name} 2025`,
        `${name} 2024`,
        `${name} 2023`
      ])
    );
  });

  test('a row has its key, its code of that year and its name', async () => {
    const { rows } = await ask({ areas: ['309'], from: '2009', to: '2009' });
    expect(rows).toEqual([
      {
        period: '2009',
        level: 'Local authority',
        area: '309',
        code: 'E09000014',
        name: 'Haringey',
        filters: [],
        figures: [{ value: 87.6, status: 'ok' }]
      }
    ]);
  });

  test('months are periods, the latest first', async () => {
    const { rows } = await ask({ dataSet: 'referrals_by_month', indicators: ['referrals'], from: '2021', to: '2021' });
    expect(rows.map(({ period }) => period)).toEqual(
      Array.from({ length: 12 }, (_, i) => `2021-${String(12 - i).padStart(2, '0')}`)
    );
  });

  test('a filter keeps one value, and without one there are all', async () => {
    const filters = (value?: string) => [
      value === undefined ? { column: 'category_of_need' } : { column: 'category_of_need', value }
    ];
    const base = { dataSet: 'children_starting_to_be_looked_after_by_need', indicators: ['started'], from: '2024' };
    const every = await ask({ ...base, filters: filters() });
    expect(new Set(every.rows.map((row) => row.filters[0])).size).toBe(8);
    const one = await ask({ ...base, filters: filters("Child's disability") });
    expect(one.rows.map((row) => [row.filters, row.figures[0]!.value])).toEqual([[["Child's disability"], 590]]);
    expect(one.sql).toContain(`"category_of_need" = 'Child''s disability'`);
  });

  test('no area is no row, and a code of nowhere is none either', async () => {
    expect((await ask({ areas: [] })).rows).toEqual([]);
    expect((await ask({ areas: ["'; DROP TABLE breaks; --"] })).rows).toEqual([]);
  });

  test('a figure that was worked out says so', async () => {
    const { rows } = await ask({ dataSet: 'care_applications_by_month', indicators: ['applications'], to: '2007' });
    expect(rows.map(({ period, figures }) => [period, figures[0]])).toEqual([
      ['2007-12', { value: 417, status: 'ok' }],
      ['2007-11', { value: 539, status: 'derived' }],
      ['2007-06', { value: 514, status: 'ok' }]
    ]);
  });

  test('breaks are those of the file, with their reasons', async () => {
    for (const { name, indicators } of all)
      for (const indicator of indicators) {
        const { rows } = await askBreaks(engine.connector, { dataSet: name, indicators: [indicator.name] });
        const wanted = read('breaks.csv').filter(
          (row) => row.data_set === name && row.indicator!.split(':')[0] === indicator.name
        );
        expect(rows.map(({ firstAfter, kind, reason }) => `${firstAfter} ${kind} ${reason}`).sort()).toEqual(
          wanted.map((row) => `${row.first_after} ${row.kind} ${row.reason}`).sort()
        );
      }
  });

  // Every form that a question can take, of every data set, runs; and what is shown to the reader gives the same answer.
  const forms = all.flatMap((entry) => {
    const { indicators } = shapeOf(entry);
    return [indicators.slice(0, 1), indicators].flatMap((chosen) =>
      [
        {},
        { areas: ['309', 'E12000007'], from: '2012' },
        { levels: LEVELS, areas: [], to: '2015' },
        { levels: ['Regional'] as const, from: '2010', to: '2019' },
        { areas: [] }
      ].map((change) =>
        question({
          dataSet: entry.name,
          indicators: chosen,
          filters: entry.filters.map(({ name, values }, i) =>
            i ? { column: name } : { column: name, value: values[0]! }
          ),
          ...change
        })
      )
    );
  });

  test.each(forms)('$dataSet: $indicators of $areas $levels, $from to $to', async (each) => {
    const statement = figuresSql(each);
    const { table, sql } = await askFigures(engine.connector, each);
    await engine.connector.query(`EXPLAIN ${toText(statement)}`, statement.params);
    expect(await engine.connector.query(sql, [])).toEqual(table);
  });

  test('a month’s name is known to the engine and to the page alike', async () => {
    const { cells } = await engine.connector.query(
      'SELECT DISTINCT time_identifier, period FROM referrals_by_month UNION SELECT DISTINCT time_identifier, period FROM care_applications_by_month',
      []
    );
    cells[0]!.forEach((name, i) => {
      expect(Number(String(cells[1]![i]).slice(5))).toBe(monthNumber(String(name)));
    });
    expect(cells[0]!.length).toBeGreaterThan(100);
  });
});
