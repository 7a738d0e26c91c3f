import { CASE_KEYS, SERIES_KEYS, SIDES, type BeforeAfter, type Model } from '#lib/statistics/before-after.ts';
import { modelOf } from '#lib/statistics/model-of.ts';
import type { Tables } from '../../read/table.ts';
import { authoritiesOf, fifthsOf, haringeyOf, regionsOf } from './areas.ts';
import { englandOf, monthsOf } from './england.ts';

const models = (england: BeforeAfter['england']): Model[] =>
  CASE_KEYS.flatMap((of) =>
    SERIES_KEYS.flatMap((series) => {
      const model = modelOf(england[series], of);
      return model ? [{ case: of, series, ...model }] : [];
    })
  );

/** Computes everything that the page on before and after shows, from the tables. */
export const beforeAfterOf = (tables: Tables): BeforeAfter => {
  const england = englandOf(tables);
  const sum = (years: readonly number[]): number =>
    england.started.reduce((total, { year, value }) => total + (years.includes(year) ? value : 0), 0);
  const ratio = sum(SIDES.after) / sum(SIDES.before);
  const authorities = authoritiesOf(tables, ratio);
  return {
    england,
    models: models(england),
    months: monthsOf(tables),
    ratio,
    authorities,
    regions: regionsOf(tables, ratio),
    fifths: fifthsOf(authorities),
    haringey: haringeyOf(tables)
  };
};
