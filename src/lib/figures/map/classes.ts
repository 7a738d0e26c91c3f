import { formatNumber, formatSigned, round } from '#lib/domain/index.ts';
import { quantile } from '#lib/statistics/quantile.ts';

/** The classes of a map, the lowest first. */
export interface Classes {
  /** The lowest values of all classes but the first; none where there is one class. */
  edges: number[];
  /** The edges as the legend writes them. */
  marks: string[];
  /** Both ends of all figures: a figure's place within its class is measured by them. */
  ends: [number, number];
}

const NO_CLASSES: Classes = { edges: [], marks: [], ends: [0, 0] };

/** The index of the class that a value falls into. */
export const classOf = (value: number, edges: readonly number[]): number =>
  edges.filter((edge) => value >= edge).length;

/** Where a value lies on a bar of equal segments, a segment a class: from 0 to 1. */
export const placeOnBar = (value: number, { edges, ends }: Classes): number => {
  const index = classOf(value, edges);
  const [from, to] = [edges[index - 1] ?? ends[0], edges[index] ?? ends[1]];
  const within = to > from ? Math.max(0, Math.min((value - from) / (to - from), 1)) : 0.5;
  return (index + within) / (edges.length + 1);
};

const STEPS = [1, 2, 5] as const;

/** The round number at or above a value: 1, 2 or 5 with zeros. */
export const roundUp = (value: number): number => {
  const power = 10 ** Math.floor(Math.log10(value));
  const step = STEPS.find((each) => each * power >= value * (1 - 1e-9)) ?? 10;
  return Number((step * power).toPrecision(3));
};

const endsOf = (values: readonly number[]): [number, number] => [
  values.reduce((a, b) => Math.min(a, b)),
  values.reduce((a, b) => Math.max(a, b))
];

const FIFTHS = [0.2, 0.4, 0.6, 0.8];

/**
 * Takes one year's figures with so many decimal places and gives up to five classes with about as many councils in each: their
 * edges are the quintiles (R's type 7), rounded as the figures are. Equal figures share a class, no class is empty, and few
 * distinct figures make few classes; no figures make none.
 */
export const toFifths = (values: readonly number[], dp: number): Classes => {
  if (!values.length) return NO_CLASSES;
  const rounded = values.map((value) => round(value, dp));
  const ends = endsOf(rounded);
  const edges: number[] = [];
  for (const edge of FIFTHS.map((p) => round(quantile(rounded, p), dp)))
    if (rounded.some((value) => value >= (edges.at(-1) ?? ends[0]) && value < edge)) edges.push(edge);
  return { edges, marks: edges.map((edge) => formatNumber(edge, dp)), ends };
};

/** Edges as they read: whole where all are, and in thousands where the numbers would be too long for a bar. */
const marksOf = (edges: readonly number[], dp: number): string[] => {
  if (edges.length && edges.every((edge) => edge >= 10_000 && edge % 1000 === 0))
    return edges.map((edge) => `${formatNumber(edge / 1000)}k`);
  return edges.map((edge) => formatNumber(edge, edges.every(Number.isInteger) ? 0 : dp));
};

/**
 * Takes a measure's figures of all years with so many decimal places and gives up to five classes that stay the same from year to
 * year: their edges are the quintiles of all years together, rounded to a round step, so a year may have no council in one.
 */
export const toFixedClasses = (values: readonly number[], dp: number): Classes => {
  if (!values.length) return NO_CLASSES;
  const cuts = FIFTHS.map((p) => quantile(values, p));
  const ends = endsOf(values);
  const least = 10 ** -dp;
  const step = Math.max(least, roundUp(Math.max((cuts[3]! - cuts[0]!) / 20, least)));
  const rounded = cuts.map((cut) => round(Math.round(cut / step) * step, dp));
  const edges = [...new Set(rounded)].filter((edge) => edge > ends[0] && edge <= ends[1]);
  return { edges, marks: marksOf(edges, dp), ends };
};

/**
 * Takes differences with so many decimal places, from England's figure or from an earlier year's, and gives five classes of them
 * in equal steps around none. The step is round (1, 2 or 5 with zeros) and such that about four in five are no further than two
 * steps away. A difference just at the end of a step belongs to the class nearer to the middle.
 */
export const toDivergingClasses = (differences: readonly number[], dp: number): Classes & { step: number } => {
  const least = 10 ** -dp;
  const distances = differences.map(Math.abs);
  const step = roundUp(Math.max(distances.length ? quantile(distances, 0.8) / 2 : 0, least));
  const decimals = Number.isInteger(step) ? 0 : dp;
  return {
    step,
    edges: [round(-2 * step, dp), -step, round(step + least, dp), round(2 * step + least, dp)],
    marks: [-2 * step, -step, step, 2 * step].map((edge) => formatSigned(edge, decimals)),
    ends: [-3 * step, 3 * step]
  };
};
