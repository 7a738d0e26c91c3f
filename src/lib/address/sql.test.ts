import { expect, test } from 'vitest';
import { MOST_LINK, readLink, writeLink } from './sql.ts';

const read = (hash: string, search = '') => readLink({ hash, search });

test('a query comes back from its link as it was written', () => {
  for (const sql of ["SELECT 'a+b' AS \"x & y\" -- 50%\nFROM t WHERE a <> 'é#?'", 'SELECT 1'])
    expect(read(writeLink(sql)!)).toEqual({ kind: 'query', sql });
  expect(read(writeLink('SELECT \ud83d')!)).toEqual({ kind: 'query', sql: 'SELECT \ufffd' });
});

test('a link written by hand may have the query in its search', () => {
  expect(read('', '?sql=SELECT+1')).toEqual({ kind: 'query', sql: 'SELECT 1' });
});

test('an address without a query has none', () => {
  for (const [hash, search] of [
    ['', ''],
    ['#tables', ''],
    ['#sql=', ''],
    ['#sql=%20%0A', '?sql='],
    ['#', '?a=b']
  ])
    expect(read(hash!, search)).toEqual({ kind: 'none' });
});

test('a link that is too long or broken says so', () => {
  expect(read(`#sql=${'x'.repeat(20_480)}`)).toEqual({
    kind: 'invalid',
    why: 'The query in this link has 20,480 characters, more than the 10,000 that a link can hold, so it was not taken.'
  });
  expect(read('#sql=%E0%A4%A')).toMatchObject({ kind: 'invalid' });
  expect(writeLink('x'.repeat(MOST_LINK + 1))).toBeUndefined();
});
