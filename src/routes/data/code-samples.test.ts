import { expect, test } from 'vitest';
import { codeColumns, samplesOf } from './code-samples';

const [r, python, polars, sql] = samplesOf({
  file: 'children_in_need.csv',
  text: ['old_la_code'],
  figures: { indicator: 'in_need_31_march', keys: ['time_period'] }
});

test('each language reads the file at its address, with every symbol as a missing value', () => {
  for (const sample of [r, python, polars, sql]) {
    expect(sample!.code).toContain('https://YOUR-COPY/data/children_in_need.csv');
    for (const symbol of ['c', 'x', 'z', 'u', 'low', 'k'])
      expect(sample!.code).toMatch(new RegExp(`["']${symbol}["']`));
  }
});

test('each language keeps the code of an authority as text', () => {
  expect(r!.code).toContain('old_la_code = "character"');
  expect(python!.code).toContain('"old_la_code": "string"');
  expect(polars!.code).toContain('"old_la_code": pl.String');
  expect(sql!.code).toContain("'old_la_code': 'VARCHAR'");
});

test('a reference file has no symbols, so a word such as "low" in it stays a word', () => {
  for (const { code } of samplesOf({ file: 'events.csv', text: [] })) expect(code).not.toContain('low');
});

test('columns of codes are told by their name, lists of codes too', () => {
  expect(codeColumns(['old_la_codes', 'neighbour_old_la_code', 'new_la_code'])).toEqual([
    'old_la_codes',
    'neighbour_old_la_code'
  ]);
});
