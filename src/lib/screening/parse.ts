import { CsvReader } from './csv-reader.ts';
import type { Problem } from './problem.ts';
import type { Finding } from './rule.ts';
import type { Sheet } from './sheet.ts';
import { CsvTextDecoder } from './text-decoder.ts';

const problemOf = (file: string, { row, column, found = '', expected }: Finding): Problem => ({
  file,
  ...(row === undefined ? {} : { row }),
  ...(column === undefined ? {} : { column }),
  found,
  expected
});

/** Takes the bytes of a file and gives its text, with a problem where they are not UTF-8 or begin with a mark. */
export const decode = (file: string, bytes: Uint8Array): { text: string; problems: Problem[] } => {
  const problems: Problem[] = [];
  const decoder = new CsvTextDecoder((_, finding) => problems.push(problemOf(file, finding)));
  return { text: decoder.push(bytes) + decoder.end(), problems };
};

/** Takes the text of a CSV with a header and gives its cells as they stand, nothing converted, with what is wrong with its form. */
export const parseSheet = (file: string, text: string): { sheet: Sheet; problems: Problem[] } => {
  const problems: Problem[] = [];
  const sheet: Sheet = { file, columns: [], rows: [], lines: [] };
  const reader = new CsvReader({
    onHeader: (columns) => (sheet.columns = columns),
    onRow: (cells, line) => {
      const record: Record<string, string> = {};
      for (let at = 0; at < cells.length; at++) record[sheet.columns[at]!] = cells[at]!;
      sheet.rows.push(record);
      sheet.lines.push(line);
    },
    onFinding: (_, finding) => problems.push(problemOf(file, finding))
  });
  reader.push(text);
  reader.end();
  if (!sheet.columns.length) problems.push({ file, found: 'nothing', expected: 'is in the file' });
  return { sheet, problems };
};
