import type { SeriesKey } from './before-after.ts';
import type { Yearly } from './segmented.ts';
import { yearlyRates } from './yearly-rates.ts';

/**
 * The series that a model is fitted to: a rate for every 10,000 children, so that a growing number of children does not move it, and
 * the number of children itself, unscaled, as the control. A rate begins with the first year whose children are counted.
 */
export const modelledSeries = (england: Record<SeriesKey, Yearly[]>, key: SeriesKey): Yearly[] =>
  key === 'children' ? england.children : yearlyRates(england[key], england.children);
