import type { Authority } from './authorities.ts';
import { around, middle, type Hex, type Spot } from './hexes.ts';
import type { Pair } from './spread.ts';

const SEA = -1;

/** What a layout is judged by, and how much each counts against the others. */
const WEIGHTS = { home: 1, neighbour: 0.55, coast: 0.8, border: 0.35, lake: 3, piece: 30, end: 4 };

/** Who lies at the ends: of England, and of London, whose readers know the order of its boroughs. */
const ENDS: { key: string; of?: string; dx: number; dy: number }[] = [
  { key: '929', dx: 0, dy: -1 },
  { key: '908', dx: 0, dy: 1 },
  { key: '308', of: 'London', dx: 0, dy: -1 },
  { key: '306', of: 'London', dx: 0, dy: 1 },
  { key: '312', of: 'London', dx: -1, dy: 0 }
];

/** Of twenty tried, the seed whose England looked most like England. */
const SEED = 11;
const STEPS = 2_000_000;
const HOT = 4;
const COLD = 0.04;

/** Numbers from 0 to 1 in an order that a seed fixes (mulberry32). */
const dice = (seed: number) => (): number => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};

/** The grid that tiles are moved on: cells as numbers, with their middles and the cells around them. */
const gridOf = (hexes: Hex[]) => {
  const width = Math.max(...hexes.map(({ column }) => column)) + 4;
  const height = Math.max(...hexes.map(({ row }) => row)) + 4;
  const cells = Array.from({ length: width * height }, (_, i) => ({
    column: i % width,
    row: Math.floor(i / width)
  }));
  const inside = ({ column, row }: Hex): boolean => column >= 0 && row >= 0 && column < width && row < height;
  return {
    cells,
    at: cells.map(middle),
    around: cells.map((cell) =>
      around(cell)
        .filter(inside)
        .map(({ column, row }) => row * width + column)
    ),
    indexOf: ({ column, row }: Hex): number => row * width + column,
    isEdge: cells.map(({ column, row }) => column < 1 || row < 1 || column >= width - 1 || row >= height - 1)
  };
};

/**
 * Takes a layout and improves it by swaps and by moves to the shore (simulated annealing; Kirkpatrick and others 1983), until
 * each region is one piece, there is no lake, and neighbours are near and in their true direction. `wanted` are places in
 * tiles, `pairs` neighbours with their direction. The same input gives the same layout.
 */
