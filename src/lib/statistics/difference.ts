import { limitsAt, type Kind } from './limits.ts';

/** How a figure stands to a centre, as a reader is told: outside the 95% limits, or not. */
export type Side = 'higher' | 'similar' | 'lower';

/** A figure with what rounding leaves open of it, both ends in its own unit; all three the same where it is exact. */
export interface Rounded {
  value: number;
  low: number;
  high: number;
}

/**
 * How a figure stands to a centre: higher or lower where every value that rounding leaves open lies outside the 95% limits on
 * that side, else similar. `size` is what the figure is out of; about 1 in 20 areas lie outside by chance alone.
 */
export const difference = ({ low, high }: Rounded, size: number, centre: number, kind: Kind): Side => {
  const limits = limitsAt(centre, size, 0.95, kind);
  if (low > limits.high) return 'higher';
  return high < limits.low ? 'lower' : 'similar';
};
