import { formatDate } from '#lib/domain/index.ts';
import { readTable } from '#lib/server/tables.ts';

type Row = Record<string, string>;

/** The rows of one of the files of facts of the five documents of 2009: "events", "figures". */
export const seedRows = (name: string): Row[] => readTable(`documents_2009/${name}.csv`).rows;

/** Text of the files with the apostrophes of print. */
export const typeset = (text: string): string => text.replaceAll("'", '’');

/** A document as it is named under what is taken from it: "Community Care, 12 March 2009". Throws on a key it does not know. */
export const documentOf = (key: string): string => {
  const found = seedRows('documents').find(({ document }) => document === key);
  if (!found) throw new Error(`documents_2009/documents.csv: expected ${key}, found no such document`);
  return `${found.publisher}, ${formatDate(found.date!)}`;
};
