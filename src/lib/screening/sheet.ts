/** A CSV read as text: its columns as they stand in the header, its rows, and for each row the line of the file it begins on. */
export interface Sheet {
  file: string;
  columns: string[];
  rows: Record<string, string>[];
  /** `lines[i]` is the line of `rows[i]`; the header is line 1. */
  lines: number[];
}

/** The cell of a row; empty where the row has no such column. */
export const cell = (row: Record<string, string>, column: string): string => row[column] ?? '';

/** Every row with its line. */
export const eachRow = (sheet: Sheet): [row: Record<string, string>, line: number][] =>
  sheet.rows.map((row, index) => [row, sheet.lines[index] ?? index + 2]);
