import { yearOf, type Area, type Period } from '#lib/domain/index.ts';
import type { ChangeClaim } from '#lib/figures/claims.ts';
import { findPoint, comparableAt } from '#lib/series/compare.ts';
import { NO_ESTIMATES, trendCounts, trendIn, type FiveYears } from '#lib/series/estimates.ts';
import { slice } from '#lib/series/slice.ts';
import { untestable } from '#lib/series/tested-changes.ts';
import { denominatorOf, countOf } from '#lib/series/denominator.ts';
import type { Why } from '#lib/statistics/estimates-file.ts';
import { TREND_POINTS, type TrendPoint } from '#lib/statistics/recent-trend.ts';
import type { Compared } from './between-authority-spread.ts';

const NOT_COMPARABLE: Why = { why: 'the two figures cannot be compared' };

const estimatesOf = ({ store, measure, variant, period }: Compared) => ({
  file: store.estimates(measure.slug),
  unit: variant.key,
  period
});

/** The five years of a rate that end with the period, as counts and the children that they are out of; undefined where it has none then. */
export const trendPointsOf = (
  { store, measure, variant, period: year }: Compared,
  area: Area
): TrendPoint[] | undefined => {
  const file = store.series(measure.slug);
  const bases = variant.denominator && store.series(variant.denominator.measure);
  const line = slice(file, variant.key, area.key)[0];
  const points = (line?.points ?? [])
    .filter(({ period }) => period <= year)
    .slice(-TREND_POINTS)
    .map(({ period, value, segment }) => ({
      at: yearOf(period),
      count: value === null ? null : (countOf(file, area.key, line!.line, period)?.value ?? null),
      size: denominatorOf(variant, bases, area.key, period) ?? null,
      segment
    }));
  return points.at(-1)?.at === yearOf(year) ? points : undefined;
};

/** The five-year trend of a council, with the measure's usual movement allowed for; or why there is none. */
export const trendOf = (compared: Compared, area: Area): { trend: FiveYears } | Why =>
  untestable(area) ?? trendIn(estimatesOf(compared), area.key);

/** How many councils the same trend is rising and falling for, of how many that have one. */
export const trendCountsOf = (compared: Compared): ReturnType<typeof trendCounts> => trendCounts(estimatesOf(compared));

/** What may be said of a council's change from an earlier year, with false discoveries held to 5% over all councils. */
export const changeFrom = (compared: Compared, area: Area, since: Period): ChangeClaim => {
  const { store, measure, variant, period } = compared;
  const claim = { kind: 'change', area: area.key, from: since, to: period } as const;
  const none = untestable(area) ?? (variant.lines ? NO_ESTIMATES : undefined);
  if (none) return { ...claim, tested: none };
  const line = slice(store.series(measure.slug), variant.key, area.key)[0];
  const point = line && findPoint(line, period);
  const from = point && comparableAt(line, point, since);
  const found = store.tests(measure, variant.key, since, period);
  return { ...claim, tested: from ? found.of(area.key, from) : NOT_COMPARABLE };
};
