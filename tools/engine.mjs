import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { isMain, root, stop } from './run.mjs';

// The engine of /explore is shipped packed, under a name that no host unpacks or packs again: docs/decisions/packed-engine.md says why.

/**
 * @typedef {object} Engine
 * @property {{ path: string, bytes: number, sha256: string }} packed the file, from the site's root
 * @property {{ bytes: number, sha256: string }} unpacked the WebAssembly module inside
 */

const pack = promisify(gzip);

/**
 * Writes DuckDB's WebAssembly module packed by gzip into a folder, with `engine.json` that says what it is called and how
 * large it is; does nothing where the folder holds the same engine already.
 * @param {string} folder
 * @returns {Promise<Engine & { fresh: boolean }>}
 */
export async function packEngine(folder) {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm'));
  const unpacked = measure(wasm);
  removeUnfinished(folder);
  const there = held(folder);
  if (there?.unpacked.sha256 === unpacked.sha256) return { ...there, fresh: false };

  const packed = await pack(wasm, { level: 9 });
  const file = `duckdb-eh.${measure(packed).sha256.slice(0, 16)}.bin`;
  const engine = { packed: { path: `engine/${file}`, ...measure(packed) }, unpacked };
  mkdirSync(folder, { recursive: true });
  write(join(folder, file), packed);
  write(join(folder, 'engine.json'), `${JSON.stringify(engine)}\n`);
  for (const name of readdirSync(folder)) if (name.endsWith('.bin') && name !== file) rmSync(join(folder, name));
  return { ...engine, fresh: true };
}

/** @param {Buffer} content */
const measure = (content) => ({
  bytes: content.length,
  sha256: createHash('sha256').update(content).digest('hex')
});

/**
 * What a folder says it holds, when the file is there and is what it should be.
 * @param {string} folder
 * @returns {Engine | undefined}
 */
function held(folder) {
  try {
    const engine = JSON.parse(readFileSync(join(folder, 'engine.json'), 'utf8'));
    const packed = readFileSync(join(folder, basename(engine.packed.path)));
    return measure(packed).sha256 === engine.packed.sha256 ? engine : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Writes under another name first, so that a run that is stopped leaves no half a file.
 * @param {string} path
 * @param {string | Buffer} content
 */
function write(path, content) {
  const unfinished = `${path}.${process.pid}`;
  writeFileSync(unfinished, content);
  renameSync(unfinished, path);
}

/**
 * Removes what runs left behind that were stopped while they wrote, but not what another run is writing.
 * @param {string} folder
 */
function removeUnfinished(folder) {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const [, pid] = /\.(?:bin|json)\.(\d+)$/.exec(name) ?? [];
    if (pid && !isRunning(Number(pid))) rmSync(join(folder, name));
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    // Signal 0 is not sent: it only asks whether it could be.
    return process.kill(pid, 0);
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/** @param {number} bytes */
const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;

async function main() {
  const start = performance.now();
  const { packed, unpacked, fresh } = await packEngine(join(root, 'static/engine'));
  if (!fresh) return;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`packed the engine of ${megabytes(unpacked.bytes)} to ${megabytes(packed.bytes)} in ${seconds} s`);
}

if (isMain(import.meta.url)) await main().catch(stop);
