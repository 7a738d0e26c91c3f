import { SUPPRESSED } from '#lib/statistics/count-range.ts';
import { escape, from, op, type ColumnTable } from 'arquero';
import { ENGLAND, regionsAround, type Level, type Lineage } from '#lib/domain/index.ts';
import { MemoOfAll } from '#lib/domain/memo.ts';
import type { Problem } from '#lib/screening/problem.ts';
import { quote } from '#lib/screening/problem.ts';
import { periodOf } from '#lib/screening/time.ts';
import { dataSetsOf, filtersOf, indicatorsOf, splitIndicator, unitOf, type DataSet } from '../read/data-set.ts';
import { numberOf, placeOf } from '../read/rows.ts';
import { LineageFinder } from './lineage.ts';
import { rowsOf, type Tables } from '../read/table.ts';

type Row = Record<string, string>;

export const DERIVED_FILE = 'derived_figures.csv';

/** The source of lineage.csv for what the project worked out. */
const DERIVED = 'derived';

/** True for a count or an amount; a rate or a percentage is always a division, so that "derived" says nothing of it. */
const isCount = (column: Row): boolean =>
  unitOf(column) !== '%' && !/per 10,000|per child/.test(unitOf(column) + column.label);

/** The authorities of a region with a figure, and those whose figure is suppressed. */
interface Members {
  summed: number;
  suppressed: number;
}

/** Which figures a sum is of, and how many it leaves out: "Sum of 15 authorities, rounded to 10, and up to 5 more for each of 1 …". */
const describeSum = ({ summed, suppressed }: Members, rounding: number | undefined): string =>
  [
    `Sum of the figures of ${summed} authorities`,
    ...(rounding && rounding > 1 ? [`, rounded to ${rounding}`] : []),
    ...(suppressed ? [`, and up to ${SUPPRESSED.most} more for each of ${suppressed} that is suppressed`] : [])
  ].join('');

/** How many suppressed figures a sum leaves out, from how it is described. */
export const suppressedIn = (how: string): number =>
  Number(/ more for each of (\d+) that is suppressed/.exec(how)?.[1] ?? 0);

const FIGURE = ['region', 'period', 'indicator'];

/** A figure of a data set in long form, with what is known of the authorities of its region. */
interface LongFigure extends Members {
  row: Row;
  indicator: string;
  cell: string;
  period: string;
}

/** The figures of some columns of a data set, one under another, each with the authorities of its region counted. */
const longFigures = (rows: Row[], indicators: string[]): LongFigure[] => {
  const long = from(rows)
    .derive({ row: escape((row: Row) => row), period: escape(periodOf), region: escape((row: Row) => row.region_code) })
    .select('row', 'geographic_level', 'period', 'region', ...indicators)
    .fold(indicators, { as: ['indicator', 'cell'] });
  const members = long
    .filter((each: Row) => op.equal(each.geographic_level, 'Local authority'))
    .derive({
      region: escape(({ region }: { region: string }) => regionsAround(region)),
      summed: escape(({ cell }: LongFigure) => (numberOf(cell) === undefined ? 0 : 1)),
      suppressed: escape(({ cell }: LongFigure) => (cell === 'c' ? 1 : 0))
    })
    .unroll('region')
    .groupby(FIGURE)
    .rollup({ summed: op.sum('summed'), suppressed: op.sum('suppressed') });
  return long.lookup(members, [FIGURE, FIGURE], 'summed', 'suppressed').objects() as LongFigure[];
};

const derivedRows = new MemoOfAll<Row[]>();

/**
 * A row of derived_figures.csv for every count and amount whose only source in lineage.csv is the project itself: counts of
 * regions that are sums of authorities, and sums of printed parts. In order of data set and indicator, of which
 * `indicator:category` is one value of the filter.
 */
export const deriveRows = (tables: Tables): Row[] => {
  const lineage = tables.get('lineage.csv')!;
  // The long form of every figure of every data set takes seconds: only columns that have a derived run are made long.
  const derivedColumns = new Set(
    lineage.rows.flatMap((run) => (run.source === DERIVED ? [`${run.data_set}/${run.indicator}`] : []))
  );
  return dataSetsOf(tables).flatMap((dataSet) =>
    derivedRows.get([dataSet.table, dataSet.columns, lineage], () => {
      const indicators = indicatorsOf(dataSet)
        .filter(isCount)
        .map(({ col_name = '' }) => col_name)
        .filter((name) => derivedColumns.has(`${dataSet.name}/${name}`));
      return indicators.length ? rowsOfDataSet(dataSet, indicators, tables) : [];
    })
  );
};

/** True for a run whose figures are sums of authorities: how many of them is counted here, and is not in its note. */
const isSumOfAuthorities = ({ level, note }: Lineage): boolean =>
  level === 'Regional' && note.startsWith('sum of its authorities');

const rowsOfDataSet = (dataSet: DataSet, indicators: string[], tables: Tables): Row[] => {
  const { name, table } = dataSet;
  const filter = filtersOf(dataSet)[0]?.col_name;
  const finder = new LineageFinder(tables, name);
  const found = longFigures(table.rows, indicators).flatMap(
    ({ row, indicator, cell, period, summed, suppressed }): Row[] => {
      const level = row.geographic_level as Level;
      const runs = numberOf(cell) === undefined ? [] : finder.runsOf(indicator, { key: placeOf(row), level }, period);
      if (!runs.length || runs.some(({ source }) => source !== DERIVED)) return [];
      return [
        {
          data_set: name,
          indicator: filter ? `${indicator}:${row[filter]}` : indicator,
          geographic_level: level,
          region_code: level === 'Regional' ? row.region_code! : '',
          old_la_code: row.old_la_code ?? '',
          time_period: period,
          how: isSumOfAuthorities(runs[0]!) ? describeSum({ summed, suppressed }, runs[0]!.rounding) : runs[0]!.note
        }
      ];
    }
  );
  return indicators.flatMap((indicator) => found.filter((row) => splitIndicator(row.indicator!)[0] === indicator));
};

/** The place of a row of derived_figures.csv: an authority's or region's code, else England's. */
export const placeOfDerived = (row: Row): string => row.old_la_code || row.region_code || ENGLAND;

const keyOf = (row: Row): string => [row.data_set, row.indicator, placeOfDerived(row), row.time_period].join('/');

/** How the figures of a data set were worked out, in words, by indicator, area and period. */
export const derivedOf = (tables: Tables, dataSet: string): ColumnTable =>
  from(rowsOf(tables, DERIVED_FILE))
    .filter(escape((row: Row) => row.data_set === dataSet))
    .derive({ area: escape(placeOfDerived) })
    .select('indicator', 'area', { time_period: 'period' }, 'how');

/** Every figure that lineage.csv calls derived has its row, with the words that the figures give. */
export const derivedFiguresAreListed = (tables: Tables): Problem[] => {
  const listed = new Map(rowsOf(tables, DERIVED_FILE).map((row) => [keyOf(row), row.how!]));
  return deriveRows(tables).flatMap((row): Problem[] => {
    const how = listed.get(keyOf(row));
    if (how === row.how) return [];
    const found = how === undefined ? `no row of ${keyOf(row)}` : `${keyOf(row)}: ${quote(how)}`;
    return [{ file: DERIVED_FILE, found, expected: `expected ${quote(row.how!)}; run npm run derived-figures` }];
  });
};
