import { readTable } from '#lib/server/tables.ts';
import { BREAKS, DERIVED } from '#lib/query/tables.ts';
import type { DataSetEntry } from '#lib/address/explore.ts';
import { readElsewhere } from './read-elsewhere.ts';
import { readCatalogue, readEngine, tableFile } from './read-workbench.ts';

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

export const load = () => {
  const sorted = readCatalogue();
  return {
    catalogue: sorted.map(toEntry),
    elsewhere: Object.fromEntries(sorted.map(({ name }) => [name, readElsewhere(readTable('lineage.csv').rows, name)])),
    pageFiles: Object.fromEntries([...sorted.map(({ name }) => name), BREAKS.name, DERIVED.name].map(tableFile)),
    engine: readEngine()
  };
};
