import type { ToDrawing } from '#lib/figures/year/drawing.ts';
import { drawMap } from './draw.ts';
import { MAP_NARROW, MAP_WIDE, placeMap } from './layout.ts';
import { marksOf, toMapSpec } from './spec.ts';

const NO_TILES = { key: [], column: [], row: [], short: [] };

export const toDrawing: ToDrawing = (picture, { extras, tiles }) => {
  const options = { byEngland: extras.includes('england'), byFifths: extras.includes('fifths') };
  const spec = toMapSpec(picture, options, tiles ?? NO_TILES);
  return {
    sizes: { narrow: MAP_NARROW, wide: MAP_WIDE },
    draw: (size, document) => drawMap(spec, size, document),
    place: (size) => placeMap(spec, size),
    marks: marksOf(spec),
    unit: spec.axisTitle
  };
};