export const improve = (
  authorities: Authority[],
  hexes: Hex[],
  wanted: Spot[],
  pairs: Pair[]
): { hexes: Hex[]; cost: number } => {
  const grid = gridOf(hexes);
  const random = dice(SEED);
  const pick = (list: number[]): number => list[Math.floor(random() * list.length)]!;
  const cellOf = hexes.map(grid.indexOf);
  const owner = new Array<number>(grid.cells.length).fill(SEA);
  cellOf.forEach((cell, i) => (owner[cell] = i));
  const names = [...new Set(authorities.map(({ region }) => region))];
  const regionOf = authorities.map(({ region }) => names.indexOf(region));
  const membersOf = names.map((_, r) => regionOf.flatMap((each, i) => (each === r ? [i] : [])));
  const pairsOf = authorities.map((_, i) => pairs.filter(({ a, b }) => a === i || b === i));

  const all = authorities.map((_, i) => i);
  const spot = (i: number): Spot => grid.at[cellOf[i]!]!;
  const ends = ENDS.map(({ key, of, dx, dy }) => ({
    first: authorities.findIndex((each) => each.key === key),
    others: new Set(of ? membersOf[names.indexOf(of)]! : all),
    along: (i: number): number => spot(i).x * dx + spot(i).y * dy
  }));
  const endCost = (moved: number[]): number => {
    let cost = 0;
    for (const { first, others, along } of ends) {
      const most = along(first);
      for (const i of moved.includes(first) ? others : moved) if (others.has(i)) cost += Math.max(0, along(i) - most);
    }
    return cost * WEIGHTS.end;
  };

  const placeCost = (moved: number[]): number => {
    let cost = 0;
    for (const i of moved) {
      const { x, y } = spot(i);
      cost += WEIGHTS.home * ((x - wanted[i]!.x) ** 2 + (y - wanted[i]!.y) ** 2);
      for (const { a, b, dx, dy } of pairsOf[i]!) {
        if (moved.length > 1 && (a === i ? b : a) === moved[0]) continue;
        const [from, to] = [spot(a), spot(b)];
        cost += WEIGHTS.neighbour * ((to.x - from.x - dx) ** 2 + (to.y - from.y - dy) ** 2);
      }
    }
    return cost + endCost(moved);
  };

  const shapeCost = (cells: Iterable<number>): number => {
    let cost = 0;
    for (const cell of cells) {
      const own = owner[cell]!;
      for (const next of grid.around[cell]!) {
        if (own === SEA) continue;
        if (owner[next] === SEA) cost += WEIGHTS.coast;
        else if (regionOf[owner[next]!] !== regionOf[own]) cost += WEIGHTS.border / 2;
      }
    }
    return cost;
  };

  const seen = new Int32Array(owner.length);
  let mark = 0;
  /** How many cells can be reached from one over cells that pass a test, itself included. */
  const reach = (start: number, passes: (other: number) => boolean): number => {
    const open = [start];
    seen[start] = mark;
    let count = 1;
    while (open.length)
      for (const next of grid.around[open.pop()!]!)
        if (seen[next] !== mark && passes(owner[next]!)) {
          seen[next] = mark;
          count++;
          open.push(next);
        }
    return count;
  };

  const piecesOf = (region: number): number => {
    mark++;
    let pieces = 0;
    for (const i of membersOf[region]!)
      if (seen[cellOf[i]!] !== mark) {
        pieces++;
        reach(cellOf[i]!, (other) => other !== SEA && regionOf[other] === region);
      }
    return pieces;
  };
  const lakesOf = (): number => {
    mark++;
    return owner.length - authorities.length - reach(0, (other) => other === SEA);
  };
  let lakes = lakesOf();
  const pieces = names.map((_, r) => piecesOf(r));

  const move = (i: number, to: number): void => {
    const other = owner[to]!;
    const from = cellOf[i]!;
    owner[from] = other;
    owner[to] = i;
    cellOf[i] = to;
    if (other !== SEA) cellOf[other] = from;
  };

  for (let step = 0; step < STEPS; step++) {
    const heat = HOT * (COLD / HOT) ** (step / STEPS);
    const i = Math.floor(random() * authorities.length);
    const from = cellOf[i]!;
    let to = pick(grid.around[from]!);
    if (random() < 0.5) to = pick(grid.around[to]!);
    if (to === from || grid.isEdge[to]) continue;
    const other = owner[to]!;
    if (other === SEA && !grid.around[to]!.some((next) => next !== from && owner[next] !== SEA)) continue;
    const moved = other === SEA ? [i] : [i, other];
    const cells = new Set([from, to, ...grid.around[from]!, ...grid.around[to]!]);
    const before = placeCost(moved) + shapeCost(cells);
    move(i, to);
    let change = placeCost(moved) + shapeCost(cells) - before;
    const limit = -heat * Math.log(random());
    const touched = [...new Set(moved.map((each) => regionOf[each]!))];
    // Counting pieces is dear: only for what could be accepted.
    const now = change < limit + 3 * WEIGHTS.piece ? touched.map(piecesOf) : [];
    touched.forEach((r, k) => (change += WEIGHTS.piece * ((now[k] ?? pieces[r]!) - pieces[r]!)));
    const left = now.length && moved.length === 1 ? lakesOf() : lakes;
    change += WEIGHTS.lake * (left - lakes);
    if (change < limit && now.length) {
      touched.forEach((r, k) => (pieces[r] = now[k]!));
      lakes = left;
    } else move(i, from);
  }
  const cost =
    placeCost(all) +
    shapeCost(owner.keys()) +
    WEIGHTS.piece * pieces.reduce((a, b) => a + b - 1, 0) +
    WEIGHTS.lake * lakes;
  return { cost, hexes: cellOf.map((cell) => grid.cells[cell]!) };
};
