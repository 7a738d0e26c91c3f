/** What a figure can be. Everything but `ok` and `derived` has no value. */
export const STATUSES = ['ok', 'suppressed', 'unavailable', 'not applicable', 'unreliable', 'low', 'derived'] as const;

export type Status = (typeof STATUSES)[number];

/** One figure: a number, or the reason why there is none. Never NaN, never a sentinel. */
export interface Figure {
  value: number | null;
  status: Status;
}

/** The symbols of DfE's open data standard for cells without a number, and what each means. */
export const SYMBOLS = {
  c: 'suppressed',
  x: 'unavailable',
  z: 'not applicable',
  u: 'unreliable',
  low: 'low',
  k: 'low'
} as const satisfies Record<string, Status>;

export type Symbol = keyof typeof SYMBOLS;

/** True for a cell that is one of the standard's symbols. */
export const isSymbol = (cell: string): cell is Symbol => Object.hasOwn(SYMBOLS, cell);

/** The symbol a download writes for a status that has no number; undefined where there is one. */
export const symbolOf: Record<Status, Symbol | undefined> = {
  ok: undefined,
  derived: undefined,
  suppressed: 'c',
  unavailable: 'x',
  'not applicable': 'z',
  unreliable: 'u',
  low: 'low'
};

/** How a status reads in a table cell. */
export const STATUS_WORDS: Record<Status, string> = {
  ok: 'published',
  derived: 'worked out',
  suppressed: 'not published',
  unavailable: 'not available',
  'not applicable': 'does not apply',
  unreliable: 'not reliable',
  low: 'rounds to zero'
};

/** What a status means, in one sentence. */
export const STATUS_MEANING: Record<Status, string> = {
  ok: 'Published as it stands here.',
  derived: 'Worked out from published figures; the source says how.',
  suppressed: 'Held back by the publisher so that no one can be identified.',
  unavailable: 'Not available: published or not, the figure is not in our data.',
  'not applicable': 'The measure did not exist, or does not apply, in that year.',
  unreliable: 'The publisher judged the figure too unreliable to publish.',
  low: 'More than zero, but rounds to zero.'
};
