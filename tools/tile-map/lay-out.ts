import { assign } from './assign.ts';
import type { Authority } from './authorities.ts';
import { around, middle, nameOf, type Hex } from './hexes.ts';
import { improve } from './improve.ts';
import { neighboursOf, spread } from './spread.ts';

type Hexes = Map<string, Hex>;

const SCILLY = '420';
const WIGHT = '921';

/** The island lies off the south-west tip: below Cornwall and to its left. */
const offCornwall = (hexes: Hexes): Hex => around(hexes.get('908')!)[2]!;

/** The island lies in the row below Hampshire, Southampton and Portsmouth, as near to their middle as there is room. */
const offHampshire = (hexes: Hexes): Hex => {
  const coast = ['850', '851', '852'].map((key) => hexes.get(key)!);
  const taken = new Set([...hexes.values()].map(nameOf));
  const x = coast.reduce((sum, hex) => sum + middle(hex).x, 0) / coast.length;
  const away = (hex: Hex): number => Math.abs(middle(hex).x - x);
  const row = Math.max(...coast.map((hex) => hex.row)) + 1;
  return coast
    .flatMap((hex) => around(hex))
    .filter((hex) => hex.row === row && !taken.has(nameOf(hex)))
    .sort((a, b) => away(a) - away(b) || a.column - b.column)[0]!;
};

/** Moves a layout to the corner: its first row and column become 0, and every tile keeps the six around it. */
const toCorner = (hexes: Hexes): Hexes => {
  const top = Math.min(...[...hexes.values()].map(({ row }) => row));
  const turned = [...hexes].map(([key, { column, row }]) => {
    const becomesEven = top % 2 !== 0 && row % 2 !== 0;
    return [key, { column: column + (becomesEven ? 1 : 0), row: row - top }] as const;
  });
  const left = Math.min(...turned.map(([, { column }]) => column));
  return new Map(turned.map(([key, { column, row }]) => [key, { column: column - left, row }]));
};

/**
 * Takes the authorities that have a place of their own and gives a hexagon for each, by code: spread out, assigned,
 * improved, and the two islands laid off their coasts.
 */
export const layOut = (authorities: Authority[]): { hexes: Hexes; cost: number } => {
  const mainland = authorities.filter(({ key }) => key !== SCILLY && key !== WIGHT);
  const wanted = spread(mainland);
  const improved = improve(mainland, assign(wanted), wanted, neighboursOf(mainland));
  const hexes = new Map(mainland.map(({ key }, i) => [key, improved.hexes[i]!]));
  hexes.set(SCILLY, offCornwall(hexes));
  hexes.set(WIGHT, offHampshire(hexes));
  return { hexes: toCorner(hexes), cost: improved.cost };
};
