import { formatNumber } from '../../../lib/domain/index.ts';
import type { BeforeAfter } from '../../../lib/statistics/before-after.ts';
import { numberOf } from '../../figures.ts';
import { rowsOf, type Tables } from '../../table.ts';

/** What a section of the listing is written from: the tables as read, and what is computed from them. */
export interface Source {
  tables: Tables;
  all: BeforeAfter;
}

type Row = Record<string, string>;

/** A figure of England in a period, and half of what it was rounded to. */
export interface Held {
  period: string;
  value: number;
  margin: number;
}

/** Half of what the figures of a column were rounded to in a period, from the lineage; 0 where they are exact. */
const marginOf = (tables: Tables, level: string, set: string, column: string, period: string): number => {
  const run = rowsOf(tables, 'lineage.csv').find(
    (row) =>
      row.data_set === set &&
      row.indicator === column &&
      row.geographic_level === level &&
      row.first_period! <= period &&
      period <= row.last_period!
  );
  const base = Number(run?.rounding || 1);
  return base > 1 ? base / 2 : 0;
};

/** England's figures of a column, in order of time; periods without a number are left out. */
export const englandsOf = ({ tables }: Source, set: string, column: string): Held[] =>
  rowsOf(tables, `${set}.csv`)
    .filter((row) => row.geographic_level === 'National')
    .flatMap((row) => {
      const value = numberOf(row[column]);
      const period = row.time_period!;
      return value === undefined ? [] : [{ period, value, margin: marginOf(tables, 'National', set, column, period) }];
    })
    .sort((a, b) => (a.period < b.period ? -1 : 1));

/** One council's figures of a column of children looked after, of the years named. Throws where one is not held. */
export const councilYears = (
  source: Source,
  code: string,
  column: string,
  years: readonly number[]
): { year: number; value: number; margin: number }[] =>
  years.map((year) => ({
    year,
    value: numberIn(source, 'children_looked_after', column, String(year), { old_la_code: code }),
    margin: marginOf(source.tables, 'Local authority', 'children_looked_after', column, String(year))
  }));

/** The number in one cell; `having` tells the row besides the period, and England is meant where it names no authority. Throws where there is none. */
export const numberIn = ({ tables }: Source, set: string, column: string, period: string, having: Row = {}): number => {
  const wanted = having.old_la_code ? having : { geographic_level: 'National', ...having };
  const row = rowsOf(tables, `${set}.csv`).find(
    (each) => each.time_period === period && Object.entries(wanted).every(([name, value]) => each[name] === value)
  );
  const value = numberOf(row?.[column]);
  if (value === undefined) throw new Error(`${set}.csv: ${column}: expected a number for ${period}, found none`);
  return value;
};

/** Care applications of a month: "2008-11". Throws where it is not held. */
export const careIn = ({ all }: Source, month: string): number => {
  const found = all.months.care.find((each) => each.month === month);
  if (!found) throw new Error(`care applications: expected ${month}, found none`);
  return found.value;
};

/** A count as the page has it: "64,460". */
export const n = (value: number): string => formatNumber(Math.round(value));

/** A change in per cent with its sign and no decimals: "+17%", "−4%". */
export const signedPercent = (percent: number): string => {
  const text = formatNumber(percent);
  return `${percent > 0 && text !== '0' ? '+' : ''}${text}%`.replace('−0%', '0%');
};

/** "4,900 more, or 16.8%": the change from one count to another. */
export const changed = (from: number, to: number): string =>
  `${n(Math.abs(to - from))} ${to > from ? 'more' : 'fewer'}, or ${formatNumber((Math.abs(to - from) / from) * 100, 1)}%`;

/** A figure with what rounding leaves open: "14,950 (14,945 to 14,955)". */
export const withRounding = ({ value, margin }: { value: number; margin: number }, dp = 0): string =>
  margin
    ? `${n(value)} (${formatNumber(value - margin, dp)} to ${formatNumber(value + margin, dp)})`
    : formatNumber(value);
