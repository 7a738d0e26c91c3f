import type { Period } from '#lib/domain/index.ts';
import {
  testDifference,
  verdictsOf,
  type ChangeVerdict,
  type Difference,
  type NoDifference
} from '#lib/statistics/change-test.ts';
import type { RateKind } from '#lib/statistics/limits.ts';
import { dispersionAt, type YearDispersion, type YearPair } from '#lib/statistics/year-dispersion.ts';
import type { CouncilFigures } from './council-figures.ts';

/** A council's change from one year to another: the test, and what may be said with false discoveries held to 5%. */
export interface TestedChange {
  verdict: ChangeVerdict | NoDifference;
  test: Difference | NoDifference;
}

export const yearBefore = (period: Period): Period => String(Number(period) - 1);

/** The figures of two years of every council with both and no break between; suppressed counts are left out. */
export const pairsOf = ({ councilsIn }: CouncilFigures, from: Period, to: Period): (YearPair & { key: string })[] => {
  const earlier = new Map(councilsIn(from).map((each) => [each.key, each]));
  return councilsIn(to).flatMap((after) => {
    const own = earlier.get(after.key);
    if (!own || own.segment !== after.segment || own.isSuppressed || after.isSuppressed) return [];
    return [{ key: after.key, before: own, after }];
  });
};

/**
 * Both ends of a tested change in the unit of the figure, given the earlier figure: the test gives a ratio for rates, points for
 * percentages. No upper end where the earlier count may be none.
 */
export const changeInUnit = (
  { change: { low, high } }: Difference,
  earlier: number,
  figure: RateKind
): { low: number; high: number | null } =>
  figure === 'percent'
    ? { low, high }
    : { low: earlier * (low - 1), high: high === null ? null : earlier * (high - 1) };

/**
 * Tests the change of every council between two years, by key; none for a council without a figure in one of them, or with a break
 * between. `dispersion` is that of the later year (`dispersionIn` of its estimates). It is how far the measure usually moves from
 * one year to the next, whatever the years compared: so "rose" and "fell" say that a figure moved by more than chance and the usual
 * movement of one year, and false discoveries are held to 5% over all councils. About 0.1 ms a council.
 */
export const changesBetween = (
  figures: CouncilFigures,
  dispersion: Pick<YearDispersion, 'factor' | 'exponent'>,
  from: Period,
  to: Period
): Map<string, TestedChange> => {
  const tests = new Map(
    pairsOf(figures, from, to).map(({ key, before, after }) => {
      const bothCounts = (before.least + before.most + after.least + after.most) / 2;
      return [key, testDifference(before, after, figures.figure, dispersionAt(dispersion, bothCounts))] as const;
    })
  );
  const verdicts = verdictsOf(tests);
  return new Map([...tests].map(([key, test]) => [key, { test, verdict: verdicts.get(key)! }]));
};
