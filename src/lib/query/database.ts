import type { DuckDBBindings, DuckDBConnection } from '@duckdb/duckdb-wasm/blocking';
import type { Cell, RowLimits, Selection, Table } from './connector.ts';
import { toCells } from './plain.ts';
import { selectRows } from './select-rows.ts';
import { QueryError, toQueryError } from './query-error.ts';
import { literal, join, sql, toDisplay, toText, type Sql } from './sql.ts';
import { createTable, defineStatus, fileOf, findDamage, findDerived, markDerived, type TableShape } from './tables.ts';

/** Beyond this an answer fails: a browser's tab holds at most 4 GB, a phone's far less. */
const MEMORY_LIMIT = '1GB';

/**
 * The engine with its tables. It stands beside the engine: in the worker, and in the tests' own process. Nothing but the
 * files named at the start can be read, nothing can be sent, and no setting can be changed afterwards.
 */
export class Database {
  readonly #db: DuckDBBindings;
  #selected: Cell[][] = [];

  /** Takes an engine that has started. `files` are the names of the CSVs that may ever be loaded. */
  constructor(db: DuckDBBindings, files: readonly string[]) {
    this.#db = db;
    const names = join(files.map(literal), ', ');
    db.open({ query: { castBigIntToDouble: true, castDecimalToDouble: true } });
    this.#use((connection) => {
      for (const statement of [
        // First of all: the engine would fetch extensions from another host, and is left broken when that fails.
        sql`SET autoload_known_extensions = false`,
        sql`SET autoinstall_known_extensions = false`,
        sql`SET allowed_paths = [${names}]`,
        sql`SET enable_external_access = false`,
        // An answer that needs more fails with a message; without a limit the whole engine would.
        sql`SET memory_limit = ${literal(MEMORY_LIMIT)}`,
        sql`SET lock_configuration = true`,
        defineStatus()
      ])
        connection.query(toText(statement));
    });
  }

  /** Answers SQL with its parameters bound. Throws QueryError of kind "query". */
  query(text: string, params: readonly Cell[]): Table {
    try {
      return this.#use((connection) => run(connection, text, params));
    } catch (error) {
      throw toQueryError(error, 'query', text);
    }
  }

  /**
   * Answers one statement of a reader's own. It runs in a transaction that cannot write and is rolled back, on a connection
   * that is closed afterwards, so nothing it does lasts. Throws QueryError of kind "query".
   */
  select(text: string, limits: RowLimits): Selection {
    this.#selected = [];
    try {
      const { cells, ...selection } = this.#use((connection) => selectRows(connection, text, limits.keep));
      this.#selected = cells;
      return { ...selection, cells: this.selectedRows(0, limits.first) };
    } catch (error) {
      throw toQueryError(error, 'query', text);
    }
  }

  /** Rows of the last selection, by column. */
  selectedRows(from: number, to: number): Cell[][] {
    return this.#selected.map((column) => column.slice(from, to));
  }

  /** Makes a table of the text of its CSV and gives the SQL that made it. Throws QueryError of kind "load". */
  load(shape: TableShape, text: string): string[] {
    const file = fileOf(shape);
    const header = (text.split(/\r?\n/, 1)[0] ?? '').split(',');
    const missing = shape.columns.filter((column) => !header.includes(column));
    if (missing.length) throw new QueryError('load', `${file}: expected the columns ${missing.join(', ')}, found none`);
    try {
      this.#db.registerFileText(file, text);
      const made = [createTable(shape, header)];
      this.#run(made[0]!);
      if (shape.indicators.length) {
        made.push(...this.#run(findDerived(shape)).cells[0]!.map((name) => markDerived(shape, String(name))));
        for (const statement of made.slice(1)) this.#run(statement);
        this.#check(shape, file);
      }
      return made.map(toDisplay);
    } catch (error) {
      throw toQueryError(error instanceof QueryError ? error.message : error, 'load');
    } finally {
      this.#db.dropFile(file);
    }
  }

  #check(shape: TableShape, file: string): void {
    const damage = this.#run(findDamage(shape));
    if (damage.rows === 0) return;
    const at = damage.cells.map(([cell]) => cell).join(', ');
    throw new QueryError(
      'load',
      `${file}: expected a number or a symbol in every figure, found something else at ${at}`
    );
  }

  #run(statement: Sql): Table {
    return this.query(toText(statement), statement.params);
  }

  /** A connection a query, closed whatever happens. */
  #use<T>(work: (connection: DuckDBConnection) => T): T {
    const connection = this.#db.connect();
    try {
      return work(connection);
    } finally {
      connection.close();
    }
  }
}

const run = (connection: DuckDBConnection, text: string, params: readonly Cell[]): Table => {
  const statement = connection.prepare(text);
  try {
    const answer = statement.query(...params);
    return {
      columns: answer.schema.fields.map(({ name }) => name),
      cells: answer.schema.fields.map((_, i) => toCells(answer.getChildAt(i), answer.numRows)),
      rows: answer.numRows
    };
  } finally {
    statement.close();
  }
};
