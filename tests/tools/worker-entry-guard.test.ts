import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, resolveConfig } from 'vite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { workerEntryGuard } from '../../tools/worker-entry-guard.mjs';

let dir: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'worker-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

/** Builds a page with a worker, as the site is built. */
const buildWith = (files: Record<string, string>) => {
  const page = "new Worker(new URL('./entry.js', import.meta.url), { type: 'module' });";
  for (const [name, text] of Object.entries({ 'page.js': page, ...files })) writeFileSync(join(dir, name), text);
  return build({
    root: dir,
    configFile: false,
    logLevel: 'silent',
    build: { rolldownOptions: { input: join(dir, 'page.js') } },
    worker: { format: 'es', plugins: () => [workerEntryGuard()] }
  });
};

const SHARED = 'export class Fault extends Error {}';
const START = "import { Fault } from './shared.js'; export const start = () => { throw new Fault('start'); };";

test('a worker whose chunk takes something from its entry fails the build', async () => {
  const files = {
    'shared.js': SHARED,
    'start.js': START,
    'entry.js':
      "import { Fault } from './shared.js'; onmessage = () => import('./start.js').catch((e) => postMessage(e instanceof Fault));"
  };
  await expect(buildWith(files)).rejects.toThrow(
    /start-.*\.js: expected no import of the worker's entry, found .*entry-/
  );
});

test('a worker whose entry only imports what does the work is built', async () => {
  const files = {
    'shared.js': SHARED,
    'start.js': START,
    'main.js':
      "import { Fault } from './shared.js'; export const run = () => import('./start.js').catch((e) => e instanceof Fault);",
    'entry.js': "const main = import('./main.js'); onmessage = () => main.then(({ run }) => run());"
  };
  await expect(buildWith(files)).resolves.toBeDefined();
});

test('the site is built with the guard', async () => {
  const { worker } = await resolveConfig({}, 'build');
  const plugins = await worker.plugins([]);
  expect(plugins.plugins.map(({ name }) => name)).toContain('worker-entry-guard');
});
