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

/** The part of the address that a view has under its measure: none over time. */
export const VIEW_PATHS: Record<View, string> = { time: '', rank: 'ranked', map: 'map', spread: 'spread' };

/** The view of a part of an address; over time for any other part, and for none. */
export const viewOfPath = (path = ''): View => VIEWS.find((view) => VIEW_PATHS[view] === path) ?? 'time';

/** The views that show one period of many areas. */
export const YEAR_VIEWS: readonly YearView[] = ['rank', 'map', 'spread'];

/** True for the word of a view. */
export const isView = (word: string): word is View => (VIEWS as readonly string[]).includes(word);
