import type { Timing } from '#lib/domain/index.ts';
import { DistinctValues } from './distinct-values.ts';
import type { Sheet } from './sheet.ts';
import { isFigure, isTimeOrPlace } from './standard.ts';

/** One nine-character code of an authority: its name and its days in being. */
export interface CodeInBeing {
  code: string;
  name: string;
  region: string;
  /** First and last day, ISO; undefined where it was there before 1998, or still is. */
  began?: string;
  ended?: string;
}

/** The authorities a file may speak of: for each three-digit code, its nine-character codes. */
export type Authorities = ReadonlyMap<string, readonly CodeInBeing[]>;

/** What a rule knows beside the rows: header, metadata, what the columns are, the authorities, and what a reporting year means here. */
export interface Context {
  file: string;
  columns: readonly string[];
  /** The place of a column in the header, -1 where it is not there. */
  at: (column: string) => number;
  meta?: Sheet;
  filters: string[];
  /** Columns by which the metadata groups the values of filters. */
  filterGroups: string[];
  indicators: string[];
  authorities: Authorities;
  /** What the year of a reporting year is; undefined where it is not known. */
  timing: Timing | undefined;
  /** The different values of filters, and of columns that no metadata names. Filled as rows are read. */
  values: DistinctValues;
}

/** Takes the rows of `local_authorities.csv` and gives the authorities by three-digit code. */
export const authoritiesOf = (rows: readonly Record<string, string>[]): Authorities => {
  const authorities = new Map<string, CodeInBeing[]>();
  for (const row of rows) {
    const codes = authorities.get(row.old_la_code ?? '') ?? [];
    codes.push({
      code: row.new_la_code ?? '',
      name: row.la_name ?? '',
      region: row.region_code ?? '',
      ...(row.start ? { began: row.start } : {}),
      ...(row.end ? { ended: row.end } : {})
    });
    authorities.set(row.old_la_code ?? '', codes);
  }
  return authorities;
};

/** What a file is screened with: its metadata where there are any, the authorities, and what a reporting year means in it. */
export interface Reference {
  meta?: Sheet | undefined;
  authorities: Authorities;
  timing?: Timing | undefined;
}

/** Takes the name, header and first rows of a file and gives what the rules need. */
export const contextOf = (
  file: string,
  columns: readonly string[],
  firstRows: readonly (readonly string[])[],
  { meta, authorities, timing }: Reference
): Context => {
  const places = new Map<string, number>();
  columns.forEach((column, index) => places.has(column) || places.set(column, index));
  const at = (column: string): number => places.get(column) ?? -1;

  const own = [...places.keys()].filter((name) => name !== '' && !isTimeOrPlace(name));
  const typeOf = new Map(meta?.rows.map((row) => [row.col_name ?? '', (row.col_type ?? '').toLowerCase()]));
  // Without metadata a column counts as an indicator where at least half of its first cells are figures.
  const isIndicator = (name: string): boolean =>
    meta
      ? typeOf.get(name) === 'indicator'
      : firstRows.filter((cells) => isFigure(cells[at(name)] ?? '')).length * 2 >= firstRows.length;
  const indicators = own.filter(isIndicator);
  const isNoFilter = new Set(indicators);
  const filters = own.filter((name) => !isNoFilter.has(name) && (!meta || typeOf.has(name)));
  const grouping = new Set(meta?.rows.map((row) => row.filter_grouping_column ?? ''));
  const filterGroups = own.filter((name) => grouping.has(name));
  const unnamed = meta ? own.filter((name) => !typeOf.has(name)) : [];
  const values = new DistinctValues([...new Set([...filters, ...filterGroups, ...unnamed])].map(at));
  return {
    file,
    columns,
    at,
    ...(meta ? { meta } : {}),
    filters,
    filterGroups,
    indicators,
    authorities,
    timing,
    values
  };
};
