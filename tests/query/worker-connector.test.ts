import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Call, Progress, Reply, Request } from '#lib/query/protocol.ts';
import { BREAKS, DERIVED, dataSetShape, type TableShape } from '#lib/query/tables.ts';
import { WorkerConnector, type WorkerLike } from '#lib/query/worker-connector.ts';

const TABLE = { columns: ['a'], cells: [[1]], rows: 1 };
const SHAPE = dataSetShape('children_looked_after', [], ['started']);

/** A worker of which the test says what it answers. */
class FakeWorker implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null;
  onmessageerror: WorkerLike['onmessageerror'] = null;
  onerror: WorkerLike['onerror'] = null;
  calls: Call[] = [];
  ended = false;

  postMessage(call: Call): void {
    this.calls.push(call);
  }

  terminate(): void {
    this.ended = true;
  }

  say(reply: Reply): void {
    this.onmessage?.call(this as unknown as Worker, { data: reply } as MessageEvent<Reply>);
  }

  last(kind: Request['kind']): Call {
    const call = this.calls.findLast((each) => each.kind === kind);
    if (!call) throw new Error(`expected a call of kind ${kind}, found none`);
    return call;
  }

  done(kind: Request['kind'], result: Extract<Reply, { kind: 'done' }>['result'] = undefined): void {
    this.say({ kind: 'done', id: this.last(kind).id, result });
  }

  fail(kind: Request['kind'], message: string, fatal = false): void {
    const kinds = { open: 'start', load: 'load', query: 'query', select: 'query', rows: 'query' } as const;
    const error = { kind: kinds[kind], message, sql: '' };
    this.say({ kind: 'failed', id: this.last(kind).id, error, fatal });
  }
}

const file = (path: string) => ({ path, bytes: 10, sha256: 'ab' });
const ENGINE = { base: 'https://site/', packed: file('engine/duckdb.bin'), unpacked: { bytes: 40, sha256: 'cd' } };
const refOfTable = ({ name }: TableShape) => [`${name}.csv`, file(`data/${name}.csv`)] as const;

