import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { byCode } from '#lib/domain/index.ts';
import { CATALOGUE } from '#lib/domain/catalogue/index.ts';
import type { FileRef } from '#lib/files/page-files.ts';
import { publishedFile } from '#lib/server/index-of-data.ts';
import { readPublished } from '#lib/server/published.ts';
import type { DataSetEntry } from '#lib/address/explore.ts';

interface PackedEngine {
  packed: FileRef;
  unpacked: Pick<FileRef, 'bytes' | 'sha256'>;
}

/** The CSV of a table, by its name, as a page that may fetch it lists it. */
export const tableFile = (table: string): [string, FileRef] => {
  const { path, bytes, sha256 } = publishedFile(`${table}.csv`);
  return [path, { path: `data/${path}`, bytes, sha256 }];
};

/** The packed engine, as the pipeline wrote it. */
export const readEngine = (): PackedEngine => {
  try {
    return JSON.parse(readFileSync(join(process.cwd(), 'static', 'engine', 'engine.json'), 'utf8'));
  } catch {
    throw new Error('static/engine/engine.json: expected the packed engine, found none; run npm run data');
  }
};

// The order in which the site's measures first use the data sets.
const order = [...new Set(CATALOGUE.flatMap(({ variants }) => variants.map(({ dataSet }) => dataSet)))];

/** Every data set: those that measures use, in the order of the catalogue, then the others by title. */
export const readCatalogue = (): DataSetEntry[] => {
  const { dataSets } = readPublished<{ dataSets: DataSetEntry[] }>('index.json');
  const placeOf = ({ name }: DataSetEntry): number => (order.includes(name) ? order.indexOf(name) : order.length);
  return [...dataSets].sort((a, b) => placeOf(a) - placeOf(b) || byCode(a.title, b.title));
};
