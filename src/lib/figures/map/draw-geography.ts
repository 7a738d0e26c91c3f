import * as Plot from '@observablehq/plot';
import type { MultiLineString, MultiPolygon } from 'geojson';
import { cleanSvg } from '#lib/drawing/clean-svg.ts';
import type { Size } from '#lib/drawing/size.ts';
import { writeAll } from '#lib/drawing/text.ts';
import { regionBorders, type Outline } from './boundaries.ts';
import { colourOf } from './colours.ts';
import { legendMarks } from './draw-legend.ts';
import { layGeography, type GeographySpec, type LaidMap } from './geography-layout.ts';
import { hatchOutlines } from './polygons.ts';
import type { MapLayer } from './spec.ts';
import { path } from './tiles.ts';

type Mark = Plot.Markish;

/** How far apart the lines of a hatch are, in pixels. */
const HATCH = 5;

const shapesOf = (outlines: readonly Outline[]): MultiPolygon[] =>
  outlines.map(({ parts }) => ({ type: 'MultiPolygon', coordinates: parts }));

/** Councils in the colours of their classes, those without one hatched. */
const councilMarks = (layer: MapLayer, outlines: readonly Outline[]): Mark[] => {
  const tileOf = new Map(layer.tiles.map((tile) => [tile.key, tile]));
  const of = (wanted: number | null): Outline[] => outlines.filter(({ key }) => tileOf.get(key)?.class === wanted);
  const edge = { stroke: 'var(--surface)', strokeWidth: 0.6, strokeLinejoin: 'round' } as const;
  return [
    ...layer.classes.map((_, i) =>
      Plot.geo(shapesOf(of(i)), {
        fill: `var(--class-${colourOf(layer, i)})`,
        ...edge,
        className: `areas class-${colourOf(layer, i)}`
      })
    ),
    Plot.geo(shapesOf(of(null)), {
      fill: 'var(--surface)',
      stroke: 'var(--strong-rule)',
      strokeWidth: 0.5,
      className: 'areas none'
    }),
    path(hatchOutlines(of(null), HATCH), 'hatch', { fill: 'none', stroke: 'var(--strong-rule)', 'stroke-width': 0.75 })
  ];
};

/** Chosen councils: a line in the colour of each between one of paper and one of ink. */
const ringMarks = (layer: MapLayer, outlines: readonly Outline[]): Mark[] =>
  layer.tiles.flatMap(({ key, slot }) => {
    if (slot === undefined) return [];
    const own = shapesOf(outlines.filter((each) => each.key === key));
    const lines = [
      ['var(--ink)', 6],
      ['var(--surface)', 4.5],
      [`var(--line-${slot})`, 3]
    ] as const;
    return lines.map(([stroke, strokeWidth]) =>
      Plot.geo(own, { fill: 'none', stroke, strokeWidth, strokeLinejoin: 'round', className: `ring slot-${slot}` })
    );
  });

const coastMark = (coast: MultiLineString): Mark =>
  Plot.geo(coast, { stroke: 'var(--strong-rule)', strokeWidth: 0.6, className: 'coast' });

const mapMarks = ({ layer, outlines, coast, frame, inset }: LaidMap): Mark[] => [
  ...councilMarks(layer, outlines),
  coastMark(coast),
  Plot.geo(regionBorders(frame), { stroke: 'var(--ink)', strokeWidth: 0.9, className: 'border' }),
  ...ringMarks(layer, outlines),
  ...(inset
    ? [
        ...councilMarks(layer, inset.outlines),
        coastMark(inset.coast),
        ...ringMarks(layer, inset.outlines),
        path(
          `M${inset.box.x},${inset.box.y}h${inset.box.width}v${inset.box.height}h${-inset.box.width}Z`,
          'inset-edge',
          { fill: 'none', stroke: 'var(--strong-rule)', 'stroke-width': 1 }
        ),
        ...writeAll([inset.heading], { font: 12, fill: 'var(--ink)', className: 'map-heading', weight: 600 })
      ]
    : [])
];

/**
 * Draws the map of councils by their boundaries at a size: coloured by class, hatched where there is no figure, London again at a
 * larger scale, and who must be named wherever these boundaries are shown. Where two years are compared, the maps of both are above.
 */
export const drawGeography = (geography: GeographySpec, size: Size, document?: Document): SVGSVGElement => {
  const { spec } = geography;
  const { width, height, font, main, legend, pair, lines } = layGeography(geography, size);
  const svg = Plot.plot({
    ...(document ? { document } : {}),
    width,
    height,
    margin: 0,
    // Outlines are in pixels already.
    projection: 'identity',
    marks: [
      ...mapMarks(main),
      ...legendMarks(spec, legend, font),
      ...(pair
        ? [
            ...pair.maps.flatMap(mapMarks),
            ...writeAll([...pair.maps.map(({ heading }) => heading), pair.heading], {
              font,
              fill: 'var(--ink)',
              className: 'map-heading',
              weight: 600
            }),
            ...legendMarks(pair.maps[1]!.layer, pair.legend, font)
          ]
        : []),
      ...writeAll(lines, { font, fill: 'var(--muted)', className: 'boundary-lines' })
    ]
  }) as SVGSVGElement;
  return cleanSvg(svg, spec);
};
