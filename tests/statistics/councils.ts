import type { AreaCount } from '#lib/statistics/over-dispersion.ts';
import { numberOf } from '../../src/pipeline/read/rows.ts';
import { rowsOf } from '../../src/pipeline/read/table.ts';
import { real } from '../pipeline/real-tables.ts';

/** City of London and Isles of Scilly are too small to be compared. */
const TOO_SMALL = ['201', '420'];

/** Children aged 0 to 17 in the middle of the year before, by three-digit code; England's is under "". */
const childrenOf = (year: number): Map<string, number> =>
  new Map(
    rowsOf(real, 'population_aged_0_to_17.csv')
      .filter(
        (row) => ['Local authority', 'National'].includes(row.geographic_level!) && Number(row.time_period) === year - 1
      )
      .flatMap((row) => {
        const value = numberOf(row.population);
        return value === undefined ? [] : [[row.old_la_code!, value] as const];
      })
  );

export interface Council extends AreaCount {
  name: string;
}

/** Councils of a year as the CSVs have them, without the two too small, and England's rate for every 10,000 children. */
export const councilsOf = (
  dataSet: string,
  indicator: string,
  year: number
): { councils: Council[]; england: number } => {
  const children = childrenOf(year);
  const rows = rowsOf(real, `${dataSet}.csv`).filter((row) => Number(row.time_period) === year);
  const national = rows.find((row) => row.geographic_level === 'National')!;
  return {
    england: (numberOf(national[indicator])! / children.get('')!) * 10_000,
    councils: rows
      .filter((row) => row.geographic_level === 'Local authority' && !TOO_SMALL.includes(row.old_la_code!))
      .map((row) => ({
        key: row.old_la_code!,
        name: row.la_name!,
        count: numberOf(row[indicator]) ?? null,
        size: children.get(row.old_la_code!) ?? null
      }))
  };
};

/** The measures that councils are compared on: data set and column. */
export const MEASURES: Record<MeasureKey, readonly [dataSet: string, indicator: string]> = {
  looked_after: ['children_looked_after', 'looked_after_31_march'],
  plans: ['child_protection_plans', 'on_plan_31_march'],
  in_need: ['children_in_need', 'in_need_31_march'],
  section_47: ['referrals_and_assessments', 'section_47_enquiries'],
  starts: ['children_looked_after', 'started'],
  plans_started: ['child_protection_plans', 'started'],
  conferences: ['referrals_and_assessments', 'initial_conferences'],
  referrals: ['referrals_and_assessments', 'referrals']
};

export type MeasureKey =
  'looked_after' | 'plans' | 'in_need' | 'section_47' | 'starts' | 'plans_started' | 'conferences' | 'referrals';
