import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

interface Manifest {
  pages: { name: string; path: string }[];
}

const STATIC = fileURLToPath(new URL('../static', import.meta.url));

/** Where a file is that pages fetch, by the name that code knows it under: `series/looked-after.json`. */
export const pageFile = (name: string, folder = STATIC): string => {
  const manifest = JSON.parse(readFileSync(join(folder, 'data', 'manifest.json'), 'utf8')) as Manifest;
  const found = manifest.pages.find((each) => each.name === name);
  if (!found) throw new Error(`${folder}: expected ${name} in the manifest, found none; run npm run data`);
  return join(folder, found.path);
};
