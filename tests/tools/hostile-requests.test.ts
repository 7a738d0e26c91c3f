import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

// Nothing that a client sends may end the server. The real process gets requests as bytes, from a fixed seed.

const REQUESTS = 3_000;
const SEED = 10_000;

const dir = mkdtempSync(join(tmpdir(), 'hostile-'));
let server: ChildProcess;
let address: URL;
let complaints = '';

beforeAll(async () => {
  mkdirSync(join(dir, 'data'));
  for (const name of ['index.html', '404.html', 'data/rates.csv', 'data/rates.csv.gz'])
    writeFileSync(join(dir, name), name);
  writeFileSync(join(dir, 'large.csv'), '2025,67.1\n'.repeat(200_000));
  server = spawn(process.execPath, ['tools/serve.mjs', dir, '--port', '0'], { stdio: ['ignore', 'pipe', 'pipe'] });
  server.stderr!.on('data', (chunk) => (complaints += chunk));
  address = await new Promise((done, fail) => {
    server.stdout!.once('data', (chunk) => done(new URL(String(chunk).trim())));
    server.once('exit', (code) => fail(new Error(`the server ended with ${code}: ${complaints}`)));
  });
});
afterAll(() => {
  server.kill();
  rmSync(dir, { recursive: true });
});

/** Numbers from 0 up to 1 that follow from a seed (mulberry32). */
const numbersFrom = (seed: number) => (): number => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), seed | 1);
  t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
};
const random = numbersFrom(SEED);
const below = (count: number): number => Math.floor(random() * count);
const oneOf = <T>(list: readonly T[]): T => list[below(list.length)]!;
const noise = (length: number): string => Array.from({ length }, () => String.fromCharCode(below(256))).join('');

const paths: (() => string)[] = [
  () => oneOf(['/', '/data/', '/data/rates.csv', '/large.csv', '/nowhere', '/data', '/404.html', '/data/rates.csv.gz']),
  () => `/${'a'.repeat(oneOf([254, 255, 256, 4_096, 12_000]))}`,
  () => `/${oneOf(['a/', '../', './', '%2e%2e/', '%2f'])}`.repeat(oneOf([1, 50, 900])),
  () =>
    `/data/rates.csv${oneOf(['/', '/x', '%00', '\0', '%', '%e', '%ED%A0%80', '%FF', '%5c', '\\', '#x', '?', ';a', '%0d%0aX:1'])}`,
  () => `/${noise(below(60))}`,
  () => `/${encodeURIComponent(noise(below(60)))}`,
  () => oneOf(['*', '', '//', '///etc/passwd', '/con', '/.stamp', 'data/rates.csv', '?', '#', 'localhost:80']),
  () =>
    oneOf([
      'http://',
      'https://x',
      'HTTP://[::1',
      'http:///data/',
      'ftp://x/y',
      'http://%/data/rates.csv',
      'http://h?x=1'
    ])
];

const headers: (() => string)[] = [
  () =>
    `range: ${oneOf(['bytes=0-1', 'bytes=-1', 'bytes=9999999999999999999999-', 'bytes=1-0', 'bytes=', '', 'x', 'bytes=0-0,1-1'])}`,
  () => `if-range: ${oneOf(['"x"', '', 'W/"', 'Thu, 99 Foo'])}`,
  () => `if-none-match: ${oneOf(['*', '"', 'W/', ',,,', '"a"'.repeat(2_000)])}`,
  () => `if-modified-since: ${oneOf(['0', 'Thu, 01 Jan 1970 00:00:00 GMT', 'never', '-1', '9'.repeat(400)])}`,
  () => `accept-encoding: ${oneOf(['br', 'gzip', ';;;', 'br;q=', '*', 'br;q=0', ','.repeat(3_000)])}`,
  () => `x-long: ${'x'.repeat(oneOf([100, 8_000, 20_000]))}`,
  () => `content-length: ${oneOf(['5', '-1', 'x', '99999999999999999999'])}`,
  () =>
    oneOf([
      'transfer-encoding: chunked',
      'upgrade: websocket\r\nconnection: upgrade',
      'expect: 100-continue',
      'expect: more'
    ]),
  () =>
    oneOf(['host: a\r\nhost: b', 'host: ', 'no colon', ': no name', ' folded', 'x: \0', `x-${noise(5)}: ${noise(20)}`])
];

/** A request, from a plain one to none at all. */
const request = (): Buffer => {
  if (random() < 0.05) return Buffer.from(noise(below(400)), 'latin1');
  const method =
    random() < 0.7 ? 'GET' : oneOf(['HEAD', 'POST', 'OPTIONS', 'CONNECT', 'PATCH', 'TRACE', 'PRI', 'get', 'G\0T', '']);
  const version = random() < 0.9 ? 'HTTP/1.1' : oneOf(['HTTP/1.0', 'HTTP/0.9', 'HTTP/2.0', 'HTTP/9', '']);
  const lines = [`${method} ${oneOf(paths)()} ${version}`, 'host: localhost'];
  for (let i = below(4); i > 0; i--) lines.push(oneOf(headers)());
  const whole = `${lines.join('\r\n')}\r\n\r\n${random() < 0.2 ? noise(below(100)) : ''}`;
  return Buffer.from(random() < 0.15 ? whole.slice(0, below(whole.length)) : whole, 'latin1');
};

/** Sends bytes; waits for the answer, or cuts the connection at once or in the middle of the answer. Gives the first line. */
const send = (bytes: Buffer): Promise<string> => {
  const leaves = random();
  return new Promise((done) => {
    let answer = '';
    const socket = connect(Number(address.port), '127.0.0.1', () => {
      socket.write(bytes);
      if (leaves < 0.1) socket.destroy();
      else if (leaves < 0.2) socket.end();
    });
    socket.setTimeout(150, () => socket.destroy());
    socket.on('data', (chunk) => {
      answer ||= chunk.toString('latin1').split('\r\n', 1)[0]!;
      if (leaves > 0.8) socket.resetAndDestroy();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => done(answer));
  });
};

test('the server outlives whatever a client sends, and goes on answering', async () => {
  const statuses = new Map<string, number>();
  let left = REQUESTS;
  const client = async (): Promise<void> => {
    while (left-- > 0) {
      const bytes = request();
      const answer = await send(bytes);
      const [, status = 'none'] = answer.split(' ');
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (server.exitCode !== null)
        throw new Error(
          `it ended (${complaints.slice(0, 400)}), last of all after ${JSON.stringify(bytes.toString('latin1').slice(0, 400))}`
        );
      expect(status, bytes.toString('latin1').slice(0, 400)).not.toBe('500');
    }
  };
  await Promise.all(Array.from({ length: 24 }, client));

  const home = await fetch(address);
  expect([home.status, await home.text()]).toEqual([200, 'index.html']);
  expect(complaints).toBe('');
  // The requests are of every sort: found, parts, not there, malformed, refused.
  for (const status of ['200', '206', '304', '404', '400', '405', '416', '431'])
    expect(statuses.get(status), status).toBeGreaterThan(0);
});
