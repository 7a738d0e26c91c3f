import { round } from '#lib/domain/index.ts';
import { quote, type Problem } from '#lib/screening/problem.ts';
import { indicatorsOf, unitOf, type DataSet } from '../read/data-set.ts';
import { lineOf, nameOf, numberOf, placeOf, type ReadTables } from '../read/rows.ts';

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
  return rates.flatMap(({ col_name: column = '' }): Problem[] => {
    const { file } = table;
    const base = column.replace(/_rate$/, '');
    if (!table.columns.includes(base)) {
      return [{ file, row: 1, column, found: 'a rate', expected: `without its count, expected a column ${base}` }];
    }
    return table.rows.flatMap((row, index): Problem[] => {
      const [rate, why] = rateOf(row, base, people);
      if (row[column] === rate) return [];
      const expected = `of ${nameOf(row)} is not ${rate}: ${why}`;
      return [{ file, row: lineOf(table, index), column, found: quote(row[column] ?? ''), expected }];
    });
  });
};

const rateOf = (
  row: Record<string, string>,
  base: string,
  people: ReadonlyMap<string, number>
): [rate: string, why: string] => {
  const year = Number(row.time_period) - 1;
  const count = numberOf(row[base]);
  const by = people.get(`${placeOf(row)}/${year}`);
  if (count === undefined) return [row[base] ?? '', `${base} is the same code`];
  if (!by) return ['x', `no population of mid-${year} is held`];
  return [String(round((count / by) * 10_000, 1)), `${count} of ${by} children in mid-${year}`];
};
