import type { MultiLineString } from 'geojson';
import { LONDON, isAuthority } from '#lib/domain/index.ts';
import type { Placed } from '#lib/drawing/area-mark.ts';
import { wrap } from '#lib/drawing/labels.ts';
import type { Size } from '#lib/drawing/size.ts';
import { placeText, type Placed as PlacedText } from '#lib/drawing/text.ts';
import { BOUNDARY_LINES, coastOf, outlinesIn, reachOf, type Frame, type Outline } from './boundaries.ts';
import { regionOf, MAP_NARROW, MAP_WIDE } from './layout.ts';
import { layLegend, type Legend } from './legend.ts';
import { isIn, middleOf } from './polygons.ts';
import type { MapLayer, MapSpec } from './spec.ts';

/** A map of boundaries: the councils of a layer, and which layer of the file they are of. */
export interface GeographyMap {
  layer: MapLayer;
  /** The name of the boundaries: "la2023". */
  boundaries: string;
}

/** What a map of boundaries shows, with those of the two years above the map of their change. */
export interface GeographySpec {
  spec: MapSpec;
  map: GeographyMap;
  pair?: (GeographyMap & { heading: string })[];
}

/** One map in pixels: England, and London again at a larger scale where there is room. */
export interface LaidMap {
  layer: MapLayer;
  frame: Frame;
  outlines: Outline[];
  coast: MultiLineString;
  inset?: {
    outlines: Outline[];
    coast: MultiLineString;
    heading: PlacedText;
    box: { x: number; y: number; width: number; height: number };
  };
}

export interface GeographyLayout {
  width: number;
  height: number;
  font: number;
  main: LaidMap;
  legend: Legend;
  pair?: { maps: (LaidMap & { heading: PlacedText })[]; legend: Legend; heading: PlacedText };
  /** Who must be named wherever these boundaries are drawn. */
  lines: PlacedText[];
}

export const GEOGRAPHY_NARROW: Size = { ...MAP_NARROW, left: 2, right: 2 };
export const GEOGRAPHY_WIDE: Size = { ...MAP_WIDE, width: 760, left: 40, right: 125 };

const FONT = 12;
/** How wide the legend in the sea may be. */
const SEA = 205;
/** How much larger London is drawn than the rest. */
const LARGER = { narrow: 4.6, wide: 3.9 };

const londonOf = ({ tiles }: MapLayer): Set<string> =>
  new Set(tiles.filter((tile) => regionOf(tile) === LONDON.whole).map(({ key }) => key));

/** How tall England is for its width. */
const shapeOf = (boundaries: string) => {
  const { from, to } = reachOf(boundaries);
  return { corner: { east: from.east, north: to.north }, wide: to.east - from.east, high: to.north - from.north };
};

const layMap = (
  { layer, boundaries }: GeographyMap,
  x: number,
  y: number,
  width: number
): LaidMap & { foot: number } => {
  const { corner, wide, high } = shapeOf(boundaries);
  const frame = { x, y, corner, scale: width / wide };
  const known = new Set(layer.tiles.map(({ key }) => key));
  const outlines = outlinesIn(boundaries, frame).filter(({ key }) => isAuthority(key) && known.has(key));
  return { layer, frame, outlines, coast: coastOf(boundaries, frame), foot: y + high * frame.scale };
};

/** London at a larger scale: in the North Sea where there is room, else under the map. */
const layInset = (
  { layer, boundaries }: GeographyMap,
  main: LaidMap & { foot: number },
  size: Size
): LaidMap['inset'] => {
  const keys = londonOf(layer);
  if (!keys.size) return undefined;
  const { from, to } = reachOf(boundaries, keys);
  const scale = main.frame.scale * LARGER[size.name];
  const [width, height] = [(to.east - from.east) * scale, (to.north - from.north) * scale];
  const isWide = size.name === 'wide';
  const [x, y] = [isWide ? size.width - width - 8 : 8, (isWide ? main.frame.y : main.foot) + FONT * 2.5];
  const frame = { x, y, corner: { east: from.east, north: to.north }, scale };
  return {
    outlines: outlinesIn(boundaries, frame).filter(({ key }) => keys.has(key)),
    coast: coastOf(boundaries, frame, keys),
    heading: placeText('London, enlarged', x, y - FONT, 'start', FONT),
    box: { x: x - 4, y: y - 4, width: width + 8, height: height + 8 }
  };
};

const layPair = (
  { pair, spec }: GeographySpec,
  size: Size
): (GeographyLayout['pair'] & { foot: number }) | undefined => {
  if (!pair) return undefined;
  const half = size.width / 2;
  const top = size.top + FONT * 2;
  const maps = pair.map((each, i) => ({
    ...layMap(each, i * half + 4, top, half - 16),
    heading: placeText(each.heading, i * half + 4, size.top + FONT * 0.6, 'start', FONT)
  }));
  const foot = Math.max(...maps.map((map) => map.foot));
  const legend = layLegend(pair[1]!.layer, { x: 4, y: foot + 12, width: size.width - 8, font: FONT });
  const heading = placeText(spec.heading ?? '', 4, legend.bottom + FONT * 1.6, 'start', FONT);
  return { maps, legend, heading, foot: heading.y + FONT };
};

/** Takes a map of boundaries and the room for it, and gives where everything lies. */
export const layGeography = (geography: GeographySpec, size: Size): GeographyLayout => {
  const isNarrow = size.name === 'narrow';
  const pair = layPair(geography, size);
  const top = pair ? pair.foot : size.top;
  const main = layMap(geography.map, size.left, top, size.width - size.left - size.right);
  const inset = layInset(geography.map, main, size);
  const foot = Math.max(main.foot, isNarrow && inset ? inset.box.y + inset.box.height : 0);
  const legend = layLegend(geography.spec, {
    x: 4,
    y: isNarrow ? foot + 12 : top,
    width: isNarrow ? size.width - 8 : SEA,
    font: FONT
  });
  const most = Math.floor((size.width - 8) / (FONT * 0.6));
  const under = (isNarrow ? legend.bottom : foot) + FONT;
  const lines = BOUNDARY_LINES.flatMap((line) => wrap(line, most, 3)).map((text, i) =>
    placeText(text, 4, under + (i + 0.5) * (FONT + 4), 'start', FONT)
  );
  return {
    width: size.width,
    height: Math.ceil((lines.at(-1)?.y ?? under) + FONT),
    font: FONT,
    main: { ...main, ...(inset ? { inset } : {}) },
    legend,
    ...(pair ? { pair } : {}),
    lines
  };
};

const mapsOf = ({ pair, main }: GeographyLayout): LaidMap[] => [...(pair?.maps ?? []), main];

/** Where each council is read: in its middle; a borough of London where it is enlarged. Those of the map of change come last. */
export const placeGeography = (geography: GeographySpec, size: Size): Placed => {
  const layout = layGeography(geography, size);
  const shapes = mapsOf(layout).flatMap(({ outlines, inset }) => {
    const larger = new Map(inset?.outlines.map((each) => [each.key, each]));
    return outlines.map((outline) => ({ outline, larger: larger.get(outline.key) }));
  });
  return {
    width: layout.width,
    height: layout.height,
    places: shapes.map(({ outline, larger }) => ({ key: outline.key, ...middleOf(larger ?? outline) })),
    hit: (spot) => {
      const found = shapes.findIndex(({ outline, larger }) => (larger && isIn(larger, spot)) || isIn(outline, spot));
      return found < 0 ? undefined : found;
    }
  };
};
