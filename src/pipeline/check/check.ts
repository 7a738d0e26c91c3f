import { MemoOfAll } from '#lib/domain/memo.ts';
import type { Problem } from '#lib/screening/problem.ts';
import { checkCatalogue } from './catalogue.ts';
import { ratesFollow } from './rates.ts';
import { authoritiesAddUp, halvesOfLondon, spendingAddsUp } from './sums.ts';
import { dataSetsOf, indicatorsOf, unitOf, type DataSet } from '../read/data-set.ts';
import { derivedFiguresAreListed } from '../shape/derived-figures.ts';
import { lineOf, nameOf, type ReadTables } from '../read/rows.ts';

// Tests check the tables again with one of them changed: the others are the same objects, and 1.3 million cells take seconds.
const checked = new MemoOfAll<Problem[]>();

/** Puts figures against each other and gives all that disagree: rates with counts, authorities and London with their parts, the catalogue with the data. */
export const check = (tables: ReadTables): Problem[] => [
  ...dataSetsOf(tables).flatMap((dataSet) =>
    checked.get(
      [dataSet.table, dataSet.columns, tables.get('population_aged_0_to_17.csv')!, tables.get('lineage.csv')!],
      () => [...noneBelowZero(dataSet, tables), ...ratesFollow(dataSet, tables), ...halvesOfLondon(dataSet, tables)]
    )
  ),
  ...authoritiesAddUp(tables),
  ...spendingAddsUp(tables),
  ...derivedFiguresAreListed(tables),
  ...checkCatalogue(tables)
];

/** No count, rate or percentage can be below zero; what was spent can be, where more was paid back. */
const noneBelowZero = (dataSet: DataSet, tables: ReadTables): Problem[] => {
  const table = tables.get(dataSet.table.file)!;
  const counted = indicatorsOf(dataSet).filter((column) => !unitOf(column).startsWith('£'));
  return counted.flatMap(({ col_name: column = '' }) =>
    table.rows.flatMap((row, index): Problem[] =>
      row[column]?.startsWith('-')
        ? [
            {
              file: table.file,
              row: lineOf(table, index),
              column,
              found: `"${row[column]}"`,
              expected: `of ${nameOf(row)} is below zero`
            }
          ]
        : []
    )
  );
};
