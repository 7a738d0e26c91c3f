import { LEVELS } from '#lib/domain/index.ts';
import type { Problem } from '#lib/screening/problem.ts';
import { quote } from '#lib/screening/problem.ts';
import { periodOf } from '#lib/screening/time.ts';
import { dataSetsOf, indicatorsOf } from '../read/data-set.ts';
import type { ReadTables } from '../read/rows.ts';
import type { References } from './references.ts';

/** Every figure, and every code that stands for one but x and z, came from a publication: a run of lineage covers it. */
export const lineageCovers = (tables: ReadTables): Problem[] => {
  const lineage = tables.get('lineage.csv')?.rows ?? [];
  return dataSetsOf(tables).flatMap(({ name, table, columns }) =>
    indicatorsOf({ name, table, columns }).flatMap(({ col_name: column = '' }): Problem[] => {
      const runs = lineage.filter((run) => run.data_set === name && run.indicator === column);
      const open = new Map<string, number>();
      for (const row of table.rows) {
        const cell = row[column];
        if (cell === 'x' || cell === 'z') continue;
        const period = periodOf(row);
        const covered = runs.some(
          (run) =>
            run.geographic_level === row.geographic_level &&
            (!run.old_la_codes || run.old_la_codes.split(' ').includes(row.old_la_code ?? '')) &&
            (run.first_period ?? '') <= period &&
            period <= (run.last_period ?? '')
        );
        const key = `${row.geographic_level}, ${period}`;
        if (!covered) open.set(key, (open.get(key) ?? 0) + 1);
      }
      return [...open].map(([key, count]) => ({
        file: table.file,
        column,
        found: `${count} ${count === 1 ? 'figure' : 'figures'} of ${key}`,
        expected: `without a source, expected a run in lineage.csv`
      }));
    })
  );
};

/** A break stands where its series has a figure on either side and none between; "all" needs one level that has. */
export const breaksStraddle = (tables: ReadTables, to: References): Problem[] => {
  const table = tables.get('breaks.csv');
  return (table?.rows ?? []).flatMap((row, index): Problem[] => {
    const { data_set: dataSet = '', indicator = '', geographic_level: level = '' } = row;
    const { last_before: before = '', first_after: after = '', old_la_codes: codes = '' } = row;
    if (!to.indicators.has(`${dataSet}/${indicator}`)) return [];
    const levels = level === 'all' ? LEVELS : [level];
    const authorities = codes ? codes.split(' ') : [undefined];
    const straddled = (at: string, authority?: string): boolean => {
      const held = to.held(dataSet, indicator, at, authority);
      const last = held.filter((period) => period < after).at(-1);
      return last === before && held.includes(after);
    };
    return authorities
      .filter((authority) => !levels.some((at) => straddled(at, authority)))
      .map((authority) => ({
        file: 'breaks.csv',
        row: table?.lines[index],
        column: 'last_before, first_after',
        found: [quote(before), quote(after)].join(', '),
        expected: `are not neighbouring figures of ${[indicator, level, authority].filter(Boolean).join(', ')}`
      }));
  });
};

/** An authority of a model has ten neighbours. */
export const tenNeighbours = (tables: ReadTables): Problem[] => {
  const file = 'statistical_neighbours.csv';
  const counts = new Map<string, Set<string>>();
  for (const row of tables.get(file)?.rows ?? []) {
    const key = `${row.old_la_code} in model ${row.model}`;
    counts.set(key, (counts.get(key) ?? new Set()).add(row.neighbour_old_la_code ?? ''));
  }
  return [...counts]
    .filter(([, neighbours]) => neighbours.size !== 10)
    .map(([key, neighbours]) => ({
      file,
      found: `${neighbours.size} neighbours of ${key}`,
      expected: 'where ten are expected'
    }));
};
