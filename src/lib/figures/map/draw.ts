import * as Plot from '@observablehq/plot';
import { cleanSvg } from '#lib/drawing/clean-svg.ts';
import type { Size } from '#lib/drawing/size.ts';
import { px, writeAll } from '#lib/drawing/text.ts';
import { colourOf } from './colours.ts';
import { legendMarks } from './draw-legend.ts';
import { hexagonPath, outlines, type Spot } from './hexagons.ts';
import { mapGeometry, regionOf, type Grid, type MapGeometry } from './layout.ts';
import { regionNames } from './names.ts';
import type { MapLayer, MapSpec, MapTile } from './spec.ts';
import { filled, hatched, path } from './tiles.ts';

type Mark = Plot.Markish;

/** The least size of letters on tiles: a drawing is made up to a tenth smaller than it is laid out. */
const LEAST_FONT = 12.5;

/** Letters are this share of a tile high at most, so that four of them fit. */
const SHARE = 0.34;

/** Tiles of each class, and those without a figure. */
const tileMarks = (layer: MapLayer, at: Grid): Mark[] => {
  const middlesOf = (wanted: number | null): Spot[] =>
    layer.tiles.filter((tile) => tile.class === wanted).map((tile) => at.place(tile));
  return [
    ...layer.classes.map((_, i) => filled(middlesOf(i), at.pitch, colourOf(layer, i))),
    ...hatched(middlesOf(null), at.pitch)
  ];
};

/** The coast, and borders between regions: of a width, in the colour of the page and over that in ink. */
const outlineMarks = ({ tiles }: MapLayer, at: Grid): Mark[] => {
  const { coast, borders } = outlines(tiles, tiles.map(regionOf), at.place, at.pitch);
  const line = { fill: 'none', 'stroke-linejoin': 'round', 'stroke-linecap': 'round' };
  const width = Math.max(0.75, Math.min(at.pitch / 20, 1.75));
  return [
    path(coast, 'coast', { ...line, stroke: 'var(--strong-rule)', 'stroke-width': 1 }),
    path(borders, 'border', { ...line, stroke: 'var(--surface)', 'stroke-width': width * 2.8 }),
    path(borders, 'border', { ...line, stroke: 'var(--ink)', 'stroke-width': width })
  ];
};

/** How wide the ring of a chosen tile is, and the lines inside and outside it, so that it shows on every class. */
const RING = 3;
const EDGE = 1.5;

/** Chosen tiles: a ring in the colour of the area between a line of paper and one of ink. */
const ringMarks = ({ tiles }: MapLayer, at: Grid): Mark[] => {
  const aside = RING + EDGE;
  return tiles.flatMap((tile) => {
    if (tile.slot === undefined) return [];
    const ring = (pitch: number, stroke: string, width: number, className: string): Mark =>
      path(hexagonPath([at.place(tile)], pitch), className, {
        fill: 'none',
        stroke,
        'stroke-width': width,
        'stroke-linejoin': 'round'
      });
    return [
      ring(at.pitch - aside, 'var(--surface)', EDGE, 'ring'),
      ring(at.pitch + aside, 'var(--ink)', EDGE, 'ring'),
      ring(at.pitch, `var(--line-${tile.slot})`, RING, `ring slot-${tile.slot}`)
    ];
  });
};

/** The letters on the tiles, in the ink of each class; none on tiles too small for letters that can be read. */
const letterMarks = (layer: MapLayer, at: Grid): Mark[] => {
  const font = Math.min(LEAST_FONT, at.pitch * SHARE);
  if (font < LEAST_FONT) return [];
  const text = (tiles: MapTile[], fill: string, halo: boolean): Mark =>
    tiles.length
      ? Plot.text(tiles, {
          x: px(...tiles.map((tile) => at.place(tile).x)),
          y: px(...tiles.map((tile) => at.place(tile).y)),
          text: 'short',
          fontSize: font,
          fontWeight: 600,
          fill,
          ...(halo ? { stroke: 'var(--surface)', strokeWidth: 3 } : {}),
          className: 'tile-label'
        })
      : null;
  const lettered = (wanted: number | null): MapTile[] => layer.tiles.filter((tile) => tile.class === wanted);
  return [
    ...layer.classes.map((_, i) => text(lettered(i), `var(--class-${colourOf(layer, i)}-ink)`, false)),
    text(lettered(null), 'var(--ink)', true)
  ];
};

const nameMarks = (spec: MapSpec, at: MapGeometry): Mark[] =>
  regionNames(spec, at).flatMap(({ lines, leader }) => [
    ...(leader
      ? [
          path(`M${leader.map(({ x, y }) => `${x},${y}`).join('L')}`, 'leader', {
            fill: 'none',
            stroke: 'var(--muted)',
            'stroke-width': 1
          })
        ]
      : []),
    ...writeAll(lines, { font: at.font, fill: 'var(--muted)', className: 'region-label', halo: true, weight: 600 })
  ]);

const layerMarks = (layer: MapLayer, at: Grid): Mark[] => [
  ...tileMarks(layer, at),
  ...outlineMarks(layer, at),
  ...ringMarks(layer, at),
  ...letterMarks(layer, at)
];

/** The maps of two years with their headings and their legend, and the heading of the map of change under them. */
const pairMarks = ({ pair, font }: MapGeometry): Mark[] => {
  if (!pair) return [];
  const { maps, legend, heading } = pair;
  return [
    ...maps.flatMap((map) => layerMarks(map.layer, map)),
    ...writeAll([...maps.map((map) => map.heading), heading], {
      font,
      fill: 'var(--ink)',
      className: 'map-heading',
      weight: 600
    }),
    ...legendMarks(maps[1]!.layer, legend, font)
  ];
};

/**
 * Draws the map of tiles at a size: one equal hexagon a council, coloured by class, hatched where there is no figure, with
 * regions outlined and named, chosen areas ringed, and the legend in the drawing. Where two years are compared, the maps of both
 * are above that of the change. `document` is the browser's or a light one while prerendering.
 */
export const drawMap = (spec: MapSpec, size: Size, document?: Document): SVGSVGElement => {
  const at = mapGeometry(spec, size);
  const svg = Plot.plot({
    ...(document ? { document } : {}),
    width: at.width,
    height: at.height,
    margin: 0,
    marks: [...layerMarks(spec, at), ...nameMarks(spec, at), ...legendMarks(spec, at.legend, at.font), ...pairMarks(at)]
  }) as SVGSVGElement;
  return cleanSvg(svg, spec);
};
