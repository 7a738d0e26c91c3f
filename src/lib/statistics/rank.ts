import { round } from '#lib/domain/index.ts';
import { quantile } from './quantile.ts';

/**
 * A place among others: ties share one, and the places after them are skipped ("joint 12th of 151"). Where figures that are not
 * published leave it open, `place` is the first that it can be and `last` the last.
 */
export interface Rank {
  place: number;
  last?: number;
  joint: boolean;
  of: number;
}

/** A figure of which only both ends are known. */
export interface Unpublished {
  low: number;
  high: number;
}

/**
 * Ranks figures by the value that a reader sees, rounded to `dp` decimal places (competition ranking). `from` says which end
 * is first. By key. Throws where two have the same key, and for a value that is not a finite number: what is suppressed or
 * missing is not ranked. Of `unpublished` figures both ends are known: they count among those ranked, and leave a place open
 * where they can lie on either side of it.
 */
export const rank = (
  figures: readonly { key: string; value: number }[],
  dp: number,
  from: 'highest' | 'lowest',
  unpublished: readonly Unpublished[] = []
): Map<string, Rank> => {
  const seen = figures.map(({ key, value }) => {
    if (!Number.isFinite(value)) throw new Error(`rank: ${key}: expected a number, found ${value}`);
    return { key, value: round(value, dp) };
  });
  seen.sort((a, b) => (from === 'highest' ? b.value - a.value : a.value - b.value));
  const ends = unpublished.map(({ low, high }) => [round(low, dp), round(high, dp)] as const);
  /** How many of the unpublished are surely ahead of a value, and how many can be. */
  const ahead = (value: number): [number, number] =>
    from === 'highest'
      ? [ends.filter(([low]) => low > value).length, ends.filter(([, high]) => high > value).length]
      : [ends.filter(([, high]) => high < value).length, ends.filter(([low]) => low < value).length];
  const ranks = new Map<string, Rank>();
  let place = 0;
  seen.forEach(({ key, value }, i) => {
    const [before, after] = [seen[i - 1]?.value, seen[i + 1]?.value];
    if (ranks.has(key)) throw new Error(`rank: expected each key once, found ${key} twice`);
    if (value !== before) place = i + 1;
    const [certain, possible] = ahead(value);
    ranks.set(key, {
      place: place + certain,
      ...(possible > certain ? { last: place + possible } : {}),
      joint: possible === certain && (value === before || value === after),
      of: seen.length + unpublished.length
    });
  });
  return ranks;
};

// Not by `Intl.PluralRules`, which costs a phone as much as all else that is read when a view is turned to.
const ending = (place: number): string => {
  if (place % 100 >= 11 && place % 100 <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][place % 10] ?? 'th';
};

/** "1st", "12th", "103rd". */
export const ordinalOf = (place: number): string => `${place}${ending(place)}`;

/** A place in words, with how many there are: "1st of 151", "joint 12th of 151", "between 36th and 39th of 150". */
export const placeWords = ({ place, last, joint, of }: Rank): string =>
  last === undefined
    ? `${joint ? 'joint ' : ''}${ordinalOf(place)} of ${of}`
    : `between ${ordinalOf(place)} and ${ordinalOf(last)} of ${of}`;

/** A place by itself, a shared one with the sign that sports use: "1", "=12", "36–39". */
export const placeSign = ({ place, last, joint }: Rank): string =>
  last === undefined ? `${joint ? '=' : ''}${place}` : `${place}–${last}`;

/** A place in a cell of a table: "1 of 151", "=12 of 151", "36–39 of 150". */
export const placeCell = (rank: Rank): string => `${placeSign(rank)} of ${rank.of}`;

/** The 25th, 50th and 75th percentile of one or more figures (type 7, as in the Department's own tool). */
export const quartiles = (values: readonly number[]): [number, number, number] => [
  quantile(values, 0.25),
  quantile(values, 0.5),
  quantile(values, 0.75)
];

/** A quarter of those ranked, 1 the lowest. */
export type Quarter = 1 | 2 | 3 | 4;

/** The quarter that a figure lies in: up to and with the 25th percentile, the 50th, the 75th, above. */
export const quartileOf = (value: number, [first, second, third]: readonly [number, number, number]): Quarter =>
  value <= first ? 1 : value <= second ? 2 : value <= third ? 3 : 4;
