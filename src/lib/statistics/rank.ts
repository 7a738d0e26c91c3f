import { round } from '../domain/index.ts';
import { quantile } from './quantile.ts';

/** A place among others: ties share one, and the places after them are skipped ("joint 12th of 151"). */
export interface Rank {
  place: number;
  joint: boolean;
  of: number;
}

/**
 * Ranks figures by the value that a reader sees, rounded to `dp` decimal places (competition ranking). `from` says which end
 * is first. By key, which is unique.
 */
export const rank = (
  figures: readonly { key: string; value: number }[],
  dp: number,
  from: 'highest' | 'lowest'
): Map<string, Rank> => {
  const seen = figures.map(({ key, value }) => ({ key, value: round(value, dp) }));
  seen.sort((a, b) => (from === 'highest' ? b.value - a.value : a.value - b.value));
  const ranks = new Map<string, Rank>();
  let place = 0;
  seen.forEach(({ key, value }, i) => {
    const [before, after] = [seen[i - 1]?.value, seen[i + 1]?.value];
    if (value !== before) place = i + 1;
    ranks.set(key, { place, joint: value === before || value === after, of: seen.length });
  });
  return ranks;
};

/** The 25th, 50th and 75th percentile of one or more figures (type 7, as in the Department's own tool). */
export const quartiles = (values: readonly number[]): [number, number, number] => [
  quantile(values, 0.25),
  quantile(values, 0.5),
  quantile(values, 0.75)
];

/** The quarter that a figure lies in, 1 the lowest: up to and with the 25th percentile, the 50th, the 75th, above. */
export const quartileOf = (value: number, [first, second, third]: readonly [number, number, number]): 1 | 2 | 3 | 4 =>
  value <= first ? 1 : value <= second ? 2 : value <= third ? 3 : 4;
