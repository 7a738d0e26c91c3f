import { LONDON } from '#lib/domain/index.ts';
import type { Placed } from '#lib/drawing/area-mark.ts';
import { placeText, type Placed as PlacedText } from '#lib/drawing/text.ts';
import type { Size } from '#lib/drawing/size.ts';
import { ROW, RADIUS, middleOf, type Cell, type Spot } from './hexagons.ts';
import { layLegend, type Legend } from './legend.ts';
import type { MapLayer, MapSpec, MapTile } from './spec.ts';

/** The map where there is little room: the legend lies under it, and `mapGeometry` sets the height. */
export const MAP_NARROW: Size = {
  name: 'narrow',
  width: 344,
  height: 0,
  top: 6,
  right: 20,
  bottom: 8,
  left: 2,
  font: 12
};

/** The map where there is room: the legend stands in the sea to the north-west. */
export const MAP_WIDE: Size = {
  name: 'wide',
  width: 680,
  height: 700,
  top: 10,
  right: 70,
  bottom: 10,
  left: 70,
  font: 13
};

/** The size of all words but those on tiles. */
const LETTERS = 12;

/** How wide the legend in the sea may be. */
const SEA = 232;

/** A grid of tiles in pixels. */
export interface Grid {
  /** How wide a tile is. */
  pitch: number;
  place: (cell: Cell) => Spot;
  /** The top and the foot of the grid. */
  top: number;
  foot: number;
}

/** Where everything of a map lies, in pixels. */
export interface MapGeometry extends Grid {
  width: number;
  height: number;
  /** Size of the letters of the legend and of the regions. */
  font: number;
  legend: Legend;
  /** The maps of two years above the map of their change, with one legend, and what each is called. */
  pair?: { maps: (Grid & { heading: PlacedText; layer: MapLayer })[]; legend: Legend; heading: PlacedText };
}

/** The region that a tile is outlined with: both halves of London are one. */
export const regionOf = ({ region }: Pick<MapTile, 'region'>): string =>
  region === LONDON.inner || region === LONDON.outer ? LONDON.whole : region;

/** How many tiles wide and high a grid is. */
const tilesOf = ({ columns, rows }: MapSpec['grid']) => ({
  wide: columns + 0.5,
  high: (rows - 1) * ROW + 2 * RADIUS
});

const gridAt = (spec: MapSpec, left: number, top: number, pitch: number): Grid => ({
  pitch,
  top,
  foot: top + pitch * tilesOf(spec.grid).high,
  place: (cell) => {
    const { x, y } = middleOf(cell);
    return { x: left + x * pitch, y: top + y * pitch };
  }
});

/** The maps of two years next to each other, their legend under them, then what the map of change is called. */
const layPair = (spec: MapSpec, size: Size, font: number): MapGeometry['pair'] => {
  if (!spec.pair) return undefined;
  const half = size.width / 2;
  const pitch = (half - 16) / tilesOf(spec.grid).wide;
  const top = size.top + font * 2;
  const maps = spec.pair.map((layer, i) => ({
    ...gridAt(spec, i * half + 4, top, pitch),
    layer,
    heading: placeText(layer.heading, i * half + 4, size.top + font * 0.6, 'start', font)
  }));
  const legend = layLegend(spec.pair[1]!, { x: 4, y: maps[0]!.foot + 12, width: size.width - 8, font });
  return { maps, legend, heading: placeText(spec.heading ?? '', 4, legend.bottom + font * 1.6, 'start', font) };
};

/** Takes a map and the room for it, and gives where everything lies. */
export const mapGeometry = (spec: MapSpec, size: Size): MapGeometry => {
  const isNarrow = size.name === 'narrow';
  const font = LETTERS;
  const pair = layPair(spec, size, font);
  const top = pair ? pair.heading.y + font : size.top;
  const { wide, high } = tilesOf(spec.grid);
  const room = { x: size.width - size.left - size.right, y: size.height - size.top - size.bottom };
  const pitch = isNarrow ? room.x / wide : Math.min(room.x / wide, room.y / high);
  const grid = gridAt(spec, size.left + (room.x - pitch * wide) / 2, top, pitch);
  // Under the narrow map there is room for the names of the south coast.
  const legend = layLegend(spec, {
    x: 4,
    y: isNarrow ? grid.foot + 26 : top,
    width: isNarrow ? size.width - 8 : SEA,
    font
  });
  return {
    ...grid,
    width: size.width,
    height: Math.ceil((isNarrow ? legend.bottom : grid.foot) + size.bottom),
    font,
    legend,
    ...(pair ? { pair } : {})
  };
};

/** Where each tile is, for the pointer and for the keyboard: the middles, in pixels of the drawing; those of the map of change last. */
export const placeMap = (spec: MapSpec, base: Size): Placed => {
  const { width, height, place, pair } = mapGeometry(spec, base);
  const onMap = (tiles: readonly MapTile[], at: Grid['place']) => tiles.map((tile) => ({ key: tile.key, ...at(tile) }));
  return {
    width,
    height,
    places: [
      ...(pair?.maps ?? []).flatMap(({ layer, place }) => onMap(layer.tiles, place)),
      ...onMap(spec.tiles, place)
    ]
  };
};
