import { testDifference } from './change-test.ts';
import type { SizedRange } from './count-range.ts';
import type { RateKind } from './limits.ts';

/** The level of the test of two areas: about one pair in twenty differs by chance alone. */
const PAIR_LEVEL = 0.05;

/** How another area's figure differs from an area's own: by more than chance is likely to explain, or they may be the same. */
export type PairVerdict = 'higher' | 'lower' | 'close';

/**
 * Tests two areas' figures as a pair (`testDifference`), as the overlap of their intervals is no test. Undefined where there is
 * nothing to test.
 */
export const pairVerdict = (
  own: SizedRange | undefined,
  other: SizedRange | undefined,
  figure: RateKind
): PairVerdict | undefined => {
  const test = own && other && testDifference(own, other, figure);
  if (!test || test.kind === 'no claim') return undefined;
  if (test.p >= PAIR_LEVEL || test.direction === 'none') return 'close';
  return test.direction === 'up' ? 'higher' : 'lower';
};
