import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rangeOf } from '../../tools/byte-range.mjs';
import { serve } from '../../tools/serve.mjs';

describe('the server', () => {
  const dir = mkdtempSync(join(tmpdir(), 'per-10000-'));
  const site = join(dir, 'build');
  const script = 'export const rate = 70;'.repeat(100);
  const csv = 'time_period,rate\n'.concat('2025,67.1\n'.repeat(300));
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
    mkdirSync(join(site, 'data'));
    writeFileSync(join(site, 'data/rates.csv'), csv);
    writeFileSync(join(site, 'data/rates.csv.br'), brotliCompressSync(csv));
    writeFileSync(join(site, 'data/rates.csv.gz'), gzipSync(csv));
    writeFileSync(join(site, 'data/empty.csv'), '');
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

  const rates = async (headers: Record<string, string> = {}) => {
    const response = await ask('/repo/data/rates.csv', { 'accept-encoding': 'identity', ...headers });
    return {
      response,
      status: response.status,
      body: await response.text(),
      header: (name: string) => response.headers.get(name)
    };
  };

  test('a whole address, as to a proxy, is taken by its path', async () => {
    expect(await send(server.port, `GET http://example.org/repo/data/rates.csv HTTP/1.1`)).toMatch(/^HTTP\/1.1 200 /);
  });

  test('a name longer than any file can have is one that is not there', async () => {
    expect((await ask(`/repo/${'a'.repeat(300)}`)).status).toBe(404);
    expect((await ask(`/repo/${'a/'.repeat(3000)}`)).status).toBe(404);
  });

  test('data carries its tag, and is not sent again to whoever has it', async () => {
    const first = await rates();
    expect([first.status, first.header('cache-control'), first.header('accept-ranges')]).toEqual([
      200,
      'no-cache',
      'bytes'
    ]);
    expect(first.header('etag')).toMatch(/^"[^"]+"$/);
    for (const tag of [first.header('etag')!, `"other", W/${first.header('etag')}`, '*']) {
      const again = await rates({ 'if-none-match': tag });
      expect([again.status, again.body, again.header('etag')]).toEqual([304, '', first.header('etag')]);
      expect(again.header('access-control-allow-origin')).toBe('*');
    }
    expect((await rates({ 'if-none-match': '"other"' })).status).toBe(200);
    expect((await rates({ 'if-modified-since': first.header('last-modified')! })).status).toBe(304);
    expect((await rates({ 'if-modified-since': 'Thu, 01 Jan 1970 00:00:00 GMT' })).status).toBe(200);
    expect((await rates({ 'if-modified-since': 'never' })).status).toBe(200);
  });

  test('each form of a file has a tag of its own', async () => {
    const forms = await Promise.all(['br', 'gzip', 'identity'].map((form) => rates({ 'accept-encoding': form })));
    expect(forms.map(({ header }) => header('content-encoding'))).toEqual(['br', 'gzip', null]);
    expect(new Set(forms.map(({ header }) => header('etag'))).size).toBe(3);
    for (const { body, header } of forms) expect([body, header('vary')]).toEqual([csv, 'Accept-Encoding']);
  });

  test('a form that the client refuses is not sent', async () => {
    expect((await rates({ 'accept-encoding': 'br;q=0, gzip' })).header('content-encoding')).toBe('gzip');
    expect((await rates({ 'accept-encoding': 'xbr' })).header('content-encoding')).toBe(null);
  });

  test.each([
    ['bytes=0-15', 0, 16],
    ['bytes=17-', 17, csv.length],
    ['bytes=-10', csv.length - 10, csv.length],
    ['bytes=-999999', 0, csv.length],
    ['bytes=10-999999', 10, csv.length]
  ])('%s is answered with these bytes of the file itself, whatever forms the client takes', async (range, from, to) => {
    const { status, body, header } = await rates({ range, 'accept-encoding': 'gzip, br' });
    expect([status, body]).toEqual([206, csv.slice(from, to)]);
    expect(header('content-range')).toBe(`bytes ${from}-${to - 1}/${csv.length}`);
    expect(header('content-encoding')).toBe(null);
    expect(header('content-length')).toBe(String(to - from));
  });

  test.each([`bytes=${csv.length}-`, 'bytes=-0'])('%s asks for bytes that are not there', async (range) => {
    const { status, header } = await rates({ range });
    expect([status, header('content-range')]).toEqual([416, `bytes */${csv.length}`]);
  });

  test.each(['bytes=5-2', 'bytes=0-1,4-5', 'bytes=-', 'lines=1-2', 'bytes=a-b'])('%s is ignored', async (range) => {
    const { status, body } = await rates({ range });
    expect([status, body]).toEqual([200, csv]);
  });

  test('a download goes on where it stopped, and begins again when the file has changed', async () => {
    const { header } = await rates();
    const rest = await rates({ range: 'bytes=100-', 'if-range': header('etag')! });
    expect([rest.status, rest.body]).toEqual([206, csv.slice(100)]);
    expect((await rates({ range: 'bytes=100-', 'if-range': header('last-modified')! })).status).toBe(206);
    for (const old of ['"other"', `W/${header('etag')}`, 'Thu, 01 Jan 1970 00:00:00 GMT']) {
      const whole = await rates({ range: 'bytes=100-', 'if-range': old });
      expect([whole.status, whole.body]).toEqual([200, csv]);
    }
  });

  test('a download of a packed form goes on in that form', async () => {
    const whole = brotliCompressSync(csv);
    const { header } = await rates({ 'accept-encoding': 'br' });
    const answer = await send(
      server.port,
      `GET /repo/data/rates.csv HTTP/1.1\r\naccept-encoding: br\r\nrange: bytes=10-\r\nif-range: ${header('etag')}`
    );
    const [head = '', body = ''] = answer.split('\r\n\r\n');
    expect(head).toMatch(/^HTTP\/1.1 206 /);
    expect(head).toContain(`Content-Range: bytes 10-${whole.length - 1}/${whole.length}`);
    expect(head).toContain('Content-Encoding: br');
    const joined = Buffer.concat([whole.subarray(0, 10), Buffer.from(body, 'latin1')]);
    expect(brotliDecompressSync(joined).toString()).toBe(csv);
  });

  test('an empty file is empty, and has no bytes to ask for', async () => {
    expect(await (await ask('/repo/data/empty.csv')).text()).toBe('');
    expect((await ask('/repo/data/empty.csv', { range: 'bytes=0-' })).status).toBe(416);
  });

  test('HEAD says how long a file is and sends none of it', async () => {
    const response = await fetch(new URL('/repo/data/rates.csv', server.url), {
      method: 'HEAD',
      headers: { 'accept-encoding': 'identity', range: 'bytes=0-1' }
    });
    expect([response.status, response.headers.get('content-length')]).toEqual([200, String(csv.length)]);
  });
});

/** Sends a request as it is written here and gives the whole answer. */
const send = (port: number, text: string): Promise<string> =>
  new Promise((done, fail) => {
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(`${text}\r\nhost: localhost\r\nconnection: close\r\n\r\n`)
    );
    const chunks: Buffer[] = [];
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('end', () => done(Buffer.concat(chunks).toString('latin1')));
    socket.on('error', fail);
  });

test('every range of a small file lies inside it', () => {
  for (let size = 0; size < 4; size++)
    for (const header of ['bytes=0-0', 'bytes=0-', 'bytes=1-2', 'bytes=-1', 'bytes=-2', 'bytes=3-3']) {
      const range = rangeOf(header, size);
      if (range === null || range === 'beyond') continue;
      expect(0 <= range.start && range.start <= range.end && range.end < size, `${header} of ${size}`).toBe(true);
    }
});
