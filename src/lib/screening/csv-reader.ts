import Papa from 'papaparse';
import { quote } from './problem.ts';
import type { FormReport } from './text-decoder.ts';

/** What a CSV is read into. */
export interface CsvEvents {
  onHeader: (columns: string[], line: number) => void;
  onRow: (cells: string[], line: number) => void;
  onFinding: FormReport;
}

const BYTE_ORDER_MARK = '\uFEFF';
/** Rows that are looked at for the header. */
const HEADER_WITHIN = 20;
/** The most characters of one row: past that a quotation mark was opened and never closed. */
const LONGEST_ROW = 16 * 1024 * 1024;
const SEPARATORS = [',', ';', '\t', '|'] as const;
const SEPARATOR_NAMES = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'vertical bars' } as const;

/** Reads the text of a CSV, a part at a time, into a header and rows, and reports what is wrong with its form. Nothing is converted. */
export class CsvReader {
  readonly #events: CsvEvents;
  #parser: Papa.Parser | undefined;
  #isStarted = false;
  #rest = '';
  /** Characters of `#rest` below which it is not worth parsing again. */
  #wait = 0;
  #line = 1;
  #first: { cells: string[]; line: number }[] | undefined = [];
  #columns: string[] = [];
  #rows = 0;
  /** Reading ended before the end of the file. */
  isBroken = false;

  constructor(events: CsvEvents) {
    this.#events = events;
  }

  push(text: string): void {
    if (this.isBroken) return;
    this.#rest += this.#isStarted ? text : this.#withoutMark(text);
    // Part of a row is read again each time: at least as much must have come as there was.
    if (this.#rest.length < this.#wait) return;
    this.#parse(false);
    this.#wait = this.#rest.length * 2;
    if (this.#rest.length <= LONGEST_ROW) return;
    this.#reportQuotes(
      this.#line,
      'a row of more than 16 million characters',
      'begins here: nothing after it was read'
    );
    this.isBroken = true;
  }

  end(): void {
    if (!this.isBroken && this.#rest !== '') this.#parse(true);
    if (this.#first) this.#begin();
    if (this.#columns.length && !this.#rows) {
      this.#events.onFinding('own_no_rows', { found: 'no row', expected: 'follows the header' });
    }
  }

  #withoutMark(text: string): string {
    if (text === '') return text;
    this.#isStarted = true;
    if (!text.startsWith(BYTE_ORDER_MARK)) return text;
    const expected = 'stands before the header: save as UTF-8 without it';
    this.#events.onFinding('own_byte_order_mark', { row: 1, found: 'a byte order mark', expected });
    return text.slice(1);
  }

  #parse(isEnd: boolean): void {
    // A line may end with a carriage return of which the line feed has not come yet.
    const held = !isEnd && this.#rest.endsWith('\r') ? '\r' : '';
    const text = (held ? this.#rest.slice(0, -1) : this.#rest).replace(/\r\n?/g, '\n');
    this.#parser ??= new Papa.Parser({ delimiter: this.#separatorOf(text), newline: '\n' });
    const { data, errors, meta } = this.#parser.parse(text, 0, !isEnd) as Papa.ParseResult<string[]>;
    const mayHoldLines = text.includes('"');
    const lines = data.map((cells) => this.#lineOf(cells, mayHoldLines));
    for (const { row = 0, code } of errors) {
      const line = lines[row];
      if (line === undefined) continue;
      const expected = code === 'MissingQuotes' ? 'is opened and never closed' : 'inside a cell is not doubled';
      this.#reportQuotes(line, 'a quotation mark', expected);
    }
    this.#rest = isEnd ? '' : text.slice(meta.cursor) + held;
    data.forEach((cells, index) => {
      const isLast = isEnd && index === data.length - 1 && cells.length === 1 && cells[0] === '';
      if (!isLast) this.#take(cells, lines[index] ?? 0);
    });
  }

  #reportQuotes(row: number, found: string, expected: string): void {
    this.#events.onFinding('own_quotes', { row, found, expected });
  }

  #lineOf(cells: readonly string[], mayHoldLines: boolean): number {
    const first = this.#line++;
    if (!mayHoldLines) return first;
    for (const cell of cells) {
      for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) this.#line++;
    }
    return first;
  }

