import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMain, npm, root, stop } from './run.mjs';

const stamp = join(root, 'node_modules/.per10000-lock');

/** Installs the packages of package-lock.json unless they are there already; throws when Node is too old or npm fails. */
export async function ensureInstalled() {
  checkNode(process.versions.node);
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const hash = createHash('sha256').update(lock).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  if (!holds(lock)) {
    console.log('Installing the packages of package-lock.json …');
    // Building needs the development packages, whatever NODE_ENV says.
    const { code, output } = await npm(['ci', '--no-audit', '--no-fund', '--include=dev'], { quiet: true });
    if (code !== 0) throw new Error(`${output.trimEnd()}\nnpm ci: expected exit code 0, found ${code}`);
  }
  writeFileSync(stamp, hash);
}

/**
 * Throws unless the version of Node is one that every package supports: 20.19 and later 20s, 22.13 and later.
 * @param {string} version
 */
export function checkNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const supported = (major === 20 && minor >= 19) || (major === 22 && minor >= 13) || major > 22;
  if (!supported) throw new Error(`node: expected 20.19 or later (of 22: 22.13 or later), found ${version}`);
}

/**
 * Whether npm has installed what the lock file names, by its own record; optional packages may be for other platforms.
 * @param {string} lock
 */
function holds(lock) {
  const record = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  /** @typedef {Record<string, { version?: string, integrity?: string, optional?: boolean }>} Packages */
  /** @type {Packages} */
  const wanted = JSON.parse(lock).packages;
  /** @type {Packages} */
  const found = JSON.parse(readFileSync(record, 'utf8')).packages;
  return Object.entries(wanted).every(([path, { version, integrity, optional }]) => {
    const there = found[path];
    return path === '' || (there ? there.version === version && there.integrity === integrity : optional);
  });
}

if (isMain(import.meta.url)) await ensureInstalled().catch(stop);
