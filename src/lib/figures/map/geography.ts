import { dayOf } from '#lib/domain/index.ts';
import type { ToDrawing } from '#lib/figures/year/drawing.ts';
import { layerOn } from './boundaries.ts';
import { drawGeography } from './draw-geography.ts';
import { GEOGRAPHY_NARROW, GEOGRAPHY_WIDE, placeGeography, type GeographySpec } from './geography-layout.ts';
import { mapSpecOf } from './drawing.ts';
import { marksOf, type MapSpec } from './spec.ts';

/** Says of councils that are not on the map of the earlier year that they did not exist then. */
const withNew = (spec: MapSpec, since: string | undefined): MapSpec => {
  if (!spec.pair || since === undefined) return spec;
  const then = new Set(spec.pair[0]!.tiles.map(({ key }) => key));
  const reason = `did not exist in ${since}`;
  return { ...spec, tiles: spec.tiles.map((tile) => (then.has(tile.key) ? tile : { ...tile, class: null, reason })) };
};

/** The map of a year by the boundaries of that year. */
export const toGeography: ToDrawing = (picture, options) => {
  const { year, since, variant } = picture;
  const spec = withNew(mapSpecOf(picture, options), since);
  const boundariesIn = (period: string): string => layerOn(dayOf(period, variant.timing));
  const map = { layer: spec, boundaries: boundariesIn(year) };
  const geography: GeographySpec = {
    spec,
    map,
    ...(spec.pair && since !== undefined
      ? {
          pair: spec.pair.map((layer, i) => ({
            layer,
            heading: layer.heading,
            boundaries: boundariesIn(i ? year : since)
          }))
        }
      : {})
  };
  return {
    sizes: { narrow: GEOGRAPHY_NARROW, wide: GEOGRAPHY_WIDE },
    draw: (size, document) => drawGeography(geography, size, document),
    place: (size) => placeGeography(geography, size),
    marks: marksOf(spec),
    unit: spec.axisTitle
  };
};
