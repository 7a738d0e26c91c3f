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

/** A model by exact least squares: what the continued line gives a year, with the range of one year's figure, and of a sum. */
export const modelOf = (key: Key, from: number, to: number, transition: number, withTransition = false) => {
  const years = [...SERIES[key].keys()].filter((year) => year >= from && year <= to).sort();
  const kept = years.filter((year) => withTransition || year !== transition);
  const design = kept.map((year) => {
    const t = year - transition;
    return year < transition ? [1, t, 0, 0] : [1, t, 1, t];
  });
  const fit = leastSquares(
    design,
    kept.map((year) => SERIES[key].get(year)!)
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
    const counted = of.reduce((sum, year) => sum + SERIES[key].get(year)!, 0);
    return { counted, expected, difference: counted - expected, wide };
  };
  const values = kept.map((year) => SERIES[key].get(year)!);
  return { kept, values, fit, later: kept.filter((year) => year >= transition), gap };
};

/** A number as sentences round it: counts to 10, the population to 1,000. */
export const tens = (value: number, key: Key): string => {
  const to = key === 'children' ? 1000 : 10;
  return commas(Math.round(value / to) * to);
};

/** How a difference must read. */
export const said = ({ difference, wide }: { difference: number; wide: number }, key: Key): string => {
  const [low, high] = [difference - wide, difference + wide];
  const size = tens(Math.abs(difference), key);
  if (low > 0) return `${size} more (${tens(low, key)} to ${tens(high, key)} more)`;
  if (high < 0) return `${size} fewer (${tens(-high, key)} to ${tens(-low, key)} fewer)`;
  return `${size} ${difference < 0 ? 'fewer' : 'more'}, but the range reaches from ${tens(-low, key)} fewer to ${tens(high, key)} more`;
};
