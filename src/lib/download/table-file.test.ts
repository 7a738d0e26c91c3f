import { tableFromIPC } from 'apache-arrow';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import Papa from 'papaparse';
import readXlsx from 'read-excel-file/node';
import { afterEach, expect, test, vi } from 'vitest';
import { FORMATS, toFile, uniqueNames, type FileTable, type Format } from './table-file.ts';

const TABLE: FileTable = {
  columns: ['period', 'name', 'rate', 'is_city', 'rate'],
  kinds: ['text', 'text', 'number', 'boolean', 'number'],
  cells: [
    ['2008-11', '2009', null, '012'],
    ['Kingston upon Hull, City of', 'She said "no"\nand left', '=HYPERLINK("http://x")\n+1', null],
    [-1.5, 0, null, 67.1],
    [true, false, null, true],
    [1, 2, 3, 4]
  ],
  rows: 4
};
const ABOUT = {
  title: 'An answer',
  date: '2026-01-02',
  lines: [
    { head: 'SQL', text: '=1+1' },
    { head: 'Address', text: 'https://x/', link: 'https://x/' }
  ]
};
const NAMES = ['period', 'name', 'rate', 'is_city', 'rate_2'];

const write = (format: Format, table = TABLE) => toFile(format, table, ABOUT);
const cell = (column: number, row: number) => TABLE.cells[column]![row]!;
const rows = [0, 1, 2, 3].map((row) => NAMES.map((_, column) => cell(column, row)));
const objects = rows.map((row) => Object.fromEntries(NAMES.map((name, i) => [name, row[i]])));

afterEach(() => vi.unstubAllGlobals());

test('no format is written by code that is made from text, which the policy of the site forbids', async () => {
  vi.stubGlobal('Function', () => {
    throw new Error('code made from text');
  });
  for (const format of Object.keys(FORMATS) as Format[]) expect((await write(format)).size, format).toBeGreaterThan(0);
});

test('CSV opens as the same cells, with a formula defused', async () => {
  const text = await (await write('csv')).text();
  const { data, errors } = Papa.parse<string[]>(text, { skipEmptyLines: true });
  expect(errors).toEqual([]);
  const expected = rows.map((row) => row.map((value) => (value === null ? '' : String(value))));
  expected[2]![1] = `'${cell(1, 2)}`;
  expect(data).toEqual([NAMES, ...expected]);
});

test('no text of a CSV begins as a formula would, whatever follows it; numbers and shared ranks stay as they are', async () => {
  const risky = ['=1+1', '+1', '-1+2', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '=1\n2', '＝1', '-1.5', '-', '=12'];
  const table: FileTable = { columns: ['=x'], kinds: ['text'], cells: [risky], rows: risky.length };
  for (const format of ['csv', 'excel'] as const) {
    const { data } = Papa.parse<string[]>((await (await write(format, table)).text()).replace(/^\ufeff/, ''), {
      skipEmptyLines: false
    });
    expect(data.slice(0, -1).map(([value]) => value)).toEqual(
      ['=x', ...risky].map((value) => (value === '-1.5' || value === '=12' ? value : `'${value}`))
    );
  }
});

test('CSV for Excel begins with a byte order mark, and keeps months and codes as they are', async () => {
  const bytes = new Uint8Array(await (await write('excel')).arrayBuffer());
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const { data } = Papa.parse<string[]>(new TextDecoder().decode(bytes), { skipEmptyLines: true });
  expect(data.slice(1).map(([period]) => period)).toEqual(['="2008-11"', '2009', '', '="012"']);
});

test('JSON opens as the same rows', async () => {
  expect(JSON.parse(await (await write('json')).text())).toEqual(objects);
});

test('XLSX opens as the same rows, text as text, with a sheet of notes', async () => {
  const sheets = await readXlsx(Buffer.from(await (await write('xlsx')).arrayBuffer()));
  const sheet = (name: string) => sheets.find((each) => each.sheet === name)!.data;
  expect(sheet('Data')).toEqual([
    NAMES,
    ...rows.map((row) => row.map((value) => (typeof value === 'boolean' ? String(value) : value)))
  ]);
  expect(sheet('About').map((row) => row[0])).toEqual(['An answer', 'SQL', 'Address']);
  expect(sheet('About')[1]![1]).toBe('=1+1');
});

test('Arrow and Parquet open as the same rows, with the types of the columns', async () => {
  const arrow = tableFromIPC(new Uint8Array(await (await write('arrow')).arrayBuffer()));
  expect(arrow.toArray().map((row) => row.toJSON())).toEqual(objects);
  expect(arrow.schema.fields.map(({ type }) => String(type))).toEqual(['Utf8', 'Utf8', 'Float64', 'Bool', 'Float64']);

  const file = await (await write('parquet')).arrayBuffer();
  expect(await parquetReadObjects({ file })).toEqual(objects);
  expect(
    parquetMetadata(file)
      .schema.slice(1)
      .map(({ type }) => type)
  ).toEqual(['BYTE_ARRAY', 'BYTE_ARRAY', 'DOUBLE', 'BOOLEAN', 'DOUBLE']);
});

test('an answer with no rows keeps its columns in every format', async () => {
  const none: FileTable = { columns: ['a', 'b'], kinds: ['text', 'number'], cells: [[], []], rows: 0 };
  expect(await (await write('csv', none)).text()).toBe('a,b\n');
  expect(JSON.parse(await (await write('json', none)).text())).toEqual([]);
  expect(tableFromIPC(new Uint8Array(await (await write('arrow', none)).arrayBuffer())).schema.names).toEqual([
    'a',
    'b'
  ]);
  expect(parquetMetadata(await (await write('parquet', none)).arrayBuffer()).num_rows).toBe(0n);
});

test('columns of one name are told apart, also from one that has that name already', () => {
  expect(uniqueNames(['n', 'n', 'n_2', 'n'])).toEqual(['n', 'n_2', 'n_2_2', 'n_3']);
});
