import { round } from '#lib/domain/index.ts';
import { quote, type Problem } from '#lib/screening/problem.ts';
import { indicatorsOf, unitOf, type DataSet } from '../read/data-set.ts';
import { lineOf, nameOf, numberOf, placeOf, type ReadTables } from '../read/rows.ts';

const POPULATION = 'population_aged_0_to_17.csv';

interface People {
  /** On today's base, by which rates divide. */
  now?: number;
  /** As used at the time. */
  then?: number;
}

const populations = (tables: ReadTables): Map<string, People> =>
  new Map(
    tables.get(POPULATION)!.rows.map((row) => {
      const [now, then] = [numberOf(row.population), numberOf(row.population_as_used_then)];
      return [
        `${placeOf(row)}/${row.time_period}`,
        { ...(now === undefined ? {} : { now }), ...(then === undefined ? {} : { then }) }
      ] as const;
    })
  );

/**
 * A rate is the count over the population of mid-year Y-1, times 10,000, to one decimal place. Where the count is a code,
 * the rate is the same code; where no population is held on today's base (before mid-2000; Dorset, Bournemouth and Poole), it is
 * x in the first set of data, and on the estimate used at the time in the second.
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
      const [rate, why, other] = rateOf(row, base, people);
      const found = row[column] ?? '';
      if (found === rate || found === other) return [];
      const expected = `of ${nameOf(row)} is not ${rate}: ${why}`;
      return [{ file, row: lineOf(table, index), column, found: quote(row[column] ?? ''), expected }];
    });
  });
};

const rateOf = (
  row: Record<string, string>,
  base: string,
  people: ReadonlyMap<string, People>
): [rate: string, why: string, other?: string | undefined] => {
  const year = Number(row.time_period) - 1;
  const count = numberOf(row[base]);
  const { now: by, then } = people.get(`${placeOf(row)}/${year}`) ?? {};
  if (count === undefined) return [row[base] ?? '', `${base} is the same code`];
  const per = (children: number): string => String(round((count / children) * 10_000, 1));
  if (!by) return ['x', `no population of mid-${year} is held`, then ? per(then) : undefined];
  return [per(by), `${count} of ${by} children in mid-${year}`];
};
