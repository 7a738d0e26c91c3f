// Lays out the map of tiles: `npm run tile-map`, or `node tools/tile-map.mjs <project directory>`.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const project = process.argv[2] ?? root;
const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'tools/tile-map/main.ts', project], {
  cwd: root,
  stdio: 'inherit'
});
process.exit(status ?? 1);
