import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { rangeOf } from './byte-range.mjs';

/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse} Response */

/** @typedef {{ path: string, encoding: string | null, size: number, modified: Date, etag: string }} Variant */

// What the build writes beside a file, the smallest first (tools/compress.mjs).
const packed = [
  { encoding: 'br', suffix: '.br' },
  { encoding: 'gzip', suffix: '.gz' }
];

/**
 * Answers a GET or HEAD with a file, in the smallest form that the client takes; with a part of it, or with nothing new, where
 * it asks for that. Throws when the file is not there.
 * @param {Request} request
 * @param {Response} response
 * @param {string} file
 * @param {Record<string, string>} headers
 */
export async function sendFile(request, response, file, headers) {
  const plain = await variantOf(file, null);
  if (!plain) throw new Error(`${file}: expected a file, found none`);
  const smaller = await Promise.all(
    packed
      .filter(({ encoding }) => accepts(request.headers['accept-encoding'], encoding))
      .map(({ encoding, suffix }) => variantOf(file + suffix, encoding))
  );
  const variants = [...smaller.filter((each) => each !== null), plain];
  const [best = plain] = variants;
  const common = { ...headers, Vary: 'Accept-Encoding' };

  if (isKnown(request, best)) {
    response.writeHead(304, { ...common, ETag: best.etag }).end();
    return;
  }
  const part = partOf(request, variants, plain);
  if (part?.range === 'beyond') {
    response.writeHead(416, { ...common, 'Content-Range': `bytes */${part.variant.size}`, 'Content-Length': 0 }).end();
    return;
  }
  const variant = part?.variant ?? best;
  const range = part?.range ?? { start: 0, end: variant.size - 1 };
  response.writeHead(part ? 206 : 200, {
    ...common,
    ETag: variant.etag,
    'Last-Modified': variant.modified.toUTCString(),
    'Accept-Ranges': 'bytes',
    'Content-Length': range.end - range.start + 1,
    ...(variant.encoding === null ? {} : { 'Content-Encoding': variant.encoding }),
    ...(part ? { 'Content-Range': `bytes ${range.start}-${range.end}/${variant.size}` } : {})
  });
  if (request.method === 'HEAD' || variant.size === 0) response.end();
  // A reader that goes away, or a file that a new build removes, ends this response and nothing else.
  else await pipeline(createReadStream(variant.path, range), response).catch(() => response.destroy());
}

/**
 * @param {string} path
 * @param {string | null} encoding
 * @returns {Promise<Variant | null>}
 */
async function variantOf(path, encoding) {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) return null;
  const etag = `"${found.size.toString(36)}-${Math.round(found.mtimeMs).toString(36)}${encoding ? `-${encoding}` : ''}"`;
  return { path, encoding, size: found.size, modified: found.mtime, etag };
}

/**
 * Tells whether a client takes an encoding: named, and not with a weight of nothing.
 * @param {string | undefined} header
 * @param {string} encoding
 */
function accepts(header, encoding) {
  const named = (header ?? '').split(',').map((each) =>
    each
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/)
  );
  return named.some(([name, weight]) => name === encoding && !/^q=0(\.0*)?$/.test(weight ?? ''));
}

/**
 * Tells whether the client has the file already, by its tag or, where it names none, by its time.
 * @param {Request} request
 * @param {Variant} variant
 */
function isKnown({ headers }, { etag, modified }) {
  const tags = headers['if-none-match'];
  if (tags !== undefined)
    return tags.trim() === '*' || tags.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
  return seconds(modified) <= seconds(headers['if-modified-since']);
}

/**
 * The part of a file that is asked for. A bare range is one of the file as it is: few clients could unpack a piece. After
 * If-Range it is one of the form that the client has begun to fetch; where that is no more, there is no part.
 * @param {Request} request
 * @param {Variant[]} variants
 * @param {Variant} plain
 */
function partOf({ method, headers }, variants, plain) {
  if (method !== 'GET' || headers.range === undefined) return null;
  const condition = headers['if-range'];
  const variant =
    condition === undefined
      ? plain
      : variants.find(({ etag, modified }) => condition === etag || seconds(condition) === seconds(modified));
  const range = variant && rangeOf(headers.range, variant.size);
  return range ? { variant, range } : null;
}

/** @param {string | string[] | Date | undefined} date NaN where it is none */
const seconds = (date) =>
  Math.floor(new Date(String(date instanceof Date ? date.toUTCString() : date)).getTime() / 1000);
