import Papa from 'papaparse';
import { quote, type Problem } from './problem.ts';
import type { Sheet } from './sheet.ts';

const BYTE_ORDER_MARK = '\uFEFF';

/** Takes the bytes of a file and gives its text, with a problem where they are not UTF-8. */
export const decode = (file: string, bytes: Uint8Array): { text: string; problems: Problem[] } => {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), problems: [] };
  } catch {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    const row = text.slice(0, text.indexOf('\uFFFD')).split('\n').length;
    return { text, problems: [{ file, row, found: 'the text', expected: 'is not UTF-8' }] };
  }
};

/** Takes the text of a CSV with a header and gives its cells as they stand, nothing converted, with what is wrong with its form. */
export const parseSheet = (file: string, text: string): { sheet: Sheet; problems: Problem[] } => {
  const problems: Problem[] = [];
  const sheet: Sheet = { file, columns: [], rows: [], lines: [] };
  if (text.startsWith(BYTE_ORDER_MARK)) {
    problems.push({
      file,
      row: 1,
      found: 'a byte order mark',
      expected: 'stands before the header: save as UTF-8 without it'
    });
  }
  const body = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  if (body.trim() === '')
    return { sheet, problems: [...problems, { file, found: 'nothing', expected: 'is in the file' }] };

  const parsed = Papa.parse<string[]>(body, { delimiter: ',' });
  const cells = parsed.data;
  const last = cells.at(-1);
  if (last?.length === 1 && last[0] === '') cells.pop();
  const lines = lineOfEach(cells);

  for (const error of parsed.errors.filter(({ type }) => type === 'Quotes')) {
    problems.push({
      file,
      row: lines[error.row ?? 0],
      found: 'a quotation mark',
      expected: error.code === 'MissingQuotes' ? 'is opened and never closed' : 'inside a cell is not doubled'
    });
  }
  sheet.columns = cells[0] ?? [];
  for (let index = 1; index < cells.length; index++) {
    const row = cells[index] ?? [];
    const line = lines[index] ?? index + 1;
    if (row.length !== sheet.columns.length) {
      problems.push(fieldCount(file, line, row, sheet.columns.length));
      continue;
    }
    const record: Record<string, string> = {};
    sheet.columns.forEach((column, at) => (record[column] = row[at] ?? ''));
    sheet.rows.push(record);
    sheet.lines.push(line);
  }
  if (cells.length === 1) problems.push({ file, found: 'no row', expected: 'follows the header' });
  return { sheet, problems };
};

const fieldCount = (file: string, row: number, cells: string[], expected: number): Problem =>
  cells.length === 1 && cells[0] === ''
    ? { file, row, found: 'a blank line', expected: 'stands among the rows' }
    : {
        file,
        row,
        found: `${cells.length} fields`,
        expected: `where the header has ${expected}, from ${quote(cells[0] ?? '')}`
      };

// A cell may hold line ends of its own, so the line of a row is not its index.
const lineOfEach = (cells: string[][]): number[] => {
  let line = 1;
  return cells.map((row) => {
    const first = line;
    line += 1;
    for (const text of row) if (text.includes('\n')) line += text.split('\n').length - 1;
    return first;
  });
};
