// Lists what is estimated of every measure for its last year, from data/*.csv: limits, rank ranges, changes and trends of councils.
// `npm run estimates -- FOLDER` estimates all years as well, writes a file a measure into the folder and says how long that took.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const { status } = spawnSync(
  process.execPath,
  ['--import', 'tsx', 'src/pipeline/estimates/cli.ts', ...process.argv.slice(2)],
  { cwd: root, stdio: 'inherit' }
);
process.exit(status ?? 1);
