import { limitsAt, type RateKind } from './limits.ts';
import type { Rounded } from './rounding.ts';

/** How a figure stands to a centre, as a reader is told: outside the 95% limits, or not. */
export type Side = 'higher' | 'similar' | 'lower';

/**
 * How a figure stands to a centre: higher or lower where every value that rounding leaves open lies outside the 95% limits on
 * that side, else similar. All in the unit of the figure; `size` is what it is out of; about 1 in 20 areas lie outside by chance
 * alone. Throws as `limitsAt` does, and for a range that does not run from low to high around the value.
 */
export const difference = ({ value, low, high }: Rounded, size: number, centre: number, kind: RateKind): Side => {
  if (!(low <= value && value <= high))
    throw new Error(`difference: expected a value within its range, found ${value} in ${low} to ${high}`);
  const limits = limitsAt(centre, size, 0.95, kind);
  if (low > limits.high) return 'higher';
  return high < limits.low ? 'lower' : 'similar';
};
