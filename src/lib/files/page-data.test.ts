import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { FileError } from './fetch-verified.ts';
import { checkListed, parsePageData } from './page-data.ts';

const DATA = '{"type":"data","nodes":[{"rate":67.1}]}';
const PATH = 'trends/looked-after/map/__data.json';
const list = `${PATH} ${DATA.length} ${createHash('sha256').update(DATA).digest('hex')}, trends/looked-after/__data.json 2 0`;

let answer: string;
let asked: string[];
let server: Server;
let base: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url!);
    response.end(answer);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/site/`;
});
beforeEach(() => {
  answer = DATA;
  asked = [];
});
afterAll(() => void server.close());

// It takes the place of fetch, as it does in the page.
beforeEach(() => vi.stubGlobal('fetch', checkListed(fetch, parsePageData(list), base)));
afterEach(() => void vi.unstubAllGlobals());

const ask = (path: string) => fetch(`${base}${path}`);

it('gives what is listed when it is right, whatever the router asks beside its path', async () => {
  const response = await ask(`${PATH}?areas=309&x-sveltekit-invalidated=001`);
  expect(await response.text()).toBe(DATA);
  expect(asked).toEqual([`/site/${PATH}`]);
});

it.each([
  ['with another digit', DATA.replace('67.1', '67.7')],
  ['cut', DATA.slice(0, -5)],
  ['empty', '']
])('refuses what is listed when it is %s', async (_, body) => {
  answer = body;
  await expect(ask(PATH)).rejects.toBeInstanceOf(FileError);
  expect(asked).toHaveLength(2);
});

it('leaves alone what is not listed', async () => {
  answer = 'anything';
  expect(await (await ask('app/areas.json?a=1')).text()).toBe('anything');
  expect(asked).toEqual(['/site/app/areas.json?a=1']);
});