describe('the engine in its worker', () => {
  let workers: FakeWorker[];
  let heard: Progress[];
  let connector: WorkerConnector;
  const worker = (): FakeWorker => workers.at(-1)!;
  /** Lets what has been promised happen. */
  const settle = () => vi.advanceTimersByTimeAsync(0);

  beforeEach(() => {
    vi.useFakeTimers();
    workers = [];
    heard = [];
    connector = new WorkerConnector({
      engine: ENGINE,
      files: { base: 'https://site/', refs: Object.fromEntries([BREAKS, DERIVED, SHAPE].map(refOfTable)) },
      shapes: [BREAKS, DERIVED, SHAPE],
      first: [DERIVED],
      onprogress: (progress) => heard.push(progress),
      create: () => {
        workers.push(new FakeWorker());
        return worker();
      }
    });
  });
  afterEach(() => vi.useRealTimers());

  test('starts once, however many ask, and knows every file that may be read', async () => {
    const all = Promise.all([
      connector.open(),
      connector.open(),
      connector.load(SHAPE),
      connector.query('SELECT 1', [])
    ]);
    expect(worker().calls.map(({ kind }) => kind)).toEqual(['open', 'load']);
    expect(worker().last('open')).toMatchObject({
      engine: ENGINE,
      files: ['breaks.csv', 'derived_figures.csv', 'children_looked_after.csv'],
      first: [{ shape: DERIVED, base: 'https://site/', file: file('data/derived_figures.csv') }]
    });
    expect(connector.isOpen).toBe(false);
    worker().done('open');
    await settle();
    expect(connector.isOpen).toBe(true);
    worker().done('load', ['CREATE TABLE']);
    worker().done('query', TABLE);
    expect(await all).toEqual([undefined, undefined, ['CREATE TABLE'], TABLE]);
    expect(workers).toHaveLength(1);
  });

  test('asks for a file while it starts, and for no file twice', async () => {
    const loads = [connector.load(SHAPE), connector.load(SHAPE)];
    expect(worker().calls.filter(({ kind }) => kind === 'load')).toMatchObject([
      { table: { base: 'https://site/', file: file('data/children_looked_after.csv') } }
    ]);
    worker().done('open');
    worker().done('load', ['made']);
    expect(await Promise.all(loads)).toEqual([['made'], ['made']]);
    expect(await connector.load(SHAPE)).toEqual(['made']);
    expect(worker().calls).toHaveLength(2);
  });

  test('says how far it is', async () => {
    const opening = connector.open();
    worker().say({ kind: 'progress', progress: { stage: 'fetching', loaded: 4, total: 10 } });
    worker().say({ kind: 'progress', progress: { stage: 'starting' } });
    worker().done('open');
    await opening;
    expect(heard).toEqual([{ stage: 'fetching', loaded: 4, total: 10 }, { stage: 'starting' }]);
  });

  test('a failed start ends the worker, and the next to ask starts another', async () => {
    const failed = connector.query('SELECT 1', []);
    const caught = expect(failed).rejects.toMatchObject({ kind: 'start', message: 'the host answered 404' });
    worker().fail('open', 'the host answered 404', true);
    await caught;
    expect(worker().ended).toBe(true);

    const again = connector.query('SELECT 1', []);
    expect(workers).toHaveLength(2);
    worker().done('open');
    await settle();
    worker().done('query', TABLE);
    expect(await again).toEqual(TABLE);
  });

  test('a slow computer may take minutes to compile the engine', async () => {
    const opening = connector.open();
    worker().say({ kind: 'progress', progress: { stage: 'starting' } });
    await vi.advanceTimersByTimeAsync(240_000);
    expect(worker().ended).toBe(false);
    const caught = expect(opening).rejects.toMatchObject({ kind: 'start' });
    await vi.advanceTimersByTimeAsync(61_000);
    await caught;
    expect(worker().ended).toBe(true);
  });

  test('a start that says nothing for a minute has failed', async () => {
    const opening = expect(connector.open()).rejects.toMatchObject({
      kind: 'start',
      message: expect.stringMatching(/nothing came of it for 60 seconds/)
    });
    await vi.advanceTimersByTimeAsync(59_000);
    worker().say({ kind: 'progress', progress: { stage: 'fetching', loaded: 1, total: 10 } });
    await vi.advanceTimersByTimeAsync(59_000);
    expect(worker().ended).toBe(false);
    await vi.advanceTimersByTimeAsync(2_000);
    await opening;
    expect(worker().ended).toBe(true);
  });

  test('one that has started may be quiet for as long as it likes', async () => {
    const opening = connector.open();
    worker().done('open');
    await opening;
    await vi.advanceTimersByTimeAsync(600_000);
    expect(worker().ended).toBe(false);
  });

  test('a script that does not arrive is a failed start', async () => {
    const opening = expect(connector.open()).rejects.toMatchObject({ kind: 'start' });
    worker().onerror?.call(worker() as unknown as Worker, new Event('error') as ErrorEvent);
    await opening;
    expect(connector.isOpen).toBe(false);
  });

  test('a file that did not come can be asked for again', async () => {
    const first = expect(connector.load(SHAPE)).rejects.toMatchObject({ kind: 'load', message: 'it did not arrive' });
    worker().done('open');
    worker().fail('load', 'it did not arrive');
    await first;
    const second = connector.load(SHAPE);
    await settle();
    worker().done('load', ['made']);
    expect(await second).toEqual(['made']);
    expect(workers).toHaveLength(1);
  });

  describe('once open', () => {
    beforeEach(async () => {
      const opening = connector.open();
      worker().done('open');
      await opening;
    });

    test('a cancelled question fails at once, and its answer is dropped', async () => {
      const control = new AbortController();
      const asked = connector.query('SELECT slow()', [], control.signal);
      await settle();
      const caught = expect(asked).rejects.toMatchObject({ kind: 'cancelled', sql: 'SELECT slow()' });
      control.abort();
      await caught;
      worker().done('query', TABLE);
      await vi.advanceTimersByTimeAsync(5_000);
      expect(worker().ended).toBe(false);
    });

    test('a cancelled question that goes on is ended with the worker', async () => {
      const control = new AbortController();
      const asked = connector.query('SELECT endless()', [], control.signal);
      await settle();
      const caught = expect(asked).rejects.toMatchObject({ kind: 'cancelled' });
      control.abort();
      await caught;
      await vi.advanceTimersByTimeAsync(1_000);
      expect(worker().ended).toBe(true);
      expect(connector.isOpen).toBe(false);

      const again = connector.query('SELECT 1', []);
      expect(workers).toHaveLength(2);
      worker().done('open');
      await settle();
      worker().done('query', TABLE);
      expect(await again).toEqual(TABLE);
    });

    test('but not while a newer question waits behind it', async () => {
      const control = new AbortController();
      const old = connector.query('SELECT slow()', [], control.signal);
      await settle();
      const slow = worker().last('query');
      const caught = expect(old).rejects.toMatchObject({ kind: 'cancelled' });
      control.abort();
      const newer = connector.query('SELECT 2', []);
      await caught;
      await vi.advanceTimersByTimeAsync(3_000);
      expect(worker().ended).toBe(false);
      worker().say({ kind: 'done', id: slow.id, result: TABLE });
      worker().done('query', { ...TABLE, cells: [[2]] });
      expect((await newer).cells).toEqual([[2]]);
    });

    test('a question cancelled before it is asked is never asked', async () => {
      const caught = expect(connector.query('SELECT 1', [], AbortSignal.abort())).rejects.toMatchObject({
        kind: 'cancelled'
      });
      await caught;
      expect(worker().calls.map(({ kind }) => kind)).toEqual(['open']);
    });

    test('a fault in the SQL leaves the engine as it is; a broken engine is ended', async () => {
      const wrong = expect(connector.query('SELEKT', [])).rejects.toMatchObject({ kind: 'query' });
      await settle();
      worker().fail('query', 'syntax error');
      await wrong;
      expect(worker().ended).toBe(false);

      const broken = expect(connector.query('SELECT 1', [])).rejects.toMatchObject({ message: 'out of memory' });
      await settle();
      worker().fail('query', 'out of memory', true);
      await broken;
      expect(worker().ended).toBe(true);
    });

    test('a worker that breaks down fails what was asked, and is replaced', async () => {
      const asked = expect(connector.query('SELECT 1', [])).rejects.toMatchObject({
        kind: 'stopped',
        message: 'it stopped by a fault of its own'
      });
      await settle();
      worker().onerror?.call(worker() as unknown as Worker, new Event('error') as ErrorEvent);
      await asked;
      void connector.open().catch(() => undefined);
      expect(workers).toHaveLength(2);
    });

    test('an answer that cannot be read ends the worker and says so', async () => {
      const asked = expect(connector.query('SELECT 1', [])).rejects.toMatchObject({ kind: 'stopped' });
      await settle();
      worker().onmessageerror?.call(worker() as unknown as Worker, new MessageEvent('messageerror'));
      await asked;
      expect(worker().ended).toBe(true);
    });

    test('stopping fails whatever was asked, and tables are loaded anew afterwards', async () => {
      const loading = expect(connector.load(SHAPE)).rejects.toMatchObject({ kind: 'cancelled' });
      connector.stop();
      await loading;
      const again = connector.load(SHAPE);
      expect(workers).toHaveLength(2);
      worker().done('open');
      worker().done('load', ['made again']);
      expect(await again).toEqual(['made again']);
    });
  });
});
