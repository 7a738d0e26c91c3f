import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Cache } from './estimates/cache.ts';
import { folderOf } from './read/project.ts';
import { run } from './run.ts';
import { write } from './publish/write.ts';

// tsx src/pipeline/cli.ts [project directory]: builds static/data/ and static/app/ of a project from its data/ and seeds/.
const project = resolve(process.argv[2] ?? '.');
const root = fileURLToPath(new URL('../..', import.meta.url));
const cache = new Cache(join(root, 'node_modules/.cache/per-10000'), root);
const started = performance.now();

process.exitCode = run({
  readDir: (name) => folderOf(project, name),
  writeDir: (name, files) => write(join(project, 'static', name), files),
  remember: (tables, make) => cache.remember(tables, make),
  log: (line) => console.log(line),
  elapsed: () => `${((performance.now() - started) / 1000).toFixed(1)} s`
});
