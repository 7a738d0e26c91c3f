import type { Size } from '#lib/drawing/size.ts';
import type { Tiles } from '#lib/domain/index.ts';
import { MAP_NARROW, MAP_WIDE, placeMap } from '#lib/figures/map/layout.ts';
import { RANK_NARROW, RANK_WIDE, placeRank } from '#lib/figures/rank/layout.ts';
import { SPREAD_NARROW, SPREAD_WIDE, placeSpread } from '#lib/figures/spread/draw.ts';
import type { AreaMark, Placed } from '#lib/drawing/area-mark.ts';
import type { Extra } from '#lib/address/trend.ts';
import type { YearPicture } from '#lib/figures/year/picture.ts';
import type { Drawing } from './registry.ts';
import { toMapSpec } from '#lib/figures/map/spec.ts';
import { toSpreadSpec } from '#lib/figures/spread/spec.ts';
import { toRankSpec } from '#lib/figures/rank/spec.ts';

/** A drawing of one year with what reads it: its sizes, the places of its marks, and their words. */
export type YearDrawing = Extract<Drawing, { kind: 'rank' | 'map' | 'spread' }> & {
  sizes: { narrow: Size; wide: Size };
  place: (size: Size) => Placed;
  marks: AreaMark[];
};

/** What is drawn of a picture of one year. `tiles` are the places of authorities on the map. */
export const toDrawing = (picture: YearPicture, extras: readonly Extra[], tiles: Tiles | undefined): YearDrawing => {
  switch (picture.view) {
    case 'rank': {
      const spec = toRankSpec(picture, extras.includes('all'));
      return {
        kind: 'rank',
        spec,
        sizes: { narrow: RANK_NARROW, wide: RANK_WIDE },
        place: (size) => placeRank(spec, size),
        marks: spec.rows.flatMap((row) => (row.kind === 'area' ? [row.area] : []))
      };
    }
    case 'map': {
      const spec = toMapSpec(picture, extras.includes('england'), tiles ?? { key: [], column: [], row: [], short: [] });
      return {
        kind: 'map',
        spec,
        sizes: { narrow: MAP_NARROW, wide: MAP_WIDE },
        place: (size) => placeMap(spec, size),
        marks: spec.tiles
      };
    }
    case 'spread': {
      const spec = toSpreadSpec(picture);
      return {
        kind: 'spread',
        spec,
        sizes: { narrow: SPREAD_NARROW, wide: SPREAD_WIDE },
        place: (size) => placeSpread(spec, size),
        marks: spec.points
      };
    }
    default:
      return picture.view satisfies never;
  }
};
