/*
 * Hexagons with a point at the top, on a grid whose odd rows lie half a tile to the right. `pitch` is how far apart the
 * middles of two that touch are: a tile is as wide.
 */

/** Rows are this share of a tile apart. */
export const ROW = Math.sqrt(3) / 2;

/** From the middle to a corner, as a share of the pitch. */
export const RADIUS = 1 / Math.sqrt(3);

export interface Cell {
  column: number;
  row: number;
}

export interface Spot {
  x: number;
  y: number;
}

/** The middle of a tile, in tiles from the left edge and from the top of the grid. */
export const middleOf = ({ column, row }: Cell): Spot => ({
  x: column + (row % 2 ? 1 : 0.5),
  y: row * ROW + RADIUS
});

/** The six cells around one, clockwise from the right. Side n runs from corner n to the next. */
export const around = ({ column, row }: Cell): Cell[] => {
  const left = column - (row % 2 ? 0 : 1);
  return [
    { column: column + 1, row },
    { column: left + 1, row: row + 1 },
    { column: left, row: row + 1 },
    { column: column - 1, row },
    { column: left, row: row - 1 },
    { column: left + 1, row: row - 1 }
  ];
};

/** The corners around a middle, clockwise from the upper right. */
const corners = ({ x, y }: Spot, pitch: number): Spot[] => {
  const [half, radius] = [pitch / 2, pitch * RADIUS];
  return [
    { x: x + half, y: y - radius / 2 },
    { x: x + half, y: y + radius / 2 },
    { x, y: y + radius },
    { x: x - half, y: y + radius / 2 },
    { x: x - half, y: y - radius / 2 },
    { x, y: y - radius }
  ];
};

const tenth = (value: number): number => Math.round(value * 10) / 10;
const at = ({ x, y }: Spot): string => `${tenth(x)},${tenth(y)}`;

/**
 * The outlines of hexagons as one path. All have one shape, written from the first corner on, so that the text repeats itself: packed
 * by gzip a map is 3 KB instead of 6.
 */
export const hexagonPath = (middles: readonly Spot[], pitch: number): string => {
  const [half, radius] = [tenth(pitch / 2), tenth(pitch * RADIUS)];
  const quarter = tenth(radius / 2);
  const shape = `v${radius}l${-half},${quarter}l${-half},${-quarter}v${-radius}l${half},${-quarter}Z`;
  return middles.map((middle) => `M${at(corners(middle, pitch)[0]!)}${shape}`).join('');
};

/** Slanted lines that fill hexagons, as one path: `gap` is how far apart they are. Cut by hand, so that no pattern needs a name. */
export const hatchPath = (middles: readonly Spot[], pitch: number, gap: number): string =>
  middles
    .flatMap((middle) => {
      const ring = corners(middle, pitch);
      // On a line from the lower left to the upper right, x + y is the same everywhere.
      const sums = ring.map(({ x, y }) => x + y);
      const [low, high] = [Math.min(...sums), Math.max(...sums)];
      const count = Math.floor((high - low) / gap);
      const first = (low + high) / 2 - ((count - 1) / 2) * gap;
      return Array.from({ length: count }, (_, i) => {
        const sum = first + i * gap;
        const ends = ring.flatMap((from, k) => {
          const to = ring[(k + 1) % 6]!;
          const [a, b] = [from.x + from.y - sum, to.x + to.y - sum];
          if (a > 0 === b > 0) return [];
          const part = a / (a - b);
          return [{ x: from.x + part * (to.x - from.x), y: from.y + part * (to.y - from.y) }];
        });
        return ends.length === 2 ? `M${ends.map(at).join('L')}` : '';
      });
    })
    .join('');

/** Joins stretches that share an end into as few lines as can be, as one path. */
const chain = (stretches: readonly (readonly [Spot, Spot])[]): string => {
  const open = new Map<string, Set<number>>();
  const ends = stretches.map(([from, to]) => [at(from), at(to)] as const);
  ends.forEach((pair, i) => pair.forEach((end) => open.set(end, (open.get(end) ?? new Set()).add(i))));
  const used = new Set<number>();
  const follow = (from: string): string[] => {
    const next = [...(open.get(from) ?? [])].find((i) => !used.has(i));
    if (next === undefined) return [];
    used.add(next);
    const [a, b] = ends[next]!;
    const to = a === from ? b : a;
    return [to, ...follow(to)];
  };
  return ends
    .flatMap(([start], i) => {
      if (used.has(i)) return [];
      const ahead = follow(start);
      const line = [...follow(start).reverse(), start, ...ahead];
      return [line[0] === line.at(-1) ? `M${line.slice(0, -1).join('L')}Z` : `M${line.join('L')}`];
    })
    .join('');
};

/**
 * The sides of tiles where the group changes: `coast` where nothing lies beyond, `borders` between two groups. `groups` are
 * parallel to `cells`.
 */
export const outlines = (
  cells: readonly Cell[],
  groups: readonly string[],
  place: (cell: Cell) => Spot,
  pitch: number
): { coast: string; borders: string } => {
  const groupAt = new Map(cells.map(({ column, row }, i) => [`${column},${row}`, groups[i]!]));
  const coast: [Spot, Spot][] = [];
  const borders: [Spot, Spot][] = [];
  cells.forEach((cell, i) => {
    const ring = corners(place(cell), pitch);
    around(cell).forEach(({ column, row }, side) => {
      const beyond = groupAt.get(`${column},${row}`);
      const stretch: [Spot, Spot] = [ring[side]!, ring[(side + 1) % 6]!];
      if (beyond === undefined) coast.push(stretch);
      else if (groups[i]! < beyond) borders.push(stretch);
    });
  });
  return { coast: chain(coast), borders: chain(borders) };
};
