import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataSetShape, type TableShape } from '#lib/query/tables.ts';

interface Entry {
  name: string;
  filters: { name: string; label: string; values: string[] }[];
  indicators: { name: string }[];
}

export const published = (path: string): string => readFileSync(join('static/data', path), 'utf8');

/** Every data set of the catalogue. */
export const entries = (): Entry[] => (JSON.parse(published('index.json')) as { dataSets: Entry[] }).dataSets;

export const shapeOf = (entry: Entry): TableShape =>
  dataSetShape(
    entry.name,
    entry.filters.map(({ name }) => name),
    entry.indicators.map(({ name }) => name)
  );
