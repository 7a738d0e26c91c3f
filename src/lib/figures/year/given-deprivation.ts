import { formatNumber, inProse, list, unrounded } from '#lib/domain/index.ts';
import { isWhy, type AdjustedSpread } from '#lib/series/estimates.ts';
import { factorOf, logLimits } from '#lib/statistics/over-dispersion.ts';
import type { AreaResult } from './area-result.ts';
import { usualSide } from './beyond-usual.ts';
import type { YearPicture } from './picture.ts';

/** A council's rate beside the rate usual at its deprivation score. */
export interface GivenDeprivation {
  expected: number;
  /** The 99.8% limits round that rate, and where the council's own lies. */
  low: number;
  high: number;
  side: 'higher' | 'lower' | 'within';
}

/** How a council's rate stands to those of councils as deprived; undefined where it has no figure or no score. */
export const givenDeprivation = (result: AreaResult, adjusted: AdjustedSpread): GivenDeprivation | undefined => {
  const expected = adjusted.expectedOf(result.area.key);
  if (expected === undefined || result.point.value === null || !result.denominator) return undefined;
  return {
    expected,
    ...logLimits(adjusted.spread, result.denominator, 0.998, expected),
    side: usualSide(result, adjusted.spread, 0.998, expected)
  };
};

const TRENDS: Record<AdjustedSpread['trend'], string> = {
  higher: 'More deprived councils usually have higher rates.',
  lower: 'More deprived councils usually have lower rates.',
  'not clear': 'Whether more deprived councils have other rates is not clear from these figures.'
};

const names = (results: readonly AreaResult[]): string =>
  results.length && results.length <= 6 ? ` (${list(results.map(({ area }) => inProse(area)))})` : '';

const own = (result: AreaResult, found: GivenDeprivation, dp: number): string => {
  const ratio = unrounded(result.point) / found.expected;
  const where = { higher: 'above them', lower: 'below them', within: 'within them' }[found.side];
  return `For ${inProse(result.area)} that rate is ${formatNumber(found.expected, dp)} and the limits are ${formatNumber(found.low, dp)} to ${formatNumber(found.high, dp)}: its own ${formatNumber(result.point.value!, dp)} is ${formatNumber(ratio, 2)} times that rate and lies ${where}.`;
};

/**
 * How councils' rates stand once each is set against the rate usual at its deprivation score: how far they still differ, how many lie
 * beyond limits drawn from that, and how those chosen stand. It is a description, and says so: it does not make a rate right or wrong.
 */
export const describeGivenDeprivation = ({ ranked, adjusted, dp }: YearPicture): string[] => {
  if (!adjusted) return [];
  if (isWhy(adjusted)) return [`Rates are not set against deprivation: ${adjusted.why}.`];
  const found = ranked.flatMap((result) => {
    const given = givenDeprivation(result, adjusted);
    return given ? [{ result, given }] : [];
  });
  const on = (side: GivenDeprivation['side']): AreaResult[] =>
    found.filter(({ given }) => given.side === side).map(({ result }) => result);
  const [above, below] = [on('higher'), on('lower')];
  const borrowed = found.filter(({ result }) => adjusted.borrowed.includes(result.area.key));
  return [
    TRENDS[adjusted.trend],
    'So each can also be set against the rate usual at its own score of income deprivation affecting children (IDACI 2019).',
    `Councils of the same size and score still differ, usually by a factor of up to ${formatNumber(factorOf(adjusted.spread), 1)}.`,
    `Of ${found.length} councils with a score, ${above.length}${names(above)} ${above.length === 1 ? 'lies' : 'lie'} above the 99.8% limits round that rate and ${below.length}${names(below)} below them.`,
    ...found.filter(({ result }) => result.slot !== undefined).map(({ result, given }) => own(result, given, dp)),
    ...(borrowed.length
      ? [
          `${list(borrowed.map(({ result }) => inProse(result.area)))} ${borrowed.length === 1 ? 'is' : 'are'} younger than the index and ${borrowed.length === 1 ? 'has' : 'have'} the score of the county that ${borrowed.length === 1 ? 'it was' : 'they were'} part of.`.replace(
            /^./,
            (letter) => letter.toUpperCase()
          )
        ]
      : []),
    'This describes councils and judges none: a rate that is usual for its deprivation need not be the right one, and deprivation brings need.'
  ];
};
