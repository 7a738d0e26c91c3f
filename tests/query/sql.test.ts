import { beforeAll, describe, expect, test } from 'vitest';
import type { Connector } from '#lib/query/connector.ts';
import { identifier, join, literal, sql, toDisplay, toText, type Sql } from '#lib/query/sql.ts';
import { startEngine } from './engine.ts';

const NASTY = [
  `O'Brien`,
  `"quoted"`,
  `a";DROP TABLE x;--`,
  `'; DROP TABLE x; --`,
  'back\\slash',
  '?',
  'two\nlines',
  '',
  'Ynys Môn ✓'
];

describe('writing SQL', () => {
  test('a value becomes a parameter, SQL stays SQL', () => {
    const statement = sql`SELECT ${identifier('a')} FROM ${identifier('t')} WHERE ${identifier('b')} = ${"O'Brien"} AND c < ${3}`;
    expect(toText(statement)).toBe('SELECT "a" FROM "t" WHERE "b" = ? AND c < ?');
    expect(statement.params).toEqual(["O'Brien", 3]);
    expect(toDisplay(statement)).toBe(`SELECT "a" FROM "t" WHERE "b" = 'O''Brien' AND c < 3`);
  });

  test('pieces keep their parameters in order when they are joined', () => {
    const conditions = [sql`a = ${1}`, sql`b IN (${join([sql`${'x'}`, sql`${'y'}`], ', ')})`, sql`TRUE`];
    const statement = sql`WHERE ${join(conditions, ' AND ')} LIMIT ${2}`;
    expect(toText(statement)).toBe('WHERE a = ? AND b IN (?, ?) AND TRUE LIMIT ?');
    expect(statement.params).toEqual([1, 'x', 'y', 2]);
  });

  test('nothing joined is nothing', () => {
    expect(toText(join([], ', '))).toBe('');
  });

  test('a question mark inside a value is no parameter', () => {
    expect(toDisplay(sql`SELECT ${'?'}, ${1}`)).toBe(`SELECT '?', 1`);
  });

  test('a number that is none is refused', () => {
    expect(() => literal(Number.NaN)).toThrow('NaN: expected a finite number');
    expect(() => literal(Number.POSITIVE_INFINITY)).toThrow('expected a finite number');
  });
});

describe('in the engine', () => {
  let connector: Connector;
  const one = async (statement: Sql, params = statement.params) => {
    const { cells } = await connector.query(toText(statement), params);
    return cells[0]?.[0];
  };

  beforeAll(async () => {
    ({ connector } = await startEngine());
  });

  test.each(NASTY)('the value %j comes back as it went in: bound, and written out', async (value) => {
    expect(await one(sql`SELECT ${value}::VARCHAR`)).toBe(value);
    expect(await one(sql`SELECT ${literal(value)}`)).toBe(value);
  });

  test.each(NASTY.filter(Boolean))('a column may be called %j', async (name) => {
    const { columns } = await connector.query(toText(sql`SELECT 1 AS ${identifier(name)}`), []);
    expect(columns).toEqual([name]);
  });

  test.each([null, true, false, 0, -1.5, 1e21, 0.1])(
    'the value %j is the same bound and written out',
    async (value) => {
      expect(await one(sql`SELECT ${literal(value)}`)).toBe(value);
      expect(await one(sql`SELECT ${value}`)).toBe(value);
    }
  );

  test.each([
    ['SELECT 9007199254740991::BIGINT', 9007199254740991],
    ['SELECT sum(i) FROM range(10) t(i)', 45],
    ["SELECT '1234.5'::DECIMAL(9, 2)", 1234.5],
    ["SELECT DATE '2008-11-11'", '2008-11-11'],
    ["SELECT TIMESTAMP '2008-11-11 10:30:00'", '2008-11-11T10:30:00.000Z'],
    ["SELECT 'nan'::DOUBLE", null],
    ['SELECT NULL', null]
  ])('%s is a plain value', async (text, expected) => {
    expect(await one({ parts: [text], params: [] })).toBe(expected);
  });

  test('a fault names the SQL', async () => {
    await expect(connector.query('SELECT nothing FROM nowhere', [])).rejects.toMatchObject({
      name: 'QueryError',
      kind: 'query',
      sql: 'SELECT nothing FROM nowhere',
      message: expect.stringContaining('nowhere')
    });
  });

  test('many questions in a row leave no connection open', async () => {
    for (let i = 0; i < 50; i++) await connector.query('SELECT ?', [i]);
    await expect(connector.query('SELEKT', [])).rejects.toThrow();
    expect(await one(sql`SELECT ${1}`)).toBe(1);
  });
});