  #separatorOf(text: string): string {
    const lines = text
      .slice(0, 1_000_000)
      .replace(/"[^"]*"/g, '')
      .split('\n')
      .slice(0, HEADER_WITHIN);
    const scores = SEPARATORS.map((separator) => {
      const counts = lines.map((line) => line.split(separator).length - 1);
      const most = Math.max(...counts);
      return { separator, most, score: most ? counts.filter((count) => count === most).length : 0 };
    });
    const best = scores.reduce((a, b) => (b.score > a.score || (b.score === a.score && b.most > a.most) ? b : a));
    if (best.separator !== ',') {
      const found = SEPARATOR_NAMES[best.separator];
      this.#events.onFinding('own_separator', { row: 1, found, expected: 'are between the cells, expected commas' });
    }
    return best.separator;
  }

  #take(cells: string[], line: number): void {
    if (!this.#first) return this.#row(cells, line);
    this.#first.push({ cells, line });
    if (this.#first.length === HEADER_WITHIN) this.#begin();
  }

  #begin(): void {
    const first = this.#first ?? [];
    this.#first = undefined;
    const at = headerAmong(first.map(({ cells }) => cells));
    const header = first[at];
    if (!header) return;
    for (const { cells, line } of first.slice(0, at)) {
      const value = cells.find((cell) => cell.trim() !== '') ?? '';
      const found = value === '' ? 'a blank line' : quote(value);
      this.#events.onFinding('own_preamble', { row: line, value, found, expected: 'stands above the header' });
    }
    header.cells.forEach((name, index) => {
      if (name !== '') return;
      this.#events.onFinding('own_blank_columns', {
        row: header.line,
        found: `column ${index + 1}`,
        expected: 'has no name'
      });
    });
    this.#columns = header.cells;
    this.#events.onHeader(header.cells, header.line);
    for (const { cells, line } of first.slice(at + 1)) this.#row(cells, line);
  }

  #row(cells: string[], line: number): void {
    const { length } = this.#columns;
    if (cells.length === 1 && cells[0] === '' && length !== 1) {
      this.#events.onFinding('own_blank_rows', { row: line, found: 'a blank line', expected: 'stands among the rows' });
      return;
    }
    if (cells.length > length && cells.slice(length).every((cell) => cell === '')) {
      const found = `${cells.length - length} blank cells`;
      this.#events.onFinding('own_blank_columns', { row: line, found, expected: 'follow the last column' });
      cells.length = length;
    }
    if (cells.length !== length) {
      const expected = `where the header has ${length}, from ${quote(cells[0] ?? '')}`;
      this.#events.onFinding('own_field_count', { row: line, found: `${cells.length} fields`, expected });
      return;
    }
    if (cells.every((cell) => cell.trim() === '')) {
      this.#events.onFinding('own_blank_rows', {
        row: line,
        found: 'a row of blank cells',
        expected: 'stands among the rows'
      });
      return;
    }
    this.#rows++;
    this.#events.onRow(cells, line);
  }
}

// The header names the time or the level; else it is the first row that is at least half as wide as the widest.
const headerAmong = (rows: readonly string[][]): number => {
  const named = rows.findIndex((cells) =>
    cells.some((cell) => ['time_period', 'geographic_level'].includes(cell.trim().toLowerCase()))
  );
  if (named >= 0) return named;
  const widths = rows.map((cells) => cells.filter((cell) => cell.trim() !== '').length);
  const widest = Math.max(0, ...widths);
  return widest ? widths.findIndex((width) => width * 2 >= widest) : -1;
};
