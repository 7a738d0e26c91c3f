import type { DuckDBConnection } from '@duckdb/duckdb-wasm/blocking';
import type { Cell, Selection } from './connector.ts';
import { kindOf, toCells } from './plain.ts';

const rollBack = (connection: DuckDBConnection): void => {
  try {
    connection.query('ROLLBACK');
  } catch {
    // The statement itself ended the transaction; closing the connection ends the rest.
  }
};

/** Takes rows as the engine makes them, so that an answer of billions of rows costs no more than the rows that are kept. */
const take = (connection: DuckDBConnection, text: string, keep: number): Selection => {
  const statement = connection.prepare(text);
  try {
    const reader = statement.send();
    const { fields } = reader.open().schema;
    const cells = fields.map((): Cell[] => []);
    let found = 0;
    for (const batch of reader) {
      const rows = Math.min(batch.numRows, keep - found);
      cells.forEach((column, i) => {
        for (const cell of toCells(batch.getChildAt(i), rows)) column.push(cell);
      });
      found += batch.numRows;
      if (found > keep) break;
    }
    return {
      columns: fields.map(({ name }) => name),
      kinds: fields.map(({ type }) => kindOf(type)),
      cells,
      kept: Math.min(found, keep),
      isWhole: found <= keep
    };
  } finally {
    statement.close();
  }
};

/** Runs one statement in a read-only transaction and gives at most `keep` rows. The engine refuses whatever would write. */
export const selectRows = (connection: DuckDBConnection, text: string, keep: number): Selection => {
  connection.query('BEGIN TRANSACTION READ ONLY');
  try {
    return take(connection, text, keep);
  } finally {
    rollBack(connection);
  }
};
