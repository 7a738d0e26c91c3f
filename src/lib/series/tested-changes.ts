import { MemoOf } from '#lib/domain/memo.ts';
import { unrounded, type Area, type Period, type Point, type SeriesFile, type Variant } from '#lib/domain/index.ts';
import type { ChangeVerdict } from '#lib/statistics/change-test.ts';
import type { EstimatesFile, Why } from '#lib/statistics/estimates-file.ts';
import { changeInUnit, changesBetween } from './changes.ts';
import { councilFiguresOf, isEstimated } from './council-figures.ts';
import { TOO_SMALL } from './denominator.ts';
import { NO_ESTIMATES, dispersionIn, isWhy } from './estimates.ts';

/** The verdict on a change with its 95% interval in the unit of the figure, `high` null where there is no upper end; or why it was not tested. */
export type Tested = { verdict: ChangeVerdict; low: number; high: number | null } | Why;

/** The tests of all councils' changes between two years. */
export interface ChangeTests {
  /** By how much more than chance figures usually move in a year, which is allowed for; or why nothing was tested. */
  all: { phi: number } | Why;
  /** What may be said of the change of a council; `from` is its earlier figure. */
  of: (area: string, from: Point) => Tested;
}

/** What the changes of a measure in one unit are tested with. */
export interface TestParts {
  file: SeriesFile;
  /** The series file of what the figures are out of. */
  bases?: SeriesFile | undefined;
  variant: Variant;
  /** Every area of the site. */
  areas: readonly Area[];
  estimates?: EstimatesFile | undefined;
}

const NOT_A_COUNCIL: Why = { why: 'only councils are tested' };
const FEW_CHILDREN: Why = { why: 'it has too few children' };

/** Why the change of an area is not tested, whatever its figures are; undefined where it may be. */
export const untestable = ({ key, level }: Pick<Area, 'key' | 'level'>): Why | undefined =>
  level !== 'Local authority' ? NOT_A_COUNCIL : TOO_SMALL.includes(key) ? FEW_CHILDREN : undefined;

const NOT_TESTED: Why = { why: 'one of the two figures is not exact enough' };

const known = new MemoOf<SeriesFile, ChangeTests>();

/** Tests the change of every council from one year to another, with false discoveries held to 5% over all of them. */
export const testsOf = (parts: TestParts, since: Period, period: Period): ChangeTests => {
  const { file, bases, variant, areas, estimates } = parts;
  const dispersion =
    isEstimated(variant) && bases ? dispersionIn({ file: estimates, unit: variant.key, period }) : NO_ESTIMATES;
  if (isWhy(dispersion) || !bases)
    return { all: isWhy(dispersion) ? dispersion : NO_ESTIMATES, of: () => NO_ESTIMATES };
  return known.get(file, `${variant.key}/${since}/${period}`, () => {
    const figures = councilFiguresOf(variant, { own: file, base: bases }, areas);
    const tested = changesBetween(figures, dispersion, since, period);
    return {
      all: { phi: dispersion.phi },
      of: (area, from) => {
        const found = tested.get(area);
        if (!found) return NOT_TESTED;
        if (found.test.kind === 'no claim' || typeof found.verdict !== 'string')
          return found.test.kind === 'no claim' ? { why: found.test.why } : NOT_TESTED;
        return { verdict: found.verdict, ...changeInUnit(found.test, unrounded(from), figures.figure) };
      }
    };
  });
};
