/** The map of tiles as a file of columns, in order of code: each authority's hexagon and the letters on it. */
export interface Tiles {
  /** Three-digit codes. */
  key: string[];
  /** Counted from the west; tiles of odd rows lie half a tile to the right. */
  column: number[];
  /** Counted from the north. */
  row: number[];
  /** Two to four letters. */
  short: string[];
}

/** The first year whose authorities are all on the map. */
export const FIRST_MAP_YEAR = 2006;
