// Lists the figures that were worked out: `npm run derived-figures`, or `node tools/derived-figures.mjs <project directory>`.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const project = process.argv[2] ?? root;
const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'tools/derived-figures/main.ts', project], {
  cwd: root,
  stdio: 'inherit'
});
process.exit(status ?? 1);
