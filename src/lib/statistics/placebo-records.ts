import { SERIES_KEYS, type SeriesKey } from './before-after.ts';
import { modelledSeries } from './modelled-series.ts';
import { placeboRecord, type ModelShape, type PlaceboRecord } from './placebo.ts';
import type { NoClaim } from './no-claim.ts';
import type { Yearly } from './segmented.ts';

/** A model's record on other dates, by number, which reaches back further, and by rate. The control has a number alone. */
export interface Records {
  number: PlaceboRecord | NoClaim;
  rate?: PlaceboRecord | NoClaim;
}

/** The record of each of England's series on every date that allows a model of this shape. */
export const placeboRecords = (england: Record<SeriesKey, Yearly[]>, shape?: ModelShape): Record<SeriesKey, Records> =>
  Object.fromEntries(
    SERIES_KEYS.map((key) => [
      key,
      {
        number: placeboRecord(england[key], shape),
        ...(key === 'children' ? {} : { rate: placeboRecord(modelledSeries(england, key), shape) })
      }
    ])
  ) as Record<SeriesKey, Records>;
