import { SIDES, type AuthorityMeasure, type BeforeAfter, type TwoSides } from '#lib/statistics/before-after.ts';
import { roundedTo } from '#lib/statistics/rounding.ts';
import { changeBetween, meanOf, percentBetween, type Count } from '#lib/statistics/change.ts';

/** England's two sides of a measure, means of three years; its counts are rounded to 10. */
export const englandSides = ({ england }: Pick<BeforeAfter, 'england'>, measure: AuthorityMeasure): TwoSides => {
  const counts = (years: readonly number[]): Count[] =>
    england[measure].filter(({ year }) => years.includes(year)).map(({ value }) => roundedTo(value, 10));
  const [before, after] = [meanOf(counts(SIDES.before)), meanOf(counts(SIDES.after))];
  const base = england[measure].find(({ year }) => year === 2008)!.value;
  return {
    before,
    after,
    change: changeBetween(before, after),
    percent: percentBetween(before.value, after.value),
    index: { before: (before.value / base) * 100, after: (after.value / base) * 100 }
  };
};
