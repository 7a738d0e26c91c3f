import { fileURLToPath } from 'node:url';
import { parseSheet } from '#lib/screening/parse.ts';
import { folderOf } from '../../src/pipeline/read/project.ts';
import { read, type ReadTable } from '../../src/pipeline/read/read.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The real tables, as the pipeline reads them. */
export const { tables: real, problems: unreadable } = read(folderOf(root, 'data'), folderOf(root, 'seeds'));

/** The real tables with the text of one of them changed. */
export const changed = (file: string, from: string | RegExp, to: string): Map<string, ReadTable> => {
  const before = real.get(file)!.text;
  const text = before.replace(from, to);
  if (text === before) throw new Error(`${file}: ${String(from)} is not there`);
  return new Map([...real, [file, { ...parseSheet(file, text).sheet, text }]]);
};
