/** A point of a trend: the figure's count and what it is out of. */
export interface TrendPoint {
  /** The year. */
  at: number;
  count: number;
  size: number;
}

/** What the last five points say; none where there are fewer, or where one has no size. */
export type RecentTrend = 'rising' | 'falling' | 'no clear trend';

/** The points that a recent trend is worked out from. */
export const TREND_POINTS = 5;

/** The 0.2% level of chi-squared with one degree of freedom. */
export const TREND_LIMIT = 9.5495;

/**
 * The recent trend of a rate: a straight line through the last five points, each weighted by the size it rests on, and
 * chi-squared for its slope (Armitage 1955; the method of the Office for Health Improvement and Disparities' Fingertips):
 * above 9.5495 the trend is rising or falling, else there is none that is clear. `points` in order of time, all of one segment.
 * Undefined with fewer than five, or where their years are not consecutive.
 */
export const recentTrend = (points: readonly TrendPoint[]): RecentTrend | undefined => {
  const last = points.slice(-TREND_POINTS);
  const isWhole = last.every(({ at, size }, i) => size > 0 && (i === 0 || at - last[i - 1]!.at === 1));
  if (last.length < TREND_POINTS || !isWhole) return undefined;
  const size = last.reduce((sum, point) => sum + point.size, 0);
  const count = last.reduce((sum, point) => sum + point.count, 0);
  const rate = count / size;
  if (rate === 0) return 'no clear trend';
  const mean = last.reduce((sum, point) => sum + point.size * point.at, 0) / size;
  const slope = last.reduce((sum, point) => sum + (point.count - rate * point.size) * (point.at - mean), 0);
  const spread = last.reduce((sum, point) => sum + point.size * (point.at - mean) ** 2, 0);
  const chiSquared = slope ** 2 / (rate * spread);
  if (chiSquared <= TREND_LIMIT) return 'no clear trend';
  return slope > 0 ? 'rising' : 'falling';
};
