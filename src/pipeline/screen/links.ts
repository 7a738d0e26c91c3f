import { LEVELS } from '#lib/domain/index.ts';
import { MemoOf } from '#lib/domain/memo.ts';
import type { Problem } from '#lib/screening/problem.ts';
import { quote } from '#lib/screening/problem.ts';
import { periodOf } from '#lib/screening/time.ts';
import { dataSetsOf, filtersOf, indicatorsOf } from '../read/data-set.ts';
import { lineOf, placeOf, type ReadTables } from '../read/rows.ts';
import type { Table } from '../read/table.ts';
import { SUMMED } from '../check/sums.ts';
import type { References } from './references.ts';

/** A run of lineage: the periods it covers, and the authorities that it is for where it names them. */
interface Run {
  first: string;
  last: string;
  only?: ReadonlySet<string>;
}

/** The runs of lineage.csv by `<data set>/<indicator>/<level>`. */
const runsByPlace = (tables: ReadTables): Map<string, Run[]> => {
  const runs = new Map<string, Run[]>();
  for (const row of tables.get('lineage.csv')?.rows ?? []) {
    const key = `${row.data_set}/${row.indicator}/${row.geographic_level}`;
    const run: Run = {
      first: row.first_period ?? '',
      last: row.last_period ?? '',
      ...(row.old_la_codes ? { only: new Set(row.old_la_codes.split(' ')) } : {})
    };
    const known = runs.get(key);
    if (known) known.push(run);
    else runs.set(key, [run]);
  }
  return runs;
};

/** The cells of a column that came from a publication, of one level and period: the authority of each, blank above them. */
interface Sourced {
  level: string;
  period: string;
  authorities: string[];
}

const sourcedCells = new MemoOf<Table, Sourced[]>();

const sourcedOf = (table: Table, column: string): Sourced[] =>
  sourcedCells.get(table, column, () => {
    const found = new Map<string, Sourced>();
    for (const row of table.rows) {
      const cell = row[column];
      if (cell === 'x' || cell === 'z') continue;
      const level = row.geographic_level ?? '';
      const period = periodOf(row);
      const key = `${level}, ${period}`;
      const known = found.get(key);
      if (known) known.authorities.push(row.old_la_code ?? '');
      else found.set(key, { level, period, authorities: [row.old_la_code ?? ''] });
    }
    return [...found.values()];
  });

/**
 * Figures of which lineage.csv names no source: England's and regions' lines of spending to 2019. They are the sums of their
 * authorities, of which it does; `check/sums` adds them up.
 */
const isSum = (dataSet: string, column: string, level: string, period: string): boolean =>
  dataSet === SUMMED.dataSet && SUMMED.columns.includes(column) && level !== 'Local authority' && period <= SUMMED.last;

/** Every figure, and every code that stands for one but x and z, came from a publication: a run of lineage covers it. */
export const lineageCovers = (tables: ReadTables): Problem[] => {
  const lineage = runsByPlace(tables);
  return dataSetsOf(tables).flatMap(({ name, table, columns }) =>
    indicatorsOf({ name, table, columns }).flatMap(({ col_name: column = '' }): Problem[] =>
      sourcedOf(table, column).flatMap(({ level, period, authorities }): Problem[] => {
        if (isSum(name, column, level, period)) return [];
        // An amount per child is the amount divided: it is from where the amount is from.
        const runs = [column, column.replace(/_per_child$/, '')]
          .flatMap((each) => lineage.get(`${name}/${each}/${level}`) ?? [])
          .filter(({ first, last }) => first <= period && period <= last);
        const count = authorities.filter((code) => !runs.some(({ only }) => !only || only.has(code))).length;
        if (!count) return [];
        return [
          {
            file: table.file,
            column,
            found: `${count} ${count === 1 ? 'figure' : 'figures'} of ${level}, ${period}`,
            expected: `without a source, expected a run in lineage.csv`
          }
        ];
      })
    )
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
      if (to.ofEvents.has(dataSet)) return held.includes(before) && held.includes(after);
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

/** What a row of revisions.csv names: a cell of a data set. */
const cellNamed = (row: Record<string, string>): string =>
  [
    row.data_set,
    row.indicator,
    row.geographic_level,
    row.area_code,
    row.time_period,
    row.time_identifier,
    row.filters
  ].join('/');

/** The last revision of a cell says what its data set holds; what is no longer there cannot be compared. */
export const revisionsHold = (tables: ReadTables): Problem[] => {
  const table = tables.get('revisions.csv');
  const last = new Map(
    (table?.rows ?? [])
      .map((row, index) => ({ row, index }))
      .sort((a, b) => (a.row.date ?? '').localeCompare(b.row.date ?? ''))
      .map((each) => [cellNamed(each.row), each] as const)
  );
  const named = new Set([...last.values()].map(({ row }) => row.data_set));
  const held = new Map(
    dataSetsOf(tables)
      .filter(({ name }) => named.has(name))
      .flatMap((dataSet) => {
        const filters = filtersOf(dataSet).map(({ col_name: name = '' }) => name);
        const indicators = indicatorsOf(dataSet).map(({ col_name: name = '' }) => name);
        return dataSet.table.rows.flatMap((row) =>
          indicators.map((indicator) => {
            const cell = {
              ...row,
              data_set: dataSet.name,
              indicator,
              area_code: placeOf(row),
              filters: filters.map((filter) => `${filter}=${row[filter]}`).join('; ')
            };
            return [cellNamed(cell), row[indicator] ?? ''] as const;
          })
        );
      })
  );
  return [...last].flatMap(([name, { row, index }]) => {
    const now = held.get(name);
    if (!table || now === undefined || now === row.after) return [];
    return [
      {
        file: 'revisions.csv',
        row: lineOf(table, index),
        column: 'after',
        found: quote(row.after ?? ''),
        expected: `is not what ${row.data_set}.csv holds, ${quote(now)}: run npm run data:changes`
      }
    ];
  });
};
