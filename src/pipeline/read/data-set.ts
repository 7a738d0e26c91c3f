import { DATA_SET_TEXTS, type DataSetText } from './data-set-titles.ts';
import { rowsOf, type Table, type Tables } from './table.ts';

/** A data set: a CSV with its dictionary beside it. */
export interface DataSet {
  name: string;
  table: Table;
  /** The rows of `name.meta.csv`, one a filter or indicator. */
  columns: Record<string, string>[];
}

/** Every CSV that has a `.meta.csv`, by name. */
export const dataSetsOf = (tables: Tables): DataSet[] =>
  [...tables.values()]
    .filter(({ file }) => tables.has(file.replace(/\.csv$/, '.meta.csv')))
    .map((table) => {
      const name = table.file.replace(/\.csv$/, '');
      return { name, table, columns: tables.get(`${name}.meta.csv`)?.rows ?? [] };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));

/** The indicators of a data set, as its dictionary lists them. */
export const indicatorsOf = (dataSet: DataSet): Record<string, string>[] =>
  dataSet.columns.filter(({ col_type }) => col_type === 'Indicator');

/** The filters of a data set, as its dictionary lists them. */
export const filtersOf = ({ columns }: Pick<DataSet, 'columns'>): Record<string, string>[] =>
  columns.filter(({ col_type }) => col_type === 'Filter');

/** An indicator as breaks.csv and derived_figures.csv name it: the column, and after a colon one value of its filter. */
export const splitIndicator = (indicator: string): [column: string, category?: string] => {
  const at = indicator.indexOf(':');
  return at < 0 ? [indicator] : [indicator.slice(0, at), indicator.slice(at + 1)];
};

/** The unit of an indicator as its dictionary gives it, or as its label says: a rate per 10,000, else a number. */
export const unitOf = (column: Record<string, string>): string => {
  if (column.indicator_unit) return column.indicator_unit;
  return /per 10,000 children/.test(column.label ?? '') ? 'per 10,000 children' : 'number';
};

/** The publications the figures of a data set came from, in the order of `sources.csv`. */
export const sourcesOf = (name: string, tables: Tables): Record<string, string>[] => {
  const used = new Set(
    rowsOf(tables, 'lineage.csv')
      .filter(({ data_set }) => data_set === name)
      .map(({ source }) => source)
  );
  return rowsOf(tables, 'sources.csv').filter(({ source }) => used.has(source));
};

/** Title and description of a data set; throws where `data-set-titles.ts` has none (the check says so before). */
export const wordsOf = (name: string): DataSetText => {
  const words = DATA_SET_TEXTS[name];
  if (!words) throw new Error(`${name}: expected a title in src/pipeline/read/data-set-titles.ts, found none`);
  return words;
};
