import * as Plot from '@observablehq/plot';
import { cleanSvg } from '#lib/drawing/clean-svg.ts';
import type { Size } from '#lib/drawing/size.ts';
import { hatchPath, hexagonPath, outlines, type Spot } from './hexagons.ts';
import { mapGeometry, regionOf, SWATCH, type MapGeometry } from './layout.ts';
import { regionNames } from './names.ts';
import type { MapSpec, MapTile } from './spec.ts';
import { px, placeText, writeAll } from '#lib/drawing/text.ts';

type Mark = Plot.Markish;

const DIVERGING = ['low-2', 'low-1', 'mid', 'high-1', 'high-2'] as const;

/** The name of a class's colour: `--class-<name>` fills it, `--class-<name>-ink` writes on it. Fewer than five are spread. */
export const colourOf = (spec: Pick<MapSpec, 'scheme' | 'classes'>, index: number): string => {
  if (spec.scheme === 'diverging') return DIVERGING[index] ?? 'mid';
  const last = spec.classes.length - 1;
  return String(last > 0 ? 1 + Math.round((index * 4) / last) : 3);
};

/** The least size of letters that can be read. */
const LEAST_FONT = 8;

/** A path of our own, drawn as it stands: one for all tiles of a look. */
const path =
  (d: string, className: string, attributes: Record<string, string | number>): Plot.RenderFunction =>
  (_index, _scales, _values, _dimensions, context) => {
    if (!d) return null;
    const element = context.document.createElementNS('http://www.w3.org/2000/svg', 'path');
    element.setAttribute('class', className);
    element.setAttribute('d', d);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
    return element;
  };

const filled = (middles: Spot[], pitch: number, colour: string): Mark =>
  path(hexagonPath(middles, pitch), `tiles class-${colour}`, {
    fill: `var(--class-${colour})`,
    stroke: 'var(--surface)',
    'stroke-width': 1
  });

const hatched = (middles: Spot[], pitch: number): Mark[] => [
  path(hexagonPath(middles, pitch), 'tiles none', {
    fill: 'var(--surface)',
    stroke: 'var(--strong-rule)',
    'stroke-width': 0.5
  }),
  path(hatchPath(middles, pitch, Math.max(4, pitch / 5)), 'hatch', {
    fill: 'none',
    stroke: 'var(--strong-rule)',
    'stroke-width': 0.75
  })
];

/** Tiles of each class, and those without a figure. */
const tileMarks = (spec: MapSpec, at: MapGeometry): Mark[] => {
  const middlesOf = (wanted: number | null): Spot[] =>
    spec.tiles.filter((tile) => tile.class === wanted).map((tile) => at.place(tile));
  return [
    ...spec.classes.map((_, i) => filled(middlesOf(i), at.pitch, colourOf(spec, i))),
    ...hatched(middlesOf(null), at.pitch)
  ];
};

const outlineMarks = (spec: MapSpec, at: MapGeometry, isNarrow: boolean): Mark[] => {
  const { coast, borders } = outlines(spec.tiles, spec.tiles.map(regionOf), at.place, at.pitch);
  const line = { fill: 'none', 'stroke-linejoin': 'round', 'stroke-linecap': 'round' };
  return [
    path(coast, 'coast', { ...line, stroke: 'var(--strong-rule)', 'stroke-width': 1 }),
    path(borders, 'border', { ...line, stroke: 'var(--surface)', 'stroke-width': isNarrow ? 3.5 : 5 }),
    path(borders, 'border', { ...line, stroke: 'var(--ink)', 'stroke-width': isNarrow ? 1.25 : 1.75 })
  ];
};

