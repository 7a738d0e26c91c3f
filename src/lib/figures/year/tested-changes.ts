import { unrounded, type Area, type Period } from '#lib/domain/index.ts';
import type { ChangeClaim } from '#lib/figures/claims.ts';
import { changeInUnit, changesBetween } from '#lib/series/changes.ts';
import { councilFigures, isEstimated } from '#lib/series/council-figures.ts';
import { NO_ESTIMATES, dispersionIn, isWhy } from '#lib/series/estimates.ts';
import type { EstimatesFile, Why } from '#lib/statistics/estimates-file.ts';
import type { Reading, AreaResult } from './area-result.ts';

/** The tests of all councils' changes between two years. */
export interface ChangeTests {
  /** By how much more than chance figures usually move in a year, which is allowed for; or why nothing was tested. */
  all: { phi: number } | Why;
  /** What may be said of one council's change. */
  of: (result: Pick<AreaResult, 'area' | 'change'>) => ChangeClaim['tested'];
}

const NOT_TESTED: Why = { why: 'one of the two figures is not exact enough' };

/** Tests the change of every council from `since` to the reading's period, with false discoveries held to 5% over all of them. */
export const testsOf = (
  { areas, estimates }: { areas: readonly Area[]; estimates?: EstimatesFile | undefined },
  { file, bases, variant, period }: Reading,
  since: Period
): ChangeTests => {
  const dispersion =
    isEstimated(variant) && bases ? dispersionIn({ file: estimates, unit: variant.key, period }) : NO_ESTIMATES;
  if (isWhy(dispersion) || !bases)
    return { all: isWhy(dispersion) ? dispersion : NO_ESTIMATES, of: () => NO_ESTIMATES };
  const figures = councilFigures(variant, { own: file, base: bases }, areas);
  const tested = changesBetween(figures, dispersion, since, period);
  return {
    all: { phi: dispersion.phi },
    of: ({ area, change }) => {
      const found = tested.get(area.key);
      if (!found || !change || found.test.kind === 'no claim' || typeof found.verdict !== 'string') {
        return found?.test.kind === 'no claim' ? { why: found.test.why } : NOT_TESTED;
      }
      return { verdict: found.verdict, ...changeInUnit(found.test, unrounded(change.from), figures.figure) };
    }
  };
};
