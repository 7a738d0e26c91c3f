import type { Position } from 'geojson';
import type { Outline } from './boundaries.ts';
import type { Spot } from './hexagons.ts';

const sidesOf = (ring: Position[]): (readonly [Position, Position])[] =>
  ring.slice(1).map((to, i) => [ring[i]!, to] as const);

/** Whether a place lies in an outline: a line from it to the right crosses its sides an odd number of times. */
export const isIn = ({ parts }: Outline, { x, y }: Spot): boolean =>
  parts.flat().reduce((isInside, ring) => {
    const crossed = sidesOf(ring).filter(
      ([[x1, y1], [x2, y2]]) => y1! > y !== y2! > y && x < x1! + ((y - y1!) / (y2! - y1!)) * (x2! - x1!)
    );
    return crossed.length % 2 ? !isInside : isInside;
  }, false);

/** Twice the area of a ring, with its sign. */
const twiceArea = (ring: Position[]): number =>
  sidesOf(ring).reduce((sum, [[x1, y1], [x2, y2]]) => sum + x1! * y2! - x2! * y1!, 0);

/** The middle of the largest part of an outline. */
export const middleOf = ({ parts }: Outline): Spot => {
  const [ring] = parts.reduce((a, b) => (Math.abs(twiceArea(b[0]!)) > Math.abs(twiceArea(a[0]!)) ? b : a));
  const area = twiceArea(ring!);
  const sum = { x: 0, y: 0 };
  for (const [[x1, y1], [x2, y2]] of sidesOf(ring!)) {
    const cross = x1! * y2! - x2! * y1!;
    sum.x += (x1! + x2!) * cross;
    sum.y += (y1! + y2!) * cross;
  }
  return { x: sum.x / (3 * area), y: sum.y / (3 * area) };
};

const tenth = (value: number): number => Math.round(value * 10) / 10;

/** Slanted lines that fill outlines, as one path: `gap` is how far apart they are. */
export const hatchOutlines = (outlines: readonly Outline[], gap: number): string =>
  outlines
    .flatMap(({ parts }) => {
      const sides = parts.flat().flatMap(sidesOf);
      // On a line from the lower left to the upper right, x + y is the same everywhere.
      const sums = sides.map(([[x, y]]) => x! + y!);
      const [low, high] = [Math.min(...sums), Math.max(...sums)];
      const first = Math.ceil(low / gap) * gap;
      return Array.from({ length: Math.max(0, Math.ceil((high - first) / gap)) }, (_, i) => {
        const sum = first + i * gap;
        const crossings = sides
          .flatMap(([[x1, y1], [x2, y2]]) => {
            const [a, b] = [x1! + y1! - sum, x2! + y2! - sum];
            return a > 0 === b > 0 ? [] : [x1! + (a / (a - b)) * (x2! - x1!)];
          })
          .sort((a, b) => a - b)
          .map((x) => `${tenth(x)},${tenth(sum - x)}`);
        return crossings.map((spot, k) => (k % 2 ? `L${spot}` : `M${spot}`)).join('');
      });
    })
    .join('');
