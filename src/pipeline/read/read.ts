import { decode, parseSheet } from '#lib/screening/parse.ts';
import type { Problem } from '#lib/screening/problem.ts';
import type { Sheet } from '#lib/screening/sheet.ts';
import { LOGS } from './logs.ts';
import type { Table } from './table.ts';

/** A table that still knows the line of each row, so that a problem can say where it is. */
export interface ReadTable extends Table, Sheet {}

/** Reads a directory: the names of its files, and the bytes of one. */
export interface Directory {
  names: () => string[];
  bytes: (name: string) => Uint8Array;
}

/** Everything read, and everything wrong with the form of the files. Seeds are keyed `seeds/<name>.csv`. */
interface Reading {
  tables: Map<string, ReadTable>;
  problems: Problem[];
}

/** Takes the directories of published figures and of seeds and gives every CSV in them as text, all problems of all files at once. */
export const read = (data: Directory, seeds: Directory): Reading => {
  const tables = new Map<string, ReadTable>();
  const problems: Problem[] = [];
  for (const [directory, prefix] of [
    [data, ''],
    [seeds, 'seeds/']
  ] as const) {
    const names = directory.names().filter((name) => name.endsWith('.csv'));
    if (names.length === 0)
      problems.push({ file: prefix || 'data/', found: 'no CSV', expected: 'is in the directory' });
    for (const name of names.sort()) {
      const file = prefix + name;
      const { text, problems: encoding } = decode(file, directory.bytes(name));
      const parsed = parseSheet(file, text);
      const mayBeEmpty = LOGS.has(file) && parsed.sheet.columns.length > 0 && parsed.sheet.rows.length === 0;
      problems.push(...encoding, ...(mayBeEmpty ? [] : parsed.problems));
      tables.set(file, { ...parsed.sheet, text });
    }
  }
  return { tables, problems };
};
