import type { Authority } from './authorities.ts';
import { ROW, type Spot } from './hexes.ts';

/** Two neighbours, as indexes, with the true direction from one to the other and how far apart they are in tiles. */
export interface Pair {
  a: number;
  b: number;
  length: number;
  dx: number;
  dy: number;
}

/** Kilometres that one tile is wide, were the tiles laid over all of England. */
const KM_A_TILE = 31;

/** How strongly a place is drawn to the true map: all a little, and large counties most. */
const hold = ({ area }: Authority): number => 0.003 * (1 + area / 200);

/** How far apart two neighbours want to be: a tile, and up to two where both are wide. */
const apart = (length: number): number => Math.max(1, Math.min(length / 2, 2));

const distance = (a: Spot, b: Spot): number => Math.hypot(a.x - b.x, a.y - b.y);

/** True places in tiles: east is right, north is up. */
const placesOf = (authorities: Authority[]): Spot[] => {
  const west = Math.min(...authorities.map(({ easting }) => easting));
  const north = Math.max(...authorities.map(({ northing }) => northing));
  return authorities.map(({ easting, northing }) => ({
    x: (easting - west) / KM_A_TILE,
    y: (north - northing) / KM_A_TILE
  }));
};

/**
 * Pairs of neighbours, as indexes: those with no third authority in the circle between them (Gabriel and Sokal 1969), and
 * the true direction from one to the other.
 */
export const neighboursOf = (authorities: Authority[]): Pair[] => {
  const at = placesOf(authorities);
  const pairs: Pair[] = [];
  for (let a = 0; a < at.length; a++)
    for (let b = a + 1; b < at.length; b++) {
      const centre = { x: (at[a]!.x + at[b]!.x) / 2, y: (at[a]!.y + at[b]!.y) / 2 };
      const length = distance(at[a]!, at[b]!);
      if (at.some((each, i) => i !== a && i !== b && distance(each, centre) < length / 2)) continue;
      pairs.push({ a, b, length, dx: (at[b]!.x - at[a]!.x) / length, dy: (at[b]!.y - at[a]!.y) / length });
    }
  return pairs;
};

/**
 * Takes the authorities and gives where each would like to be, in tiles, when all have the same room: neighbours one tile
 * apart in their true direction, no two nearer than that, and all of it drawn towards the true map.
 */
export const spread = (authorities: Authority[]): Spot[] => {
  const at = placesOf(authorities);
  const pairs = neighboursOf(authorities);
  const home = at.map((each) => ({ ...each }));
  for (let step = 0; step < 3000; step++) {
    const cooling = 1 - step / 3000;
    const push = at.map(() => ({ x: 0, y: 0 }));
    const pull = (i: number, x: number, y: number) => {
      push[i]!.x += x;
      push[i]!.y += y;
    };
    for (const { a, b, length, dx, dy } of pairs) {
      const x = (at[b]!.x - at[a]!.x - dx * apart(length)) * 0.12;
      const y = (at[b]!.y - at[a]!.y - dy * apart(length)) * 0.12;
      pull(a, x, y);
      pull(b, -x, -y);
    }
    for (let a = 0; a < at.length; a++)
      for (let b = a + 1; b < at.length; b++) {
        const between = distance(at[a]!, at[b]!);
        if (between >= 1) continue;
        const share = ((1 - between) * 0.9) / Math.max(between, 1e-6);
        pull(a, (at[a]!.x - at[b]!.x) * share, (at[a]!.y - at[b]!.y) * share);
        pull(b, (at[b]!.x - at[a]!.x) * share, (at[b]!.y - at[a]!.y) * share);
      }
    const shift = mean(at, home);
    at.forEach((each, i) => {
      const share = hold(authorities[i]!);
      pull(i, (home[i]!.x + shift.x - each.x) * share, (home[i]!.y + shift.y - each.y) * share);
      each.x += push[i]!.x * (0.2 + 0.8 * cooling);
      each.y += push[i]!.y * (0.2 + 0.8 * cooling);
    });
  }
  const top = Math.min(...at.map(({ y }) => y));
  const left = Math.min(...at.map(({ x }) => x));
  return at.map(({ x, y }) => ({ x: x - left + 3, y: y - top + 4 * ROW }));
};

/** How far the middle of all has moved from the middle of the true map. */
const mean = (at: Spot[], home: Spot[]): Spot => ({
  x: at.reduce((sum, each, i) => sum + each.x - home[i]!.x, 0) / at.length,
  y: at.reduce((sum, each, i) => sum + each.y - home[i]!.y, 0) / at.length
});
