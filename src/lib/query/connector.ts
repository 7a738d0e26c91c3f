/** A value as it leaves the engine: no 64-bit integers, no vectors; dates are ISO text. */
export type Cell = string | number | boolean | null;

/** An answer by column: `cells[i]` holds the `rows` values of the column named `columns[i]`. */
export interface Table {
  columns: string[];
  cells: Cell[][];
  rows: number;
}

/** Whatever answers SQL. `params` are bound to the question marks of `sql` in order. Throws QueryError. */
export interface Connector {
  query(sql: string, params: readonly Cell[], signal?: AbortSignal): Promise<Table>;
}

/** The values of a column of that name; throws where the answer has none. */
export const columnOf = (table: Table, name: string): Cell[] => {
  const cells = table.cells[table.columns.indexOf(name)];
  if (!cells) throw new Error(`${name}: expected a column of the answer, found ${table.columns.join(', ')}`);
  return cells;
};
