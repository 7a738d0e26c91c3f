import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSheet } from '#lib/screening/parse.ts';
import type { Sheet } from '#lib/screening/sheet.ts';

const cache = new Map<string, Sheet>();

/** Reads one CSV that the pipeline wrote, as text, once a build: `children_looked_after.csv`. Throws where the pipeline has not run. */
export const readTable = (path: string): Sheet => {
  const known = cache.get(path);
  if (known) return known;
  let text: string;
  try {
    text = readFileSync(join(process.cwd(), 'static', 'data', path), 'utf8');
  } catch {
    throw new Error(`static/data/${path}: expected the pipeline's file, found none; run npm run data`);
  }
  const { sheet, problems } = parseSheet(path, text);
  if (problems.length) throw new Error(`static/data/${path}: expected a CSV, found ${problems[0]!.found}`);
  cache.set(path, sheet);
  return sheet;
};
