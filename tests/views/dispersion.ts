/*
 * How far figures differ beyond chance, by the published formulas alone: nothing of the code under test.
 */

/** How far a figure lies from what it is held against, and its standard error. */
export interface Departure {
  by: number;
  error: number;
}

/** A percentile of sorted numbers as spreadsheets give it (type 7). */
const percentile = (sorted: number[], part: number): number => {
  const at = part * (sorted.length - 1);
  const below = Math.floor(at);
  return sorted[below]! + (at - below) * ((sorted[below + 1] ?? sorted[below]!) - sorted[below]!);
};

const sum = (values: number[]): number => values.reduce((all, each) => all + each, 0);

/** τ by the method of moments from winsorised scores (Spiegelhalter 2005): 0 where they show no more than chance. */
export const tauOf = (departures: Departure[]): number => {
  const scores = departures.map(({ by, error }) => by / error);
  const sorted = [...scores].sort((a, b) => a - b);
  const [low, high] = [percentile(sorted, 0.1), percentile(sorted, 0.9)];
  const squares = sum(scores.map((z) => (z < low ? low : z > high ? high : z) ** 2));
  const weights = departures.map(({ error }) => error ** -2);
  const free = departures.length - 1;
  return Math.sqrt(Math.max(0, squares - free) / (sum(weights) - sum(weights.map((w) => w * w)) / sum(weights)));
};
