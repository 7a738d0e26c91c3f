import { readCatalogue, readEngine, tableFile } from '../read-workbench.ts';
import { REFERENCE_FILES } from '../../data/reference-files.ts';
import { publishedFile } from '#lib/server/index-of-data.ts';
import { EXAMPLES, exampleOfReference, examplesOf, type Example } from './examples.ts';

/** A table as the page describes it: the columns that it has beside those of every data set. */
export interface GuideTable {
  name: string;
  title: string;
  rows: number;
  isDataSet: boolean;
  columns: { name: string; means: string; isFigure: boolean }[];
  examples: Example[];
}

const dataSets = (): GuideTable[] =>
  readCatalogue().map((entry) => ({
    name: entry.name,
    title: entry.title,
    rows: entry.rows,
    isDataSet: true,
    columns: [
      ...entry.filters.map(({ name, label }) => ({ name, means: label, isFigure: false })),
      ...entry.indicators.map(({ name, label, unit }) => ({
        name,
        means: unit === 'number' ? label : `${label}, ${unit}`,
        isFigure: true
      }))
    ],
    examples: examplesOf(entry)
  }));

const references = (): GuideTable[] =>
  REFERENCE_FILES.map(({ name, title, columns }) => {
    const rows = publishedFile(`${name}.csv`).rows ?? 0;
    return {
      name,
      title,
      rows,
      isDataSet: false,
      columns: Object.entries(columns).map(([name, means]) => ({ name, means, isFigure: false })),
      // A log that has no entry yet has no rows to show.
      examples: rows ? [exampleOfReference(name)] : []
    };
  });

export const load = () => {
  const tables = [...dataSets(), ...references()];
  return {
    tables,
    examples: EXAMPLES,
    pageFiles: Object.fromEntries(tables.map(({ name }) => tableFile(name))),
    engine: readEngine()
  };
};
