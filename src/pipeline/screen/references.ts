import { MemoOf } from '#lib/domain/memo.ts';
import { isNumber } from '#lib/screening/standard.ts';
import { CALENDAR_YEAR, periodOf } from '#lib/screening/time.ts';
import { placeOf } from '../read/rows.ts';
import { dataSetsOf, filtersOf, indicatorsOf, splitIndicator, type DataSet } from '../read/data-set.ts';
import type { Table, Tables } from '../read/table.ts';

type Row = Record<string, string>;

/** What the reference files may point at. */
export interface References {
  dataSets: ReadonlySet<string>;
  /** `<data set>/<indicator>`, and `<data set>/<indicator>:<category>` for every value of a filter. */
  indicators: ReadonlySet<string>;
  /** Data sets of events, one row each: two rules can hold within one year of them. */
  ofEvents: ReadonlySet<string>;
  regions: ReadonlySet<string>;
  /** Three-digit and nine-character codes of authorities. */
  authorities: ReadonlySet<string>;
  codes: ReadonlySet<string>;
  sources: ReadonlySet<string>;
  documents: ReadonlySet<string>;
  events: ReadonlySet<string>;
  /** `<nine-character code>/<three-digit code>`. */
  pairs: ReadonlySet<string>;
  /** `<data set>/<level>` for every level that a data set has rows of, and with `/<three-digit code>` for every authority. */
  places: ReadonlySet<string>;
  /** Periods with a number, in order, by `<data set>/<indicator>/<level>`, and with `/<code>` for one authority or region. */
  held: (dataSet: string, indicator: string, level: string, place?: string) => readonly string[];
}

const column = (tables: Tables, file: string, name: string): Set<string> =>
  new Set(tables.get(file)?.rows.flatMap((row) => (row[name] ? [row[name]] : [])));

/** The rows of a data set by level, by `<level>/<place>`, and the regions that they name. */
interface Sorted {
  rows: ReadonlyMap<string, readonly Row[]>;
  regions: ReadonlySet<string>;
}

const sortedTables = new MemoOf<Table, Sorted>();

const sortedOf = (table: Table): Sorted =>
  sortedTables.get(table, '', () => {
    const rows = new Map<string, Row[]>();
    const regions = new Set<string>();
    const add = (key: string, row: Row): void => {
      const known = rows.get(key);
      if (known) known.push(row);
      else rows.set(key, [row]);
    };
    for (const row of table.rows) {
      add(row.geographic_level ?? '', row);
      add(`${row.geographic_level}/${placeOf(row)}`, row);
      if (row.region_code) regions.add(row.region_code);
    }
    return { rows, regions };
  });

const knownCategories = new MemoOf<Table, string[]>();

/** Every value of the filters of a data set that has one or more, other than one of a list of events. */
const categoriesOf = (dataSet: DataSet): string[] =>
  knownCategories.get(dataSet.table, '', () => {
    if (dataSet.table.rows[0]?.time_identifier === CALENDAR_YEAR) return [];
    const names = filtersOf(dataSet).map(({ col_name }) => col_name ?? '');
    const values = new Set<string>();
    for (const row of dataSet.table.rows) for (const name of names) values.add(row[name] ?? '');
    return [...values];
  });

/** Takes everything read and gives what there is to point at; what is missing is simply not there. */
export const referencesOf = (tables: Tables): References => {
  const sets = dataSetsOf(tables);
  const byName = new Map(sets.map((each) => [each.name, each]));
  const held = new Map<string, string[]>();
  return {
    dataSets: new Set(byName.keys()),
    indicators: new Set(
      sets.flatMap((each) =>
        indicatorsOf(each).flatMap(({ col_name }) => [
          `${each.name}/${col_name}`,
          ...categoriesOf(each).map((category) => `${each.name}/${col_name}:${category}`)
        ])
      )
    ),
    ofEvents: new Set(
      sets.flatMap(({ name, table }) => (table.rows[0]?.time_identifier === CALENDAR_YEAR ? [name] : []))
    ),
    regions: new Set(sets.flatMap(({ table }) => [...sortedOf(table).regions])),
    authorities: column(tables, 'local_authorities.csv', 'old_la_code'),
    codes: column(tables, 'local_authorities.csv', 'new_la_code'),
    sources: column(tables, 'sources.csv', 'source'),
    documents: column(tables, 'seeds/documents.csv', 'document'),
    events: column(tables, 'events.csv', 'id'),
    pairs: new Set(tables.get('local_authorities.csv')?.rows.map((row) => `${row.new_la_code}/${row.old_la_code}`)),
    places: new Set(sets.flatMap(({ name, table }) => [...sortedOf(table).rows.keys()].map((key) => `${name}/${key}`))),
    held: (dataSet, indicator, level, place) => {
      const key = [dataSet, indicator, level, place].join('/');
      const known = held.get(key);
      if (known) return known;
      const table = byName.get(dataSet)?.table;
      const rows = (table && sortedOf(table).rows.get(place ? `${level}/${place}` : level)) ?? [];
      const [column = '', category] = splitIndicator(indicator);
      const filters = filtersOf({ columns: byName.get(dataSet)?.columns ?? [] });
      const isOf = (row: Row): boolean =>
        category === undefined || filters.some(({ col_name: name = '' }) => row[name] === category);
      const periods = new Set(rows.filter((row) => isNumber(row[column] ?? '') && isOf(row)).map(periodOf));
      const sorted = [...periods].sort();
      held.set(key, sorted);
      return sorted;
    }
  };
};
