import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { hashOf, namesIn } from '../names.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

const TEXT = /\.(csv|json|md|mjs|js|ts|svelte|html|css|svg|txt|ya?ml)$/;

const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8', maxBuffer: 1e8 }).split('\0');
const published = readdirSync(join(root, 'static/data'), { recursive: true, encoding: 'utf8' }).map((path) =>
  join('static/data', path)
);

/** Files of a list that hold a name that must not be said, each with where. */
const faults = (paths: readonly string[]): string[] =>
  paths
    .filter((path) => TEXT.test(path))
    .flatMap((path) =>
      namesIn(`${path}\n${readFileSync(join(root, path), 'utf8')}`).map((found) => `${path}: ${found}`)
    );

describe('no private or convicted person is named', () => {
  it('in what is written here: code, data, tests, documentation, and the names of files', () => {
    expect(tracked.length).toBeGreaterThan(100);
    expect(faults(tracked)).toEqual([]);
  });

  it('in what the pipeline publishes', () => {
    expect(published.length).toBeGreaterThan(100);
    expect(faults(published)).toEqual([]);
  });

  it('and a name that must not be said is found: in prose, in an address of ours, in a key', () => {
    const names = new Set(['nobody', 'john smith'].map(hashOf));
    for (const text of ['what Nobody said', '/timeline/john-smith-dismissed', '"id_NOBODY"', 'John  Smith was'])
      expect(namesIn(text, names), text).toHaveLength(1);
    for (const text of ['<a href="https://example.org/nobody">', 'Smith and John', 'nobodys'])
      expect(namesIn(text, names), text).toEqual([]);
  });
});
