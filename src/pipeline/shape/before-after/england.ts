import { SERIES, SERIES_KEYS, type BeforeAfter, type SeriesKey } from '#lib/statistics/before-after.ts';
import type { Yearly } from '#lib/statistics/segmented.ts';
import { monthNumber } from '#lib/domain/index.ts';
import { numberOf } from '../../read/rows.ts';
import { rowsOf, type Tables } from '../../read/table.ts';

type Row = Record<string, string>;

const national = (tables: Tables, set: string): Row[] =>
  rowsOf(tables, `${set}.csv`).filter((row) => row.geographic_level === 'National');

// The population of the middle of a year is the base of March of the next.
const yearOf = (row: Row, key: SeriesKey): number => Number(row.time_period) + (key === 'children' ? 1 : 0);

const series = (tables: Tables, key: SeriesKey): Yearly[] =>
  national(tables, key === 'children' ? 'population_aged_0_to_17' : 'children_looked_after')
    .flatMap((row) => {
      const value = numberOf(row[SERIES[key].column]);
      return value === undefined ? [] : [{ year: yearOf(row, key), value }];
    })
    .sort((a, b) => a.year - b.year);

/** England's yearly series, by the year in which March lies. */
export const englandOf = (tables: Tables): BeforeAfter['england'] =>
  Object.fromEntries(SERIES_KEYS.map((key) => [key, series(tables, key)])) as BeforeAfter['england'];

/** Children on a register or with a plan on 31 March of a year. Throws where none is published. */
export const plansOf = (tables: Tables, year: number): number => {
  const row = national(tables, 'child_protection_plans').find(({ time_period }) => time_period === String(year));
  const value = numberOf(row?.on_plan_31_march);
  if (value === undefined) throw new Error(`child_protection_plans.csv: expected a number for ${year}, found none`);
  return value;
};

const months = (tables: Tables, set: string, column: string) =>
  national(tables, set)
    .flatMap((row) => {
      const value = numberOf(row[column]);
      const month = `${row.time_period}-${String(monthNumber(row.time_identifier ?? '') ?? 0).padStart(2, '0')}`;
      return value === undefined ? [] : [{ month, value }];
    })
    .sort((a, b) => (a.month < b.month ? -1 : 1));

/** Care applications and referrals of each month held; what was worked out from two published figures is marked. */
export const monthsOf = (tables: Tables): BeforeAfter['months'] => {
  const derived = rowsOf(tables, 'derived_figures.csv')
    .filter((row) => row.data_set === 'care_applications_by_month')
    .map(({ time_period }) => time_period);
  return {
    care: months(tables, 'care_applications_by_month', 'applications').map((each) =>
      derived.includes(each.month) ? { ...each, derived: true } : each
    ),
    referrals: months(tables, 'referrals_by_month', 'referrals')
  };
};
