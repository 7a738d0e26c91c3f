import { linearSumAssignment } from 'linear-sum-assignment';
import { middle, nameOf, type Hex, type Spot } from './hexes.ts';

/** Hexagons farther than this from every wanted place are sea. */
const SHORE = 0.62;

/**
 * Takes wanted places and gives a hexagon for each: the assignment to the hexagons near them with the least sum of squared
 * distances (Jonker and Volgenant, by linear-sum-assignment).
 */
export const assign = (wanted: Spot[]): Hex[] => {
  const hexes = new Map<string, Hex>();
  const most = { column: Math.ceil(Math.max(...wanted.map(({ x }) => x))) + 3, row: 60 };
  for (let row = 0; row < most.row; row++)
    for (let column = 0; column < most.column; column++) {
      const { x, y } = middle({ column, row });
      if (wanted.some((each) => Math.hypot(each.x - x, each.y - y) < SHORE))
        hexes.set(nameOf({ column, row }), { column, row });
    }
  const candidates = [...hexes.values()];
  if (candidates.length < wanted.length)
    throw new Error(`tile map: expected room for ${wanted.length} tiles, found ${candidates.length}`);
  const costs = wanted.map((each) =>
    candidates.map((hex) => {
      const { x, y } = middle(hex);
      return (each.x - x) ** 2 + (each.y - y) ** 2;
    })
  );
  const { rowAssignments } = linearSumAssignment(costs, { maximaze: false });
  return [...rowAssignments].map((index) => candidates[index]!);
};
