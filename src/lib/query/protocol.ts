import type { Cell, RowLimits, Selection, Table } from './connector.ts';
import type { QueryErrorKind } from './query-error.ts';
import type { FileRef } from '#lib/files/page-files.ts';
import type { TableShape } from './tables.ts';

/** The packed engine, and the module inside. */
export interface EngineFile {
  base: string;
  packed: FileRef;
  unpacked: Pick<FileRef, 'bytes' | 'sha256'>;
}

/** How far the engine is: bytes that came of those expected, then unpacking and compiling what came. */
export type Progress = { stage: 'fetching'; loaded: number; total: number } | { stage: 'starting' };

/** A table and its CSV. `base` is the site's absolute address. */
export interface TableFile {
  shape: TableShape;
  base: string;
  file: FileRef;
}

/**
 * What the page asks of the worker. Opening names every CSV that may ever be loaded, the tables that all others need (nothing
 * is loaded or asked before they are in), and the lock that the worker takes for as long as it lives.
 */
export type Request =
  | { kind: 'open'; engine: EngineFile; files: string[]; first: TableFile[]; lock: string }
  | { kind: 'load'; table: TableFile }
  | { kind: 'query'; sql: string; params: readonly Cell[] }
  | { kind: 'select'; sql: string; limits: RowLimits }
  | { kind: 'rows'; from: number; to: number };

/** What each request is answered with: nothing, the SQL that made the table, the answer, rows of the last selection. */
export interface Results {
  open: undefined;
  load: string[];
  query: Table;
  select: Selection;
  rows: Cell[][];
}

export type Call = Request & { id: number };

/** What the worker says. `locked`: it has taken its lock. After a fatal error it can do nothing more. */
export type Reply =
  | { kind: 'locked' }
  | { kind: 'progress'; progress: Progress }
  | { kind: 'done'; id: number; result: Results[keyof Results] }
  | { kind: 'failed'; id: number; error: { kind: QueryErrorKind; message: string; sql: string }; fatal: boolean };
