import type { TableView } from '#lib/figures/time/table.ts';
import type { PointedArea } from './reader.ts';

/** The head of the column with the ranges of ranks, which is left out where there are none. */
export const RANGE_HEAD = '95% range of the rank';

/** Both ends of the range of a rank: "76–110". */
export const rangeSign = ({ first, last }: { first: number; last: number }): string => `${first}–${last}`;

/** A rank together with its range, as a pointer reads it. */
export const rankDetail = (place: string, range: string): string =>
  `rank ${place}, or ${range} once chance is allowed for`;

/** Gives the marks of a prerendered page their ranks from its table: a page carries them once. */
export const withRanks = (marks: readonly PointedArea[], { columns, rows }: TableView): PointedArea[] => {
  const at = columns.findIndex(({ label }) => label === RANGE_HEAD);
  const cells = new Map(rows.flatMap((row) => (row.kind === 'figures' ? [[row.period, row.cells] as const] : [])));
  return marks.map((mark) => {
    const [rank, range] = (at > 0 && cells.get(mark.key)?.slice(at - 1, at + 1)) || [];
    return rank && range && range.text !== '–' ? { ...mark, detail: rankDetail(rank.text, range.text) } : mark;
  });
};
