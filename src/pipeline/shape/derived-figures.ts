import { ENGLAND, type Level } from '#lib/domain/index.ts';
import { liesIn } from '#lib/screening/geography.ts';
import type { Problem } from '#lib/screening/problem.ts';
import { quote } from '#lib/screening/problem.ts';
import { periodOf } from '#lib/screening/time.ts';
import { dataSetsOf, indicatorsOf, unitOf } from '../read/data-set.ts';
import { numberOf, placeOf } from '../read/rows.ts';
import { LineageFinder } from './lineage.ts';
import { rowsOf, type Tables } from '../read/table.ts';

type Row = Record<string, string>;

export const DERIVED_FILE = 'derived_figures.csv';

/** The source of lineage.csv for what the project worked out. */
const DERIVED = 'derived';

/** The most children that a suppressed count stands for. */
export const MOST_SUPPRESSED = 5;

/** True for a count or an amount; a rate or a percentage is always a division, so that "derived" says nothing of it. */
const isCount = (column: Row): boolean =>
  unitOf(column) !== '%' && !/per 10,000|per child/.test(unitOf(column) + column.label);

/** Which figures a sum is of, and how many it leaves out: "Sum of 15 authorities, rounded to 10, and up to 5 more for each of 1 …". */
const describeSum = (members: Row[], indicator: string, rounding: number | undefined): string => {
  const summed = members.filter((row) => numberOf(row[indicator]) !== undefined).length;
  const suppressed = members.filter((row) => row[indicator] === 'c').length;
  return [
    `Sum of the figures of ${summed} authorities`,
    ...(rounding && rounding > 1 ? [`, rounded to ${rounding}`] : []),
    ...(suppressed ? [`, and up to ${MOST_SUPPRESSED} more for each of ${suppressed} that is suppressed`] : [])
  ].join('');
};

/** How many suppressed figures a sum leaves out, from how it is described. */
export const suppressedIn = (how: string): number =>
  Number(/ more for each of (\d+) that is suppressed/.exec(how)?.[1] ?? 0);

/**
 * A row of derived_figures.csv for every count and amount whose only source in lineage.csv is the project itself: today the
 * counts of regions that are sums of authorities.
 */
const deriveRows = (tables: Tables): Row[] =>
  dataSetsOf(tables).flatMap(({ name, table, columns }) => {
    const finder = new LineageFinder(tables, name);
    const authorities = table.rows.filter((row) => row.geographic_level === 'Local authority');
    return indicatorsOf({ name, table, columns })
      .filter(isCount)
      .flatMap(({ col_name: indicator = '' }) =>
        table.rows.flatMap((row): Row[] => {
          if (numberOf(row[indicator]) === undefined) return [];
          const [level, period] = [row.geographic_level as Level, periodOf(row)];
          const runs = finder.runsOf(indicator, { key: placeOf(row), level }, period);
          if (!runs.length || runs.some(({ source }) => source !== DERIVED)) return [];
          const members = authorities.filter(
            (each) => periodOf(each) === period && liesIn(each.region_code!, row.region_code!)
          );
          return [
            {
              data_set: name,
              indicator,
              geographic_level: level,
              region_code: level === 'Regional' ? row.region_code! : '',
              old_la_code: row.old_la_code ?? '',
              time_period: period,
              how: level === 'Regional' ? describeSum(members, indicator, runs[0]!.rounding) : runs[0]!.note
            }
          ];
        })
      );
  });

/** The place of a row of derived_figures.csv: an authority's or region's code, else England's. */
export const placeOfDerived = (row: Row): string => row.old_la_code || row.region_code || ENGLAND;

const keyOf = (row: Row): string => [row.data_set, row.indicator, placeOfDerived(row), row.time_period].join('/');

/** How the figures of a data set were worked out, by `<indicator>/<place>/<period>`. */
export const derivedOf = (tables: Tables, dataSet: string): Map<string, string> =>
  new Map(
    rowsOf(tables, DERIVED_FILE)
      .filter((row) => row.data_set === dataSet)
      .map((row) => [`${row.indicator}/${placeOfDerived(row)}/${row.time_period}`, row.how!])
  );

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
