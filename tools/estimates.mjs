// Lists what is estimated of every measure for its last year: limits, rank ranges, changes and trends of councils. Reads the series
// files, so run `npm run data` first. `npm run estimates -- --time` estimates all years and says how long that takes.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const { status } = spawnSync(
  process.execPath,
  ['--import', 'tsx', 'src/pipeline/estimates/cli.ts', ...process.argv.slice(2)],
  { cwd: root, stdio: 'inherit' }
);
process.exit(status ?? 1);
