/** A value as it leaves the engine: no 64-bit integers, no vectors; dates are ISO text. */
export type Cell = string | number | boolean | null;

/** An answer by column: `cells[i]` holds the `rows` values of the column named `columns[i]`. */
export interface Table {
  columns: string[];
  cells: Cell[][];
  rows: number;
}

/** What the cells of a column are. */
export type CellKind = 'number' | 'boolean' | 'text';

/**
 * An answer to a reader's own SQL. `cells` hold its first rows; the engine keeps `kept` of them to be fetched. `isWhole` is
 * false where the answer has more than those.
 */
export interface Selection {
  columns: string[];
  kinds: CellKind[];
  cells: Cell[][];
  kept: number;
  isWhole: boolean;
}

/** How many rows of an answer the engine keeps, and how many it hands over at once. */
export interface RowLimits {
  keep: number;
  first: number;
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
