import type { Timing } from '#lib/domain/index.ts';

/** The head of a table's column of periods. */
export const PERIOD_HEADS: Record<Timing, string> = {
  'at 31 March': '31 March',
  'year to 31 March': 'Year to 31 March',
  'at 30 September': '30 September',
  'mid-year': 'Mid-year',
  month: 'Month'
};
