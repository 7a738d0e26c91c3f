import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FIRST_MAP_YEAR, TIMINGS, inBeing, dayOf, type AreaRecord } from '#lib/domain/index.ts';
import { around, middleOf } from '#lib/figures/map/hexagons.ts';
import { shapeAreas } from '../../src/pipeline/shape/shape.ts';
import { shapeTiles } from '../../src/pipeline/shape/tiles.ts';
import { Project } from './project.ts';
import { real } from './real-tables.ts';

const tiles = shapeTiles(real);
const cellOf = new Map(tiles.key.map((key, i) => [key, { column: tiles.column[i]!, row: tiles.row[i]! }]));
const cell = (key: string) => cellOf.get(key)!;
const at = (key: string) => middleOf(cell(key));
const nameOf = ({ column, row }: { column: number; row: number }) => `${column},${row}`;
const apart = (a: string, b: string) => Math.hypot(at(a).x - at(b).x, at(a).y - at(b).y);

const areas = shapeAreas(real).filter(({ level }) => level === 'Local authority');
const regionOf = ({ region = '' }: AreaRecord) => (region.startsWith('E13') ? 'London' : region);
const onMap = (day: string) => areas.filter((area) => inBeing(area, day));
const today = onMap('2025-03-31');
const isIsland = (key: string) => key === '420' || key === '921';

/** How many pieces cells fall into. */
const piecesOf = (keys: string[]): number => {
  const left = new Set(keys.map((key) => nameOf(cell(key))));
  let pieces = 0;
  for (const key of keys) {
    if (!left.delete(nameOf(cell(key)))) continue;
    pieces++;
    const open = [cell(key)];
    for (const each of open) for (const next of around(each)) if (left.delete(nameOf(next))) open.push(next);
  }
  return pieces;
};

describe('the authorities on the map', () => {
  const YEARS = Array.from({ length: 2026 - FIRST_MAP_YEAR }, (_, i) => String(FIRST_MAP_YEAR + i));
  // Reorganisations of April 2009, 2019, 2021 and 2023.
  const count = (day: string): number =>
    day < '2009-04-01' ? 150 : day < '2019-04-01' ? 152 : day < '2021-04-01' ? 151 : day < '2023-04-01' ? 152 : 153;

  it.each(TIMINGS.flatMap((timing) => YEARS.map((year) => dayOf(year, timing))))(
    'all have a tile on %s, each its own',
    (day) => {
      const keys = onMap(day).map(({ key }) => key);
      expect(keys).toHaveLength(count(day));
      for (const key of keys) expect(cellOf.has(key), key).toBe(true);
      expect(new Set(keys.map((key) => nameOf(cell(key)))).size).toBe(keys.length);
    }
  );

  it('no other has', () => {
    const all = new Set(YEARS.flatMap((year) => onMap(dayOf(year, 'at 31 March')).map(({ key }) => key)));
    expect([...tiles.key].sort()).toEqual([...all].sort());
  });

  it('carry letters that no other on the map of any year has', () => {
    const short = new Map(tiles.key.map((key, i) => [key, tiles.short[i]!]));
    for (const year of YEARS) {
      const letters = onMap(dayOf(year, 'at 31 March')).map(({ key }) => short.get(key)!);
      expect(new Set(letters).size, year).toBe(letters.length);
    }
  });

  it('hand their places on where they can', () => {
    for (const [from, to] of [
      ['875', '895'],
      ['820', '823'],
      ['909', '943'],
      ['928', '941'],
      ['835', '838'],
      ['837', '839']
    ] as const)
      expect(cell(from), from).toEqual(cell(to));
    for (const [one, other] of [
      ['895', '896'],
      ['822', '823'],
      ['942', '943'],
      ['940', '941']
    ] as const)
      expect(apart(one, other), `${one} and ${other}`).toBeLessThanOrEqual(2);
  });
});

