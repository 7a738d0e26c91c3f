import type { ToDrawing } from '#lib/figures/year/drawing.ts';
import { drawMap } from './draw.ts';
import { MAP_NARROW, MAP_WIDE, placeMap } from './layout.ts';
import { marksOf, toMapSpec, type MapSpec } from './spec.ts';

const NO_TILES = { key: [], column: [], row: [], short: [] };

/** What a map shows, whether it is drawn as tiles or by boundaries. */
export const mapSpecOf = (...[picture, { extras, tiles }]: Parameters<ToDrawing>): MapSpec =>
  toMapSpec(picture, { byEngland: extras.includes('england'), byFifths: extras.includes('fifths') }, tiles ?? NO_TILES);

export const toDrawing: ToDrawing = (picture, options) => {
  const spec = mapSpecOf(picture, options);
  return {
    sizes: { narrow: MAP_NARROW, wide: MAP_WIDE },
    draw: (size, document) => drawMap(spec, size, document),
    place: (size) => placeMap(spec, size),
    marks: marksOf(spec),
    unit: spec.axisTitle
  };
};
