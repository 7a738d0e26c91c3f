import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import Papa from 'papaparse';
import { expect, type ReadTable } from './support.ts';

export type Row = Record<string, string>;

/** Opens the list of downloads in the bar under a chart where it is closed, and gives one of its buttons. */
export const inDownloads = async (within: Page | Locator, name: string): Promise<Locator> => {
  const list = within.getByRole('button', { name: 'Download', exact: true });
  if ((await list.getAttribute('aria-expanded')) !== 'true') await list.click();
  return within.getByRole('button', { name, exact: true });
};

/** The button that hands out the rows of a chart. */
export const csvButton = (within: Page | Locator): Promise<Locator> => inDownloads(within, 'Download these rows (CSV)');

/** Presses a button that hands out a file, and reads the file as a reader's own program would. */
export const download = async (page: Page, button: Locator): Promise<{ name: string; rows: Row[] }> => {
  const [file] = await Promise.all([page.waitForEvent('download'), button.click()]);
  const text = await readFile(await file.path(), 'utf8');
  const { data, errors } = Papa.parse<Row>(text, { header: true, skipEmptyLines: true });
  expect(errors).toEqual([]);
  return { name: file.suggestedFilename(), rows: data };
};

/** Downloads the rows of a chart. */
export const downloadRows = async (page: Page, within: Page | Locator = page): ReturnType<typeof download> =>
  download(page, await csvButton(within));

const SYMBOLS: Record<string, { symbol: string; status: string }> = {
  'not published': { symbol: 'c', status: 'suppressed' },
  'not available': { symbol: 'x', status: 'unavailable' },
  'does not apply': { symbol: 'z', status: 'not applicable' },
  'not reliable': { symbol: 'u', status: 'unreliable' },
  'rounds to zero': { symbol: 'low', status: 'low' }
};

const toNumber = (text: string): number => Number(text.replaceAll(',', '').replace('−', '-'));

/** What a file should hold for a cell of the table: a number, or no value and a symbol for a word. */
const expected = (text: string): { value: number | ''; symbol: string } =>
  SYMBOLS[text]
    ? { value: '', symbol: SYMBOLS[text].symbol }
    : { value: text === '–' ? '' : toNumber(text), symbol: '' };

const asRead = (value = '', symbol = ''): { value: number | ''; symbol: string } => ({
  value: value === '' ? '' : Number(value),
  symbol
});

/**
 * Asserts that a file and a table say the same, cell by cell in both directions: figures, symbols, what rounding leaves
 * open, what was printed at the time, and the rows that say what changes.
 */
export const expectSameFigures = (table: ReadTable, rows: Row[]): void => {
  const find = (label: string, period: string) =>
    rows.filter((row) => row.area_name === label && row.time_period === period);
  let told = 0;
  for (const row of table.rows) {
    if (!('period' in row)) {
      expect(rows.some(({ break_before }) => break_before?.includes(row.says))).toBe(true);
      continue;
    }
    row.cells.forEach(({ text, range }, i) => {
      const { label, printed, against } = table.columns[i]!;
      const where = `${label}${printed ? ' (printed)' : ''}, ${row.period}`;
      const found = find(label, row.period);
      if (printed) {
        const cell = asRead(found[0]?.as_printed_at_the_time, found[0]?.as_printed_symbol);
        expect([where, cell]).toEqual([where, expected(text)]);
        return;
      }
      if (against) {
        // Where no limits can be worked out the table may still say by how much two figures differ; the file says no side.
        const side = ['higher', 'lower', 'similar'].includes(text) ? text : '';
        expect([where, found[0]?.against_england ?? '']).toEqual([where, side]);
        return;
      }
      expect([where, found.length]).toEqual([where, text === '–' ? 0 : 1]);
      if (!found[0]) return;
      told++;
      const { value, symbol, status, rounding_low, rounding_high } = found[0];
      expect([where, asRead(value, symbol)]).toEqual([where, expected(text)]);
      expect([where, status]).toEqual([where, SYMBOLS[text]?.status ?? expect.stringMatching(/^(ok|derived)$/)]);
      expect([where, Boolean(rounding_low), Boolean(rounding_high)]).toEqual([where, Boolean(range), Boolean(range)]);
      // The file has a decimal place more than the table.
      if (range)
        for (const [i, end] of range.split(' to ').entries())
          expect(Math.abs(toNumber(end) - Number(i ? rounding_high : rounding_low)), where).toBeLessThan(0.051);
    });
  }
  expect(rows.length).toBe(told);
};
