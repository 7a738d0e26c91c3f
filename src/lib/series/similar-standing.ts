import type { Area, Period, SeriesFile, Variant } from '#lib/domain/index.ts';
import type { Side } from '#lib/statistics/difference.ts';
import type { Why } from '#lib/statistics/estimates-file.ts';
import type { Interval } from '#lib/statistics/interval.ts';
import { pairVerdict, type PairVerdict } from '#lib/statistics/pair-verdict.ts';
import { pooledFigure, sideOfGroup } from '#lib/statistics/similar-group.ts';
import { councilFiguresOf, isEstimated } from './council-figures.ts';
import { NO_ESTIMATES } from './estimates.ts';

/** How a council stands to the ten most similar to it, by tests. */
export interface SimilarStanding {
  /** The figure of all eleven together, in its unit, from how many that have one, and on which side of the 95% limits round it the council lies. */
  pooled: Interval & { used: number };
  side: Side;
  /** To how many of the ten it is higher, lower or close, each tested as a pair. */
  pairs: Record<PairVerdict, number>;
}

const NO_COUNTS: Why = { why: 'too few of the eleven have an exact count' };

/** Tests a council, the first of `keys`, against the similar ones that follow. */
export const standingAmong = (
  {
    file,
    bases,
    variant,
    areas
  }: { file: SeriesFile; bases?: SeriesFile | undefined; variant: Variant; areas: readonly Area[] },
  keys: readonly string[],
  period: Period
): SimilarStanding | Why => {
  if (!isEstimated(variant) || !bases) return NO_ESTIMATES;
  const { figure, councilsIn } = councilFiguresOf(variant, { own: file, base: bases }, areas);
  const all = new Map(councilsIn(period).map((each) => [each.key, each]));
  const [own, ...ten] = keys.map((key) => all.get(key));
  const pooled = pooledFigure([own, ...ten], figure);
  if (!own || pooled.kind === 'no claim') return NO_COUNTS;
  // The verdict of a pair is how the other one stands to the council.
  const verdicts = ten.map((each) => pairVerdict(each, own, figure));
  const count = (verdict: PairVerdict): number => verdicts.filter((each) => each === verdict).length;
  return {
    pooled: { low: pooled.low, high: pooled.high, used: pooled.used },
    side: sideOfGroup(own, pooled),
    pairs: { higher: count('higher'), lower: count('lower'), close: count('close') }
  };
};
