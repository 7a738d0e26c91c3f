import { escape, from, op, type ColumnTable } from 'arquero';
import { regionsAround, type Level } from '#lib/domain/index.ts';
import { SERIES, SIDES } from '#lib/statistics/before-after.ts';
import type { Count } from '#lib/statistics/change.ts';
import { SUPPRESSED } from '#lib/statistics/count-range.ts';
import { roundedTo } from '#lib/statistics/rounding.ts';
import { nameOf, numberOf, placeOf } from '../../read/rows.ts';
import { rowsOf, type Tables } from '../../read/table.ts';

type Row = Record<string, string>;

const SET = 'children_looked_after';

/** The years of both sides, and the one between them. */
export const YEARS: readonly number[] = [...SIDES.before, 2009, ...SIDES.after];

export const ASYLUM = 'asylum_seeking_31_march';
const INDICATORS = [SERIES['looked-after'].column, SERIES.started.column, SERIES.ceased.column, ASYLUM];

const FIGURE = ['indicator', 'year'];

/** One figure of an area and a year, with what rounding leaves open; `count` is missing where `cell` holds no number. */
export interface AreaCount {
  area: string;
  name: string;
  region: string;
  year: number;
  indicator: string;
  cell: string;
  count?: Count;
}

/** What figures were rounded to, by indicator and year, from the lineage of a level. */
const roundings = (tables: Tables, level: Level): ColumnTable =>
  from(rowsOf(tables, 'lineage.csv'))
    .filter(escape((row: Row) => row.data_set === SET && row.geographic_level === level && row.rounding !== ''))
    .derive({
      rounding: escape((row: Row) => Number(row.rounding)),
      year: escape((row: Row) =>
        YEARS.filter((year) => Number(row.first_period) <= year && year <= Number(row.last_period))
      )
    })
    .unroll('year')
    .dedupe('indicator', 'year');

/** The counts of every area of a level, one row (`AreaCount`) a figure; an area has its latest name. */
export const areaCounts = (tables: Tables, level: Level): ColumnTable =>
  from(rowsOf(tables, `${SET}.csv`))
    .filter(escape((row: Row) => row.geographic_level === level))
    .derive({ area: escape(placeOf), name: escape(nameOf), year: escape((row: Row) => Number(row.time_period)) })
    .groupby('area')
    .derive({ name: op.first_value('name') })
    .ungroup()
    .filter(escape(({ year }: AreaCount) => YEARS.includes(year)))
    .select('area', 'name', { region_code: 'region' }, 'year', INDICATORS)
    .fold(INDICATORS, { as: ['indicator', 'cell'] })
    .lookup(roundings(tables, level), [FIGURE, FIGURE], 'rounding')
    .derive({
      count: escape(({ cell, rounding }: AreaCount & { rounding?: number }) => {
        const value = numberOf(cell);
        return value === undefined ? undefined : roundedTo(value, rounding ?? 1);
      })
    });

/** Whether a cell is of a small count that its publisher held back: of 1 to 5 children. */
export const isSuppressed = (cell: string): boolean => cell === 'c';

interface MemberSum {
  total: number;
  names: string[];
}

/** A sum of counts of which some are suppressed: each of these is 1 to 5 children. */
const sumWithSuppressed = ({ total, names }: MemberSum): Count => {
  const [low, high] = [total + SUPPRESSED.least * names.length, total + SUPPRESSED.most * names.length];
  return { value: (low + high) / 2, low, high };
};

/**
 * The sums of each region's authorities, London as a whole among them, by indicator and year, with the names of those whose figure is
 * suppressed: only where one is, as the region's own figure is published otherwise, and where every other figure is published.
 */
export const sumsOfMembers = (authorities: ColumnTable): ColumnTable =>
  authorities
    .derive({
      area: escape(({ region }: AreaCount) => regionsAround(region)),
      value: escape(({ count }: AreaCount) => count?.value),
      suppressed: escape(({ cell, name }: AreaCount) => (isSuppressed(cell) ? name : undefined))
    })
    .unroll('area')
    .groupby('area', 'indicator', 'year')
    .rollup({
      rows: op.count(),
      published: op.valid('value'),
      hidden: op.valid('suppressed'),
      total: op.sum('value'),
      names: op.array_agg('suppressed')
    })
    .filter(
      (d: { rows: number; published: number; hidden: number }) => d.hidden > 0 && d.published + d.hidden === d.rows
    )
    .derive({ names: escape(({ names }: MemberSum) => names.filter(Boolean)) })
    .derive({ count: escape(sumWithSuppressed) })
    .select('area', 'indicator', 'year', 'count', 'names');
