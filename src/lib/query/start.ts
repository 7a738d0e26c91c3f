// By its path: the package's own map of exports leaves out its build for browsers that runs in the worker that calls it.
import {
  BROWSER_RUNTIME,
  VoidLogger,
  createDuckDB,
  getPlatformFeatures
} from '../../../node_modules/@duckdb/duckdb-wasm/dist/duckdb-browser-blocking.mjs';
import { Database } from './database.ts';
import { QueryError } from './query-error.ts';
import { toReason } from './unpack.ts';

type Success = (instance: WebAssembly.Instance, module: WebAssembly.Module) => void;

/** What this browser lacks, in words; undefined where it has all that the engine needs. */
const lacking = async (): Promise<string | undefined> => {
  if (typeof WebAssembly === 'undefined') return 'WebAssembly';
  if (typeof DecompressionStream === 'undefined') return 'streams that unpack';
  return (await getPlatformFeatures()).wasmExceptions ? undefined : 'WebAssembly with exceptions';
};

/**
 * Starts DuckDB in the worker that calls it, of a file that is on its way; `files` are the CSVs that may ever be loaded.
 * The engine's own code would wait for ever for a file that does not come or cannot be compiled, so both are done here and
 * fail as they should. Throws QueryError of kind "start".
 */
export const startDatabase = async (file: Promise<WebAssembly.Module>, files: readonly string[]): Promise<Database> => {
  const lacks = await lacking();
  if (lacks) throw new QueryError('start', `this browser is too old for it: it has no ${lacks}`);

  const bundle = { mainModule: '', mainWorker: '' };
  const db = await createDuckDB({ mvp: bundle, eh: bundle }, new VoidLogger(), BROWSER_RUNTIME);
  const failure = new Promise<never>((_, reject) => {
    const instantiateWasm = (imports: WebAssembly.Imports, success: Success): object => {
      // The engine's calls for files go through this name; its own version of this function sets it too.
      Object.assign(globalThis, { DUCKDB_RUNTIME: BROWSER_RUNTIME });
      file
        .then(async (module) => success(await WebAssembly.instantiate(module, imports), module))
        .catch((error: unknown) => reject(toReason(error)));
      return {};
    };
    Object.assign(db, { instantiateWasm });
  });
  await Promise.race([db.instantiate(() => undefined), failure]);
  return new Database(db, files);
};
