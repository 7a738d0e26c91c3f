// Computes every figure of the page on before and after again from data/*.csv, and lists them: `npm run before-and-after`.
// `npm run before-and-after -- FOLDER` writes the files that the page offers into a folder as well.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const { status } = spawnSync(
  process.execPath,
  ['--import', 'tsx', 'src/pipeline/shape/before-after/cli.ts', ...process.argv.slice(2)],
  { cwd: root, stdio: 'inherit' }
);
process.exit(status ?? 1);
