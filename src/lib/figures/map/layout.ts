import { LONDON } from '#lib/domain/index.ts';
import type { Size } from '#lib/drawing/size.ts';
import { ROW, RADIUS, middleOf, type Cell, type Spot } from './hexagons.ts';
import { widthOf, wrap } from '#lib/drawing/labels.ts';
import type { MapSpec, MapTile } from './spec.ts';
import type { Placed } from '#lib/drawing/area-mark.ts';

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
  width: 760,
  height: 700,
  top: 10,
  right: 90,
  bottom: 10,
  left: 90,
  font: 13
};

/** A line of the legend: with a swatch of a class (a number) or of what is hatched, the rest of one, or a line of the title. */
interface LegendRow {
  look: number | 'hatch' | 'rest' | 'title';
  text: string;
}

/** Where everything of a map lies, in pixels. */
export interface MapGeometry {
  width: number;
  height: number;
  /** How wide a tile is. */
  pitch: number;
  place: (cell: Cell) => Spot;
  /** The foot of the grid. */
  foot: number;
  /** Size of the letters of the legend and of the regions. */
  font: number;
  legend: { rows: LegendRow[]; x: number; y: number; row: number; width: number };
}

/** The region that a tile is outlined with: both halves of London are one. */
export const regionOf = ({ region }: Pick<MapTile, 'region'>): string =>
  region === LONDON.inner || region === LONDON.outer ? LONDON.whole : region;

const legendRows = (spec: MapSpec, most: number): LegendRow[] => {
  // The commonest reason comes first.
  const reasons = spec.tiles.filter((tile) => tile.class === null).map(({ text }) => text);
  const count = (reason: string): number => reasons.filter((each) => each === reason).length;
  const hatched = [...new Set(reasons)].sort((a, b) => count(b) - count(a));
  return [
    ...wrap(spec.axisTitle, most, 2).map((text): LegendRow => ({ look: 'title', text })),
    ...spec.classes.map(({ label }, look): LegendRow => ({ look, text: label })).reverse(),
    ...wrap(hatched.join(' or '), most - 2, 3)
      .filter(Boolean)
      .map((text, i): LegendRow => ({ look: i ? 'rest' : 'hatch', text }))
  ];
};

/** How wide a swatch with its gap is, in letters' sizes. */
export const SWATCH = 1.9;

/** Takes a map and the room for it, and gives where everything lies. */
export const mapGeometry = (spec: MapSpec, size: Size): MapGeometry => {
  const isNarrow = size.name === 'narrow';
  const font = size.font - 1;
  const row = font + (isNarrow ? 6 : 8);
  const rows = legendRows(spec, Math.floor((isNarrow ? size.width : 230) / (font * 0.6)));
  const legendHeight = rows.length * row;
  const wide = spec.grid.columns + 0.5;
  const high = (spec.grid.rows - 1) * ROW + 2 * RADIUS;
  const room = { x: size.width - size.left - size.right, y: size.height - size.top - size.bottom };
  const pitch = isNarrow ? room.x / wide : Math.min(room.x / wide, room.y / high);
  const left = size.left + (room.x - pitch * wide) / 2;
  const foot = size.top + pitch * high;
  // Under the narrow map there is room for the names of the south coast.
  const legendTop = isNarrow ? foot + 24 : size.top;
  return {
    width: size.width,
    height: isNarrow ? Math.ceil(legendTop + legendHeight + size.bottom) : size.height,
    pitch,
    place: (cell) => {
      const { x, y } = middleOf(cell);
      return { x: left + x * pitch, y: size.top + y * pitch };
    },
    foot,
    font,
    legend: {
      rows,
      x: 4,
      y: legendTop,
      row,
      width: Math.max(0, ...rows.map(({ text }) => widthOf(text, font))) + SWATCH * font
    }
  };
};

/** Where each tile stands, for the pointer and for the keyboard: the middles, in pixels of the drawing. */
export const placeMap = (spec: MapSpec, base: Size): Placed => {
  const { width, height, place } = mapGeometry(spec, base);
  return { width, height, places: spec.tiles.map((tile) => ({ key: tile.key, ...place(tile) })) };
};
