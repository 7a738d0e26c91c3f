import { formatNumber, round } from '#lib/domain/index.ts';
import { quantile } from '#lib/statistics/quantile.ts';

/** The classes of a map, the lowest first. `edges` are the lowest values of all classes but the first. */
interface Classes {
  edges: number[];
  labels: string[];
}

/** Classes of distance from England's figure, the lowest first: always five, the middle one around England. */
interface DivergingClasses extends Classes {
  /** How far the middle class reaches on either side, and how wide the classes beside it are. */
  step: number;
}

/** The index of the class that a value falls into. */
export const classOf = (value: number, edges: readonly number[]): number =>
  edges.filter((edge) => value >= edge).length;

const STEPS = [1, 2, 5] as const;

/** The round number at or above a value: 1, 2 or 5 with zeros. */
const roundUp = (value: number): number => {
  const power = 10 ** Math.floor(Math.log10(value));
  const step = STEPS.find((each) => each * power >= value * (1 - 1e-9)) ?? 10;
  return Number((step * power).toPrecision(3));
};

/**
 * Takes figures with so many decimal places and gives up to five classes with about as many areas in each: their edges are the
 * quintiles (R's type 7), rounded as the figures are. Equal figures share a class, no class is empty, and few distinct figures
 * make few classes; no figures make none.
 */
export const toClasses = (values: readonly number[], dp: number): Classes => {
  if (!values.length) return { edges: [], labels: [] };
  const rounded = values.map((value) => round(value, dp));
  const [low, high] = [Math.min(...rounded), Math.max(...rounded)];
  const quintiles = [0.2, 0.4, 0.6, 0.8].map((p) => round(quantile(rounded, p), dp));
  const edges: number[] = [];
  for (const edge of quintiles)
    if (rounded.some((value) => value >= (edges.at(-1) ?? low) && value < edge)) edges.push(edge);
  const words = (value: number): string => formatNumber(value, dp);
  if (!edges.length) return { edges, labels: [low === high ? words(low) : `${words(low)} to ${words(high)}`] };
  const labels = edges.slice(0, -1).map((from, i) => {
    const to = round(edges[i + 1]! - 10 ** -dp, dp);
    return from === to ? words(from) : `${words(from)} to ${words(to)}`;
  });
  return { edges, labels: [`under ${words(edges[0]!)}`, ...labels, `${words(edges.at(-1)!)} or more`] };
};

/**
 * Takes differences from England's figure, with so many decimal places, and gives five classes of them in equal steps. The step
 * is round (1, 2 or 5 with zeros) and such that about four in five areas are no further than two steps away. A figure just at
 * the end of a step belongs to the class nearer to England.
 */
export const toDivergingClasses = (differences: readonly number[], dp: number): DivergingClasses => {
  const least = 10 ** -dp;
  const distances = differences.map(Math.abs);
  const step = roundUp(Math.max(distances.length ? quantile(distances, 0.8) / 2 : 0, least));
  const decimals = Number.isInteger(step) ? 0 : dp;
  const [one, two] = [formatNumber(step, decimals), formatNumber(2 * step, decimals)];
  return {
    step,
    edges: [round(-2 * step, dp), -step, round(step + least, dp), round(2 * step + least, dp)],
    labels: [
      `more than ${two} below England`,
      `more than ${one}, up to ${two} below`,
      `within ${one} of England`,
      `more than ${one}, up to ${two} above`,
      `more than ${two} above England`
    ]
  };
};
