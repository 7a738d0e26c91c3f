// Builds static/data/ and static/app/ from data/ and seeds/: `npm run data`, or `node tools/data.mjs <project directory>`.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const project = process.argv[2] ?? root;
const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'src/pipeline/cli.ts', project], {
  cwd: root,
  stdio: 'inherit'
});
process.exit(status ?? 1);
