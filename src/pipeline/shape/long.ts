import { escape, from, not, op } from 'arquero';
import { monthNumber, type Period, type Variant } from '#lib/domain/index.ts';
import { placeOf } from '../read/rows.ts';

type Row = Record<string, string>;

/** One line of a variant: the column it is read from, and for a filter the value that picks its rows. */
export interface LineShape {
  key: string;
  label: string;
  indicator: string;
  picks?: string;
}

/** A cell of a data set in long form: one figure of one line, as it is written, with the same figure as printed at the time. */
export interface LongCell {
  area: string;
  level: string;
  line: string;
  period: Period;
  cell: string;
  printed?: string;
}

const periodOf = (row: Row): Period => {
  const month = monthNumber(row.time_identifier!);
  return month ? `${row.time_period}-${String(month).padStart(2, '0')}` : row.time_period!;
};

/**
 * The cells of a variant from wide to long: its columns one under another, or those rows whose filter value is a line's. A
 * period counts at a level where any area of the level has more than "not available" in it; cells of other periods are left out.
 */
export const toLong = (variant: Variant, rows: Row[], lines: readonly LineShape[]): LongCell[] => {
  const { filter, printed } = variant;
  const columns = [...new Set(lines.map(({ indicator }) => indicator))];
  const line = ['indicator', 'picks'];
  const place = ['level', 'line', 'period'];
  const byLine = from(lines.map(({ key, indicator, picks }) => ({ line: key, indicator, picks: picks ?? '' })));
  const long = from(rows)
    .derive({
      area: escape(placeOf),
      level: (row: Row) => row.geographic_level,
      period: escape(periodOf),
      picks: filter ? escape((row: Row) => row[filter]) : () => '',
      ...(printed ? { printed: escape((row: Row) => row[printed.indicator]) } : {})
    })
    .select('area', 'level', 'period', 'picks', ...(printed ? ['printed'] : []), ...columns)
    .fold(columns, { as: ['indicator', 'cell'] })
    .join(byLine, [line, line])
    .select(not(line));
  const held = long.filter((each: LongCell) => !op.equal(each.cell, 'x')).dedupe(place);
  return long.semijoin(held, [place, place]).objects() as LongCell[];
};
