import { beforeAll, describe, expect, test } from 'vitest';
import type { Table } from '#lib/query/connector.ts';
import { toProblem } from '#lib/query/error-place.ts';
import { QueryError, isFatal, toQueryError } from '#lib/query/query-error.ts';
import { tablesNamed } from '#lib/query/tables-named.ts';
import { FIRST_QUERY } from '../../src/routes/explore/sql/examples.ts';
import { load as loadPage } from '../../src/routes/explore/sql/+page.server.ts';
import { columnsOf, shapeOf as tableShapeOf } from '../../src/routes/explore/sql/table-shapes.ts';
import { startEngine } from './engine.ts';
import { entries, shapeOf } from './published.ts';
import { PASSING, WAYS_OUT, WRITES } from './ways-out.ts';

const LIMITS = { keep: 5000, first: 10 };

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine(loadPage().tables.map(({ name }) => `${name}.csv`));
  engine.load(shapeOf(entries().find(({ name }) => name === 'looked_after_by_legal_status')!));
});

const select = (text: string, limits = LIMITS) => engine.database.select(text, limits);

/** What the statement was refused with; fails where it was not. */
const refusal = (text: string): QueryError => {
  try {
    select(text);
  } catch (error) {
    if (error instanceof QueryError) return error;
    throw error;
  }
  throw new Error(`${text}: expected a refusal, found an answer`);
};

describe('a statement of a reader’s own', () => {
  /** Everything that a later question could be told: tables, columns, macros, settings and every cell. */
  const state = (): Table[] =>
    [
      'SELECT * FROM looked_after_by_legal_status ORDER BY ALL',
      'SELECT * FROM breaks ORDER BY ALL',
      'SELECT schema_name, table_name, column_count, estimated_size FROM duckdb_tables() WHERE NOT internal ORDER BY ALL',
      'SELECT function_name, macro_definition FROM duckdb_functions() WHERE NOT internal ORDER BY ALL',
      'SELECT view_name FROM duckdb_views() WHERE NOT internal ORDER BY ALL',
      "SELECT name, value FROM duckdb_settings() WHERE name NOT LIKE '%memory%' ORDER BY ALL",
      "SELECT getvariable('mine') AS mine",
      "SELECT figure_status('c') AS status"
    ].map((text) => engine.database.query(text, []));

  test('is refused where it would write or reach out, and whatever it is, the next question is answered as before', () => {
    const before = state();
    for (const text of [...WRITES, ...WAYS_OUT]) expect(refusal(text).kind, text).toBe('query');
    for (const text of PASSING) {
      try {
        select(text);
      } catch (error) {
        expect(error, text).toBeInstanceOf(QueryError);
      }
    }
    expect(state()).toEqual(before);
  });

  test('gives the first rows at once and the others when they are asked for, and says that there are more than it keeps', () => {
    const { columns, kinds, cells, kept, isWhole } = select(
      "SELECT i, 'n' || i AS name, i > 3 AS more FROM range(100) r(i)"
    );
    expect({ columns, kinds, kept, isWhole }).toEqual({
      columns: ['i', 'name', 'more'],
      kinds: ['number', 'text', 'boolean'],
      kept: 100,
      isWhole: true
    });
    expect(cells[1]).toEqual(Array.from({ length: 10 }, (_, i) => `n${i}`));
    expect(engine.database.selectedRows(98, 200)).toEqual([
      [98, 99],
      ['n98', 'n99'],
      [true, true]
    ]);

    const most = select('SELECT a.i FROM range(1000000) a(i), range(1000000) b(j)');
    expect({ kept: most.kept, isWhole: most.isWhole }).toEqual({ kept: LIMITS.keep, isWhole: false });
    expect(engine.database.selectedRows(0, 10_000)[0]).toHaveLength(LIMITS.keep);
    expect(select('SELECT * FROM range(5000)').isWhole).toBe(true);
  });

  test('gives plain values: sums as numbers, days, moments and times as text', () => {
    const { columns, cells } = select(
      "SELECT sum(i)::HUGEINT AS sum, 1.25::DECIMAL(9, 2) AS part, DATE '2009-03-12' AS day, TIMESTAMP '2009-03-12 10:30:00' AS moment, TIME '10:30:05' AS time, [1, 2] AS list, NULL AS none FROM range(10) r(i)"
    );
    expect(Object.fromEntries(columns.map((name, i) => [name, cells[i]![0]]))).toEqual({
      sum: 45,
      part: 1.25,
      day: '2009-03-12',
      moment: '2009-03-12T10:30:00.000Z',
      time: '10:30:05',
      list: '[1,2]',
      none: null
    });
  });

  test('an answer with no rows keeps its columns', () => {
    const { columns, kept } = select('SELECT area_name FROM looked_after_by_legal_status WHERE false');
    expect({ columns, kept }).toEqual({ columns: ['area_name'], kept: 0 });
  });

  test('that needs more memory than there is fails with a message, and the engine goes on', () => {
    const text = "SELECT string_agg(repeat('x', 1000000), '') FROM range(3000)";
    const error = refusal(text);
    expect(isFatal(error)).toBe(false);
    expect(toProblem(error.message, text).message).toMatch(/more memory than the database has here \(1 GB\)/);
    expect(select('SELECT 1 AS one').cells).toEqual([[1]]);
  });
});

