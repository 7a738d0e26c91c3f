import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { headersFor } from '../../tools/headers.mjs';

// The example of the README in nginx itself, where that is installed (`apt-get install nginx`); elsewhere these are skipped.
const hasNginx = spawnSync('nginx', ['-v']).status === 0;
const BROTLI = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';

const FILES: Record<string, string> = {
  'index.html': '<h1>Per 10,000</h1>',
  '404.html': '<h1>Not here</h1>',
  'trends/looked-after/index.html': '<h1>Children looked after</h1>',
  'embed/looked-after/index.html': '<h1>A chart</h1>',
  'embed/looked-after.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'data/children_looked_after.csv': 'time_period,rate\n2025,67.1\n',
  'data/index.json': '{}',
  'app/areas.0123456789abcdef.json': '[]',
  '_app/immutable/workers/engine.worker-abc.js': 'onmessage = null;',
  'engine/duckdb-eh.0123456789abcdef.bin': 'packed',
  '.stamp': 'hidden'
};

let folder: string;
let port: number;
let nginx: ChildProcess;
let printed = '';

const freePort = () =>
  new Promise<number>((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

const ask = (path: string, headers: Record<string, string> = {}) =>
  new Promise<Answer>((done, fail) => {
    request({ host: '127.0.0.1', port, path, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        done({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(chunks) })
      );
    })
      .on('error', fail)
      .end();
  });

describe.skipIf(!hasNginx)('the README’s example for nginx, run', () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'nginx-'));
    for (const [path, text] of Object.entries(FILES)) {
      const file = join(folder, 'site', path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
      if (!/\.bin$|^\./.test(path)) {
        writeFileSync(`${file}.gz`, gzipSync(text));
        writeFileSync(`${file}.br`, brotliCompressSync(text));
      }
    }
    port = await freePort();
    const [, example = ''] = /```nginx\n([\s\S]*?)```/.exec(readFileSync('README.md', 'utf8')) ?? [];
    const here = example
      .replace('listen 80;', `listen 127.0.0.1:${port};`)
      .replace('/srv/per-10000/build', join(folder, 'site'))
      .replace(existsSync(BROTLI) ? /$^/ : /brotli_static on;/, '');
    expect(here).toContain(`127.0.0.1:${port}`);
    expect(here).toContain(join(folder, 'site'));
    copyFileSync('/etc/nginx/mime.types', join(folder, 'mime.types'));
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (name) => `${name}_temp_path ${join(folder, name)};`
    );
    writeFileSync(
      join(folder, 'nginx.conf'),
      [
        ...(existsSync(BROTLI) ? [`load_module ${BROTLI};`] : []),
        ...(process.getuid?.() === 0 ? ['user root;'] : []),
        `pid ${join(folder, 'pid')};`,
        'error_log stderr;',
        'events {}',
        `http { access_log off; ${temporary.join(' ')}`,
        here,
        '}'
      ].join('\n')
    );
    const args = ['-p', folder, '-c', join(folder, 'nginx.conf')];
    execFileSync('nginx', ['-t', ...args], { stdio: 'pipe' });
    nginx = spawn('nginx', [...args, '-g', 'daemon off;'], { stdio: ['ignore', 'ignore', 'pipe'] });
    nginx.stderr!.on('data', (chunk) => (printed += String(chunk)));
    for (let tries = 0; ; tries++) {
      if (await ask('/').catch(() => undefined)) break;
      if (tries > 100) throw new Error(`nginx did not answer: ${printed}`);
      await wait(50);
    }
  });
  afterAll(async () => {
    nginx.kill();
    await new Promise((ended) => nginx.once('exit', ended));
    rmSync(folder, { recursive: true });
  });

  const addresses = Object.keys(FILES)
    .filter((path) => path !== '.stamp')
    .map((path) => `/${path.replace(/index\.html$/, '')}`);
  const named = [
    'Cache-Control',
    'X-Frame-Options',
    'Access-Control-Allow-Origin',
    'Cross-Origin-Resource-Policy',
    'X-Content-Type-Options',
    'Referrer-Policy'
  ];

  test.each(addresses)('%s comes with the headers of the bundled server', async (address) => {
    const { status, headers, body } = await ask(address);
    expect(status).toBe(200);
    expect(String(body)).toBe(FILES[address.slice(1)] ?? FILES[`${address.slice(1)}index.html`]);
    const wanted = headersFor(address) as Record<string, string>;
    // The file for static hosts can name no kind of file: it refuses frames to all of /data/, nginx to its pages.
    const isPage = /\/$|\.html$/.test(address);
    for (const name of named.filter((each) => isPage || each !== 'X-Frame-Options'))
      expect([name, headers[name.toLowerCase()]]).toEqual([name, wanted[name]]);
    if (address.endsWith('.js')) expect(headers['content-security-policy']).toContain("'wasm-unsafe-eval'");
    if (/\.(csv|json|html)$|\/$/.test(address))
      expect(headers['content-type']).toMatch(/charset=utf-8|application\/json/);
  });

  test('a folder is led to, a file whose name begins with a dot is not there, nor is what is not', async () => {
    const led = await ask('/trends/looked-after');
    expect([led.status, led.headers.location]).toEqual([301, '/trends/looked-after/']);
    for (const path of ['/.stamp', '/no-such-page/', '/data/none.csv']) {
      const { status, body } = await ask(path);
      expect([path, status, String(body)]).toEqual([path, 404, FILES['404.html']]);
    }
  });

  test('compressed copies are sent to those who take them, and ranges are answered', async () => {
    const packed = await ask('/data/index.json', { 'Accept-Encoding': 'gzip' });
    expect(packed.headers['content-encoding']).toBe('gzip');
    if (existsSync(BROTLI))
      expect((await ask('/', { 'Accept-Encoding': 'br' })).headers['content-encoding']).toBe('br');
    const part = await ask('/data/children_looked_after.csv', { Range: 'bytes=0-10' });
    expect([part.status, String(part.body)]).toEqual([206, 'time_period']);
  });
});
