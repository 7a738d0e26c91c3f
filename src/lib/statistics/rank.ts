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
 * is first. By key. Throws where two have the same key, and for a value that is not a finite number: what is suppressed or
 * missing is not ranked.
 */
export const rank = (
  figures: readonly { key: string; value: number }[],
  dp: number,
  from: 'highest' | 'lowest'
): Map<string, Rank> => {
  const seen = figures.map(({ key, value }) => {
    if (!Number.isFinite(value)) throw new Error(`rank: ${key}: expected a number, found ${value}`);
    return { key, value: round(value, dp) };
  });
  seen.sort((a, b) => (from === 'highest' ? b.value - a.value : a.value - b.value));
  const ranks = new Map<string, Rank>();
  let place = 0;
  seen.forEach(({ key, value }, i) => {
    const [before, after] = [seen[i - 1]?.value, seen[i + 1]?.value];
    if (ranks.has(key)) throw new Error(`rank: expected each key once, found ${key} twice`);
    if (value !== before) place = i + 1;
    ranks.set(key, { place, joint: value === before || value === after, of: seen.length });
  });
  return ranks;
};

// Not by `Intl.PluralRules`, which costs a phone as much as all else that is read when a view is turned to.
const ending = (place: number): string => {
  if (place % 100 >= 11 && place % 100 <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][place % 10] ?? 'th';
};

/** A place in words, with how many there are: "1st of 151", "joint 12th of 151". */
export const placeWords = ({ place, joint, of }: Rank): string =>
  `${joint ? 'joint ' : ''}${place}${ending(place)} of ${of}`;

/** A place in a cell of a table, a shared one with the sign that sports use: "1 of 151", "=12 of 151". */
export const placeCell = ({ place, joint, of }: Rank): string => `${joint ? '=' : ''}${place} of ${of}`;

/** The 25th, 50th and 75th percentile of one or more figures (type 7, as in the Department's own tool). */
export const quartiles = (values: readonly number[]): [number, number, number] => [
  quantile(values, 0.25),
  quantile(values, 0.5),
  quantile(values, 0.75)
];

/** The quarter that a figure lies in, 1 the lowest: up to and with the 25th percentile, the 50th, the 75th, above. */
export const quartileOf = (value: number, [first, second, third]: readonly [number, number, number]): 1 | 2 | 3 | 4 =>
  value <= first ? 1 : value <= second ? 2 : value <= third ? 3 : 4;
