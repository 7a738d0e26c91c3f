import type { AreaRecord, Measure, Period, SeriesFile, Variant } from '#lib/domain/index.ts';
import { CATALOGUE } from '#lib/domain/catalogue/index.ts';
import { changesBetween, pairsOf, yearBefore, type TestedChange } from '#lib/series/changes.ts';
import { councilFigures, isEstimated, type CouncilFigure, type CouncilFigures } from '#lib/series/council-figures.ts';
import { adjustForDeprivation } from '#lib/statistics/deprivation-adjusted.ts';
import { noClaim, type NoClaim } from '#lib/statistics/no-claim.ts';
import { beyondLimits, logSpread, type LogSpread, type NoSpread } from '#lib/statistics/over-dispersion.ts';
import { rankRanges, type NoRanks, type RankRanges } from '#lib/statistics/rank-range.ts';
import { TREND_POINTS, recentTrend, type RecentTrend } from '#lib/statistics/recent-trend.ts';
import { dispersionAt, yearDispersion, type YearDispersion } from '#lib/statistics/year-dispersion.ts';
import { childrenByYear, shapeSeries } from '../shape/series.ts';
import { shapeAreas } from '../shape/areas.ts';
import type { Tables } from '../read/table.ts';
import { SCORES_OF, deprivationScores, type DeprivationScore } from './deprivation-scores.ts';

/** All that is estimated of a measure in one way of counting and one year. */
export interface Estimates {
  measure: string;
  variant: Variant['key'];
  period: Period;
  /** How far councils usually lie from England's figure. */
  spread: LogSpread | NoSpread;
  /** Where each council lies to the limits that allow for that, by level; without a spread there are none. */
  beyond: Record<'95' | '99.8', Map<string, 'higher' | 'within' | 'lower'>>;
  /** The same once rates are set against deprivation; undefined where they are not. */
  adjusted: ReturnType<typeof adjustForDeprivation> | undefined;
  /** How far the measure usually moves from year to year, up to this one. */
  dispersion: YearDispersion | NoClaim;
  ranks: RankRanges | NoRanks;
  /** By council; none for a council without a figure, or with a break, between this year and the one before. */
  changes: () => Map<string, TestedChange>;
  trends: Map<string, RecentTrend>;
}

const trendOf = (
  figures: CouncilFigures,
  own: CouncilFigure,
  last: Period,
  dispersion: YearDispersion
): RecentTrend => {
  const points = Array.from({ length: TREND_POINTS }, (_, i) => String(Number(last) - TREND_POINTS + 1 + i)).map(
    (period) => {
      const found = figures.councilsIn(period).find(({ key }) => key === own.key);
      const isKnown = found && !found.isSuppressed;
      return {
        at: Number(period),
        count: isKnown ? (found.least + found.most) / 2 : null,
        size: found?.size ?? null,
        segment: found?.segment ?? own.segment
      };
    }
  );
  const counts = points.flatMap(({ count }) => count ?? []);
  const bothCounts = (2 * counts.reduce((sum, count) => sum + count, 0)) / Math.max(1, counts.length);
  return recentTrend(points, figures.figure, dispersionAt(dispersion, bothCounts));
};

/** Years further than this from the index are not set against its scores. */
const MOST_YEARS_FROM_INDEX = 10;

const estimateYear = (
  figures: CouncilFigures,
  period: Period,
  scores: Inputs['scores']
): Omit<Estimates, 'measure' | 'variant'> => {
  const { figure } = figures;
  const councils = figures.councilsIn(period);
  const years = figures.periods
    .filter((each) => each <= period)
    .map((each) => pairsOf(figures, yearBefore(each), each));
  const dispersion = years.at(-1)?.length
    ? yearDispersion(years, figure)
    : noClaim('the year before has no figures to compare with');
  const known = councils.map(({ key, least, most, size, isSuppressed }) => ({
    key,
    count: isSuppressed ? null : (least + most) / 2,
    size
  }));
  const england = figures.englandIn(period) ?? NaN;
  const spread = logSpread(known, england, figure);
  const isNear = Math.abs(Number(period) - Number(SCORES_OF)) <= MOST_YEARS_FROM_INDEX;
  const beyond = (level: number) => (spread.kind === 'spread' ? beyondLimits(known, spread, level) : new Map());
  return {
    period,
    spread,
    beyond: { '95': beyond(0.95), '99.8': beyond(0.998) },
    adjusted:
      figure === 'rate' && isNear && scores
        ? adjustForDeprivation(
            known.map((area) => ({ ...area, score: scores.get(area.key)?.score ?? null })),
            england
          )
        : undefined,
    dispersion,
    ranks: rankRanges(councils, figure),
    changes: () =>
      dispersion.kind === 'year to year'
        ? changesBetween(figures, dispersion, yearBefore(period), period)
        : new Map<string, TestedChange>(),
    trends: new Map(
      dispersion.kind === 'year to year'
        ? councils.map((each) => [each.key, trendOf(figures, each, period, dispersion)])
        : []
    )
  };
};

/** What the estimates are made of: the series files by measure, and the areas. */
export interface Inputs {
  series: ReadonlyMap<string, SeriesFile>;
  areas: readonly AreaRecord[];
  /** Councils' deprivation scores; without them nothing is set against deprivation. */
  scores?: ReadonlyMap<string, DeprivationScore>;
}

/** The series of every measure and the areas, from the tables. */
export const inputsOf = (tables: Tables): Inputs => {
  const areas = shapeAreas(tables);
  const children = childrenByYear(tables);
  return {
    areas,
    scores: deprivationScores(tables, areas),
    series: new Map(CATALOGUE.map((measure) => [measure.slug, shapeSeries(measure, tables, areas, children)]))
  };
};

/** The estimates of a measure in one way of counting, a year at a time; all years that councils have, or those given. */
export const estimatesOf = (
  measure: Measure,
  variant: Variant,
  { series, areas, scores }: Inputs,
  only?: readonly Period[]
): Estimates[] => {
  const own = series.get(measure.slug);
  const base = variant.denominator && series.get(variant.denominator.measure);
  if (!own || !base || !isEstimated(variant)) return [];
  const figures = councilFigures(variant, { own, base }, areas);
  return figures.periods
    .filter((period) => !only || only.includes(period))
    .map((period) => ({ measure: measure.slug, variant: variant.key, ...estimateYear(figures, period, scores) }));
};
