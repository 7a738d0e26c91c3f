/** A CSV read as text: the header, and each row as a record of cells. Nothing is guessed or converted. */
export interface Table {
  /** File name, such as `children_looked_after.csv`. */
  file: string;
  columns: string[];
  rows: Record<string, string>[];
  /** The file's bytes as text, for publishing unchanged. */
  text: string;
}

/** Everything the pipeline reads, by file name. */
export type Tables = ReadonlyMap<string, Table>;

/** The rows of a file that screening has found to be there; throws for one that is not. */
export const rowsOf = (tables: Tables, file: string): Record<string, string>[] => {
  const table = tables.get(file);
  if (!table) throw new Error(`${file}: expected in data/, found nothing`);
  return table.rows;
};
