import { highest, lowest, round, type Line, type Period, type Point } from '#lib/domain/index.ts';

/** The last figure of a line that has a number; undefined where none has. */
export const latest = (line: Line): Point | undefined => line.points.findLast((point) => point.value !== null);

/** The figure of one period, whatever its status; undefined where there is none. */
export const at = (line: Line, period: Period): Point | undefined =>
  line.points.find((point) => point.period === period);

/** The first figure that may be compared with `point`: same segment, with a number, and earlier. */
export const firstComparable = (line: Line, point: Point): Point | undefined =>
  line.points.find((each) => each.value !== null && each.segment === point.segment && each.period < point.period);

/** The figure of `period` if it may be compared with `point`: same segment, with a number, and earlier. */
export const comparableAt = (line: Line, point: Point, period: Period): Point | undefined => {
  const each = at(line, period);
  return each && each.value !== null && each.segment === point.segment && each.period < point.period ? each : undefined;
};

/** A change between two figures of one segment. `beyondRounding` is false where rounding alone could explain it. */
export interface Change {
  from: Point;
  to: Point;
  by: number;
  beyondRounding: boolean;
}

/**
 * The change from one figure to a later one; both must have numbers. Figures that stand to `dp` decimal places are told apart
 * as far as what rounding leaves open of each stands apart at as many places.
 */
export const change = (from: Point, to: Point, dp = 0): Change => {
  const by = to.value! - from.value!;
  const [less, more] = by > 0 ? [from, to] : [to, from];
  if (dp === 0) return { from, to, by, beyondRounding: lowest(more) > highest(less) };
  return {
    from,
    to,
    by,
    beyondRounding: round(lowest(more), dp) > round(highest(less), dp)
  };
};
