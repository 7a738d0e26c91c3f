import { beforeAll, describe, expect, test } from 'vitest';
import { dataSetShape } from '#lib/query/tables.ts';
import { startEngine } from './engine.ts';
import { WAYS_OUT } from './ways-out.ts';
import { entries, published, shapeOf } from './published.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
});

describe('after the start', () => {
  const entry = entries().find(({ name }) => name === 'looked_after_by_legal_status')!;

  beforeAll(() => {
    engine.load(shapeOf(entry));
  });

  test.each(WAYS_OUT)('%s is refused', async (text) => {
    await expect(engine.connector.query(text, [])).rejects.toMatchObject({ name: 'QueryError', kind: 'query' });
  });

  // In WebAssembly, INSTALL only notes a wish: what counts is that nothing is fetched and nothing can be loaded.
  test('INSTALL brings nothing in', async () => {
    await engine.connector.query('INSTALL httpfs', []).catch(() => undefined);
    await expect(engine.connector.query('LOAD httpfs', [])).rejects.toThrow(/disabled/);
    const { cells } = await engine.connector.query(
      "SELECT loaded FROM duckdb_extensions() WHERE extension_name = 'httpfs'",
      []
    );
    expect(cells[0]).toEqual([false]);
  });

  test('another table of the site can still be loaded', async () => {
    const next = entries().find(({ name }) => name === 'referrals_by_month')!;
    expect(engine.load(shapeOf(next))).toHaveLength(1);
    const { cells } = await engine.connector.query('SELECT count(*) FROM referrals_by_month', []);
    expect(cells[0]).toEqual([120]);
  });

  test('a file that is none of the site’s cannot', () => {
    const shape = { ...shapeOf(entry), name: 'somebody_elses' };
    expect(() => engine.database.load(shape, published(`${entry.name}.csv`))).toThrow(/disabled by configuration/);
  });

  test('the tables are still there, and still the ones that were published', async () => {
    const { cells } = await engine.connector.query('SELECT count(*) FROM looked_after_by_legal_status', []);
    expect(cells[0]).toEqual([published(`${entry.name}.csv`).trimEnd().split('\n').length - 1]);
  });
});

describe('a file on its way in', () => {
  const shape = dataSetShape('referrals_by_month', [], ['referrals']);
  const header =
    'time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name,referrals';

  test('keeps leading zeros, quotes and blanks, and knows every symbol', async () => {
    const figures = ['12', '0', 'c', 'x', 'z', 'u', 'low', 'k', '0.5'];
    const rows = figures.map(
      (figure, i) =>
        `2020,Reporting year,Local authority,E92000001,England,E12000009,"South ""West"", so called",00${i},,,${figure}`
    );
    engine.database.load(shape, `${[header, ...rows].join('\n')}\n`);
    const { cells, columns } = await engine.connector.query(
      'SELECT old_la_code, region_name, new_la_code, referrals, referrals_value, referrals_status FROM referrals_by_month ORDER BY 1',
      []
    );
    const column = (name: string) => cells[columns.indexOf(name)];
    expect(column('old_la_code')).toEqual(figures.map((_, i) => `00${i}`));
    expect(new Set(column('region_name'))).toEqual(new Set(['South "West", so called']));
    expect(new Set(column('new_la_code'))).toEqual(new Set([null]));
    expect(column('referrals')).toEqual(figures);
    expect(column('referrals_value')).toEqual([12, 0, null, null, null, null, null, null, 0.5]);
    expect(column('referrals_status')).toEqual([
      'ok',
      'ok',
      'suppressed',
      'unavailable',
      'not applicable',
      'unreliable',
      'low',
      'low',
      'ok'
    ]);
  });

  test.each(['1,204', 'n/a', '', 'NaN', 'Infinity'])('is refused when a figure reads %j', (figure) => {
    const row = `2020,April,National,E92000001,England,,,,,,"${figure}"`;
    expect(() => engine.database.load(shape, `${header}\n${row}\n`)).toThrow(
      'referrals_by_month.csv: expected a number or a symbol in every figure, found something else at 2020-04, E92000001'
    );
  });

  test('is refused when it is no such file at all', () => {
    expect(() => engine.database.load(shape, '<!doctype html><title>404</title>')).toThrow(
      /referrals_by_month\.csv: expected the columns time_period, .*, referrals, found none/
    );
  });

  test('takes the place of an earlier one after a failure', async () => {
    engine.load(shape);
    const { cells } = await engine.connector.query('SELECT count(*) FROM referrals_by_month', []);
    expect(cells[0]).toEqual([120]);
  });
});
