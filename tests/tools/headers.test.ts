import { existsSync, mkdtempSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { headersFor, matches, render, rules } from '../../tools/headers.mjs';
import { serve } from '../../tools/serve.mjs';

const addresses = [
  '/',
  '/404.html',
  '/trends/looked-after/',
  '/embed/looked-after/',
  '/data/looked-after/',
  '/data/looked-after.csv',
  '/data/looked-after.csv-metadata.json',
  '/data/series/looked-after.json',
  '/_app/immutable/chunks/plot.abc.js',
  '/_app/immutable/assets/duckdb-eh.abc.wasm',
  '/engine/duckdb-eh-0123456789abcdef.bin',
  '/engine/engine.json',
  '/robots.txt'
];

describe('headers', () => {
  test('the file for static hosts says what the rules say', () => {
    expect(readFileSync('static/_headers', 'utf8')).toBe(render());
  });

  test.each(addresses)('no two rules name one header at %s, where hosts would join the values', (address) => {
    const names = rules.filter(({ path }) => matches(path, address)).flatMap(({ headers }) => Object.keys(headers));
    expect(names).toEqual([...new Set(names)]);
  });

  test('a page may be framed by other sites under /embed/ and nowhere else', () => {
    expect(headersFor('/embed/looked-after/')).not.toHaveProperty('X-Frame-Options');
    const pages = existsSync('src/routes') ? readdirSync('src/routes', { withFileTypes: true }) : [];
    const folders = pages.filter(
      (entry) => entry.isDirectory() && /^[a-z0-9-]+$/.test(entry.name) && entry.name !== 'embed'
    );
    for (const page of ['/', ...folders.map(({ name }) => `/${name}/`)]) {
      expect(headersFor(page), page).toHaveProperty('X-Frame-Options', 'SAMEORIGIN');
    }
  });

  test('a page is asked for again, hashed files are kept for a year, data for an hour', () => {
    expect(headersFor('/data/looked-after/')).toHaveProperty('Cache-Control', 'no-cache');
    expect(headersFor('/_app/immutable/chunks/plot.abc.js')['Cache-Control']).toMatch('max-age=31536000, immutable');
    expect(headersFor('/data/looked-after.csv')).toHaveProperty('Cache-Control', 'public, max-age=3600');
  });

  test('a script carries the policy that lets a worker run the engine', () => {
    expect(headersFor('/_app/immutable/workers/duckdb.abc.js')['Content-Security-Policy']).toMatch('wasm-unsafe-eval');
    expect(headersFor('/explore/')).not.toHaveProperty('Content-Security-Policy');
  });
});

describe('the server', () => {
  const dir = mkdtempSync(join(tmpdir(), 'per-10000-'));
  const site = join(dir, 'build');
  const script = 'export const rate = 70;'.repeat(100);
  let server: Awaited<ReturnType<typeof serve>>;
  const ask = (path: string, headers: Record<string, string> = {}) =>
    fetch(new URL(path, server.url), { redirect: 'manual', headers });

  beforeAll(async () => {
    mkdirSync(join(site, 'trends/looked-after'), { recursive: true });
    writeFileSync(join(dir, 'outside.txt'), 'outside');
    writeFileSync(join(site, 'index.html'), 'home');
    writeFileSync(join(site, '404.html'), 'no page here');
    writeFileSync(join(site, '.stamp'), 'hidden');
    writeFileSync(join(site, 'trends/looked-after/index.html'), 'looked after');
    writeFileSync(join(site, 'page.js'), script);
    writeFileSync(join(site, 'page.js.br'), brotliCompressSync(script));
    server = await serve({ dir: site, port: 0, base: '/repo' });
  });
  afterAll(() => {
    server.close();
    rmSync(dir, { recursive: true });
  });

  test('an address without its slash leads to the page with the choices kept', async () => {
    const response = await ask('/repo/trends/looked-after?areas=309,894');
    expect(response.status).toBe(301);
    expect(response.headers.get('location')).toBe('/repo/trends/looked-after/?areas=309,894');
  });

  test('a file that was compressed is sent compressed', async () => {
    const response = await ask('/repo/page.js', { 'accept-encoding': 'br' });
    expect(response.headers.get('content-encoding')).toBe('br');
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(await response.text()).toBe(script);
  });

  test.each([
    '/repo/nowhere',
    '/',
    '/repository/',
    '/repo/..%2foutside.txt',
    '/repo/.stamp',
    '/repo//trends/looked-after'
  ])('%s is answered with the page that says there is nothing', async (path) => {
    const response = await fetch(`${new URL(server.url).origin}${path}`, { redirect: 'manual' });
    expect([response.status, await response.text()]).toEqual([404, 'no page here']);
  });

  test('a malformed address is a bad request', async () => {
    expect((await ask('/repo/%E0%A4%A')).status).toBe(400);
  });

  test('a port that is taken is named, with the way out', async () => {
    const again = serve({ dir: site, port: server.port });
    await expect(again).rejects.toThrow(
      `port ${server.port}: expected it free, found it taken; choose another with PORT=`
    );
  });
});
