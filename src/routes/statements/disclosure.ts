import type { Sheet } from '#lib/screening/sheet.ts';
import type { IndexedDataSet } from '#lib/server/index-of-data.ts';
import { readTable } from '#lib/server/tables.ts';

type Row = Record<string, string>;

const SUPPRESSED = 'c';
const isNumber = (cell: string | undefined): boolean =>
  cell !== undefined && cell !== '' && !Number.isNaN(Number(cell));

/** What a check of suppressed figures found. */
export interface Disclosure {
  /** Figures that the publishers suppressed. */
  suppressed: number;
  /** Suppressed counts that have a rate of ours, and those of them of which that rate is not suppressed. */
  withRate: number;
  rateShown: number;
  /** Suppressed counts that are the only one of their region, where the region's own count is printed. */
  alone: number;
}

const NONE: Disclosure = { suppressed: 0, withRate: 0, rateShown: 0, alone: 0 };

const add = (a: Disclosure, b: Disclosure): Disclosure => ({
  suppressed: a.suppressed + b.suppressed,
  withRate: a.withRate + b.withRate,
  rateShown: a.rateShown + b.rateShown,
  alone: a.alone + b.alone
});

/** Suppressed counts that a subtraction narrows down: all other authorities of the region are numbers, and the region is one too. */
const aloneIn = (rows: readonly Row[], indicator: string, filters: readonly string[]): number => {
  const groups = new Map<string, { hidden: number; unknown: boolean; region: boolean }>();
  for (const row of rows) {
    if (row.geographic_level === 'National') continue;
    const key = [row.time_period, row.time_identifier, row.region_code, ...filters.map((name) => row[name])].join('/');
    const group = groups.get(key) ?? { hidden: 0, unknown: false, region: false };
    const cell = row[indicator];
    if (row.geographic_level === 'Regional') group.region ||= isNumber(cell);
    else if (cell === SUPPRESSED) group.hidden += 1;
    else if (!isNumber(cell)) group.unknown = true;
    groups.set(key, group);
  }
  return [...groups.values()].filter(({ hidden, unknown, region }) => hidden === 1 && !unknown && region).length;
};

/** Checks the suppressed figures of one data set. */
export const disclosureOf = (
  set: Pick<IndexedDataSet, 'indicators' | 'filters'>,
  { rows, columns }: Pick<Sheet, 'rows' | 'columns'>
): Disclosure => {
  const filters = set.filters.map(({ name }) => name);
  return set.indicators
    .map(({ name, unit }) => {
      const hidden = rows.filter((row) => row[name] === SUPPRESSED);
      const rate = `${name}_rate`;
      const withRate = columns.includes(rate) ? hidden : [];
      return {
        suppressed: hidden.length,
        withRate: withRate.length,
        rateShown: withRate.filter((row) => isNumber(row[rate])).length,
        alone: hidden.length && unit === 'number' ? aloneIn(rows, name, filters) : 0
      };
    })
    .reduce(add, NONE);
};

/** Checks the suppressed figures of all data sets. */
export const disclosure = (sets: readonly IndexedDataSet[]): Disclosure =>
  sets.map((set) => disclosureOf(set, readTable(set.files.csv))).reduce(add, NONE);
