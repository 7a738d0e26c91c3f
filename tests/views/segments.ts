import { studentQuantile } from '#lib/statistics/distributions.ts';
import { leastSquares } from '../statistics/rational.ts';
import { table, type Row } from './raw.ts';

/*
 * England's yearly series straight from the CSVs, and the models of the article by least squares in exact fractions.
 */

/** A whole number as it is printed, without sign. */
export const commas = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',');

export const LOOKED_AFTER = table('children_looked_after');
/** England's figures of a column by year. */
export const national = (column: string, rows: Row[] = LOOKED_AFTER): Map<number, number> =>
  new Map(
    rows
      .filter((row) => row.geographic_level === 'National' && /^\d+(\.\d+)?$/.test(row[column]!))
      .map((row) => [Number(row.time_period), Number(row[column])])
  );

/** The series that are modelled, by the year in which March lies. */
export const SERIES = {
  'looked-after': national('looked_after_31_march'),
  started: national('started'),
  ceased: national('ceased'),
  // The population of the middle of a year is the base of March of the next.
  children: new Map(
    [...national('population', table('population_aged_0_to_17'))].map(([year, value]) => [year + 1, value])
  )
};
export type Key = keyof typeof SERIES;

/** What is fitted: rates for every 10,000 children from the year in which the children are counted, and the number of children. */
const FITTED = Object.fromEntries(
  Object.entries(SERIES).map(([key, counts]) => [
    key,
    key === 'children'
      ? counts
      : new Map(
          [...counts].flatMap(([year, count]) => {
            const children = SERIES.children.get(year);
            return children ? [[year, (count / children) * 10_000]] : [];
          })
        )
  ])
) as typeof SERIES;

/** A model by exact least squares: what the continued line gives a year, with the range of one year's figure, and of a sum. */
export const modelOf = (
  key: Key,
  from: number,
  to: number,
  transition: number,
  withTransition = false,
  series = FITTED[key]
) => {
  const years = [...series.keys()].filter((year) => year >= from && year <= to).sort();
  const kept = years.filter((year) => withTransition || year !== transition);
  const design = kept.map((year) => {
    const t = year - transition;
    return year < transition ? [1, t, 0, 0] : [1, t, 1, t];
  });
  const fit = leastSquares(
    design,
    kept.map((year) => series.get(year)!)
  );
  const t = studentQuantile(0.975, kept.length - 4);
  const gap = (of: number[]) => {
    const weights = of.reduce((sum, year) => [sum[0]! + 1, sum[1]! + year - transition], [0, 0]);
    const expected = weights[0]! * fit.coefficients[0]! + weights[1]! * fit.coefficients[1]!;
    const line = [0, 1].reduce(
      (sum, i) => sum + [0, 1].reduce((part, j) => part + weights[i]! * weights[j]! * fit.covariance[i]![j]!, 0),
      0
    );
    const wide = t * Math.sqrt(line + of.length * fit.variance);
    const counted = of.reduce((sum, year) => sum + series.get(year)!, 0);
    return { counted, expected, difference: counted - expected, wide };
  };
  const values = kept.map((year) => series.get(year)!);
  return { kept, values, fit, later: kept.filter((year) => year >= transition), gap };
};

/** A number as sentences round it: rates to a tenth, the number of children to 1,000. */
export const shown = (value: number, key: Key): string =>
  key === 'children' ? commas(Math.round(value / 1000) * 1000) : value.toFixed(1);

/** How a difference must read. */
export const said = ({ difference, wide }: { difference: number; wide: number }, key: Key): string => {
  const [low, high] = [difference - wide, difference + wide];
  const size = shown(Math.abs(difference), key);
  if (low > 0) return `${size} more (${shown(low, key)} to ${shown(high, key)} more)`;
  if (high < 0) return `${size} fewer (${shown(-high, key)} to ${shown(-low, key)} fewer)`;
  return `${size} ${difference < 0 ? 'fewer' : 'more'} (between ${shown(-low, key)} fewer and ${shown(high, key)} more, so possibly no change)`;
};
