import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const PACKAGE = 'node_modules/@duckdb/duckdb-wasm';

test('the engine is the version of which we import a build by its path; docs/decisions/engine-in-our-own-worker.md says what to do on an upgrade', () => {
  const { version } = JSON.parse(readFileSync(`${PACKAGE}/package.json`, 'utf8')) as { version: string };
  expect(version).toBe('1.32.0');
  const file = `${PACKAGE}/dist/duckdb-browser-blocking.mjs`;
  expect(existsSync(file)).toBe(true);
  for (const name of ['BROWSER_RUNTIME', 'VoidLogger', 'createDuckDB', 'getPlatformFeatures'])
    expect(readFileSync(file, 'utf8')).toContain(` as ${name}`);
});
