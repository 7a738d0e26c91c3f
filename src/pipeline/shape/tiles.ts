import { FIRST_MAP_YEAR, inBeing, dayOf, type Tiles } from '#lib/domain/index.ts';
import type { Problem } from '#lib/screening/problem.ts';
import type { ReadTables } from '../read/rows.ts';
import { rowsOf, type Tables } from '../read/table.ts';

const FILE = 'tile_map.csv';

/** Days in being by three-digit code: one body keeps its code through a change of the nine-character one. */
const bodiesOf = (tables: ReadTables): Map<string, { began?: string; ended?: string }> => {
  const bodies = new Map<string, { began?: string; ended?: string }>();
  const rows = [...(tables.get('local_authorities.csv')?.rows ?? [])];
  for (const row of rows.sort((a, b) => (a.start ?? '').localeCompare(b.start ?? ''))) {
    const key = row.old_la_code ?? '';
    const began = bodies.has(key) ? bodies.get(key)?.began : row.start;
    bodies.set(key, { ...(began ? { began } : {}), ...(row.end ? { ended: row.end } : {}) });
  }
  return bodies;
};

/** The days on which the authorities in being can be others than before: after each reorganisation, and the first of the map. */
const daysToCheck = (bodies: Iterable<{ began?: string; ended?: string }>): string[] => {
  const first = dayOf(String(FIRST_MAP_YEAR), 'at 31 March');
  const began = [...bodies].flatMap(({ began = '' }) => (began > first ? [began] : []));
  return [first, ...new Set(began)].sort();
};

/** Every authority in being since the first year of the map has a tile, and no two have the same at one time. */
export const tilesAreFree = (tables: ReadTables): Problem[] => {
  const bodies = bodiesOf(tables);
  const table = tables.get(FILE);
  const placeOf = new Map(table?.rows.map((row) => [row.old_la_code ?? '', `${row.tile_column},${row.tile_row}`]));
  const absent = new Set<string>();
  const clashes = new Map<string, Problem>();
  for (const day of daysToCheck(bodies.values())) {
    const taken = new Map<string, string>();
    for (const [key, body] of bodies) {
      if (!inBeing(body, day)) continue;
      const place = placeOf.get(key);
      if (!place) {
        absent.add(key);
        continue;
      }
      const other = taken.get(place);
      if (other && !clashes.has(`${other},${key}`))
        clashes.set(`${other},${key}`, {
          file: FILE,
          found: `the tile of ${key}`,
          expected: `is that of ${other} too, and both were in being on ${day}`
        });
      taken.set(place, key);
    }
  }
  const expected = `which was in being on or after ${dayOf(String(FIRST_MAP_YEAR), 'at 31 March')}; run npm run tile-map`;
  return [...[...absent].map((key) => ({ file: FILE, found: `no tile of ${key},`, expected })), ...clashes.values()];
};

/** The map of tiles as a page needs it: by column, in order of code. */
export const shapeTiles = (tables: Tables): Tiles => {
  const rows = [...rowsOf(tables, FILE)].sort((a, b) => a.old_la_code!.localeCompare(b.old_la_code!));
  return {
    key: rows.map((row) => row.old_la_code!),
    column: rows.map((row) => Number(row.tile_column)),
    row: rows.map((row) => Number(row.tile_row)),
    short: rows.map((row) => row.short_name!)
  };
};
