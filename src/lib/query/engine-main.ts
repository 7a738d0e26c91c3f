import { fetchVerified } from '#lib/files/fetch-verified.ts';
import type { Database } from './database.ts';
import type { Call, Progress, Reply, Request, Results, TableFile } from './protocol.ts';
import { QueryError, isFatal, toQueryError, type QueryErrorKind } from './query-error.ts';
import { fetchEngine } from './unpack.ts';

const reply = (message: Reply): void => postMessage(message);

let opening: Promise<Database> | undefined;

let last = 0;
const report = (progress: Progress): void => {
  const now = performance.now();
  // The bar need not move more often than a screen does.
  if (progress.stage === 'fetching' && progress.loaded < progress.total && now - last < 50) return;
  last = now;
  reply({ kind: 'progress', progress });
};

const database = async (): Promise<Database> => {
  if (!opening) throw new QueryError('start', 'it was asked before it was started');
  return opening;
};

const fetchText = async ({ file, base }: TableFile): Promise<string> => {
  try {
    return new TextDecoder().decode(await fetchVerified(file, base));
  } catch (error) {
    throw toQueryError(error, 'load');
  }
};

// The code around the engine is large: it comes beside the engine's file and does not hold it up.
const importStart = (): Promise<typeof import('./start.ts')> =>
  import('./start.ts').catch(() => {
    throw new QueryError('start', 'its script did not arrive, or something blocks it');
  });

const open = async ({ engine, files, first }: Request & { kind: 'open' }): Promise<Database> => {
  const file = fetchEngine(engine, report);
  const start = async (): Promise<Database> => (await importStart()).startDatabase(file, files);
  const [database, , ...texts] = await Promise.all([start(), file, ...first.map(fetchText)]);
  first.forEach(({ shape }, i) => database.load(shape, texts[i]!));
  return database;
};

/** Takes a lock and never gives it back: the browser frees it when this worker ends, however it ends. Needs https or localhost. */
const holdLock = (name: string): void => {
  void navigator.locks?.request(name, () => {
    reply({ kind: 'locked' });
    return new Promise<never>(() => undefined);
  });
};

const answer = async (request: Request): Promise<Results[keyof Results]> => {
  switch (request.kind) {
    case 'open':
      holdLock(request.lock);
      opening = open(request);
      await opening;
      return undefined;
    case 'load': {
      // The file is fetched while the engine starts.
      const [text, db] = await Promise.all([fetchText(request.table), database()]);
      return db.load(request.table.shape, text);
    }
    case 'query':
      return (await database()).query(request.sql, request.params);
    case 'select':
      return (await database()).select(request.sql, request.limits);
    case 'rows':
      return (await database()).selectedRows(request.from, request.to);
    default:
      return request satisfies never;
  }
};

const KINDS: Record<Request['kind'], QueryErrorKind> = {
  open: 'start',
  load: 'load',
  query: 'query',
  select: 'query',
  rows: 'query'
};

/** Answers a call of the page with one reply, and with progress while the engine starts. */
export const handleCall = (call: Call): void => {
  answer(call).then(
    (result) => reply({ kind: 'done', id: call.id, result }),
    (error: unknown) => {
      const { kind, message, sql } = toQueryError(error, KINDS[call.kind]);
      reply({ kind: 'failed', id: call.id, error: { kind, message, sql }, fatal: kind === 'start' || isFatal(error) });
    }
  );
};
