import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { oldReasonsIn } from '../corrected-reasons.ts';

/** Files of a folder that repeat a reason that was corrected. */
const faults = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(csv|json|md|ts|svelte|html)$/.test(path))
    .flatMap((path) => oldReasonsIn(readFileSync(join(folder, path), 'utf8')).map((found) => `${path}: ${found}`));

it.each(['data', 'seeds', 'src', 'docs', 'static/data', 'static/app'])(
  '%s repeats no reason that was corrected',
  (folder) => {
    expect(faults(folder)).toEqual([]);
  }
);

it('finds one, also where a line breaks within it', () => {
  expect(oldReasonsIn('Care applications fall by over\n  a quarter (April to June 2008)')).toEqual([
    'by over a quarter'
  ]);
  expect(oldReasonsIn('so later growth starts from a low base')).toEqual([]);
});
