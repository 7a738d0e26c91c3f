import { ENGLAND } from '#lib/domain/index.ts';
import { isNumber } from '#lib/screening/standard.ts';
import type { ReadTable } from './read.ts';

/** Tables that still know the line of each row. */
export type ReadTables = ReadonlyMap<string, ReadTable>;

type Row = Record<string, string>;

/** The key of the place of a row: an authority's three-digit code, else a nine-character code. */
export const placeOf = (row: Row): string => row.old_la_code || row.region_code || ENGLAND;

/** The name of the place of a row. */
export const nameOf = (row: Row): string => row.la_name || row.region_name || row.country_name || '';

/** The number in a cell; undefined where it holds a code or nothing. */
export const numberOf = (cell: string | undefined): number | undefined =>
  cell && isNumber(cell) ? Number(cell) : undefined;

/** The line of the file on which a row begins. */
export const lineOf = (table: ReadTable, index: number): number => table.lines[index] ?? index + 2;
