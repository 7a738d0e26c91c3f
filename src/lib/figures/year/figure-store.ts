import { Memo } from '#lib/domain/memo.ts';
import {
  dayOf,
  inBeing,
  variantOf,
  type Area,
  type Measure,
  type Period,
  type SeriesFile,
  type Similar,
  type VariantKey
} from '#lib/domain/index.ts';
import { defaults, type YearsHeld } from '#lib/address/trend.ts';
import { findPoint } from '#lib/series/compare.ts';
import { slice } from '#lib/series/slice.ts';
import { testsOf, type ChangeTests } from '#lib/series/tested-changes.ts';
import type { EstimatesFile } from '#lib/statistics/estimates-file.ts';
import type { AreaResult } from './area-result.ts';
import { composeYear, type YearPicture } from './picture.ts';
import { yearsHeld } from './years-held.ts';

/** What an authority's page is worked out from: series files by measure, every area of the site, who is similar to whom. */
export interface FigureStore {
  series: (slug: string) => SeriesFile;
  areas: readonly Area[];
  similar: Similar;
  /** What is estimated from all councils at once, by measure; undefined of a measure whose chance cannot be worked out. */
  estimates: (slug: string) => EstimatesFile | undefined;
  /** The periods with figures of authorities, by unit. */
  held: (measure: Measure) => YearsHeld;
  /** The picture of one year of a measure in a unit, ranked from the highest; undefined where no authority's figures are held. */
  year: (measure: Measure, unit: VariantKey, period: Period) => YearPicture | undefined;
  /** The tests of all councils' changes in a measure of one line, from one year to another. */
  tests: (measure: Measure, unit: VariantKey, from: Period, to: Period) => ChangeTests;
}

/** A function that works each answer out once: every authority's page asks for the same years. */
const memoized = <A extends unknown[], T>(
  id: (...given: A) => string,
  work: (...given: A) => T
): ((...given: A) => T) => {
  const memo = new Memo<string, T>();
  return (...given) => memo.get(id(...given), () => work(...given));
};

/** What a store reads: the files of each measure, the areas, and who is similar to whom. */
type Sources = Pick<FigureStore, 'series' | 'estimates' | 'areas' | 'similar'>;

/** A store over the files that `series` and `estimates` read. */
export const storeOf = ({ series, estimates, areas, similar }: Sources): FigureStore => {
  const held = memoized(
    ({ slug }: Measure) => slug,
    (measure) => yearsHeld(series(measure.slug), measure)
  );
  const year = memoized(
    ({ slug }: Measure, unit: VariantKey, period: Period) => `${slug}/${unit}/${period}`,
    (measure, unit, period) => {
      const base = variantOf(measure, unit)?.denominator;
      return composeYear({
        file: series(measure.slug),
        bases: base && series(base.measure),
        measure,
        view: 'rank',
        choices: { ...defaults(measure), unit, year: period },
        years: held(measure),
        areas,
        estimates: estimates(measure.slug)
      });
    }
  );
  const tests: FigureStore['tests'] = (measure, unit, from, to) => {
    const variant = variantOf(measure, unit)!;
    const bases = variant.denominator && series(variant.denominator.measure);
    return testsOf({ file: series(measure.slug), bases, variant, areas, estimates: estimates(measure.slug) }, from, to);
  };
  return { series, estimates, areas, similar, held, year, tests };
};

/**
 * The year that speaks for an authority now: the last with figures of authorities in which it was in being; for a body that
 * has ended, the last of which it has a figure. Undefined where there is none.
 */
export const yearFor = (store: FigureStore, measure: Measure, unit: VariantKey, area: Area): Period | undefined => {
  const { timing } = variantOf(measure, unit)!;
  const line = slice(store.series(measure.slug), unit, area.key)[0];
  return (store.held(measure)[unit] ?? []).findLast(
    (period) =>
      inBeing(area, dayOf(period, timing)) && (!area.ended || (line && findPoint(line, period)?.value != null))
  );
};

/** An authority in the picture of one year; undefined where it was not in being then. */
export const resultIn = ({ ranked, unranked }: YearPicture, { key }: Area): AreaResult | undefined =>
  [...ranked, ...unranked].find(({ area }) => area.key === key);