/** Chosen tiles: a ring in the colour of the area, and one in that of the page inside it, so that one of them always shows. */
const ringMarks = (spec: MapSpec, at: MapGeometry, isNarrow: boolean): Mark[] =>
  spec.tiles.flatMap((tile) => {
    if (tile.slot === undefined) return [];
    const width = isNarrow ? 2.5 : 3.5;
    const gap = isNarrow ? 1.25 : 2;
    const ring = (inset: number, stroke: string, strokeWidth: number, className: string): Mark =>
      path(hexagonPath([at.place(tile)], at.pitch - inset), className, {
        fill: 'none',
        stroke,
        'stroke-width': strokeWidth,
        'stroke-linejoin': 'round'
      });
    return [
      ring(width * 0.5 + gap, 'var(--surface)', gap, 'ring'),
      ring(-width * 0.5, `var(--line-${tile.slot})`, width, `ring slot-${tile.slot}`)
    ];
  });

/** The letters on the tiles, in the ink of each class; on small tiles only those of chosen areas. */
const letterMarks = (spec: MapSpec, at: MapGeometry, size: Size): Mark[] => {
  const font = Math.min(size.font - 1, Math.floor((at.pitch / 2.75) * 2) / 2);
  const lettered = spec.tiles.filter(({ slot }) => font >= LEAST_FONT || slot !== undefined);
  const text = (tiles: MapTile[], fill: string, halo: boolean): Mark =>
    tiles.length
      ? Plot.text(tiles, {
          x: px(...tiles.map((tile) => at.place(tile).x)),
          y: px(...tiles.map((tile) => at.place(tile).y)),
          text: 'short',
          fontSize: Math.max(font, LEAST_FONT),
          fontWeight: 600,
          fill,
          ...(halo ? { stroke: 'var(--surface)', strokeWidth: 3 } : {}),
          className: 'tile-label'
        })
      : null;
  return [
    ...spec.classes.map((_, i) =>
      text(
        lettered.filter((tile) => tile.class === i),
        `var(--class-${colourOf(spec, i)}-ink)`,
        false
      )
    ),
    text(
      lettered.filter((tile) => tile.class === null),
      'var(--ink)',
      true
    )
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

const legendMarks = (spec: MapSpec, { legend, font }: MapGeometry): Mark[] =>
  legend.rows.flatMap(({ look, text }, i) => {
    const y = legend.y + (i + 0.5) * legend.row;
    const pitch = font * 1.25;
    const swatch = { x: legend.x + pitch / 2, y };
    const words = placeText(text, look === 'title' ? legend.x : legend.x + SWATCH * font, y, 'start', font);
    const written = writeAll([words], {
      font,
      fill: look === 'title' ? 'var(--muted)' : 'var(--ink)',
      className: look === 'title' ? 'axis-title' : 'legend'
    });
    if (look === 'title' || look === 'rest') return written;
    const edge = path(hexagonPath([swatch], pitch), 'swatch-edge', {
      fill: 'none',
      stroke: 'var(--strong-rule)',
      'stroke-width': 1
    });
    const fill = look === 'hatch' ? hatched([swatch], pitch) : [filled([swatch], pitch, colourOf(spec, look))];
    return [...fill, edge, ...written];
  });

/**
 * Draws the map of tiles at a size: one equal hexagon an authority, coloured by class, hatched where there is no figure, with
 * regions outlined and named, chosen areas ringed, and the legend in the drawing. `document` is the browser's or a light one
 * while prerendering.
 */
export const drawMap = (spec: MapSpec, size: Size, document?: Document): SVGSVGElement => {
  const at = mapGeometry(spec, size);
  const isNarrow = size.name === 'narrow';
  const svg = Plot.plot({
    ...(document ? { document } : {}),
    width: at.width,
    height: at.height,
    margin: 0,
    marks: [
      ...tileMarks(spec, at),
      ...outlineMarks(spec, at, isNarrow),
      ...ringMarks(spec, at, isNarrow),
      ...letterMarks(spec, at, size),
      ...nameMarks(spec, at),
      ...legendMarks(spec, at)
    ]
  }) as SVGSVGElement;
  return cleanSvg(svg, spec);
};
