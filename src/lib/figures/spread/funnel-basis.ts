import { formatNumber, highest, isOpen, lowest, unrounded } from '#lib/domain/index.ts';
import { isWhy, type AdjustedSpread } from '#lib/series/estimates.ts';
import type { AreaResult } from '#lib/figures/year/area-result.ts';
import { chanceSide, givenDeprivation } from '#lib/figures/year/given-deprivation.ts';
import type { YearPicture } from '#lib/figures/year/picture.ts';
import type { Interval } from '#lib/statistics/interval.ts';
import { PER, beyond, limitsAt } from '#lib/statistics/limits.ts';
import { logLimits } from '#lib/statistics/over-dispersion.ts';

/** How far out a figure lies: within the 95% limits of chance, between them and the 99.8% limits, or beyond those. */
type Level = 0 | 95 | 99.8;

/** A council as a funnel has it. */
export interface Sized {
  result: AreaResult;
  /** Its place on the axis of sizes, and on the other. */
  size: number;
  at: number;
  /** What rounding leaves open of `at`. */
  ends: readonly [least: number, most: number];
  level: Level;
  /** What is read of it beside its figure. */
  detail?: string;
}

/** What the councils of a funnel are set against: England's figure, or each the rate usual at its deprivation. */
export interface Basis {
  question: string;
  /** What the axes say; that of values says what the figures are out of where absent. */
  valueTitle?: string;
  sizeTitle: string;
  centre: { label: string; value: number; text?: string };
  councils: Sized[];
  /** Limits of chance alone at a size, and those that allow for how far councils usually differ. */
  chance: (size: number, level: number) => Interval;
  usual?: ((size: number, level: number) => Interval) | undefined;
}

const endsOf = ({ point }: AreaResult): readonly [number, number] =>
  isOpen(point) ? [lowest(point), highest(point)] : [unrounded(point), unrounded(point)];

/** Councils against England's figure; undefined where there is none, or nothing that figures are out of. */
export const againstEngland = (picture: YearPicture): Basis | undefined => {
  const { kind, england } = picture;
  const sized = picture.ranked.filter(({ denominator }) => denominator);
  if (!kind || !england || !sized.length) return undefined;
  const usual = picture.spread && !isWhy(picture.spread) && picture.spread.tau > 0 ? picture.spread : undefined;
  const centre = unrounded(england.point);
  return {
    question: 'Is it chance?',
    sizeTitle: picture.variant.denominator!.label,
    centre: { label: england.label, value: centre },
    councils: sized.map((result) => ({
      result,
      size: result.denominator!,
      at: unrounded(result.point),
      ends: endsOf(result),
      // The word and the mark agree: a figure that rounding or its exact count leaves within the limits is within.
      level:
        result.against?.side === 'similar'
          ? 0
          : beyond(unrounded(result.point), result.denominator!, centre, kind).level || 95
    })),
    chance: (size, level) => limitsAt(centre, size, level, kind),
    usual: usual && ((size, level) => logLimits(usual, size, level))
  };
};

const levelGiven = (result: AreaResult, expected: number): Level =>
  chanceSide(result, expected, 0.998) !== 'within' ? 99.8 : chanceSide(result, expected, 0.95) !== 'within' ? 95 : 0;

/**
 * Each council's rate divided by the rate usual at its deprivation score, over the number of children that this rate would give: so one
 * pair of limits holds for all, whatever their scores (Spiegelhalter 2005, Statistics in Medicine 24: 1185-1202, of observed over
 * expected counts).
 */
export const againstDeprivation = ({ ranked, dp }: YearPicture, adjusted: AdjustedSpread): Basis => {
  // Out of so many times 10,000 a rate of 1 gives one for each that is expected.
  const outOf = (expected: number): number => expected * PER.rate;
  const spread = { ...adjusted.spread, centre: 1 };
  return {
    question: 'Is it unusual for its deprivation?',
    valueTitle: 'times the rate usual at its deprivation',
    sizeTitle: 'Number expected at the usual rate',
    centre: { label: 'usual rate', value: 1, text: 'usual rate' },
    councils: ranked.flatMap((result) => {
      const given = givenDeprivation(result, adjusted);
      if (!given) return [];
      const { expected, times } = given;
      const [least, most] = endsOf(result);
      return [
        {
          result,
          size: (expected / PER.rate) * result.denominator!,
          at: times,
          ends: [least / expected, most / expected] as const,
          level: levelGiven(result, expected),
          detail: `${formatNumber(times, 2)} times the ${formatNumber(expected, dp)} usual at its deprivation`
        }
      ];
    }),
    chance: (size, level) => limitsAt(1, outOf(size), level, 'rate'),
    usual: spread.tau > 0 ? (size, level) => logLimits(spread, outOf(size), level) : undefined
  };
};
