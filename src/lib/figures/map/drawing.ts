import type { ToDrawing } from '#lib/figures/year/drawing.ts';
import { drawMap } from './draw.ts';
import { MAP_NARROW, MAP_WIDE, placeMap } from './layout.ts';
import { toMapSpec } from './spec.ts';

const NO_TILES = { key: [], column: [], row: [], short: [] };

export const toDrawing: ToDrawing = (picture, { extras, tiles }) => {
  const spec = toMapSpec(picture, extras.includes('england'), tiles ?? NO_TILES);
  return {
    sizes: { narrow: MAP_NARROW, wide: MAP_WIDE },
    draw: (size, document) => drawMap(spec, size, document),
    place: (size) => placeMap(spec, size),
    marks: spec.tiles,
    unit: spec.axisTitle
  };
};
