import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { NODE_RUNTIME, VoidLogger, createDuckDB } from '@duckdb/duckdb-wasm/blocking';
import type { Connector } from '#lib/query/connector.ts';
import { Database } from '#lib/query/database.ts';
import { BREAKS, DERIVED, fileOf, type TableShape } from '#lib/query/tables.ts';
import { entries, published, shapeOf } from './published.ts';

/** The real engine in this process (about a second to start), with the tables beside the data sets; `moreFiles` may be loaded too. */
export const startEngine = async (moreFiles: readonly string[] = []) => {
  const dist = dirname(createRequire(import.meta.url).resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm'));
  const bundle = (name: string) => ({ mainModule: join(dist, `duckdb-${name}.wasm`), mainWorker: '' });
  const db = await createDuckDB({ mvp: bundle('mvp'), eh: bundle('eh') }, new VoidLogger(), NODE_RUNTIME);
  await db.instantiate();
  const shapes = [BREAKS, DERIVED, ...entries().map(shapeOf)];
  const database = new Database(db, [...shapes.map(fileOf), ...moreFiles]);
  const load = (shape: TableShape): string[] => database.load(shape, published(fileOf(shape)));
  const connector: Connector = { query: (text, params) => Promise.resolve().then(() => database.query(text, params)) };
  load(BREAKS);
  load(DERIVED);
  return { database, connector, load };
};