describe('what the engine says of a mistake is marked where it is', () => {
  const marked = (text: string) => {
    const problem = toProblem(refusal(text).message, text);
    return { message: problem.message, marked: text.slice(problem.from, problem.to) };
  };

  test.each([
    ['SELECT nope FROM breaks', 'nope', /Referenced column "nope" not found/],
    ['SELECT\n  kind,\n  nope\nFROM breaks', 'nope', /Referenced column "nope" not found/],
    ['SELECT kind, kind\nFROM nowhere', 'nowhere', /Table with name nowhere does not exist/],
    ['SELEC 1', 'SELEC', /syntax error at or near "SELEC"/],
    ['SELECT kind FROM breaks WHERE', 'E', /syntax error at end of input/],
    [`SELECT ${'kind, '.repeat(60)}nope, ${'kind, '.repeat(60)}kind FROM breaks`, 'nope', /Referenced column "nope"/],
    ["SELECT 'é' AS é, nope FROM breaks", 'nope', /Referenced column "nope"/],
    ['SELECT 1; SELECT 2', 'SELECT 1; SELECT 2', /^One statement at a time/],
    ['DROP TABLE breaks', 'DROP TABLE breaks', /^The figures can only be read here/],
    ["SELECT * FROM read_csv('http://localhost/a.csv')", 'read_csv', /^Nothing but the tables/],
    ['-- nothing', '-- nothing', /^There is no statement here/]
  ])('%s', (text, place, message) => {
    const found = marked(text);
    expect(found.marked).toBe(place);
    expect(found.message).toMatch(message);
    expect(found.message).not.toMatch(/LINE \d|\^|SET /);
  });
});

test('an error of the engine’s memory is fatal also once it is worded, one of a statement is not', () => {
  expect(isFatal(toQueryError(new RangeError('out of memory'), 'query'))).toBe(true);
  expect(isFatal(toQueryError(new WebAssembly.RuntimeError('unreachable'), 'query'))).toBe(true);
  expect(isFatal(toQueryError(new Error('Binder Error'), 'query'))).toBe(false);
});

test('the tables of a statement are those that it names, and all where it asks what there is', () => {
  const shapes = [{ name: 'breaks' }, { name: 'children_in_need' }, { name: 'deprivation' }];
  const named = (text: string) => tablesNamed(text, shapes).map(({ name }) => name);
  expect(named('SELECT * FROM "BREAKS" JOIN Children_In_Need USING (x)')).toEqual(['breaks', 'children_in_need']);
  expect(named('SELECT 1 AS breaks_of')).toEqual([]);
  expect(named('SHOW TABLES')).toHaveLength(3);
  expect(named('SELECT * FROM information_schema.columns')).toHaveLength(3);
});

test('every example of the page names tables and columns that are there, and is answered with rows', () => {
  const { tables, examples } = loadPage();
  const shapes = tables.map(tableShapeOf);
  for (const shape of shapes) engine.load(shape);
  for (const { sql } of [{ sql: FIRST_QUERY }, ...examples, ...tables.flatMap((table) => table.examples)])
    expect(select(sql).kept, sql).toBeGreaterThan(0);
  for (const table of tables) {
    const { columns } = select(`SELECT * FROM ${table.name} LIMIT 1`);
    expect([...columns].sort(), table.name).toEqual(columnsOf(table).sort());
  }
});
