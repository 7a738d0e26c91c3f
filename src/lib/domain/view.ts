/** The four ways in which one measure is looked at, by the words of the address. */
export const VIEWS = ['time', 'rank', 'map', 'spread'] as const;

export type View = (typeof VIEWS)[number];

/** A view that shows one period of many areas. */
export type YearView = Exclude<View, 'time'>;

/** How a view is called on its tab. */
export const VIEW_NAMES: Record<View, string> = {
  time: 'Over time',
  rank: 'Ranked',
  map: 'Map',
  spread: 'Spread'
};

/** True for the word of a view. */
export const isView = (word: string): word is View => (VIEWS as readonly string[]).includes(word);
