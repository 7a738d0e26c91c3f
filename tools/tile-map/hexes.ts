// Hexagons with a point at the top. Odd rows lie half a tile to the right; rows are counted from the north. Lengths are in
// tiles: the middles of two that touch are 1 apart.
export const ROW = Math.sqrt(3) / 2;

export interface Hex {
  column: number;
  row: number;
}

export interface Spot {
  x: number;
  y: number;
}

const isOdd = (row: number): boolean => Math.abs(row % 2) === 1;

/** The middle of a hexagon. */
export const middle = ({ column, row }: Hex): Spot => ({ x: column + (isOdd(row) ? 0.5 : 0), y: row * ROW });

/** The six that touch a hexagon, clockwise from the right. */
export const around = ({ column, row }: Hex): Hex[] => {
  const left = column - (isOdd(row) ? 0 : 1);
  return [
    { column: column + 1, row },
    { column: left + 1, row: row + 1 },
    { column: left, row: row + 1 },
    { column: column - 1, row },
    { column: left, row: row - 1 },
    { column: left + 1, row: row - 1 }
  ];
};

/** A hexagon's name as a key of maps. */
export const nameOf = ({ column, row }: Hex): string => `${column},${row}`;
