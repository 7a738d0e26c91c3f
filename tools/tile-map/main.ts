// Lays out the map of tiles: reads data/local_authorities.csv, writes data/tile_map.csv.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { authoritiesOf, heirsOf } from './authorities.ts';
import { layOut } from './lay-out.ts';
import { SHORT_NAMES } from './short-names.ts';

const project = process.argv[2] ?? '.';
const text = readFileSync(join(project, 'data', 'local_authorities.csv'), 'utf8');
const { data: rows } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });

const authorities = authoritiesOf(rows);
const nameless = authorities.filter(({ key }) => !SHORT_NAMES[key]);
if (nameless.length) {
  for (const { key, name } of nameless)
    console.error(`tools/tile-map/short-names.ts: ${key}: expected three letters for ${name}, found none`);
  process.exit(1);
}

const heirs = heirsOf(authorities);
const { hexes, cost } = layOut(authorities.filter(({ key }) => !heirs.has(key)));
const tiles = authorities.map(({ key, name }) => {
  const { column, row } = hexes.get(heirs.get(key) ?? key)!;
  return { old_la_code: key, la_name: name, tile_column: column, tile_row: row, short_name: SHORT_NAMES[key] };
});
writeFileSync(join(project, 'data', 'tile_map.csv'), `${Papa.unparse(tiles, { newline: '\n' })}\n`);
console.log(`${tiles.length} authorities on ${hexes.size} tiles, cost ${cost.toFixed(1)}`);
