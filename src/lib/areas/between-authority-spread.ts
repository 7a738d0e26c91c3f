import { MemoOf } from '#lib/domain/memo.ts';
import { ENGLAND, highest, lowest, type Area, type Measure, type Period, type Variant } from '#lib/domain/index.ts';
import { findPoint, comparableAt } from '#lib/series/compare.ts';
import { slice } from '#lib/series/slice.ts';
import type { Count } from '#lib/statistics/change.ts';
import { isWhy, spreadIn } from '#lib/series/estimates.ts';
import { excessOf, type Departure, type LogSpread } from '#lib/statistics/over-dispersion.ts';
import { slopeOfRates, type Slope } from '#lib/statistics/recent-trend.ts';
import { trendPointsOf } from './trends-and-changes.ts';
import { denominatorOf, countOf } from '#lib/series/denominator.ts';
import { BASE_YEAR } from '#lib/domain/index.ts';
import type { FigureStore } from '#lib/figures/year/figure-store.ts';

/** A measure in a period, as authorities are compared in it. */
export interface Compared {
  store: FigureStore;
  measure: Measure;
  variant: Variant;
  period: Period;
}

/** England's change, and how far authorities' own usually lie from it beyond chance: τ of additive random effects, in its unit. */
interface Usual {
  centre: number;
  tau: number;
}

/** Fewer authorities than this say too little of what is usual. */
const LEAST = 10;

/** What is usual is the same for every authority, so it is worked out once. */
const once = <T>(work: (compared: Compared) => T): ((compared: Compared) => T) => {
  const worked = new MemoOf<FigureStore, T>();
  return (compared) => {
    const { store, measure, variant, period } = compared;
    return worked.get(store, `${measure.slug}/${variant.key}/${period}`, () => work(compared));
  };
};

const rankedIn = ({ store, measure, variant, period }: Compared) =>
  store.year(measure, variant.key, period)?.ranked ?? [];

const usualOf = (centre: number, departures: Departure[]): Usual | undefined =>
  departures.length > LEAST ? { centre, tau: excessOf(departures).tau } : undefined;

/** How far figures usually lie from England's, on the logarithm: what the wider limits of the Spread view are drawn with. */
export const usualLevel = ({ store, measure, variant, period }: Compared): LogSpread | undefined => {
  const found = spreadIn({ file: store.estimates(measure.slug), unit: variant.key, period });
  return isWhy(found) ? undefined : found;
};

/** How a rate moved over the five years that end with the period, per 10,000 a year; undefined where no trend can be worked out. */
export const slopeOf = (compared: Compared, area: Area): Slope | undefined => {
  const points = trendPointsOf(compared, area);
  return points && slopeOfRates(points);
};

const englandOn = ({ areas }: FigureStore): Area => areas.find(({ key }) => key === ENGLAND)!;

/** How far the slopes of authorities usually lie from England's, per 10,000 a year. */
export const usualSlope = once((compared): Usual | undefined => {
  const england = slopeOf(compared, englandOn(compared.store));
  if (!england) return undefined;
  return usualOf(
    england.slope,
    rankedIn(compared).flatMap(({ area }) => {
      const own = slopeOf(compared, area);
      return own ? [{ by: own.slope - england.slope, error: own.error }] : [];
    })
  );
});

/** A count, what rounding leaves open of it, and the children it is out of. */
type Counted = Count & { base: number };

/** The counts of March 2008 and of the period behind two rates that can be compared. */
interface Sides {
  before: Counted;
  after: Counted;
}

/** The two sides of an authority's change since March 2008; undefined where one is not held, is none, or a break lies between. */
export const sidesOf = ({ store, measure, variant, period }: Compared, { key }: Area): Sides | undefined => {
  const file = store.series(measure.slug);
  const line = slice(file, variant.key, key)[0];
  const point = line && findPoint(line, period);
  if (!point || point.value === null || !comparableAt(line, point, BASE_YEAR)) return undefined;
  const bases = variant.denominator && store.series(variant.denominator.measure);
  const [before, after] = [BASE_YEAR, period].map((each) => {
    const count = countOf(file, key, line.line, each);
    const base = denominatorOf(variant, bases, key, each);
    return count?.value && base ? { value: count.value, low: lowest(count), high: highest(count), base } : undefined;
  });
  return before && after ? { before, after } : undefined;
};

/** The change of a rate from 2008 on the logarithm. */
const growthOf = ({ before, after }: Sides): number =>
  Math.log(after.value / after.base / (before.value / before.base));

/** The standard error that chance gives a change of one growth, on the logarithm: that of two Poisson counts (`limitsAround`). */
export const errorOfGrowth = ({ before, after }: Sides, growth: number): number =>
  Math.sqrt(1 / before.value + 1 / (before.value * Math.exp(growth) * (after.base / before.base)));

/** How far authorities' changes since March 2008 usually lie from England's, on the logarithm. */
export const usualGrowth = once((compared): Usual | undefined => {
  const england = sidesOf(compared, englandOn(compared.store));
  if (!england) return undefined;
  const centre = growthOf(england);
  return usualOf(
    centre,
    rankedIn(compared).flatMap(({ area }) => {
      const own = sidesOf(compared, area);
      return own ? [{ by: growthOf(own) - centre, error: errorOfGrowth(own, centre) }] : [];
    })
  );
});
