import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { headersFor } from '../tools/headers.mjs';
import { locate, toFile } from '../tools/locate.mjs';
import { Pipe } from './pipe.mjs';

/**
 * @typedef {object} Entry one response
 * @property {string} url
 * @property {number} status
 * @property {string} type
 * @property {number} bytes headers and body, as sent
 * @property {number} [end] when the last byte left, in milliseconds since 1970
 */

/** @typedef {Awaited<ReturnType<typeof listen>>} BenchServer */

/** The address of an empty page of the same site, which is not counted. */
export const BLANK = '/__blank__';

/**
 * Serves a built site as a static host would (the build's own .gz files, the headers of tools/headers.mjs) over a simulated
 * network, and writes down every response. Counting here and not in the page takes in what workers fetch.
 * @param {{ dir: string, kbps: number, rtt: number, change?: (html: string) => string }} options speed in thousands of bits a
 *   second (0: no limit), round trip in milliseconds, what to make of each page
 */
export async function listen({ dir, kbps, rtt, change }) {
  /** @type {Entry[]} */
  const log = [];
  const pipe = new Pipe(kbps);
  const known = new WeakSet();

  const server = createServer(async (request, response) => {
    const url = request.url ?? '/';
    if (url === BLANK) {
      // Closed, so that the page that is measured pays for its own connection; with an icon, so that none is asked for.
      response.writeHead(200, { 'Content-Type': 'text/html', Connection: 'close' });
      response.end('<!doctype html><title>blank</title><link rel="icon" href="data:,">');
      return;
    }
    // A new connection costs one more round trip.
    const trips = known.has(request.socket) ? 1 : 2;
    known.add(request.socket);
    await wait(rtt * trips);

    const { status, headers, body } = read(dir, url, request.headers['accept-encoding'] ?? '', change);
    const type = headers['Content-Type'] ?? '';
    /** @type {Entry} */
    const entry = { url, status, type, bytes: body.length + headerBytes(headers) };
    log.push(entry);
    response.writeHead(status, headers);
    pipe.send(response, body, () => (entry.end = performance.timeOrigin + performance.now()));
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('bench server: expected an address, found none');

  return {
    origin: `http://127.0.0.1:${address.port}`,
    log,
    close: () => {
      server.closeAllConnections();
      server.close();
    }
  };
}

/**
 * @param {string} dir
 * @param {string} url
 * @param {string} accepted the encodings that the browser takes
 * @param {((html: string) => string) | undefined} change
 * @returns {{ status: number, headers: Record<string, string>, body: Buffer }}
 */
function read(dir, url, accepted, change) {
  const found = locate(dir, '', url);
  if (found.status === 301) return { status: 301, headers: { Location: found.to }, body: Buffer.alloc(0) };
  if (found.status === 400 || !found.address) {
    return { status: found.status, headers: {}, body: Buffer.from('not found\n') };
  }
  const file = toFile(dir, found.address);
  const isChanged = change !== undefined && file.endsWith('.html');
  const packed = /\bgzip\b/.test(accepted) && (isChanged || existsSync(`${file}.gz`));
  const body = isChanged
    ? pack(change(readFileSync(file, 'utf8')), packed)
    : readFileSync(packed ? `${file}.gz` : file);
  const headers = { ...headersFor(found.address), 'Content-Length': String(body.length), Vary: 'Accept-Encoding' };
  return { status: found.status, headers: packed ? { ...headers, 'Content-Encoding': 'gzip' } : headers, body };
}

/** @param {string} html @param {boolean} isPacked */
const pack = (html, isPacked) => (isPacked ? gzipSync(html, { level: 9 }) : Buffer.from(html));

/**
 * The bytes of the headers, and of the lines that Node adds (status, date, connection).
 * @param {Record<string, string>} headers
 */
function headerBytes(headers) {
  return Object.entries(headers).reduce((sum, [name, value]) => sum + name.length + value.length + 4, 120);
}
