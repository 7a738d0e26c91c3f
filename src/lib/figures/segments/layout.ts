import type { TimeSpec } from '#lib/figures/time/spec.ts';
import type { Size } from '#lib/drawing/size.ts';

/** One year's figure: of which segment, or the year of transition, which is in neither. */
interface SegmentPoint {
  year: number;
  value: number;
  segment: 'earlier' | 'later' | 'transition';
}

/** The fitted line of a segment, from its first to its last year. */
interface SegmentLine {
  segment: 'earlier' | 'later';
  from: { year: number; value: number };
  to: { year: number; value: number };
}

/** A series in two fitted segments, with the earlier line continued. */
export interface SegmentsSpec {
  title: string;
  description: string;
  axisTitle: string;
  timing: TimeSpec['timing'];
  /** First and last year of the axis. */
  years: [number, number];
  /** Top of the axis; it starts at zero. */
  top: number;
  points: SegmentPoint[];
  lines: SegmentLine[];
  /** The earlier line continued, with the ends of its interval; empty where nothing is fitted. */
  continued: { year: number; value: number; low: number; high: number }[];
  /** Whether the interval is drawn; a fit whose residuals go together has none. */
  hasBand: boolean;
  event: { date: string; at: number; label: string };
}

/** Sizes of the drawings: side by side, or alone on a wide page. */
export const SEGMENTS_NARROW: Size = {
  name: 'narrow',
  width: 344,
  height: 300,
  top: 52,
  right: 14,
  bottom: 28,
  left: 34,
  font: 12
};
export const SEGMENTS_WIDE: Size = { ...SEGMENTS_NARROW, name: 'wide', width: 760, height: 380, left: 44, font: 13 };
