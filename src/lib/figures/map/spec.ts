import { REGIONS } from '#lib/domain/regions.ts';
import { LONDON } from '#lib/domain/index.ts';
import type { Tiles } from '#lib/domain/index.ts';
import type { AreaMark } from '#lib/drawing/area-mark.ts';
import { classOf, toClasses, toDivergingClasses } from './classes.ts';
import type { AreaResult } from '#lib/figures/year/area-result.ts';
import type { YearPicture } from '#lib/figures/year/picture.ts';
import { yearChartSpec, toAreaMark, type YearChartSpec } from '#lib/figures/year/spec.ts';

/** A tile of the map: one authority, at a column and row of a grid of hexagons whose odd rows lie half a tile to the right. */
export interface MapTile extends AreaMark {
  column: number;
  /** Counted from the north. */
  row: number;
  /** Key of the region, for outlines and labels. Boroughs carry Inner or Outer London. */
  region: string;
  /** Two to four letters that fit on a tile. */
  short: string;
  /** Index into `classes`; null where there is no figure, which is hatched. */
  class: number | null;
}

/** The map of tiles: one equal hexagon an authority. */
export interface MapSpec extends YearChartSpec {
  /** The authorities in being then. */
  tiles: MapTile[];
  /** How many columns and rows the layout of all years has, so that tiles stand still from year to year. */
  grid: { columns: number; rows: number };
  /** Regions to name, by key. Inner and Outer London are outlined as one and named by the key of London. */
  regions: { key: string; label: string }[];
  /** The classes of the scale, the lowest first, each in words: "under 45.0", "45.0 to 59.9". */
  classes: { label: string }[];
  /** One hue from light to dark, for up to five classes; or two hues around the middle of five. */
  scheme: 'sequential' | 'diverging';
}

/** Names of regions on the map, by key; London is named and outlined as one. */
const MAP_REGIONS = Object.entries(REGIONS).filter(([key]) => key !== LONDON.inner && key !== LONDON.outer);

/**
 * The map of tiles of a picture of one year: classes are the fifths of that year's figures, or equal steps from England's where
 * `byEngland` is asked for and there is an England to compare with.
 */
export const toMapSpec = (picture: YearPicture, byEngland: boolean, tiles: Tiles): MapSpec => {
  const { dp, england } = picture;
  const isDiverging = byEngland && england !== undefined && picture.ranked.length > 0;
  const valueOf = ({ point, against }: AreaResult): number | null =>
    isDiverging ? (against?.by ?? null) : point.value;
  const values = picture.ranked.flatMap((result) => valueOf(result) ?? []);
  const classes = isDiverging ? toDivergingClasses(values, dp) : toClasses(values, dp);
  const placeOf = new Map(tiles.key.map((key, i) => [key, i]));
  return {
    ...yearChartSpec(picture),
    tiles: [...picture.ranked, ...picture.unranked].flatMap((result): MapTile[] => {
      const i = placeOf.get(result.area.key);
      if (i === undefined) return [];
      const value = valueOf(result);
      return [
        {
          ...toAreaMark(result, dp),
          column: tiles.column[i]!,
          row: tiles.row[i]!,
          short: tiles.short[i]!,
          region: result.area.region ?? '',
          class: value === null ? null : classOf(value, classes.edges)
        }
      ];
    }),
    grid: { columns: Math.max(-1, ...tiles.column) + 1, rows: Math.max(-1, ...tiles.row) + 1 },
    regions: MAP_REGIONS.map(([key, label]) => ({ key, label })),
    classes: classes.labels.map((label) => ({ label })),
    scheme: isDiverging ? 'diverging' : 'sequential'
  };
};
