// Compares an earlier edition of data/ with what it holds now, cell by cell, and appends to data/changes.csv and data/revisions.csv:
// `npm run data:changes -- <folder or git revision> --note "why"`. PROJECT names another project's folder.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const cli = fileURLToPath(new URL('../src/pipeline/changes/cli.ts', import.meta.url));
const { status } = spawnSync(process.execPath, ['--import', 'tsx', cli, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit'
});
process.exit(status ?? 1);
