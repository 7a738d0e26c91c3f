import type { Cell, RowLimits, Selection } from '#lib/query/connector.ts';
import { toProblem, type Problem } from '#lib/query/error-place.ts';
import type { Progress } from '#lib/query/protocol.ts';
import { QueryError, toQueryError } from '#lib/query/query-error.ts';
import { tablesNamed } from '#lib/query/tables-named.ts';
import type { TableShape } from '#lib/query/tables.ts';
import { readLink, type LinkedQuery } from '#lib/address/sql.ts';
import type { Phase } from '../view.svelte.ts';

/** The rows of an answer that the engine keeps for a download, and those that the page shows. */
export const LIMITS: RowLimits = { keep: 100_000, first: 500 };

/** Seconds after which the page asks whether a query is to go on. */
export const LONG_SECONDS = 30;

/** The engine as this page uses it. */
export interface SqlEngine {
  readonly isOpen: boolean;
  open(): Promise<void>;
  load(shape: TableShape): Promise<string[]>;
  select(sql: string, limits: RowLimits, signal?: AbortSignal): Promise<Selection>;
  rows(from: number, to: number): Promise<Cell[][]>;
  stop(): void;
}

/** An answer: the statement it answers, and how long the engine took. */
export interface SqlAnswer {
  sql: string;
  selection: Selection;
  milliseconds: number;
}

interface SqlStart {
  text: string;
  shapes: readonly TableShape[];
  connect: (onprogress: (progress: Progress) => void) => SqlEngine;
  onanswer?: (answer: SqlAnswer) => void;
}

/** The statement in the editor and its answer. An answer is shown only while it is the latest asked for. */
export class SqlView {
  readonly #start: SqlStart;
  #engine: SqlEngine | undefined;
  #control: AbortController | undefined;
  #watchdog: ReturnType<typeof setTimeout> | undefined;
  /** How many answers there have been. */
  answers = $state(0);

  text = $state('');
  phase = $state.raw<Phase>({ state: 'idle' });
  answer = $state.raw<SqlAnswer>();
  /** What the engine said of the statement, and where; of the text as it was run. */
  problem = $state.raw<Problem & { sql: string }>();
  /** True while a query has run for LONG_SECONDS and nobody has said that it may go on. */
  isLong = $state(false);
  /** What came with the address, until the reader runs something. */
  linked = $state.raw<LinkedQuery>({ kind: 'none' });

  readonly isBusy = $derived(this.phase.state === 'loading' || this.phase.state === 'running');
  readonly isCurrent = $derived(this.answer?.sql === this.text);

  constructor(start: SqlStart) {
    this.#start = start;
    this.text = start.text;
  }

  /** Takes the query of an address into the editor, where there is one. Nothing is run. */
  follow = (address: Pick<Location, 'hash' | 'search'>): void => {
    const linked = readLink(address);
    if (linked.kind === 'none' || (linked.kind === 'query' && linked.sql === this.text)) return;
    this.linked = linked;
    if (linked.kind === 'query') this.text = linked.sql;
  };

  /** Runs the statement in the editor. A statement that is still running is ended. */
  run = async (): Promise<void> => {
    if (this.isBusy) this.#end();
    const control = new AbortController();
    this.#control = control;
    const sql = this.text;
    this.linked = { kind: 'none' };
    this.problem = undefined;
    const engine = this.#connect();
    this.phase = { state: engine.isOpen ? 'running' : 'loading' };
    try {
      const tables = tablesNamed(sql, this.#start.shapes);
      await Promise.all([engine.open(), ...tables.map((shape) => engine.load(shape))]);
      if (control.signal.aborted) return;
      const asked = performance.now();
      this.#watch();
      this.phase = { state: 'running' };
      const selection = await engine.select(sql, LIMITS, control.signal);
      if (control.signal.aborted) return;
      this.answer = { sql, selection, milliseconds: performance.now() - asked };
      this.answers += 1;
      this.phase = { state: 'answered' };
      this.#start.onanswer?.(this.answer);
    } catch (error) {
      if (control.signal.aborted) return;
      const failure = toQueryError(error, 'query', sql);
      this.answer = undefined;
      this.problem = failure.kind === 'query' ? { ...toProblem(failure.message, sql), sql } : undefined;
      this.phase = { state: 'failed', error: failure };
    } finally {
      if (this.#control === control) this.#unwatch();
    }
  };

  /** Stops what is going on: the engine's download, or the statement with the engine that runs it. */
  cancel = (): void => {
    if (!this.isBusy) return;
    this.#end();
    this.answer = undefined;
    this.phase = { state: 'cancelled' };
  };

  /** Lets a long query run on; the page asks again after as long. */
  goOn = (): void => this.#watch();

  /** Rows of the answer for a file, fetched in parts so that the page stays responsive. */
  allRows = async (): Promise<Cell[][]> => {
    const { answer } = this;
    const engine = this.#engine;
    if (!answer || !engine) throw new QueryError('stopped', 'there is no answer to take rows from');
    const cells = answer.selection.cells.map((column) => [...column]);
    const step = 5_000;
    for (let from = LIMITS.first; from < answer.selection.kept; from += step) {
      const part = await engine.rows(from, from + step);
      if (this.answer !== answer) throw new QueryError('cancelled', 'another query was run meanwhile');
      cells.forEach((column, i) => column.push(...part[i]!));
    }
    return cells;
  };

  /** Ends the engine, with the page or when the reader turns to another; the next query starts one. */
  close = (): void => {
    this.#control?.abort();
    this.#unwatch();
    this.#engine?.stop();
    if (this.isBusy) this.phase = { state: 'cancelled' };
  };

  #end(): void {
    this.#control?.abort();
    this.#unwatch();
    // A statement cannot be interrupted: its engine is ended with it.
    this.#engine?.stop();
  }

  #connect(): SqlEngine {
    this.#engine ??= this.#start.connect((progress) => {
      if (this.phase.state === 'loading') this.phase = { state: 'loading', progress };
    });
    return this.#engine;
  }

  #watch(): void {
    this.#unwatch();
    this.#watchdog = setTimeout(() => (this.isLong = true), LONG_SECONDS * 1000);
  }

  #unwatch(): void {
    clearTimeout(this.#watchdog);
    this.isLong = false;
  }
}
