import { formatNumber } from '#lib/domain/index.ts';
import { simpleTable, type Cell } from '#lib/ui/simple-table.ts';
import type { SeriesKey } from '#lib/statistics/before-after.ts';
import type { Ranged } from '#lib/statistics/regression.ts';
import type { Segmented, Yearly } from '#lib/statistics/segmented.ts';
import { NAMES, toNearest } from './sentences';

/** A number with its range, both whole. */
export const ranged = ({ value, low, high }: Ranged): Cell => ({
  text: formatNumber(toNearest(value)),
  note: `${formatNumber(toNearest(low))} to ${formatNumber(toNearest(high))}`
});

const placeOf = (year: number, model: Segmented | undefined): string => {
  if (!model) return 'not fitted';
  return year < model.parting.transition ? 'before' : 'transition, left out';
};

/** The table of a model: each year fitted, what was counted, and the earlier line continued, if one could be fitted. */
export const modelTable = (
  key: SeriesKey,
  series: Yearly[],
  [from, to]: readonly [number, number],
  model: Segmented | undefined
): string =>
  simpleTable(
    `${NAMES[key].title}, England, ${from} to ${to}`,
    ['Year to March', 'Counted', 'Earlier line continued', 'Difference'],
    series
      .filter(({ year }) => year >= from && year <= to)
      .map(({ year, value }) => {
        const compared = model?.comparisons.find((each) => each.year === year);
        return [
          String(year),
          formatNumber(value),
          compared ? ranged(compared.expected) : placeOf(year, model),
          compared ? ranged(compared.difference) : '–'
        ];
      })
  );
