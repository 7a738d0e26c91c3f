/** The head of the column with the ranges of ranks, which is left out where there are none. */
export const RANGE_HEAD = '95% range of the rank';

/** Both ends of the range of a rank: "76–110". */
export const rangeSign = ({ first, last }: { first: number; last: number }): string => `${first}–${last}`;

/** A rank together with its range, as a pointer reads it. */
export const rankDetail = (place: string, range: string): string =>
  `rank ${place}, or ${range} once chance is allowed for`;
