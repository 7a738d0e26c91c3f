import { formatNumber } from '#lib/domain/index.ts';
import { simpleTable, type Cell } from '#lib/ui/simple-table.ts';
import { hasInterval, type CaseModel, type SeriesKey } from '#lib/statistics/before-after.ts';
import type { Ranged } from '#lib/statistics/regression.ts';
import type { Yearly } from '#lib/statistics/segmented.ts';
import { NAMES, formatValue } from './sentences';

const format = (value: number, key: SeriesKey): string =>
  key === 'children' ? formatNumber(value) : formatValue(value, key);

/** A value with its range; without one where the model may not print it. */
export const ranged = ({ value, low, high }: Ranged, key: SeriesKey, model: CaseModel): Cell =>
  hasInterval(model)
    ? { text: format(value, key), note: `${format(low, key)} to ${format(high, key)}` }
    : { text: format(value, key), note: 'no range' };

const placeOf = (year: number, model: CaseModel | undefined): string => {
  if (!model) return 'not fitted';
  return year < model.parting.transition ? 'before' : 'transition, left out';
};

/** The table of a model: each year fitted, what was counted, and the earlier line continued, if one could be fitted. */
export const modelTable = (
  key: SeriesKey,
  series: Yearly[],
  [from, to]: readonly [number, number],
  model: CaseModel | undefined
): string =>
  simpleTable(
    `${NAMES[key].title}, England, ${from} to ${to}${key === 'children' ? '' : ', for every 10,000 children'}`,
    ['Year to March', 'Counted', 'Earlier line continued', 'Difference'],
    series
      .filter(({ year }) => year >= from && year <= to)
      .map(({ year, value }) => {
        const compared = model?.comparisons.find((each) => each.year === year);
        return [
          String(year),
          format(value, key),
          compared && model ? ranged(compared.expected, key, model) : placeOf(year, model),
          compared && model ? ranged(compared.difference, key, model) : '–'
        ];
      })
  );
