import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Memo } from '#lib/domain/memo.ts';
import { parseSheet } from '#lib/screening/parse.ts';
import type { Sheet } from '#lib/screening/sheet.ts';

const sheets = new Memo<string, Sheet>();

/** Reads one CSV that the pipeline wrote, as text, once a build: `children_looked_after.csv`. Throws where the pipeline has not run. */
export const readTable = (path: string): Sheet => sheets.get(path, () => readSheet(path));

const readSheet = (path: string): Sheet => {
  let text: string;
  try {
    text = readFileSync(join(process.cwd(), 'static', 'data', path), 'utf8');
  } catch {
    throw new Error(`static/data/${path}: expected the pipeline's file, found none; run npm run data`);
  }
  const { sheet, problems } = parseSheet(path, text);
  // A log of changes may have no row yet.
  const isEmpty = sheet.columns.length > 0 && sheet.rows.length === 0;
  if (problems.length && !isEmpty) throw new Error(`static/data/${path}: expected a CSV, found ${problems[0]!.found}`);
  return sheet;
};
