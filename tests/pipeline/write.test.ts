import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { write } from '../../src/pipeline/publish/write.ts';

let parent: string;
let target: string;

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'write-'));
  target = join(parent, 'static', 'data');
});

afterEach(() => rmSync(parent, { recursive: true, force: true }));

it('writes files into directories that are not there yet', () => {
  write(
    target,
    new Map([
      ['a.csv', 'é\n'],
      ['series/b.json', '{}']
    ])
  );
  expect(readFileSync(join(target, 'a.csv'), 'utf8')).toBe('é\n');
  expect(readFileSync(join(target, 'series/b.json'), 'utf8')).toBe('{}');
  expect(statSync(target).mode & 0o777).toBe(0o755);
});

it('puts the new files in the place of all the old ones', () => {
  write(target, new Map([['old.csv', '1']]));
  write(target, new Map([['new.csv', '2']]));
  expect(readdirSync(target)).toEqual(['new.csv']);
  expect(readdirSync(join(parent, 'static'))).toEqual(['data']);
});

it('leaves the old files whole, and nothing beside them, when a file cannot be written', () => {
  write(target, new Map([['old.csv', '1']]));
  const impossible = new Map([
    ['a', 'a file'],
    ['a/b', 'a file in a file']
  ]);
  expect(() => write(target, impossible)).toThrow();
  expect(readdirSync(target)).toEqual(['old.csv']);
  expect(readFileSync(join(target, 'old.csv'), 'utf8')).toBe('1');
  expect(readdirSync(join(parent, 'static'))).toEqual(['data']);
});
