import { LONDON, type AreaRecord, type Tiles } from '#lib/domain/index.ts';
import { RADIUS, ROW, hexagonPath, middleOf, outlines, type Cell, type Spot } from '#lib/figures/map/hexagons.ts';

/** How wide a tile is, in the pixels of the map. */
const PITCH = 34;
const PAD = 2;

/** A tile that leads to the page of a council. */
interface PickerTile extends Spot {
  slug: string;
  name: string;
  short: string;
}

/** The tile map of the councils in being, each tile a link. */
export interface PickerMap {
  width: number;
  height: number;
  /** A tile round the origin. */
  hexagon: string;
  /** The lines between regions. */
  borders: string;
  tiles: PickerTile[];
}

const regionOf = ({ region }: AreaRecord): string =>
  region === LONDON.inner || region === LONDON.outer ? LONDON.whole : (region ?? '');

/** Lays out the map; every council must have a tile. */
export const pickerMap = (tiles: Tiles, councils: readonly AreaRecord[]): PickerMap => {
  const cells = councils.map(({ key }): Cell => {
    const at = tiles.key.indexOf(key);
    if (at < 0) throw new Error(`tiles.json: expected a tile for ${key}, found none`);
    return { column: tiles.column[at]!, row: tiles.row[at]! };
  });
  const place = (cell: Cell): Spot => {
    const { x, y } = middleOf(cell);
    return { x: Math.round(PAD + x * PITCH), y: Math.round(10 * (PAD + y * PITCH)) / 10 };
  };
  const [columns, rows] = [Math.max(...tiles.column) + 1.5, Math.max(...tiles.row)];
  return {
    width: Math.ceil(columns * PITCH + 2 * PAD),
    height: Math.ceil((rows * ROW + 2 * RADIUS) * PITCH + 2 * PAD),
    hexagon: hexagonPath([{ x: 0, y: 0 }], PITCH - 1),
    borders: outlines(cells, councils.map(regionOf), place, PITCH).borders,
    tiles: councils.map(({ key, slug, name }, i) => ({
      slug,
      name,
      short: tiles.short[tiles.key.indexOf(key)]!,
      ...place(cells[i]!)
    }))
  };
};
