// The package declares these types for its build for Node alone; its build for browsers has one name more.
declare module '*/duckdb-browser-blocking.mjs' {
  import type { DuckDBRuntime } from '@duckdb/duckdb-wasm/blocking';

  export { VoidLogger, createDuckDB, getPlatformFeatures } from '@duckdb/duckdb-wasm/blocking';
  export const BROWSER_RUNTIME: DuckDBRuntime;
}
