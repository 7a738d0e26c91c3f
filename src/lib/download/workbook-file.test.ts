import readWorkbook from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { toWorkbook } from './workbook.ts';
import { columnNamed } from '#lib/domain/columns.ts';
import { toRows } from '#lib/figures/time/rows.ts';
import { headingOf, notesOf, sourcesOf } from '#lib/figures/time/citation.ts';
import { fileOf, pictureOf } from '../../../tests/site.ts';
import { toXlsx } from './workbook-file.ts';

const ADDRESS = 'https://example.org/trends/looked-after/?areas=309,420';
const DATE = '2026-11-25';

/** Writes the workbook of a view and opens it with another library. */
const opened = async (slug: string, unit: Parameters<typeof pictureOf>[1], keys: string[]) => {
  const picture = pictureOf(slug, unit, keys);
  const file = fileOf(slug);
  const rows = toRows(picture, file, ADDRESS);
  const parts = {
    heading: headingOf(picture),
    address: ADDRESS,
    date: DATE,
    sources: sourcesOf(picture, file),
    notes: notesOf(picture, file),
    rows
  };
  const bytes = await toXlsx(toWorkbook(parts), { title: parts.heading.title, date: DATE });
  const sheets = await readWorkbook(Buffer.from(bytes));
  return { rows, sheets, parts, sheet: (name: string) => sheets.find(({ sheet }) => sheet === name)!.data };
};

describe('a workbook, opened with another library', () => {
  it.each([
    ['looked-after', 'rate', ['309', '420']],
    ['looked-after', 'number', ['309', '201', '202', '203', '204', '205']],
    ['child-protection-plans', 'rate', ['309']],
    ['legal-status', 'number', []]
  ] as const)('has the rows of the CSV, cell by cell: %s, %s', async (slug, unit, keys) => {
    const { rows, sheet } = await opened(slug, unit, [...keys]);
    const [head, ...data] = sheet('Data');
    expect(head).toEqual(Object.keys(rows[0]!));
    expect(data).toHaveLength(rows.length);
    let numbers = 0;
    for (const [i, row] of rows.entries())
      for (const [column, [name, text]] of Object.entries(row).entries()) {
        const cell = data[i]![column];
        const where = `${name} of row ${i}`;
        if (text === '') expect(cell ?? null, where).toBeNull();
        else if (columnNamed(name)?.number) {
          expect([where, typeof cell, cell]).toEqual([where, 'number', Number(text)]);
          numbers++;
        } else expect([where, cell]).toEqual([where, text]);
      }
    expect(numbers).toBeGreaterThan(rows.length);
  });

  it('keeps codes as text, a figure not published as a blank with its symbol, and zero as zero', async () => {
    const { rows, sheet } = await opened('looked-after', 'number', ['309', '420']);
    const [head, ...data] = sheet('Data');
    const at = (name: string) => head!.indexOf(name);
    expect(data.some((row) => row[at('area_key')] === '309' && row[at('time_period')] === '2025')).toBe(true);
    const hidden = data.filter((row) => row[at('symbol')] === 'c');
    expect(hidden.length).toBe(rows.filter(({ symbol }) => symbol === 'c').length);
    expect(hidden.length).toBeGreaterThan(0);
    for (const row of hidden) expect(row[at('value')] ?? null).toBeNull();
  });

  it('has a cover sheet that comes first, with title, address, day, licence, sources, notes, columns and symbols', async () => {
    const { sheets, sheet, parts } = await opened('child-protection-plans', 'rate', ['309']);
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['About', 'Data']);
    const cells = sheet('About')
      .flat()
      .filter((cell) => cell !== null);
    for (const text of [
      parts.heading.title,
      ADDRESS,
      '25 November 2026',
      'Per 10,000: independent, not official statistics.',
      'Contains public sector information licensed under the Open Government Licence v3.0.',
      ...parts.sources.map(({ title }) => title),
      ...parts.notes,
      ...Object.keys(parts.rows[0]!),
      'Held back by the publisher so that no one can be identified.'
    ])
      expect(cells).toContain(text);
  });
});
