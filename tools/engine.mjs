import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { isMain, root, stop } from './run.mjs';

// The engine of /explore is shipped packed, under a name that no host unpacks or packs again: docs/decisions/packed-engine.md says why.

/**
 * @typedef {object} Engine
 * @property {string} file name inside the folder
 * @property {number} bytes size of the packed file
 * @property {number} unpacked size of the WebAssembly module inside
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
  const hash = createHash('sha256').update(wasm).digest('hex').slice(0, 16);
  const file = `duckdb-eh-${hash}.bin`;
  const there = held(folder);
  if (there?.file === file) return { ...there, fresh: false };

  const packed = await pack(wasm, { level: 9 });
  const engine = { file, bytes: packed.length, unpacked: wasm.length };
  mkdirSync(folder, { recursive: true });
  write(join(folder, file), packed);
  write(join(folder, 'engine.json'), `${JSON.stringify(engine)}\n`);
  for (const name of readdirSync(folder)) if (name.endsWith('.bin') && name !== file) rmSync(join(folder, name));
  return { ...engine, fresh: true };
}

/**
 * What a folder says it holds, when the file is there and as large as it should be.
 * @param {string} folder
 * @returns {Engine | undefined}
 */
function held(folder) {
  try {
    const engine = JSON.parse(readFileSync(join(folder, 'engine.json'), 'utf8'));
    return readFileSync(join(folder, engine.file)).length === engine.bytes ? engine : undefined;
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

/** @param {number} bytes */
const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;

async function main() {
  const start = performance.now();
  const { bytes, unpacked, fresh } = await packEngine(join(root, 'static/engine'));
  if (!fresh) return;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`packed the engine of ${megabytes(unpacked)} to ${megabytes(bytes)} in ${seconds} s`);
}

if (isMain(import.meta.url)) await main().catch(stop);
