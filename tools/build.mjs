import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm, root } from './run.mjs';

// What the build is made from. A change to any of these makes the build out of date.
const inputs = [
  'data',
  'seeds',
  'src',
  'static',
  'tools',
  'package.json',
  'package-lock.json',
  'svelte.config.js',
  'vite.config.ts'
];
const generated = new Set(['static/app', 'static/data', 'static/engine']);

// What else goes into the pages.
const variables = ['SITE_URL', 'BASE_PATH'];

/** The folder that holds the built site. */
export const site = join(root, 'build');

// Inside the build, so that whatever clears the build clears the stamp; servers hide files whose name starts with a dot.
const stamp = join(site, '.stamp');

/** Builds the site unless the build was made from the files as they are now; throws when the build fails. */
export async function ensureBuilt() {
  const hash = hashInputs();
  if (existsSync(join(site, 'index.html')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  console.log('Building the site, which takes a minute or two …');
  const { code, output } = await build({ quiet: true });
  if (code !== 0) throw new Error(`${output.trimEnd()}\nnpm run build: expected exit code 0, found ${code}`);
}

/**
 * Runs `npm run build` and, when it succeeds, writes down which files the build was made from.
 * @param {import('./run.mjs').RunOptions} [options]
 */
export async function build(options) {
  // Taken before the build: a file changed meanwhile makes the next start build again.
  const hash = hashInputs();
  rmSync(stamp, { force: true });
  const result = await npm(['run', 'build'], options);
  if (result.code === 0) writeFileSync(stamp, hash);
  return result;
}

/** The sha256 of the names and contents of every file the build is made from, and of what the environment tells it. */
export function hashInputs() {
  const hash = createHash('sha256');
  for (const name of variables) hash.update(`${name}=${process.env[name] ?? ''}\n`);
  for (const path of inputs.flatMap(files)) {
    const content = readFileSync(join(root, path));
    hash.update(`${path}\n${content.length}\n`).update(content);
  }
  return hash.digest('hex');
}

/**
 * The files at or under a path of the repository, in an order that does not depend on the file system.
 * @param {string} path
 * @returns {string[]}
 */
function files(path) {
  const entry = statSync(join(root, path), { throwIfNoEntry: false });
  if (!entry || generated.has(path)) return [];
  if (!entry.isDirectory()) return [path];
  return readdirSync(join(root, path))
    .sort()
    .filter((name) => name !== '.DS_Store')
    .flatMap((name) => files(`${path}/${name}`));
}
