import { rateInterval } from './interval.ts';
import type { RateKind } from './limits.ts';

/** One year of a series: the figure's count, what it is out of, and the segment that it lies in; null where not published. */
export interface TrendPoint {
  /** The year. */
  at: number;
  count: number | null;
  size: number | null;
  /** Points of one segment may be compared: a break lies between two. */
  segment: number;
}

/** A year's figure with its 95% interval, all in one unit. */
interface Measured {
  at: number;
  value: number;
  low: number;
  high: number;
}

/** What the last five years say, with chi-squared over the dispersion that was allowed for; or none, and why. */
export type RecentTrend =
  | { kind: 'rising' | 'falling' | 'no clear trend'; chiSquared: number }
  | { kind: 'none'; why: 'fewer than five years' | 'a break' | 'a missing year' | 'none or all' };

/** The years that a recent trend is worked out from. */
export const TREND_POINTS = 5;

/** The 0.2% level of chi-squared with one degree of freedom. */
export const TREND_LIMIT = 9.5495;

/** The number of standard errors that a 95% interval is wide, as Fingertips counts it. */
const WIDTH = 3.92;

interface Weighed {
  at: number;
  value: number;
  weight: number;
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** The slope of a straight line by weighted least squares, with the sum of squares of time that it rests on. */
const slopeOf = (points: readonly Weighed[]): { slope: number; squares: number } => {
  const weight = total(points.map((point) => point.weight));
  const mean = total(points.map((point) => point.weight * point.at)) / weight;
  const squares = total(points.map((point) => point.weight * (point.at - mean) ** 2));
  return { slope: total(points.map((point) => point.weight * (point.at - mean) * point.value)) / squares, squares };
};

/** How much a figure changes a year, and the standard error that chance gives that, in the unit of the figure. */
export interface Slope {
  slope: number;
  error: number;
}

/** Says how a slope reads: clear where chi-squared is past the limit and no single year turns it round when left out. */
const read = (points: readonly Weighed[], unscaled: number, dispersion: number): RecentTrend => {
  if (!(dispersion >= 1)) throw new Error(`recentTrend: expected a dispersion from 1, found ${dispersion}`);
  const chiSquared = unscaled / dispersion;
  const direction = Math.sign(slopeOf(points).slope);
  const isSteady = points.every((_, i) => Math.sign(slopeOf(points.filter((_, j) => j !== i)).slope) === direction);
  if (!(chiSquared > TREND_LIMIT) || !isSteady) return { kind: 'no clear trend', chiSquared };
  return { kind: direction > 0 ? 'rising' : 'falling', chiSquared };
};

const weigh = ({ at, value, low, high }: Measured): Weighed => ({ at, value, weight: (WIDTH / (high - low)) ** 2 });

/**
 * The recent trend of figures that have an interval, such as rates: the slope by least squares weighted by 1 / standard error²,
 * with the standard error from the width of the interval, and chi-squared = slope² Σw(t - mean t)². Source: Office for Health
 * Improvement and Disparities, Fingertips trend markers (public health technical guidance). `points` are the five years; `dispersion` as for `recentTrend`.
 */
export const trendOfValues = (points: readonly Measured[], dispersion = 1): RecentTrend => {
  if (points.length !== TREND_POINTS) throw new Error(`trendOfValues: expected five years, found ${points.length}`);
  const weighed = points.map(weigh);
  if (!weighed.every(({ value, weight }) => Number.isFinite(value) && weight > 0 && weight < Infinity))
    throw new Error('trendOfValues: expected figures with intervals, found one without');
  const { slope, squares } = slopeOf(weighed);
  return read(weighed, slope ** 2 * squares, dispersion);
};

interface Counted {
  at: number;
  count: number;
  size: number;
}

/**
 * The recent trend of percentages: chi-squared for a trend in proportions (Armitage 1955, Biometrics 11: 375-386), and the
 * direction by the slope of the log odds, as in Fingertips. None where a year has none or all, which have no odds.
 */
const trendOfShares = (points: readonly Counted[], dispersion: number): RecentTrend => {
  if (points.some(({ count, size }) => count <= 0 || count >= size)) return { kind: 'none', why: 'none or all' };
  const [count, size] = [total(points.map((point) => point.count)), total(points.map((point) => point.size))];
  const share = count / size;
  const mean = total(points.map((point) => point.size * point.at)) / size;
  const squares = total(points.map((point) => point.size * (point.at - mean) ** 2));
  const rise = total(points.map((point) => (point.count - share * point.size) * (point.at - mean)));
  const odds = points.map((point) => ({
    at: point.at,
    value: Math.log(point.count / (point.size - point.count)),
    weight: 1
  }));
  return read(odds, rise ** 2 / (share * (1 - share) * squares), dispersion);
};

const isCounted = (point: TrendPoint): point is TrendPoint & Counted =>
  point.count !== null && point.size !== null && point.size > 0;

/** The last five years, all counted and of one segment; or why there are not five such. */
const lastFive = (points: readonly TrendPoint[]): (TrendPoint & Counted)[] | Extract<RecentTrend, { kind: 'none' }> => {
  const last = points.slice(-TREND_POINTS);
  if (last.length < TREND_POINTS) return { kind: 'none', why: 'fewer than five years' };
  if (last.some(({ segment }) => segment !== last[0]!.segment)) return { kind: 'none', why: 'a break' };
  const counted = last.filter(isCounted);
  if (counted.length < TREND_POINTS || last.some(({ at }, i) => at !== last[0]!.at + i))
    return { kind: 'none', why: 'a missing year' };
  return counted;
};

const toRates = (points: readonly Counted[]): Measured[] =>
  points.map(({ at, count, size }) => ({ at, value: (count / size) * 10_000, ...rateInterval(count, size) }));

/**
 * The recent trend of the last five years, by the method of Fingertips: rising or falling where chi-squared for the slope is
 * above 9.5495 (a probability of 0.2%) and no single year turns the slope round when it is left out; else no clear trend. `points`
 * are years in order of time, not months and not averages that overlap; a rate's interval is that of `rateInterval`, and a
 * percentage is a share of its base. None, with the reason, with fewer than five years, across a break, or with a year missing.
 *
 * `dispersion` divides chi-squared: how far the measure usually moves from year to year beyond chance (`yearDispersion`), 1 or
 * more. Without it the test takes chance to be all that moves a figure, and nearly every council has a trend.
 */
export const recentTrend = (points: readonly TrendPoint[], kind: RateKind, dispersion = 1): RecentTrend => {
  const counted = lastFive(points);
  if ('kind' in counted) return counted;
  return kind === 'percent' ? trendOfShares(counted, dispersion) : trendOfValues(toRates(counted), dispersion);
};

/**
 * The slope of a rate over the last five years that `recentTrend` tests, per 10,000 a year: its chi-squared is (slope / error)².
 * Undefined where there is no trend to work out.
 */
export const slopeOfRates = (points: readonly TrendPoint[]): Slope | undefined => {
  const counted = lastFive(points);
  if ('kind' in counted) return undefined;
  const { slope, squares } = slopeOf(toRates(counted).map(weigh));
  return { slope, error: 1 / Math.sqrt(squares) };
};
