import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { byCode } from '#lib/domain/index.ts';
import { CATALOGUE } from '#lib/domain/catalogue/index.ts';
import type { FileRef } from '#lib/files/page-files.ts';
import { publishedFile } from '#lib/server/index-of-data.ts';
import { readPublished } from '#lib/server/published.ts';
import { readTable } from '#lib/server/tables.ts';
import { BREAKS, DERIVED } from '#lib/query/tables.ts';
import type { DataSetEntry } from '#lib/address/explore.ts';
import { readElsewhere } from './read-elsewhere.ts';

interface PackedEngine {
  packed: FileRef;
  unpacked: Pick<FileRef, 'bytes' | 'sha256'>;
}

// Beside the data sets, the tables that say where lines are cut and which figures are worked out.
const tableFile = (table: string): [string, FileRef] => {
  const { path, bytes, sha256 } = publishedFile(`${table}.csv`);
  return [path, { path: `data/${path}`, bytes, sha256 }];
};

const readEngine = (): PackedEngine => {
  try {
    return JSON.parse(readFileSync(join(process.cwd(), 'static', 'engine', 'engine.json'), 'utf8'));
  } catch {
    throw new Error('static/engine/engine.json: expected the packed engine, found none; run npm run data');
  }
};

/** What the bench needs of an entry of the catalogue, and no more: it stands in the page. */
const toEntry = ({
  name,
  title,
  description,
  rows,
  identifier,
  country,
  first,
  last,
  levels,
  filters,
  indicators
}: DataSetEntry): DataSetEntry => ({
  name,
  title,
  description,
  rows,
  ...(identifier ? { identifier } : {}),
  ...(country ? { country } : {}),
  first,
  last,
  levels: levels.map(({ level, first, last }) => ({ level, first, last })),
  filters: filters.map(({ name, label, values }) => ({ name, label, values })),
  indicators
});

// The order in which the site's measures first use the data sets.
const order = [...new Set(CATALOGUE.flatMap(({ variants }) => variants.map(({ dataSet }) => dataSet)))];

export const load = () => {
  const { dataSets } = readPublished<{ dataSets: DataSetEntry[] }>('index.json');
  // Those that no measure uses follow, in order of their titles.
  const placeOf = ({ name }: DataSetEntry): number => (order.includes(name) ? order.indexOf(name) : order.length);
  const sorted = [...dataSets].sort((a, b) => placeOf(a) - placeOf(b) || byCode(a.title, b.title));
  return {
    catalogue: sorted.map(toEntry),
    elsewhere: Object.fromEntries(sorted.map(({ name }) => [name, readElsewhere(readTable('lineage.csv').rows, name)])),
    pageFiles: Object.fromEntries([...dataSets.map(({ name }) => name), BREAKS.name, DERIVED.name].map(tableFile)),
    engine: readEngine()
  };
};
