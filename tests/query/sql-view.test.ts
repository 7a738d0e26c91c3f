import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Selection } from '#lib/query/connector.ts';
import { QueryError } from '#lib/query/query-error.ts';
import { answerName } from '../../src/routes/explore/sql/file-name.ts';
import { addToHistory, clearHistory, readHistory } from '../../src/routes/explore/sql/history.ts';
import {
  LIMITS,
  LONG_SECONDS,
  SqlView,
  type SqlAnswer,
  type SqlEngine
} from '../../src/routes/explore/sql/view.svelte.ts';

const SELECTION: Selection = { columns: ['a'], kinds: ['number'], cells: [[1]], kept: 1, isWhole: true };

/** An engine of which the test says when and what it answers. */
class HeldEngine implements SqlEngine {
  isOpen = false;
  stops = 0;
  loaded: string[] = [];
  asked: { sql: string; resolve: (selection: Selection) => void; reject: (error: Error) => void }[] = [];

  async open(): Promise<void> {
    this.isOpen = true;
  }
  async load({ name }: { name: string }): Promise<string[]> {
    this.loaded.push(name);
    return [];
  }
  select(sql: string): Promise<Selection> {
    return new Promise((resolve, reject) => this.asked.push({ sql, resolve, reject }));
  }
  async rows(from: number, to: number) {
    return [Array.from({ length: Math.min(to, 12_000) - from }, (_, i) => from + i)];
  }
  stop(): void {
    this.stops++;
    this.isOpen = false;
    this.asked.at(-1)?.reject(new QueryError('cancelled', 'cancelled'));
  }
}

describe('the SQL page', () => {
  let engine: HeldEngine;
  let view: SqlView;
  let answers: SqlAnswer[];
  const settle = () => vi.advanceTimersByTimeAsync(0);

  beforeEach(() => {
    vi.useFakeTimers();
    engine = new HeldEngine();
    answers = [];
    view = new SqlView({
      text: 'SELECT a FROM breaks',
      shapes: [
        { name: 'breaks', columns: ['a'], indicators: [] },
        { name: 'deprivation', columns: ['b'], indicators: [] }
      ],
      connect: () => engine,
      onanswer: (answer) => answers.push(answer)
    });
  });
  afterEach(() => vi.useRealTimers());

  const run = async (text = view.text) => {
    view.text = text;
    void view.run();
    await settle();
  };

  test('fetches the tables that the query names and no other, and answers it', async () => {
    await run();
    expect(engine.loaded).toEqual(['breaks']);
    engine.asked[0]!.resolve(SELECTION);
    await settle();
    expect(view.phase).toEqual({ state: 'answered' });
    expect(answers.map(({ sql }) => sql)).toEqual(['SELECT a FROM breaks']);
  });

  test('a query that runs long is asked about, again after as long, and can be stopped', async () => {
    await run();
    await vi.advanceTimersByTimeAsync(LONG_SECONDS * 1000 - 1);
    expect(view.isLong).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(view.isLong).toBe(true);
    view.goOn();
    expect(view.isLong).toBe(false);
    await vi.advanceTimersByTimeAsync(LONG_SECONDS * 1000);
    expect(view.isLong).toBe(true);
    view.cancel();
    await settle();
    expect([view.isLong, view.phase.state, engine.stops, view.text]).toEqual([
      false,
      'cancelled',
      1,
      'SELECT a FROM breaks'
    ]);
  });

  test('another query ends the one that is running, and the answer is to the latest alone', async () => {
    await run();
    await run('SELECT b FROM deprivation');
    expect(engine.stops).toBe(1);
    engine.asked[0]!.resolve({ ...SELECTION, columns: ['old'] });
    engine.asked[1]!.resolve(SELECTION);
    await settle();
    expect(answers.map(({ sql }) => sql)).toEqual(['SELECT b FROM deprivation']);
  });

  test('an engine that stops says so, and the query is kept', async () => {
    await run();
    engine.asked[0]!.reject(new QueryError('stopped', 'it stopped before it answered'));
    await settle();
    expect(view.phase).toMatchObject({ state: 'failed', error: { kind: 'stopped' } });
    expect([view.text, view.problem]).toEqual(['SELECT a FROM breaks', undefined]);
  });

  test('a query that came with a link waits, whatever it is', async () => {
    view.follow({ hash: '#sql=DROP%20TABLE%20breaks', search: '' });
    await settle();
    expect([view.text, view.linked.kind, view.phase.state, engine.asked.length]).toEqual([
      'DROP TABLE breaks',
      'query',
      'idle',
      0
    ]);
    view.follow({ hash: '#sql=%E0%A4%A', search: '' });
    expect([view.text, view.linked.kind]).toEqual(['DROP TABLE breaks', 'invalid']);
  });

  test('every row that the engine keeps is fetched for a file', async () => {
    await run();
    const cells = [Array.from({ length: LIMITS.first }, (_, i) => i)];
    engine.asked[0]!.resolve({ ...SELECTION, cells, kept: 12_000 });
    await settle();
    expect(await view.allRows()).toEqual([Array.from({ length: 12_000 }, (_, i) => i)]);
  });
});

describe('the history of the device', () => {
  const store = () => {
    const kept = new Map<string, string>();
    return {
      kept,
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key)
    };
  };
  const past = (sql: string) => ({ sql, at: '2026-01-02T03:04:05.000Z', rows: 1 });

  test('has each query once, the latest first, and the last twenty', () => {
    const here = store();
    for (let i = 0; i < 25; i++) addToHistory(here, past(`SELECT ${i}`));
    addToHistory(here, past('SELECT 20'));
    expect(
      readHistory(here)
        .map(({ sql }) => sql)
        .slice(0, 3)
    ).toEqual(['SELECT 20', 'SELECT 24', 'SELECT 23']);
    expect(readHistory(here)).toHaveLength(20);
    clearHistory(here);
    expect(readHistory(here)).toEqual([]);
  });

  test('is empty where what is stored is not ours, and lasts without a store', () => {
    const here = store();
    for (const text of ['{', '{"a":1}', '[1, {"sql": 2}]']) {
      here.kept.set('sql-history', text);
      expect(readHistory(here)).toEqual([]);
    }
    expect(addToHistory(undefined, past('SELECT 1'))).toEqual([past('SELECT 1')]);
  });
});

test('the name of a file says the tables asked, the areas and years in it, and the day', () => {
  const cells = [
    ['2009', '2008-11', null],
    ['England', 'Kingston upon Hull, City of', 'England']
  ];
  expect(answerName(['breaks'], { columns: ['period', 'area_name'], cells }, '2026-01-02')).toBe(
    'breaks.england+kingston-upon-hull-city-of.2008-2009.2026-01-02'
  );
  expect(answerName([], { columns: ['n'], cells: [[1]] }, '2026-01-02')).toBe('query.2026-01-02');
  expect(answerName(['a', 'b', 'c', 'd'], { columns: [], cells: [] }, '2026-01-02')).toBe('4-tables.2026-01-02');
});
