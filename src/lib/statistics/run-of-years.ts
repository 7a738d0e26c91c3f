import type { Yearly } from './segmented.ts';

/** How many years in a row a series fell up to a year, and how many it rose after that year. */
interface Turn {
  fell: number;
  rose: number;
}

/** Counts the falls in a row that end in `year`, and the rises in a row from then on. A year that is not held ends a row. */
export const turnAt = (series: readonly Yearly[], year: number): Turn => {
  const valueIn = new Map(series.map((each) => [each.year, each.value]));
  const change = (to: number): number => valueIn.get(to)! - valueIn.get(to - 1)!;
  let [fell, rose] = [0, 0];
  while (change(year - fell) < 0) fell++;
  while (change(year + 1 + rose) > 0) rose++;
  return { fell, rose };
};
