import type { SizedRange } from './count-range.ts';
import type { Interval } from './interval.ts';
import { PER, limitsAt, type RateKind } from './limits.ts';
import { noClaim, type NoClaim } from './no-claim.ts';
import type { Side } from './difference.ts';
import { quantile } from './quantile.ts';

/**
 * The figure of a council and its similar ones taken together, in the unit of the figure: both ends the same where every count is
 * exact. `used` members have a figure, a suppressed one among them as what it may be; `missing` have none.
 */
export interface PooledFigure {
  kind: 'pooled';
  figure: RateKind;
  low: number;
  high: number;
  used: number;
  missing: number;
}

const NO_POOL = 'fewer than two of the group have a figure';

/**
 * The pooled figure of a group: its counts added up over what they are out of (mean of ratios would give the smallest council the
 * weight of the largest). `members` are the council and its similar ones, undefined where a member has no figure at all.
 */
export const pooledFigure = (
  members: readonly (SizedRange | undefined)[],
  figure: RateKind
): PooledFigure | NoClaim<typeof NO_POOL> => {
  const used = members.filter((member) => member !== undefined && member.size > 0) as SizedRange[];
  if (used.length < 2) return noClaim(NO_POOL);
  const sum = (of: keyof SizedRange): number => used.reduce((total, member) => total + member[of], 0);
  const size = sum('size');
  return {
    kind: 'pooled',
    figure,
    low: (sum('least') / size) * PER[figure],
    high: (sum('most') / size) * PER[figure],
    used: used.length,
    missing: members.length - used.length
  };
};

/** The limits of chance round a pooled figure for a council of a size: the lowest and the highest of those round what it may be. */
export const limitsRound = ({ figure, low, high }: PooledFigure, size: number, level: number): Interval => ({
  low: limitsAt(low, size, level, figure).low,
  high: limitsAt(high, size, level, figure).high
});

/** How a council stands to its group: outside the 95% limits round the pooled figure whatever its count may be, or similar. */
export const sideOfGroup = (own: SizedRange, pooled: PooledFigure, level = 0.95): Side => {
  const { low, high } = limitsRound(pooled, own.size, level);
  const per = PER[pooled.figure] / own.size;
  return own.least * per > high ? 'higher' : own.most * per < low ? 'lower' : 'similar';
};

/** Both ends of what a figure may be, in its unit. */
type Bounds = Interval;

/**
 * The median of figures of which some are known only between bounds, as those suppressed: it lies between the median of all lower
 * ends and that of all upper ends, and reaches both. Throws for no figures.
 */
export const medianBounds = (figures: readonly Bounds[]): Bounds => ({
  low: quantile(
    figures.map(({ low }) => low),
    0.5
  ),
  high: quantile(
    figures.map(({ high }) => high),
    0.5
  )
});
