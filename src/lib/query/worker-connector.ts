import { refOf, type PageFiles } from '#lib/files/page-files.ts';
import type { Cell, Connector, RowLimits, Selection, Table } from './connector.ts';
import type { Call, EngineFile, Progress, Reply, Request, Results, TableFile } from './protocol.ts';
import { QueryError } from './query-error.ts';
import { fileOf, type TableShape } from './tables.ts';

/** The part of a worker that is used here. */
export type WorkerLike = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onmessageerror' | 'onerror'>;

interface Options {
  engine: EngineFile;
  /** The CSVs that the page knows, by name, and the site's absolute address. */
  files: PageFiles;
  /** Every table that may ever be loaded, and those that all others need. */
  shapes: readonly TableShape[];
  first: readonly TableShape[];
  onprogress: (progress: Progress) => void;
  create?: () => WorkerLike;
  /** Milliseconds without progress after which a start has failed: one that a policy blocks says nothing at all. */
  quiet?: number;
  /** The same once the engine has come and is compiled, which on a slow computer takes minutes and reports no progress. */
  compiling?: number;
  /** Milliseconds that a cancelled question may go on before the worker is ended with it. */
  patience?: number;
}

interface Waiting {
  resolve: (result: never) => void;
  reject: (error: QueryError) => void;
  /** Nobody waits for it any more. */
  dropped?: true;
}

const createWorker = (): WorkerLike =>
  new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module', name: 'engine' });

const stopped = (how: string): QueryError => new QueryError('stopped', `it stopped ${how}`);

const cancelled = (sql = ''): QueryError => new QueryError('cancelled', 'cancelled', sql);

/** DuckDB in a worker of its own. It is started when it is first asked, and again after it failed or was stopped. */
export class WorkerConnector implements Connector {
  readonly #options: Required<Options>;
  readonly #waiting = new Map<number, Waiting>();
  readonly #tables = new Map<string, Promise<string[]>>();
  #worker: WorkerLike | undefined;
  #opening: Promise<void> | undefined;
  #isOpen = false;
  #calls = 0;
  #alarm: ReturnType<typeof setTimeout> | undefined;

  constructor(options: Options) {
    this.#options = { create: createWorker, quiet: 60_000, compiling: 300_000, patience: 1_000, ...options };
  }

  /** True once the engine has started and can be asked. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Starts the engine, once. Throws QueryError of kind "start". */
  open(): Promise<void> {
    this.#opening ??= this.#start();
    return this.#opening;
  }

