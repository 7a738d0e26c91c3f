import type { Measure } from '#lib/domain/index.ts';
import { CATALOGUE } from '#lib/domain/catalogue/index.ts';
import { isEstimated } from '#lib/series/council-figures.ts';
import { TREND_CODES, type EstimatesFile, type YearEstimates } from '#lib/statistics/estimates-file.ts';
import { estimatesOf, type Estimates, type Inputs } from './compute.ts';

/** Six digits are more than any page shows. */
const short = (value: number): number => Number(value.toPrecision(6));

const ranksOf = ({ ranks }: Estimates, areas: readonly string[]): YearEstimates['ranks'] => {
  if (ranks.kind === 'no claim') return { why: ranks.why };
  const ranges = areas.map((key) => ranks.ranges.get(key));
  return {
    of: ranks.of,
    first: ranges.map((range) => range?.first ?? 0),
    last: ranges.map((range) => range?.last ?? 0),
    quarter: ranges.map((range) => range?.quarter ?? 0)
  };
};

const trendsOf = ({ trends }: Estimates, areas: readonly string[]): number[] =>
  trends.size === 0
    ? []
    : areas.map((key) => {
        const trend = trends.get(key);
        return trend ? TREND_CODES.indexOf(trend.kind === 'none' ? trend.why : trend.kind) : -1;
      });

const adjustedOf = ({ adjusted }: Estimates): Pick<YearEstimates, 'adjusted'> => {
  if (!adjusted) return {};
  if (adjusted.kind === 'no claim') return { adjusted: { why: adjusted.why } };
  const { level, slope, error, residual, withoutScore } = adjusted;
  return {
    adjusted: {
      level: short(level),
      slope: short(slope),
      error: short(error),
      tau: short(residual.tau),
      used: residual.used,
      withoutScore
    }
  };
};

const toYear = (found: Estimates, areas: readonly string[]): YearEstimates => {
  const { spread, dispersion } = found;
  return {
    spread:
      spread.kind === 'no claim'
        ? { why: spread.why }
        : {
            figure: spread.figure,
            centre: short(spread.centre),
            tau: short(spread.tau),
            phi: short(spread.phi),
            used: spread.used,
            missing: spread.missing,
            zeros: spread.zeros
          },
    ...adjustedOf(found),
    dispersion:
      dispersion.kind === 'no claim'
        ? { why: dispersion.why }
        : {
            phi: short(dispersion.phi),
            factor: short(dispersion.factor),
            exponent: short(dispersion.exponent),
            pairs: dispersion.pairs,
            areas: dispersion.areas
          },
    ranks: ranksOf(found, areas),
    trends: trendsOf(found, areas)
  };
};

/** The estimates of a measure for all years that councils have; undefined where its chance cannot be worked out. */
export const estimatesFile = (measure: Measure, inputs: Inputs): EstimatesFile | undefined => {
  const variants = measure.variants.filter(isEstimated).flatMap((variant) => {
    const years = estimatesOf(measure, variant, inputs);
    const held = new Set(years.flatMap(({ ranks }) => (ranks.kind === 'no claim' ? [] : [...ranks.ranges.keys()])));
    const areas = inputs.areas.map(({ key }) => key).filter((key) => held.has(key));
    const byYear = Object.fromEntries(years.map((found) => [found.period, toYear(found, areas)]));
    const isAdjusted = years.some(({ adjusted }) => adjusted);
    const scores = isAdjusted ? { scores: areas.map((key) => inputs.scores?.get(key)?.score ?? 0) } : {};
    const borrowed = isAdjusted ? { borrowed: areas.filter((key) => inputs.scores?.get(key)?.isBorrowed) } : {};
    return years.length ? [[variant.key, { areas, ...scores, ...borrowed, years: byYear }] as const] : [];
  });
  return variants.length ? { measure: measure.slug, variants: Object.fromEntries(variants) } : undefined;
};

/** The files of all measures, by name. */
export const estimatesFiles = (inputs: Inputs): Map<string, string> =>
  new Map(
    CATALOGUE.flatMap((measure) => {
      const file = estimatesFile(measure, inputs);
      return file ? [[`estimates/${measure.slug}.json`, `${JSON.stringify(file)}\n`] as const] : [];
    })
  );
