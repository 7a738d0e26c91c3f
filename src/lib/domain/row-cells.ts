import type { Area } from './area.ts';
import { symbolOf, type Figure } from './figure.ts';
import { highest, isOpen, lowest, type Point } from './series.ts';

/*
 * Cells that rows of several files have (`columns.ts`).
 */

/** A figure as a cell, empty where there is no number. */
export const numberCell = (figure: Figure | undefined): string =>
  figure === undefined || figure.value === null ? '' : String(figure.value);

/** Which area and measure a row is of. */
export const areaCells = (
  { level, key, code, name }: Pick<Area, 'level' | 'key' | 'code' | 'name'>,
  measure: string
) => ({
  geographic_level: level,
  area_key: key,
  area_code: code,
  area_name: name,
  measure
});

const openEnd = (value: number): string => String(Number(value.toFixed(2)));

/** The figure of a row, why there is none, and what rounding leaves open of it. */
export const figureCells = (point: Point) => ({
  value: numberCell(point),
  symbol: symbolOf[point.status] ?? '',
  status: point.status,
  rounding_low: isOpen(point) ? openEnd(lowest(point)) : '',
  rounding_high: isOpen(point) ? openEnd(highest(point)) : ''
});
