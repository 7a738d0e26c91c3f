/** A CSV read as text: its columns as they stand in the header, its rows, and for each row the line of the file it begins on. */
export interface Sheet {
  file: string;
  columns: string[];
  rows: Record<string, string>[];
  /** `lines[i]` is the line of `rows[i]`; the header is line 1. */
  lines: number[];
}
