import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PageFiles } from '#lib/files/page-files.ts';
import { load, loadList, loadSimilar, loadTiles } from './load.ts';

// The files that the pipeline made, from a host that has them.
const { pages } = JSON.parse(readFileSync('static/data/manifest.json', 'utf8')) as {
  pages: { name: string; path: string; bytes: number; sha256: string }[];
};
let server: Server;
let files: PageFiles;

beforeAll(async () => {
  server = createServer((request, response) => response.end(readFileSync(join('static', request.url!))));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  files = {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    refs: Object.fromEntries(pages.map((each) => [each.name, each]))
  };
});
afterAll(() => void server.close());

it('takes series, lists, tiles and similar authorities as the pipeline wrote them', async () => {
  expect((await load('looked-after', files)).measure).toBe('looked-after');
  expect(await loadList('areas', files)).toContainEqual(expect.objectContaining({ name: 'Haringey' }));
  expect((await loadTiles(files)).key).toContain('309');
  expect((await loadSimilar(files)).key).toContain('309');
});

it('refuses a file of another measure in the place of the one asked for', async () => {
  const mixed = { ...files.refs['series/looked-after.json']!, path: files.refs['series/children.json']!.path };
  await expect(load('looked-after', { ...files, refs: { 'series/looked-after.json': mixed } })).rejects.toThrow(
    'children.json is damaged, or of another release'
  );
});

it('says which file a page forgot to list', async () => {
  await expect(loadTiles({ ...files, refs: { 'areas.json': files.refs['areas.json']! } })).rejects.toThrow(
    'tiles.json: expected a file that this page lists, found areas.json'
  );
});
