import { REGIONS } from '#lib/domain/regions.ts';
import { LONDON, byItself, formatNumber, type Tiles } from '#lib/domain/index.ts';
import type { AreaMark } from '#lib/drawing/area-mark.ts';
import { classOf, placeOnBar, toDivergingClasses, toFifths, toFixedClasses, type Classes } from './classes.ts';
import { changeLayer } from './change.ts';
import type { AreaResult } from '#lib/figures/year/area-result.ts';
import type { YearPicture } from '#lib/figures/year/picture.ts';
import { yearChartSpec, toAreaMark, type YearChartSpec } from '#lib/figures/year/spec.ts';

/** A tile of the map: one council, at a column and row of a grid of hexagons whose odd rows lie half a tile to the right. */
export interface MapTile extends AreaMark {
  column: number;
  /** Counted from the north. */
  row: number;
  /** Key of the region, for outlines and labels. Boroughs carry Inner or Outer London. */
  region: string;
  /** Two to four letters that fit on a tile. */
  short: string;
  /** Index into `classes`; null for a tile that is hatched. */
  class: number | null;
  /** Why a tile is hatched: "not published", "not comparable". */
  reason?: string;
}

/** One map of tiles with its scale. */
export interface MapLayer {
  /** The councils in being then. */
  tiles: MapTile[];
  /** One hue from light to dark, for up to five classes; or two hues around the middle of five. */
  scheme: 'sequential' | 'diverging';
  /** How many councils each class has, the lowest class first; `label` where a class is named by words. */
  classes: { count: number; label?: string }[];
  /** Where classes are not named by words: the figures between them, one fewer than there are classes. */
  marks: string[];
  /** England's figure on the bar of classes, from 0 to 1; absent where there is none. */
  england?: { text: string; at: number };
  /** What the legend says of the unit. */
  unit: string;
  /** What `classes` count: "councils", "councils in 2025". */
  counted: string;
}

/** The map of tiles: one equal hexagon a council. Where two years are compared it is the map of change. */
export interface MapSpec extends YearChartSpec, MapLayer {
  /** How many columns and rows the layout of all years has, so that tiles stay in place from year to year. */
  grid: { columns: number; rows: number };
  /** Regions to name, by key. Inner and Outer London are outlined as one and named by the key of London. */
  regions: { key: string; label: string }[];
  /** The maps of the two years that are compared, the earlier first, on one scale. */
  pair?: (MapLayer & { heading: string })[];
  /** What the map of change is called. */
  heading?: string;
  /** What is read of councils that are on the earlier map alone. */
  ended?: AreaMark[];
}

/** Everything that is read of a map: its tiles, and councils on the earlier map alone. */
export const marksOf = ({ tiles, ended = [] }: MapSpec): AreaMark[] => [...tiles, ...ended];

/** Names of regions on the map, by key; London is named and outlined as one. */
const MAP_REGIONS = Object.entries(REGIONS).filter(([key]) => key !== LONDON.inner && key !== LONDON.outer);

/** What a reader chose of a map. */
export interface MapOptions {
  /** Colours by the difference from England. */
  byEngland: boolean;
  /** Classes of this year's figures alone, a fifth of councils in each. */
  byFifths: boolean;
}

/** A council with its class; it is hatched where that is null. */
export interface ClassedResult {
  result: AreaResult;
  mark: AreaMark;
  class: number | null;
  reason?: string;
}

/** Councils on their tiles; those without a place on the grid are left out. */
const tilesOf = (classed: readonly ClassedResult[], tiles: Tiles): MapTile[] => {
  const placeOf = new Map(tiles.key.map((key, i) => [key, i]));
  return classed.flatMap(({ result, mark, class: index, reason }): MapTile[] => {
    const i = placeOf.get(result.area.key);
    if (i === undefined) return [];
    return [
      {
        ...mark,
        column: tiles.column[i]!,
        row: tiles.row[i]!,
        short: tiles.short[i]!,
        region: result.area.region ?? '',
        class: index,
        ...(index === null ? { reason: reason ?? mark.text } : {})
      }
    ];
  });
};

/** How many councils each class has. */
const countsOf = (tiles: readonly Pick<MapTile, 'class'>[], classes: number): { count: number }[] =>
  Array.from({ length: classes }, (_, i) => ({ count: tiles.filter((tile) => tile.class === i).length }));

