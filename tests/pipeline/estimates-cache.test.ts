import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Cache } from '../../src/pipeline/estimates/cache.ts';
import { changed, real } from './real-tables.ts';

let root: string;
let cache: Cache;
const made = new Map([['estimates/made.json', '{"measure":"made"}\n']]);
const make = vi.fn(() => made);
const folder = (): string => join(root, 'cache');

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'per-10000-'));
  for (const name of ['domain', 'series', 'statistics']) mkdirSync(join(root, 'src/lib', name), { recursive: true });
  for (const name of ['estimates', 'read', 'shape']) mkdirSync(join(root, 'src/pipeline', name), { recursive: true });
  cpSync('src/lib/statistics/rank-range.ts', join(root, 'src/lib/statistics/rank-range.ts'));
  cache = new Cache(folder(), root);
  make.mockClear();
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

it('makes estimates once for one state of the figures and the code', () => {
  expect(cache.remember(real, make)).toEqual(made);
  expect(cache.remember(real, make)).toEqual(made);
  expect(make).toHaveBeenCalledTimes(1);
});

it('makes them again when a figure changes, and when the code does', () => {
  cache.remember(real, make);
  cache.remember(changed('children_looked_after.csv', '81770', '81771'), make);
  expect(make).toHaveBeenCalledTimes(2);
  const file = join(root, 'src/lib/statistics/rank-range.ts');
  writeFileSync(file, readFileSync(file, 'utf8').replace('0.8', '0.9'));
  cache.remember(real, make);
  expect(make).toHaveBeenCalledTimes(3);
});

it('makes them again where what was kept is cut short', () => {
  cache.remember(real, make);
  const [name] = readdirSync(folder());
  const path = join(folder(), name!);
  writeFileSync(path, readFileSync(path, 'utf8').slice(0, -4));
  expect(cache.remember(real, make)).toEqual(made);
  expect(make).toHaveBeenCalledTimes(2);
});

it('is left as it was by a run that fails', () => {
  expect(() =>
    cache.remember(real, () => {
      throw new Error('no fit');
    })
  ).toThrow('no fit');
  expect(cache.remember(real, make)).toEqual(made);
});