describe('the shape of England', () => {
  it('is one piece, and so is each region', () => {
    expect(piecesOf(tiles.key)).toBe(1);
    const regions = new Map<string, string[]>();
    for (const area of today) regions.set(regionOf(area), [...(regions.get(regionOf(area)) ?? []), area.key]);
    expect(regions.size).toBe(9);
    for (const [region, keys] of regions) expect(piecesOf(keys), region).toBe(1);
  });

  it('has no lake today', () => {
    const land = new Set(today.map(({ key }) => nameOf(cell(key))));
    const [right, foot] = [Math.max(...tiles.column) + 1, Math.max(...tiles.row) + 1];
    const start = { column: -1, row: -1 };
    const seen = new Set([nameOf(start)]);
    const open = [start];
    for (const each of open)
      for (const next of around(each)) {
        const isInside = next.column >= -1 && next.row >= -1 && next.column <= right && next.row <= foot;
        if (!isInside || land.has(nameOf(next)) || seen.has(nameOf(next))) continue;
        seen.add(nameOf(next));
        open.push(next);
      }
    expect(seen.size).toBe((right + 2) * (foot + 2) - land.size);
  });

  it('has Northumberland at the top and Cornwall at the foot, in the south-west', () => {
    for (const { key, name } of today) {
      expect(cell(key).row, name).toBeGreaterThanOrEqual(cell('929').row);
      if (!isIsland(key)) {
        expect(cell(key).row, name).toBeLessThanOrEqual(cell('908').row);
        expect(at(key).x, name).toBeGreaterThanOrEqual(at('908').x);
      }
    }
  });

  it('has the Isles of Scilly off Cornwall and the Isle of Wight below Hampshire and Portsmouth', () => {
    expect(cell('420').row).toBe(cell('908').row + 1);
    expect(at('420').x).toBeLessThan(at('908').x);
    for (const key of ['850', '851', '852']) expect(cell('921').row, key).toBeGreaterThan(cell(key).row);
    expect(apart('921', '851')).toBeCloseTo(1);
  });

  it('keeps neighbours near: most of the three nearest of an authority are within two tiles', () => {
    const away = (a: AreaRecord, b: AreaRecord) => Math.hypot(a.easting! - b.easting!, a.northing! - b.northing!);
    const near = today.flatMap((area) =>
      today
        .filter((other) => other !== area)
        .sort((a, b) => away(area, a) - away(area, b))
        .slice(0, 3)
        .map((other) => apart(area.key, other.key) < 2.01)
    );
    expect(near.filter(Boolean).length / near.length).toBeGreaterThan(0.85);
  });
});

describe('London', () => {
  const boroughs = today.filter((area) => regionOf(area) === 'London').map(({ key }) => key);
  const [enfield, croydon, sutton, hillingdon, havering, city] = ['308', '306', '319', '312', '311', '201'] as const;

  it('has Enfield at the top and Croydon and Sutton at the foot', () => {
    for (const key of boroughs) {
      expect(cell(key).row, key).toBeGreaterThanOrEqual(cell(enfield).row);
      expect(cell(key).row, key).toBeLessThanOrEqual(cell(croydon).row);
    }
    expect(cell(sutton).row).toBe(cell(croydon).row);
  });

  it('has Hillingdon in the west, Havering in the east above Bexley, and the City in the middle', () => {
    for (const key of boroughs) expect(at(key).x, key).toBeGreaterThanOrEqual(at(hillingdon).x);
    expect(boroughs.filter((key) => at(key).x > at(havering).x + 0.5).length).toBeLessThanOrEqual(2);
    expect(cell(havering).row).toBeLessThan(cell('303').row);
    const mean = (axis: 'x' | 'y') => boroughs.reduce((sum, key) => sum + at(key)[axis], 0) / boroughs.length;
    expect(Math.hypot(at(city).x - mean('x'), at(city).y - mean('y'))).toBeLessThan(2);
  });

  it.each([
    ['along the north bank', ['313', '205', '213', '201', '301']],
    ['along the south bank', ['318', '212', '208', '203', '303']],
    ['across the north', ['310', '302', '309', '320', '317']]
  ])('keeps the order of boroughs from west to east %s', (_, keys) => {
    keys.slice(1).forEach((key, i) => expect(at(key).x, `${keys[i]} and ${key}`).toBeGreaterThan(at(keys[i]!).x));
  });

  it.each([
    ['Enfield to the City', ['308', '309', '206', '201']],
    ['Westminster to Croydon', ['213', '208', '306']],
    ['Tower Hamlets to Bromley', ['211', '209', '305']]
  ])('keeps the order from north to south, %s', (_, keys) => {
    keys
      .slice(1)
      .forEach((key, i) => expect(cell(key).row, `${keys[i]} and ${key}`).toBeGreaterThanOrEqual(cell(keys[i]!).row));
  });
});

describe('the program', () => {
  const project = new Project();
  let ran: ReturnType<typeof spawnSync>;
  beforeAll(() => {
    ran = spawnSync(process.execPath, ['tools/tile-map.mjs', project.directory], { encoding: 'utf8' });
  });
  afterAll(() => project.remove());

  it('makes the file of the project, byte by byte', () => {
    expect(ran.stderr).toBe('');
    expect(ran.stdout).toMatch(/^160 authorities on 154 tiles, cost \d+\.\d\n$/);
    expect(readFileSync(`${project.directory}/data/tile_map.csv`, 'utf8')).toBe(real.get('tile_map.csv')!.text);
  });
});
