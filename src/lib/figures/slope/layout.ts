import type { Size } from '#lib/drawing/size.ts';

/** One area with its value on the left and on the right. */
export interface SlopeLine {
  key: string;
  label: string;
  from: number;
  to: number;
  /** "england", or 1 to 6 for an area picked out; absent for all others. */
  slot?: string | number;
}

/** Many areas, each a line from one side to the other. */
export interface SlopeSpec {
  title: string;
  description: string;
  axisTitle: string;
  /** What stands on the left and on the right. */
  sides: [string, string];
  lines: SlopeLine[];
  /** Both ends of the axis. */
  domain: [number, number];
  /** Even steps, or equal steps for equal percentages. */
  scale: 'linear' | 'log';
  /** A value with a rule of its own, such as 100. */
  rule?: number;
}

/** Sizes of the drawings. */
export const SLOPE_NARROW: Size = {
  name: 'narrow',
  width: 344,
  height: 420,
  top: 44,
  right: 104,
  bottom: 14,
  left: 44,
  font: 12
};
export const SLOPE_WIDE: Size = {
  ...SLOPE_NARROW,
  name: 'wide',
  width: 760,
  height: 480,
  right: 190,
  left: 56,
  font: 13
};
