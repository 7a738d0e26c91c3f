import { highest, isOpen, lowest, round, unrounded, type Line, type Period, type Point } from '#lib/domain/index.ts';

/** The last figure of a line that has a number; undefined where none has. */
export const latest = (line: Line): Point | undefined => line.points.findLast((point) => point.value !== null);

/** The figure of one period, whatever its status; undefined where there is none. */
export const findPoint = (line: Line, period: Period): Point | undefined =>
  line.points.find((point) => point.period === period);

/** The figures that may be compared with `point`: same segment, with a number, and earlier. */
const comparableWith = (line: Line, point: Point): Point[] =>
  line.points.filter((each) => each.value !== null && each.segment === point.segment && each.period < point.period);

/**
 * The first figure that may be compared with `point`: same segment, with a number, and earlier. Those that the Department graded
 * as of low confidence are skipped.
 */
export const firstComparable = (line: Line, point: Point): Point | undefined =>
  comparableWith(line, point).find(({ lowConfidence }) => !lowConfidence);

/** The figures that `firstComparable` skips: those of low confidence before the one that it finds, or all where it finds none. */
export const skippedAsLowConfidence = (line: Line, point: Point): Point[] => {
  const first = firstComparable(line, point);
  return comparableWith(line, point).filter(
    ({ lowConfidence, period }) => lowConfidence && (!first || period < first.period)
  );
};

/** The figure of `period` if it may be compared with `point`: same segment, with a number, and earlier. */
export const comparableAt = (line: Line, point: Point, period: Period): Point | undefined => {
  const each = findPoint(line, period);
  return each && each.value !== null && each.segment === point.segment && each.period < point.period ? each : undefined;
};

/**
 * One figure less another; both must have numbers. Worked out from unrounded figures and rounded once, so it can differ by one
 * in the last place from the difference of the printed ones.
 */
export const differenceBetween = (from: Point, to: Point, dp: number): number =>
  // To ten decimals first, so that exactly a half is rounded as one; adding nothing takes the sign off a zero.
  round(round(unrounded(to) - unrounded(from), 10), dp) + 0;

/** How one figure stands to another that it may be compared with. */
export interface Change {
  from: Point;
  to: Point;
  /** `differenceBetween` the two. */
  by: number;
  /** False where rounding of counts alone could explain it. */
  beyondRounding: boolean;
}

/** True where two figures are printed alike and differ by nothing to as many places. */
export const isSame = ({ from, to, by }: Change): boolean => by === 0 && from.value === to.value;

/** Whether one figure is higher or lower than another, or why no difference may be named. */
export type Stands = 'same' | 'within rounding' | 'nearly the same' | 'higher' | 'lower';

/** How the later figure of a change stands to the earlier one. */
export const standsTo = (found: Change): Stands => {
  if (isSame(found)) return 'same';
  if (!found.beyondRounding) return 'within rounding';
  return found.by === 0 ? 'nearly the same' : found.by > 0 ? 'higher' : 'lower';
};

/**
 * The change from one figure to another; both must have numbers. Figures that rounding of counts leaves open are told apart as
 * far as what it leaves open of each stands apart at as many places as are printed.
 */
export const change = (from: Point, to: Point, dp = 0): Change => {
  const [less, more] = unrounded(to) > unrounded(from) ? [from, to] : [to, from];
  const [low, high] = [lowest(more), highest(less)];
  const beyondRounding = isOpen(from) || isOpen(to) ? round(low, dp) > round(high, dp) : low > high;
  return { from, to, by: differenceBetween(from, to, dp), beyondRounding };
};
