import { yearlyChanges, searchBreak } from '#lib/statistics/break-search.ts';
import {
  CASE_KEYS,
  LONGEST_START,
  PLANS_SEAM,
  SERIES_KEYS,
  type BeforeAfter,
  type CaseModel,
  type Model
} from '#lib/statistics/before-after.ts';
import { modelOf } from '#lib/statistics/model-of.ts';
import { modelledSeries } from '#lib/statistics/modelled-series.ts';
import { placeboRecords } from '#lib/statistics/placebo-records.ts';
import { seamBounds } from '#lib/statistics/seam.ts';
import type { Tables } from '../../read/table.ts';
import { authoritiesOf, fifthsOf, haringeyOf, regionsOf } from './areas.ts';
import { englandOf, monthsOf, plansOf } from './england.ts';

type England = BeforeAfter['england'];

const models = (england: England): Model[] =>
  CASE_KEYS.flatMap((of) =>
    SERIES_KEYS.flatMap((series) => {
      const model = modelOf(modelledSeries(england, series), of);
      return model ? [{ case: of, series, ...model }] : [];
    })
  );

const longest = (england: England): CaseModel => {
  const model = modelOf(england['looked-after'], 'connelly', { from: LONGEST_START });
  if (!model) throw new Error(`before and after: expected years from ${LONGEST_START}, found too few`);
  return model;
};

const seam = (tables: Tables): BeforeAfter['seam'] => {
  const [lastBefore, firstAfter] = [plansOf(tables, PLANS_SEAM.lastBefore), plansOf(tables, PLANS_SEAM.firstAfter)];
  return { lastBefore, firstAfter, ...seamBounds(lastBefore, firstAfter) };
};

/** Computes everything that the page on before and after shows, from the tables. */
export const beforeAfterOf = (tables: Tables): BeforeAfter => {
  const england = englandOf(tables);
  const { authorities, together } = authoritiesOf(tables);
  return {
    england,
    models: models(england),
    records: placeboRecords(england),
    longest: longest(england),
    search: searchBreak(yearlyChanges(england.started)),
    seam: seam(tables),
    months: monthsOf(tables),
    together,
    authorities,
    regions: regionsOf(tables),
    fifths: fifthsOf(authorities),
    haringey: haringeyOf(tables)
  };
};
