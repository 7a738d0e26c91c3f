import { readFileSync } from 'node:fs';
import { expect } from 'vitest';

/** The rows of a file that a script of this folder wrote: cells by column. */
export const resultsOf = (name: string): Record<string, string>[] => {
  const text = readFileSync(new URL(`results/${name}.csv`, import.meta.url), 'utf8');
  const [head, ...rows] = text
    .trim()
    .split('\n')
    .map((line) => line.split(','));
  return rows.map((cells) => Object.fromEntries(head!.map((column, i) => [column, cells[i]!])));
};

/** Expects a number to equal that of the other implementation to six digits. */
export const expectSame = (found: number, other: number | string, what: string): void => {
  const expected = Number(other);
  const error = Math.abs(found - expected) / Math.max(Math.abs(expected), 1e-6);
  expect(error, `${what}: found ${found}, expected ${expected}`).toBeLessThan(1e-6);
};
