import { round } from '../lib/domain/index.ts';
import type { Problem } from '../lib/screening/problem.ts';
import { indicatorsOf, unitOf, type DataSet } from './data-set.ts';
import { lineOf, nameOf, numberOf, placeOf, type ReadTables } from './figures.ts';

const POPULATION = 'population_aged_0_to_17.csv';

const populations = (tables: ReadTables): Map<string, number> =>
  new Map(
    tables.get(POPULATION)!.rows.flatMap((row) => {
      const people = numberOf(row.population);
      return people === undefined ? [] : [[`${placeOf(row)}/${row.time_period}`, people] as const];
    })
  );

/**
 * A rate is the count over the population of mid-year Y-1, times 10,000, to one decimal place. Where the count is a code,
 * the rate is the same code; where no population is held (before mid-2000; Dorset, Bournemouth and Poole before mid-2011), it is x.
 */
export const ratesFollow = (dataSet: DataSet, tables: ReadTables): Problem[] => {
  const table = tables.get(dataSet.table.file)!;
  const rates = indicatorsOf(dataSet).filter((column) => {
    const name = column.col_name ?? '';
    return name.endsWith('_rate') && unitOf(column).startsWith('per 10,000');
  });
  if (!rates.length) return [];
  const people = populations(tables);
  return rates.flatMap(({ col_name: rate = '' }) => {
    const base = rate.replace(/_rate$/, '');
    if (!table.columns.includes(base)) {
      return [
        {
          file: table.file,
          row: 1,
          column: rate,
          found: 'a rate',
          expected: `without its count, expected a column ${base}`
        }
      ];
    }
    return table.rows.flatMap((row, index): Problem[] => {
      const year = Number(row.time_period) - 1;
      const count = numberOf(row[base]);
      const by = people.get(`${placeOf(row)}/${year}`);
      const expected = count === undefined ? row[base] : by ? String(round((count / by) * 10_000, 1)) : 'x';
      if (row[rate] === expected) return [];
      const why =
        count === undefined
          ? 'as the count is'
          : by
            ? `${row[base]} of ${by} children in mid-${year}`
            : `no population of mid-${year} is held`;
      return [
        {
          file: table.file,
          row: lineOf(table, index),
          column: rate,
          found: `"${row[rate]}"`,
          expected: `of ${nameOf(row)} is not ${expected}: ${why}`
        }
      ];
    });
  });
};
