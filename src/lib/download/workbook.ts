import { STATUS_MEANING, SYMBOLS, formatDate, type Symbol } from '#lib/domain/index.ts';
import { columnNamed } from '#lib/domain/columns.ts';
import { LICENCE, LICENCE_STATEMENT } from '#lib/domain/licence.ts';
import type { Cited } from '#lib/figures/time/citation.ts';

type SheetCell = string | number | null;

/** A row of the cover sheet. A link makes the last cell lead there. */
interface CoverRow {
  cells: string[];
  kind: 'title' | 'head' | 'line';
  link?: string;
}

/** A workbook before any library writes it: a cover sheet, and one tidy table. */
export interface Workbook {
  about: CoverRow[];
  columns: string[];
  rows: SheetCell[][];
}

/** What a workbook is made from: the rows of the view, as texts, and what a reader must know of them. */
export interface WorkbookParts {
  heading: { title: string; subtitle: string };
  address: string;
  /** ISO date of the day. */
  date: string;
  sources: Cited[];
  notes: string[];
  rows: Record<string, string>[];
}

/** A cell as a number where its column holds numbers, as text otherwise, and null where it is empty. */
const toCell = (name: string, text: string): SheetCell => {
  if (text === '') return null;
  if (!columnNamed(name)?.number) return text;
  const value = Number(text);
  if (!Number.isFinite(value)) throw new Error(`${name}: expected a number, found ${JSON.stringify(text)}`);
  return value;
};

const line = (...cells: string[]): CoverRow => ({ kind: 'line', cells });
const head = (...cells: string[]): CoverRow => ({ kind: 'head', cells });
const EMPTY = line();

/** Lays out a workbook: what the table is, where it came from, what its columns and symbols mean; and the table. */
export const toWorkbook = ({ heading, address, date, sources, notes, rows }: WorkbookParts): Workbook => {
  const columns = Object.keys(rows[0] ?? {});
  const about: CoverRow[] = [
    { kind: 'title', cells: [heading.title] },
    line(heading.subtitle.replaceAll(' · ', ', ')),
    line('Per 10,000: independent, not official statistics.'),
    EMPTY,
    { kind: 'line', cells: ['Address', address], link: address },
    line('Downloaded', formatDate(date)),
    { kind: 'line', cells: ['Licence', LICENCE_STATEMENT], link: LICENCE.url },
    EMPTY,
    head('Sources'),
    ...sources.map(({ title, publisher, published, url }): CoverRow => ({
      kind: 'line',
      cells: [`${publisher}, ${published}`, title],
      ...(url ? { link: url } : {})
    })),
    ...(notes.length ? [EMPTY, head('Breaks and notes'), ...notes.map((note) => line('', note))] : []),
    EMPTY,
    head('Columns of the sheet “Data”', 'What they mean'),
    ...columns.map((name) => line(name, columnNamed(name)?.means ?? '')),
    EMPTY,
    head('Symbols', 'What they mean'),
    ...(Object.keys(SYMBOLS) as Symbol[])
      .filter((symbol) => symbol !== 'k')
      .map((symbol) => line(symbol, STATUS_MEANING[SYMBOLS[symbol]]))
  ];
  return { about, columns, rows: rows.map((row) => columns.map((name) => toCell(name, row[name] ?? ''))) };
};
