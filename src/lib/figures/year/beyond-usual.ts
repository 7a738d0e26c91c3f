import { highest, isOpen, lowest, unrounded } from '#lib/domain/index.ts';
import { logLimits, type LogSpread } from '#lib/statistics/over-dispersion.ts';
import type { AreaResult } from './area-result.ts';

/**
 * Where a figure lies to the limits that allow for the usual difference between councils, whatever rounding leaves open of it. `expected`
 * replaces England's figure as their centre where each council has its own.
 */
export const usualSide = (
  { point, denominator }: Pick<AreaResult, 'point' | 'denominator'>,
  spread: Pick<LogSpread, 'figure' | 'centre' | 'tau'>,
  level: 0.95 | 0.998,
  expected?: number
): 'higher' | 'lower' | 'within' => {
  if (point.value === null || !denominator) return 'within';
  const [least, most] = isOpen(point) ? [lowest(point), highest(point)] : [unrounded(point), unrounded(point)];
  const { low, high } = logLimits(spread, denominator, level, expected);
  return least > high ? 'higher' : most < low ? 'lower' : 'within';
};
