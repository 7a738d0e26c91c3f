// Screens a CSV, and its metadata, against the Department's open data standard: `npm run --silent screen -- data.csv [data.meta.csv] [--json]`.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const command = fileURLToPath(new URL('../src/pipeline/screen/cli.ts', import.meta.url));
// npm runs scripts in the project's folder; names of files are as they are from where the reader is.
const { status } = spawnSync(process.execPath, ['--import', 'tsx', command, ...process.argv.slice(2)], {
  cwd: fileURLToPath(new URL('..', import.meta.url)),
  env: { ...process.env, SCREEN_FROM: process.env.INIT_CWD ?? process.cwd() },
  stdio: 'inherit'
});
process.exit(status ?? 2);
