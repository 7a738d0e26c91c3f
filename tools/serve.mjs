import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { headersFor } from './headers.mjs';
import { locate, toFile } from './locate.mjs';
import { isMain, stop } from './run.mjs';
import { sendFile } from './send-file.mjs';

/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse} Response */

/**
 * Serves a built site and gives its address and how to end it; throws when there is no build or the port is taken.
 * @param {{ dir: string, port: number, host?: string, base?: string }} options
 */
export async function serve({ dir, port, host = '127.0.0.1', base = '' }) {
  const folder = resolve(dir);
  if (!existsSync(join(folder, 'index.html'))) {
    throw new Error(`${dir}: expected a built site, found no index.html; npm run build makes one`);
  }
  const server = createServer(answer(folder, trim(base)));
  const found = await listen(server, port, host);
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { port: found, url: `http://${toName(host)}:${found}${trim(base)}/`, close };
}

/**
 * Gives a port that can be listened on, any one for 0, and leaves it free; throws when it is taken.
 * @param {{ port: number, host: string }} address
 */
export async function claim({ port, host }) {
  const server = createServer();
  const found = await listen(server, port, host);
  await new Promise((done) => server.close(done));
  return found;
}

/**
 * A port number from its text.
 * @param {string} text
 */
export function toPort(text) {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535) throw new Error(`port: expected a number up to 65535, found "${text}"`);
  return port;
}

/**
 * Answers requests from a folder, with the rules of headers.mjs, the slash at the end and the 404 page. Nothing that a client
 * sends ends the process: what goes wrong with one request is answered on that request.
 * @param {string} dir
 * @param {string} base
 */
function answer(dir, base) {
  /** @param {Request} request @param {Response} response */
  return async (request, response) => {
    try {
      await respond(request, response, dir, base);
    } catch (error) {
      console.error(error);
      if (response.headersSent) response.destroy();
      else say(response, 500, 'the server failed on this request');
    }
  };
}

/**
 * @param {Request} request
 * @param {Response} response
 * @param {string} dir
 * @param {string} base
 */
async function respond(request, response, dir, base) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return say(response, 405, 'method not allowed', { Allow: 'GET, HEAD' });
  }
  const found = locate(dir, base, toPath(request.url ?? '/'));
  if (found.status === 400) return say(response, 400, 'malformed address');
  if (found.status === 301) return say(response, 301, 'moved', { Location: found.to });
  if (found.status === 404) return sayMissing(request, response, dir, found.address);
  await sendFile(request, response, toFile(dir, found.address), headersFor(found.address));
}

/**
 * Path and query of a request's address: a client may send a whole one, as to a proxy.
 * @param {string} url
 */
const toPath = (url) => (/^https?:\/\//i.test(url) ? url.replace(/^https?:\/\/[^/?]*\/?/i, '/') : url);

/**
 * @param {Request} request
 * @param {Response} response
 * @param {string} dir
 * @param {string | null} address
 */
function sayMissing(request, response, dir, address) {
  if (address === null) return say(response, 404, 'not found');
  const page = readFileSync(toFile(dir, address));
  response.writeHead(404, { ...headersFor(address), 'Content-Length': page.length });
  response.end(request.method === 'HEAD' ? undefined : page);
}

/**
 * @param {Response} response
 * @param {number} status
 * @param {string} text
 * @param {Record<string, string>} [headers]
 */
function say(response, status, text, headers = {}) {
  const { 'X-Content-Type-Options': nosniff = '' } = headersFor('/');
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'X-Content-Type-Options': nosniff,
    'Cache-Control': 'no-cache',
    ...headers
  });
  response.end(`${text}\n`);
}

/**
 * @param {import('node:http').Server} server
 * @param {number} port
 * @param {string} host
 * @returns {Promise<number>}
 */
function listen(server, port, host) {
  return new Promise((done, fail) => {
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => fail(toReason(error, port, host)));
    server.listen(port, host, () => {
      const address = server.address();
      done(typeof address === 'object' && address ? address.port : port);
    });
  });
}

/**
 * @param {NodeJS.ErrnoException} error
 * @param {number} port
 * @param {string} host
 */
function toReason(error, port, host) {
  const other = `choose another with PORT=${port < 1024 ? 4173 : port + 1} npm start`;
  if (error.code === 'EADDRINUSE') return new Error(`port ${port}: expected it free, found it taken; ${other}`);
  if (error.code === 'EACCES') return new Error(`port ${port}: expected leave to use it, found none; ${other}`);
  return new Error(`host ${host}: expected an address of this computer, found ${error.code ?? error.message}`);
}

/** @param {string} base */
const trim = (base) => {
  const path = base.replace(/^\/+|\/+$/g, '');
  return path === '' ? '' : `/${path}`;
};

/**
 * The name to write in an address: the host's, or localhost for this computer's own.
 * @param {string} host
 */
function toName(host) {
  if (['127.0.0.1', '0.0.0.0', '::1', '::'].includes(host)) return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      port: { type: 'string', default: '4173' },
      host: { type: 'string', default: '127.0.0.1' },
      base: { type: 'string', default: '' }
    }
  });
  const port = toPort(values.port);
  const server = await serve({ dir: positionals[0] ?? 'build', port, host: values.host, base: values.base });
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => server.close());
  console.log(server.url);
}

if (isMain(import.meta.url)) await main().catch(stop);
