import { capital, formatNumber, highest, inProse, isOpen, list, lowest, unrounded } from '#lib/domain/index.ts';
import { isWhy, type AdjustedSpread } from '#lib/series/estimates.ts';
import { limitsAt } from '#lib/statistics/limits.ts';
import { factorOf, logLimits } from '#lib/statistics/over-dispersion.ts';
import type { AreaResult } from './area-result.ts';
import { usualSide } from './beyond-usual.ts';
import type { YearPicture } from './picture.ts';

/** A council's rate beside the rate usual at its deprivation score. */
export interface GivenDeprivation {
  expected: number;
  /** Its own rate divided by that one. */
  times: number;
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
    times: unrounded(result.point) / expected,
    ...logLimits(adjusted.spread, result.denominator, 0.998, expected),
    side: usualSide(result, adjusted.spread, 0.998, expected)
  };
};

/** Where a council's rate lies to the limits of chance alone round a rate, whatever rounding leaves open of it. */
export const chanceSide = (
  { point, denominator }: Pick<AreaResult, 'point' | 'denominator'>,
  expected: number,
  level: 0.95 | 0.998
): 'higher' | 'lower' | 'within' => {
  const [least, most] = isOpen(point) ? [lowest(point), highest(point)] : [unrounded(point), unrounded(point)];
  const { low, high } = limitsAt(expected, denominator!, level, 'rate');
  return least > high ? 'higher' : most < low ? 'lower' : 'within';
};

const TRENDS: Record<AdjustedSpread['trend'], string> = {
  higher: 'More deprived councils usually have higher rates.',
  lower: 'More deprived councils usually have lower rates.',
  'not clear': 'Whether more deprived councils have other rates is not clear from these figures.'
};

const names = (results: readonly AreaResult[]): string =>
  results.length && results.length <= 6 ? ` (${list(results.map(({ area }) => inProse(area)))})` : '';

const own = (result: AreaResult, { expected, times, low, high, side }: GivenDeprivation, dp: number): string => {
  const where = { higher: 'above them', lower: 'below them', within: 'within them' }[side];
  return `For ${inProse(result.area)} that rate is ${formatNumber(expected, dp)} and the limits are ${formatNumber(low, dp)} to ${formatNumber(high, dp)}: its own ${formatNumber(result.point.value!, dp)} is ${formatNumber(times, 2)} times that rate and lies ${where}.`;
};

interface Found {
  result: AreaResult;
  given: GivenDeprivation;
}

/** How many lie beyond the limits of chance alone round the rate usual at their own scores. */
const describeChance = (found: readonly Found[]): string => {
  const on = (side: 'higher' | 'lower'): number =>
    found.filter(({ result, given }) => chanceSide(result, given.expected, 0.95) === side).length;
  return `Of ${found.length} councils with a score, ${on('higher')} lie above the 95% limits of chance round that rate and ${on('lower')} below them; by chance alone about ${Math.round(found.length / 20)} would lie outside.`;
};

/** Councils that have the score of the county before them: all where the funnel is drawn with them, else those chosen. */
const describeBorrowed = (found: readonly Found[], { borrowed }: AdjustedSpread, all: boolean): string[] => {
  const own = found.filter(({ result }) => borrowed.includes(result.area.key) && (all || result.slot !== undefined));
  if (!own.length) return [];
  const [are, have, were] = own.length === 1 ? ['is', 'has', 'it was'] : ['are', 'have', 'they were'];
  return [
    capital(
      `${list(own.map(({ result }) => inProse(result.area)))} ${are} younger than the index and ${have} the score of the county that ${were} part of.`
    )
  ];
};

/**
 * How councils' rates stand once each is set against the rate usual at its deprivation score: how far they still differ, how many lie
 * beyond limits drawn from that, and how those chosen stand. More of it where the funnel is drawn so. It is a description, and
 * says so: it does not make a rate right or wrong.
 */
export const describeGivenDeprivation = (picture: YearPicture): string[] => {
  const { ranked, adjusted, dp, againstDeprivation: isDrawn = false } = picture;
  if (!adjusted) return [];
  if (isWhy(adjusted)) return [`Rates are not set against deprivation: ${adjusted.why}.`];
  const found = ranked.flatMap((result): Found[] => {
    const given = givenDeprivation(result, adjusted);
    return given ? [{ result, given }] : [];
  });
  const on = (side: GivenDeprivation['side']): AreaResult[] =>
    found.filter(({ given }) => given.side === side).map(({ result }) => result);
  const [above, below] = [on('higher'), on('lower')];
  return [
    TRENDS[adjusted.trend],
    isDrawn
      ? 'So the funnel divides each council’s rate by the rate usual at its own score of income deprivation affecting children (IDACI 2019): 1 is usual.'
      : 'So each can also be set against the rate usual at its own score of income deprivation affecting children (IDACI 2019).',
    ...(isDrawn ? [describeChance(found)] : []),
    `Councils of the same size and score still differ, usually by a factor of up to ${formatNumber(factorOf(adjusted.spread), 1)}.`,
    `Of ${found.length} councils with a score, ${above.length}${names(above)} ${above.length === 1 ? 'lies' : 'lie'} above the ${isDrawn ? 'wider ' : ''}99.8% limits round that rate and ${below.length}${names(below)} below them.`,
    ...found.filter(({ result }) => result.slot !== undefined).map(({ result, given }) => own(result, given, dp)),
    ...describeBorrowed(found, adjusted, isDrawn),
    'This describes councils and judges none: a rate that is usual for its deprivation need not be the right one, and deprivation brings need.'
  ];
};
