/*
 * What a reader's own choices are fitted with. It brings a library for matrices, so it is fetched with the first choice.
 */
import { SERIES_KEYS, type CaseModel, type SeriesKey } from '#lib/statistics/before-after.ts';
import { modelOf } from '#lib/statistics/model-of.ts';
import { modelledSeries } from '#lib/statistics/modelled-series.ts';
import { placeboRecords, type Records } from '#lib/statistics/placebo-records.ts';
import type { Yearly } from '#lib/statistics/segmented.ts';
import { shapeOf } from './record';

type England = Record<SeriesKey, Yearly[]>;

/** Models about a month that the reader set, and the record of models of that shape on other dates. */
interface Refit {
  models: Record<SeriesKey, CaseModel | undefined>;
  records: Record<SeriesKey, Records> | undefined;
}

/** Fits each series about the reader's month, and tries models of the same shape on every other date. */
export const fitAgain = (england: England, choices: { event: string; withTransition: boolean }): Refit => {
  const models = Object.fromEntries(
    SERIES_KEYS.map((key) => [key, modelOf(modelledSeries(england, key), 'connelly', choices)])
  ) as Refit['models'];
  const first = models['looked-after'];
  return { models, records: first && placeboRecords(england, shapeOf(first)) };
};
