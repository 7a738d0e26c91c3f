import type { Status } from '#lib/domain/index.ts';

/** One area as a drawing of one period shows it: its figure, or why there is none, and what tells it from the others. */
export interface ChartStanding {
  /** The area's key, unique in a drawing. */
  key: string;
  /** The area's full name. */
  label: string;
  value: number | null;
  status: Status;
  /** The figure as it reads: "60.6", "not published". */
  text: string;
  /** What chance alone leaves open of the value, in its unit; absent where it cannot be worked out. */
  low?: number;
  high?: number;
  /** "england", "region", or 1 to 6 in the order chosen; absent for an area that nobody chose. */
  slot?: string | number;
}

/** Where an area stands on a drawing, in pixels of its size: for the pointer and for the keyboard. */
export interface Place {
  key: string;
  x: number;
  y: number;
}

/** The places of the areas on a drawing, with the width and height that the drawing really has: all from its one layout. */
export interface Placed {
  width: number;
  height: number;
  places: Place[];
}

/** What every drawing of one period carries. */
export interface StandingSpec {
  /** Name and description for those who do not see it. */
  title: string;
  description: string;
  /** What the value axis says: "per 10,000 children". */
  axisTitle: string;
  dp: number;
}

/** A row of the ranked chart: an area in its place, or how many areas are left out between two. */
export type RankRow =
  | { kind: 'area'; /** "12", or "=12" where it is shared. */ place: string; area: ChartStanding }
  | { kind: 'gap'; count: number };

/**
 * Areas in order of their figures. Values lie across, so that the strip of all areas at the top, the bands between the
 * quartiles and the rows below share one axis.
 */
export interface RankSpec extends StandingSpec {
  /** Both ends of the axis; below zero where the order is one of changes. */
  domain: [number, number];
  rows: RankRow[];
  /** All ranked areas, in the order of their values, whether they have a row or not. */
  strip: { value: number; slot?: string | number }[];
  /** Rules across all rows: England, and the region of the first area chosen. */
  references: { label: string; value: number; slot: string }[];
  /** The 25th, 50th and 75th percentile of the ranked values; absent where too few are ranked. */
  quartiles?: [number, number, number];
}

/** A tile of the map: one authority, at a column and row of a grid of hexagons whose odd rows lie half a tile to the right. */
export interface MapTile extends ChartStanding {
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
export interface MapSpec extends StandingSpec {
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

/** A point of the spread: an area at its size. */
export interface SpreadPoint extends ChartStanding {
  /** What the figure is out of: children in the area, referrals … */
  size: number;
  /** Written on the drawing: chosen areas, and those beyond the outer limits as far as there is room. */
  named: boolean;
  /** How far out: within the 95% limits, between them and the 99.8% limits, or beyond those. */
  beyond: 0 | 95 | 99.8;
}

/** A pair of limits over size. */
export interface Limits {
  level: 95 | 99.8;
  /** Widened for what differs between areas beyond chance (over-dispersion). */
  widened: boolean;
  points: { size: number; low: number; high: number }[];
}

/** Funnel plot: figures over size with the limits around England's figure. */
export interface FunnelSpec extends StandingSpec {
  kind: 'funnel';
  points: SpreadPoint[];
  limits: Limits[];
  centre: { label: string; value: number };
  /** What `size` counts: "Children aged 0 to 17 in the area". */
  sizeTitle: string;
  /** Both ends of each axis. The axis of size is drawn as square root. */
  sizes: [number, number];
  domain: [number, number];
}

/** A plain distribution, for figures that chance limits do not fit, such as averages: each area a dot, piled where they are many. */
export interface DistributionSpec extends StandingSpec {
  kind: 'distribution';
  points: (ChartStanding & { named: boolean })[];
  references: { label: string; value: number; slot: string }[];
  quartiles?: [number, number, number];
  domain: [number, number];
}

export type SpreadSpec = FunnelSpec | DistributionSpec;
