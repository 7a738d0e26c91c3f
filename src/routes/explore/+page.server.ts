import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CATALOGUE } from '$lib/domain';
import { readPublished } from '$lib/server/published';
import type { DataSetEntry } from '$lib/state/explore-choices';

interface PackedEngine {
  file: string;
  bytes: number;
  unpacked: number;
}

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
  const sorted = [...dataSets].sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
  const { files } = readPublished<{ files: { path: string; bytes: number }[] }>('manifest.json');
  const sizes = new Map(files.map(({ path, bytes }) => [path, bytes]));
  return {
    catalogue: sorted.map(toEntry),
    sizes: Object.fromEntries(dataSets.map(({ name }) => [name, sizes.get(`${name}.csv`) ?? 0])) as Record<
      string,
      number
    >,
    engine: readEngine()
  };
};