  /** Fetches a CSV and makes its table, once; gives the SQL that made it. Throws QueryError. */
  async load(shape: TableShape): Promise<string[]> {
    const opening = this.open();
    let table = this.#tables.get(shape.name);
    if (!table) {
      const asked = this.#call({ kind: 'load', table: this.#fileOf(shape) });
      this.#tables.set(shape.name, asked);
      // A failure is not kept: the next to ask tries again.
      asked.catch(() => this.#tables.get(shape.name) === asked && this.#tables.delete(shape.name));
      table = asked;
    }
    const [made] = await Promise.all([table, opening]);
    return made;
  }

  /** Answers SQL. Once `signal` is aborted nothing comes of it, and the worker is ended if the question goes on. */
  query(sql: string, params: readonly Cell[], signal?: AbortSignal): Promise<Table> {
    return this.#ask({ kind: 'query', sql, params }, signal);
  }

  /** Answers one statement of a reader's own, which can change nothing. Cancelled as `query` is. */
  select(sql: string, limits: RowLimits, signal?: AbortSignal): Promise<Selection> {
    return this.#ask({ kind: 'select', sql, limits }, signal);
  }

  /** Rows of the last selection, by column. */
  rows(from: number, to: number): Promise<Cell[][]> {
    return this.#call({ kind: 'rows', from, to });
  }

  async #ask<R extends Extract<Request, { sql: string }>>(
    request: R,
    signal?: AbortSignal
  ): Promise<Results[R['kind']]> {
    const { sql } = request;
    await this.open();
    if (signal?.aborted) throw cancelled(sql);
    const answer = this.#call(request);
    if (!signal) return answer;
    const id = this.#calls;
    return new Promise((resolve, reject) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const abort = (): void => {
        reject(cancelled(sql));
        const waiting = this.#waiting.get(id);
        if (!waiting) return;
        waiting.dropped = true;
        // The engine answers one question at a time and cannot be interrupted; it is ended only where nobody else waits.
        timer = setTimeout(() => {
          if (this.#waiting.has(id) && [...this.#waiting.values()].every(({ dropped }) => dropped)) this.stop();
        }, this.#options.patience);
      };
      signal.addEventListener('abort', abort, { once: true });
      answer.then(resolve, reject).finally(() => {
        clearTimeout(timer);
        signal.removeEventListener('abort', abort);
      });
    });
  }

  /** Ends the worker, whatever it is doing: a download stops, whatever was asked fails with `error`. */
  stop(error = cancelled()): void {
    clearTimeout(this.#alarm);
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#opening = undefined;
    this.#isOpen = false;
    this.#tables.clear();
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of waiting) reject(error);
  }

  async #start(): Promise<void> {
    const { create, engine, shapes, first } = this.#options;
    const lock = `per-10000-engine-${Date.now()}-${Math.random()}`;
    try {
      const worker = create();
      worker.onmessage = ({ data }: MessageEvent<Reply>) =>
        data.kind === 'locked' ? this.#stopWithLock(worker, lock) : this.#hear(data);
      worker.onerror = () =>
        this.stop(
          this.#isOpen
            ? stopped('by a fault of its own')
            : new QueryError('start', 'its script did not arrive, or something blocks it')
        );
      worker.onmessageerror = () => this.stop(stopped('because its answer could not be read'));
      this.#worker = worker;
    } catch {
      this.stop();
      throw new QueryError('start', 'this browser is too old for it: it has no workers made of modules');
    }
    this.#watch(this.#options.quiet);
    await this.#call({
      kind: 'open',
      engine,
      files: shapes.map(fileOf),
      first: first.map((shape) => this.#fileOf(shape)),
      lock
    });
    clearTimeout(this.#alarm);
    this.#isOpen = true;
  }

  #watch(quiet: number): void {
    clearTimeout(this.#alarm);
    const why = `nothing came of it for ${Math.round(quiet / 1000)} seconds: a policy of the host or of this browser may block it`;
    this.#alarm = setTimeout(() => this.stop(new QueryError('start', why)), quiet);
  }

  /**
   * Waits for the lock that a worker holds. It is given to us only when that worker has ended, which nothing else tells: a
   * worker that the browser ends, or that closes itself, sends no event, and one that is busy cannot answer a ping.
   */
  #stopWithLock(worker: WorkerLike, lock: string): void {
    navigator.locks
      .request(lock, () => {
        if (this.#worker === worker) this.stop(stopped('before it answered'));
      })
      .catch(() => undefined);
  }

  #hear(reply: Exclude<Reply, { kind: 'locked' }>): void {
    if (reply.kind === 'progress') {
      const { quiet, compiling } = this.#options;
      if (!this.#isOpen) this.#watch(reply.progress.stage === 'starting' ? compiling : quiet);
      this.#options.onprogress(reply.progress);
      return;
    }
    const waiting = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    if (reply.kind === 'done') {
      waiting?.resolve(reply.result as never);
      return;
    }
    const { kind, message, sql } = reply.error;
    const error = new QueryError(kind, message, sql);
    waiting?.reject(error);
    if (reply.fatal) this.stop(error);
  }

  #call<R extends Request>(request: R): Promise<Results[R['kind']]> {
    const worker = this.#worker;
    if (!worker) return Promise.reject(cancelled());
    const id = ++this.#calls;
    return new Promise<Results[R['kind']]>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      worker.postMessage({ id, ...request } satisfies Call);
    });
  }

  #fileOf(shape: TableShape): TableFile {
    const { files } = this.#options;
    return { shape, base: files.base, file: refOf(files, fileOf(shape)) };
  }
}
