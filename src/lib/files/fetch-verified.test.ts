import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { FileError, fetchVerified, nameOf } from './fetch-verified.ts';

const CSV = 'time_period,rate\n2024,66.9\n2025,67.1\n';
const ref = {
  path: 'app/rates.0123456789abcdef.csv',
  bytes: CSV.length,
  sha256: createHash('sha256').update(CSV).digest('hex')
};

/** What the host answers in turn; the last answer again and again. */
let answers: { status?: number; body: string; breaksOff?: boolean }[];
let asked: { url: string; cache: string }[];
let server: Server;
let base: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push({ url: request.url!, cache: request.headers['cache-control'] ?? '' });
    const { status = 200, body, breaksOff } = answers.length > 1 ? answers.shift()! : answers[0]!;
    response.writeHead(status, { 'Content-Length': Buffer.byteLength(body) + (breaksOff ? 10 : 0) });
    if (breaksOff) response.write(body, () => response.destroy());
    else response.end(body);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
beforeEach(() => {
  asked = [];
});
afterEach(() => void vi.unstubAllGlobals());
afterAll(() => void server.close());

const take = async (): Promise<string> => new TextDecoder().decode(await fetchVerified(ref, base));
const refused = async (): Promise<FileError> => {
  const error = await take().catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(FileError);
  return error as FileError;
};

describe.each([
  ['with the browser’s own SHA-256', true],
  ['where the browser has none', false]
])('%s', (_, hasSubtle) => {
  beforeEach(() => {
    if (!hasSubtle) vi.stubGlobal('crypto', {});
  });

  it('a file that is what it should be is given, asked for once', async () => {
    answers = [{ body: CSV }];
    expect(await take()).toBe(CSV);
    expect(asked.map(({ url }) => url)).toEqual([`/${ref.path}`]);
  });

  it.each([
    ['cut at the end of a line', CSV.slice(0, CSV.indexOf('2025'))],
    ['with one digit changed', CSV.replace('67.1', '67.7')],
    ['that is another', '<!doctype html><p>Log in'],
    ['that is empty', '']
  ])('a file %s is asked for once more past the cache, then refused by name', async (_, body) => {
    answers = [{ body }];
    const { message } = await refused();
    expect(message).toContain('rates.csv is damaged, or of another release than this page');
    expect(message).toContain(`expected ${CSV.length} bytes with the SHA-256 ${ref.sha256.slice(0, 12)}…`);
    expect(message).toContain(`found ${body.length} bytes`);
    expect(asked).toHaveLength(2);
    expect(asked[1]!.cache).toBe('no-cache');
  });

  it('a damaged first answer and a right second give the file', async () => {
    answers = [{ body: CSV.replace('67.1', '9999') }, { body: CSV }];
    expect(await take()).toBe(CSV);
  });
});

it('what did not arrive is said, and not asked for again', async () => {
  answers = [{ status: 503, body: 'busy' }];
  expect((await refused()).message).toBe('rates.csv did not arrive: the host answered 503');
  expect(asked).toHaveLength(1);
  answers = [{ body: CSV, breaksOff: true }];
  expect((await refused()).message).toBe('rates.csv did not arrive whole: the connection broke off');
  await expect(fetchVerified(ref, 'http://127.0.0.1:1/')).rejects.toThrow(
    'rates.csv did not arrive: there is no connection, or something on the way blocks it'
  );
});

it('is no failure of the file when the reader moved on', async () => {
  answers = [{ body: CSV }];
  const gone = AbortSignal.abort();
  await expect(fetchVerified(ref, base, { signal: gone })).rejects.not.toBeInstanceOf(FileError);
});

it('names a file without what changes with its content', () => {
  expect(nameOf('app/series/looked-after.0123456789abcdef.json')).toBe('looked-after.json');
  expect(nameOf('data/children_looked_after.csv')).toBe('children_looked_after.csv');
});
