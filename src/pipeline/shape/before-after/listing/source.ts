import { formatNumber } from '#lib/domain/index.ts';
import type { BeforeAfter } from '#lib/statistics/before-after.ts';
import { turnAt } from '#lib/statistics/run-of-years.ts';
import { roundedTo, type Rounded } from '#lib/statistics/rounding.ts';
import { numberOf } from '../../../read/rows.ts';
import { rowsOf, type Tables } from '../../../read/table.ts';

/** What a section of the listing is written from: the tables as read, and what is computed from them. */
export interface Source {
  tables: Tables;
  all: BeforeAfter;
}

type Row = Record<string, string>;

/** A figure of England in a period, with what rounding leaves open. */
interface Held extends Rounded {
  period: string;
}

/** What the figures of a column were rounded to in a period, from the lineage; 1 where they are exact. */
const baseOf = (tables: Tables, level: string, set: string, column: string, period: string): number => {
  const run = rowsOf(tables, 'lineage.csv').find(
    (row) =>
      row.data_set === set &&
      row.indicator === column &&
      row.geographic_level === level &&
      row.first_period! <= period &&
      period <= row.last_period!
  );
  return Number(run?.rounding || 1);
};

/** England's figures of a column, in order of time; periods without a number are left out. */
export const englandsOf = ({ tables }: Source, set: string, column: string): Held[] =>
  rowsOf(tables, `${set}.csv`)
    .filter((row) => row.geographic_level === 'National')
    .flatMap((row) => {
      const value = numberOf(row[column]);
      const period = row.time_period!;
      if (value === undefined) return [];
      return [{ period, ...roundedTo(value, baseOf(tables, 'National', set, column, period)) }];
    })
    .sort((a, b) => (a.period < b.period ? -1 : 1));

/** What breaks.csv says of a column of England, one break a line. */
export const breaksOf = ({ tables }: Source, set: string, column: string): string[] =>
  rowsOf(tables, 'breaks.csv')
    .filter(
      (row) => row.data_set === set && row.indicator === column && ['all', 'National'].includes(row.geographic_level!)
    )
    .map((row) => `  ${row.last_before} to ${row.first_after}: ${row.reason}`);

/** One council's figures of a column of children looked after, of the years named. Throws where one is not held. */
export const councilYears = (
  source: Source,
  code: string,
  column: string,
  years: readonly number[]
): (Rounded & { year: number })[] =>
  years.map((year) => ({
    year,
    ...roundedTo(
      numberIn(source, 'children_looked_after', column, String(year), { old_la_code: code }),
      baseOf(source.tables, 'Local authority', 'children_looked_after', column, String(year))
    )
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

/** How many years in a row England's children looked after fell to March 2008, and rose after. */
export const turnLine = ({ all }: Source): string => {
  const { fell, rose } = turnAt(all.england['looked-after'], 2008);
  return `Looked after, England: ${fell} years of fall in a row to March 2008, ${rose} years of rise after`;
};

/** A count as the page has it: "64,460". */
export const formatCount = (value: number): string => formatNumber(Math.round(value));

/** A change in per cent with its sign and no decimals: "+17%", "−4%". */
export const signedPercent = (percent: number): string => {
  const text = formatNumber(percent);
  return `${percent > 0 && text !== '0' ? '+' : ''}${text}%`.replace('−0%', '0%');
};

/** "4,900 more, or 16.8%": the change from one count to another. */
export const changed = (from: number, to: number): string =>
  `${formatCount(Math.abs(to - from))} ${to > from ? 'more' : 'fewer'}, or ${formatNumber((Math.abs(to - from) / from) * 100, 1)}%`;

/** A figure with what rounding leaves open: "14,950 (14,945 to 14,954)". */
export const withRounding = ({ value, low, high }: Rounded): string =>
  low < high ? `${formatCount(value)} (${formatCount(low)} to ${formatCount(high)})` : formatCount(value);
