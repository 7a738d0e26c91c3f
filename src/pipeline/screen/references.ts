import { isNumber } from '#lib/screening/context.ts';
import { periodOf } from '#lib/screening/time.ts';
import { placeOf } from '../read/rows.ts';
import { dataSetsOf, indicatorsOf } from '../read/data-set.ts';
import type { Tables } from '../read/table.ts';

/** What the reference files may point at. */
export interface References {
  dataSets: ReadonlySet<string>;
  /** `<data set>/<indicator>`. */
  indicators: ReadonlySet<string>;
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

/** Takes everything read and gives what there is to point at; what is missing is simply not there. */
export const referencesOf = (tables: Tables): References => {
  const sets = dataSetsOf(tables);
  const byName = new Map(sets.map((each) => [each.name, each]));
  const held = new Map<string, string[]>();
  return {
    dataSets: new Set(byName.keys()),
    indicators: new Set(sets.flatMap((each) => indicatorsOf(each).map(({ col_name }) => `${each.name}/${col_name}`))),
    regions: new Set(sets.flatMap(({ table }) => table.rows.flatMap((row) => row.region_code || []))),
    authorities: column(tables, 'local_authorities.csv', 'old_la_code'),
    codes: column(tables, 'local_authorities.csv', 'new_la_code'),
    sources: column(tables, 'sources.csv', 'source'),
    documents: column(tables, 'seeds/documents.csv', 'document'),
    events: column(tables, 'events.csv', 'id'),
    pairs: new Set(tables.get('local_authorities.csv')?.rows.map((row) => `${row.new_la_code}/${row.old_la_code}`)),
    places: new Set(
      sets.flatMap(({ name, table }) =>
        table.rows.flatMap((row) => [
          `${name}/${row.geographic_level}`,
          ...(row.old_la_code ? [`${name}/${row.geographic_level}/${row.old_la_code}`] : [])
        ])
      )
    ),
    held: (dataSet, indicator, level, place) => {
      const key = [dataSet, indicator, level, place].join('/');
      const known = held.get(key);
      if (known) return known;
      const rows = byName.get(dataSet)?.table.rows ?? [];
      const periods = new Set(
        rows
          .filter((row) => row.geographic_level === level && (!place || place === placeOf(row)))
          .filter((row) => isNumber(row[indicator] ?? ''))
          .map(periodOf)
      );
      const sorted = [...periods].sort();
      held.set(key, sorted);
      return sorted;
    }
  };
};
