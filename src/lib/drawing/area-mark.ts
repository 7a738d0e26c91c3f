import type { Status } from '#lib/domain/index.ts';

/** One area as a drawing of one period shows it: its figure, or why there is none, and what tells it from the others. */
export interface AreaMark {
  /** The area's key, unique in a drawing. */
  key: string;
  /** The area's full name. */
  label: string;
  value: number | null;
  status: Status;
  /** The figure as it reads: "60.6", "not published". */
  text: string;
  /** What chance alone leaves open of the value, in its unit; absent where it cannot be worked out. */
  low?: number;
  high?: number;
  /** What else a reader of the drawing is told: "rank 94, or 76–110 once chance is allowed for". */
  detail?: string;
  /** "england", "region", or 1 to 6 in the order chosen; absent for an area that nobody chose. */
  slot?: string | number;
}

/** Where an area stands on a drawing, in pixels of its size: for the pointer and for the keyboard. */
export interface Place {
  key: string;
  x: number;
  y: number;
}

/** The places of the areas on a drawing, with the width and height that the drawing really has: all from its one layout. */
export interface Placed {
  width: number;
  height: number;
  places: Place[];
  /** Which of them lies under a spot, where areas are shapes and not points. */
  hit?: (spot: { x: number; y: number }) => number | undefined;
}
