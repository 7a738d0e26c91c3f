import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { cache, isMain, stop } from './run.mjs';

const compressible = new Set([
  '.html',
  '.js',
  '.css',
  '.json',
  '.jsonld',
  '.csv',
  '.svg',
  '.txt',
  '.xml',
  '.atom',
  '.webmanifest'
]);
const smallest = 1024;
const store = join(cache, 'compress');
let attempts = 0;

/** @typedef {{ path: string, size: number }} Source */
/** @typedef {{ suffix: string, level: number, encode: (content: Buffer, level: number) => Promise<Buffer> }} Encoding */

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

/**
 * Writes a .br and a .gz beside every file of a folder that is worth it (where the result is smaller), from the cache when
 * the content was compressed before; gives how many files there were and their bytes before and after.
 * @param {string} dir
 */
export async function compress(dir) {
  await mkdir(store, { recursive: true });
  const totals = { files: 0, raw: 0, br: 0, gz: 0 };
  const used = new Set();
  // The largest first: nothing is as slow as starting one of them when all else is done.
  const queue = (await sources(dir)).sort((a, b) => b.size - a.size);
  const tasks = queue.flatMap((source) => encodings(source).map((encoding) => ({ source, encoding })));
  totals.files = queue.length;
  totals.raw = queue.reduce((sum, { size }) => sum + size, 0);

  const work = async () => {
    for (let task = tasks.shift(); task; task = tasks.shift()) {
      const { source, encoding } = task;
      const content = await readFile(source.path);
      const { name, result } = await cached(content, encoding);
      used.add(name);
      totals[encoding.suffix === 'br' ? 'br' : 'gz'] += Math.min(result.length, content.length);
      if (result.length < content.length) await writeBeside(source.path, encoding.suffix, result);
    }
  };
  await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, work));
  for (const name of await readdir(store)) if (!used.has(name)) await rm(join(store, name));
  return totals;
}

/**
 * How to compress a file. Measured on one core, brotli packs 0.5 MB of pages or scripts a second at quality 11; at 10 three
 * times as many into 2 % more bytes; at 9 six to thirty times as many into 10 to 25 % more.
 * @param {Source} source
 * @returns {Encoding[]}
 */
function encodings({ path, size }) {
  const extension = extname(path);
  // The tables of areas are smaller, but there are 171 of them.
  const isLarge = size >= 1_000_000 || (extension === '.csv' && size >= 100_000);
  // Scripts and styles are few; pages and data are many.
  const level = isLarge ? 9 : extension === '.js' || extension === '.css' ? 11 : 10;
  return [
    { suffix: 'br', level, encode: brotli },
    { suffix: 'gz', level: 9, encode: (content, level) => toGzip(content, { level }) }
  ];
}

/** @param {Buffer} content @param {number} quality */
function brotli(content, quality) {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    [constants.BROTLI_PARAM_LGWIN]: content.length > 4_000_000 ? 24 : 22
  };
  return toBrotli(content, { params });
}

/**
 * @param {Buffer} content
 * @param {Encoding} encoding
 */
async function cached(content, { suffix, level, encode }) {
  const name = `${createHash('sha256').update(content).digest('hex')}.${level}.${suffix}`;
  const path = join(store, name);
  try {
    return { name, result: await readFile(path) };
  } catch {
    // Not compressed before.
  }
  const result = await encode(content, level);
  // Under another name first: a build that is stopped must not leave half a file that the next one believes.
  // Two files of one content may be packed at once, so each attempt has a name of its own.
  const unfinished = `${path}.${process.pid}.${++attempts}`;
  await writeFile(unfinished, result);
  await rename(unfinished, path);
  return { name, result };
}

/**
 * Writes a compressed file with the time of the file it was made from.
 * @param {string} path
 * @param {string} suffix
 * @param {Buffer} content
 */
async function writeBeside(path, suffix, content) {
  const { atime, mtime } = await stat(path);
  await writeFile(`${path}.${suffix}`, content);
  await utimes(`${path}.${suffix}`, atime, mtime);
}

/**
 * The files of a folder that are worth compressing.
 * @param {string} dir
 * @returns {Promise<Source[]>}
 */
async function sources(dir) {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && compressible.has(extname(entry.name)));
  const found = await Promise.all(
    files.map(async (entry) => {
      const path = join(entry.parentPath, entry.name);
      return { path, size: (await stat(path)).size };
    })
  );
  return found.filter(({ size }) => size >= smallest);
}

/** @param {number} bytes */
const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;

async function main() {
  const dir = process.argv[2];
  if (!dir) throw new Error('tools/compress.mjs: expected the folder of the built site, found no argument');
  const start = performance.now();
  const { files, raw, br, gz } = await compress(dir);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(
    `compressed ${files} files of ${megabytes(raw)} to ${megabytes(br)} (br) and ${megabytes(gz)} (gz) in ${seconds} s`
  );
}

if (isMain(import.meta.url)) await main().catch(stop);
