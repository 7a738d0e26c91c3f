import { escape, from, not, op, type ColumnTable } from 'arquero';
import type { Period, Variant } from '#lib/domain/index.ts';
import { periodOf } from '#lib/screening/time.ts';
import { numberOf, placeOf } from '../read/rows.ts';

type Row = Record<string, string>;

/** One line of a variant: the column it is read from, and for a filter the value that picks its rows. */
export interface LineShape {
  key: string;
  label: string;
  indicator: string;
  picks?: string;
}

/** A cell of a data set in long form: one figure of one line, as it is written, and what other columns and files say of it. */
export interface LongCell {
  area: string;
  level: string;
  line: string;
  period: Period;
  cell: string;
  /** The same figure as printed at the time. */
  printed?: string;
  /** Of a rate out of children: the count, and the children of the middle of the year before. */
  count?: number;
  children?: number;
  /** How the figure was worked out where the project did it, and how the count behind it was. */
  how?: string;
  countHow?: string;
}

/** What is joined to the cells: children by area and period, and `derivedOf` of the data set. */
interface JoinedTables {
  children: ColumnTable;
  derived: ColumnTable;
}

/** True for a rate out of children that are held. */
const isRate = ({ key, denominator }: Variant): boolean => key === 'rate' && denominator !== undefined;

/** The column of the count behind a rate; of any other column itself. */
export const countOf = (indicator: string): string => indicator.replace(/_rate$/, '');

/**
 * The cells of a variant from wide to long: its columns one under another, or those rows whose filter value is a line's. A
 * period counts at a level where any area of the level has more than "not available" in it; cells of other periods are left out.
 */
export const toLong = (
  variant: Variant,
  rows: Row[],
  lines: readonly LineShape[],
  { children, derived }: JoinedTables
): LongCell[] => {
  const { filter, printed, indicator: own } = variant;
  const columns = [...new Set(lines.map(({ indicator }) => indicator))];
  const more = {
    ...(printed ? { printed: escape((row: Row) => row[printed.indicator]) } : {}),
    ...(isRate(variant) ? { count: escape((row: Row) => numberOf(row[countOf(own)])) } : {})
  };
  const line = ['indicator', 'picks'];
  const place = ['level', 'line', 'period'];
  const figure = ['indicator', 'area', 'period'];
  const named = ['named', 'area', 'period'];
  const byLine = from(lines.map(({ key, indicator, picks }) => ({ line: key, indicator, picks: picks ?? '' })));
  const long = from(rows)
    .derive({
      area: escape(placeOf),
      level: (row: Row) => row.geographic_level,
      period: escape(periodOf),
      picks: filter ? escape((row: Row) => row[filter]) : () => '',
      ...more
    })
    .select('area', 'level', 'period', 'picks', ...Object.keys(more), ...columns)
    .fold(columns, { as: ['indicator', 'cell'] })
    .join(byLine, [line, line]);
  const present = long.filter((each: LongCell) => !op.equal(each.cell, 'x')).dedupe(place);
  const cells = long
    .semijoin(present, [place, place])
    // Of a data set with a filter, what was worked out is named with its category.
    .derive({
      named: escape(({ indicator, picks }: { indicator: string; picks: string }) =>
        picks ? `${indicator}:${picks}` : indicator
      )
    })
    .lookup(derived, [named, figure], 'how');
  const joined =
    variant.key === 'rate'
      ? cells
          .derive({ indicator: escape(({ indicator }: { indicator: string }) => countOf(indicator)) })
          .lookup(derived.rename({ how: 'countHow' }), [figure, figure], 'countHow')
          .lookup(children, [figure.slice(1), figure.slice(1)], 'children')
      : cells.derive({ countHow: (each: LongCell) => each.how });
  return joined.select(not(line)).objects() as LongCell[];
};