/** Councils coloured by a value each, on a scale. */
const layerOf = (
  results: readonly AreaResult[],
  valueOf: (result: AreaResult) => number | null,
  scale: Classes,
  { dp, tiles, england }: { dp: number; tiles: Tiles; england?: { text: string; value: number } | undefined }
): Omit<MapLayer, 'scheme' | 'unit' | 'counted'> => {
  const placed = tilesOf(
    results.map((result) => {
      const value = valueOf(result);
      return { result, mark: toAreaMark(result, dp), class: value === null ? null : classOf(value, scale.edges) };
    }),
    tiles
  );
  const hasClasses = placed.some((tile) => tile.class !== null);
  return {
    tiles: placed,
    classes: hasClasses ? countsOf(placed, scale.edges.length + 1) : [],
    marks: scale.marks,
    ...(england && hasClasses ? { england: { text: england.text, at: placeOnBar(england.value, scale) } } : {})
  };
};

type Earlier = NonNullable<YearPicture['earlier']>;

/** Councils of the earlier year that were no more in the later: they have a figure and no change. */
const endedOf = ({ dp, year }: YearPicture, earlier: Earlier, then: readonly MapTile[]): AreaMark[] => {
  const still = new Set(then.map(({ key }) => key));
  return earlier.councils
    .filter(({ area }) => !still.has(area.key))
    .map((result) => {
      const mark = toAreaMark(result, dp);
      return { ...mark, value: null, text: `${mark.text} in ${earlier.year}; did not exist in ${year}` };
    });
};

/** The maps of two years on one scale, the earlier first. */
const pairOf = (picture: YearPicture, earlier: Earlier, tiles: Tiles): MapSpec['pair'] => {
  const { dp, unitLabel, variant } = picture;
  const scale = toFixedClasses(picture.everyValue, dp);
  const map = (results: readonly AreaResult[], year: string) => ({
    ...layerOf(results, ({ point }) => point.value, scale, { dp, tiles }),
    scheme: 'sequential' as const,
    unit: unitLabel,
    counted: `councils in ${year}`,
    heading: byItself(year, variant.timing)
  });
  return [map(earlier.councils, earlier.year), map([...picture.ranked, ...picture.unranked], picture.year)];
};

/**
 * The map of tiles of a picture of one year, on classes that are the same in every year, or of the change from an earlier year
 * with the maps of both years.
 */
export const toMapSpec = (picture: YearPicture, options: MapOptions, tiles: Tiles): MapSpec => {
  const { dp, england, earlier, unitLabel } = picture;
  const results = [...picture.ranked, ...picture.unranked];
  const base = {
    ...yearChartSpec(picture),
    counted: 'councils',
    grid: { columns: Math.max(-1, ...tiles.column) + 1, rows: Math.max(-1, ...tiles.row) + 1 },
    regions: MAP_REGIONS.map(([key, label]) => ({ key, label }))
  };
  if (earlier) {
    const { classed, ...change } = changeLayer(picture, results);
    const placed = tilesOf(classed, tiles);
    const counts = countsOf(placed, change.labels.length);
    return {
      ...base,
      tiles: placed,
      scheme: 'diverging',
      classes: change.labels.map((label, i) => ({ ...counts[i]!, label })),
      marks: [],
      unit: change.unit,
      heading: change.heading,
      pair: pairOf(picture, earlier, tiles)!,
      ended: endedOf(picture, earlier, placed)
    };
  }
  const figure = england && `England ${formatNumber(england.point.value!, dp)}`;
  if (options.byEngland && england && picture.ranked.length > 0) {
    const by = ({ against }: AreaResult): number | null => against?.by ?? null;
    const scale = toDivergingClasses(
      picture.ranked.flatMap((result) => by(result) ?? []),
      dp
    );
    return {
      ...base,
      ...layerOf(results, by, scale, { dp, tiles, england: { text: figure!, value: 0 } }),
      scheme: 'diverging',
      unit: `difference from England, ${unitLabel}`
    };
  }
  const scale = options.byFifths
    ? toFifths(
        picture.ranked.flatMap(({ point }) => point.value ?? []),
        dp
      )
    : toFixedClasses(picture.everyValue, dp);
  const { value } = england?.point ?? { value: null };
  return {
    ...base,
    ...layerOf(results, ({ point }) => point.value, scale, {
      dp,
      tiles,
      england: value === null ? undefined : { text: figure!, value }
    }),
    scheme: 'sequential',
    unit: options.byFifths ? `${unitLabel}, fifths of ${picture.year}` : unitLabel
  };
};
