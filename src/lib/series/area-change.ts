import { highest, lowest, unrounded, type Point, type SeriesFile, type Variant } from '#lib/domain/index.ts';
import { testDifference } from '#lib/statistics/change-test.ts';
import { countsOfPercent, type CountRange, type SizedRange } from '#lib/statistics/count-range.ts';
import { PER } from '#lib/statistics/limits.ts';
import { countOf, denominatorOf } from './denominator.ts';

/** A figure of an area in the series files, in one way of counting and one line. */
interface Place {
  file: SeriesFile;
  bases?: SeriesFile | undefined;
  variant: Variant;
  area: string;
  line: string;
}

// Full-time equivalents are not whole.
const wholeCounts = (point: Point): CountRange => ({
  least: Math.round(lowest(point)),
  most: Math.round(highest(point))
});

/** A figure as whole counts out of a size; undefined where those are not held. Numbers are out of the same size in every year. */
const countsOf = ({ file, bases, variant, area, line }: Place, point: Point): SizedRange | undefined => {
  if (point.value === null) return undefined;
  const size = denominatorOf(variant, bases, area, point.period);
  switch (variant.key) {
    case 'number':
    case 'started':
      return { ...wholeCounts(point), size: 1 };
    case 'rate': {
      const count = countOf(file, area, line, point.period);
      if (!count || !(point.value > 0)) return undefined;
      return { ...wholeCounts(count), size: size ?? (count.value! / unrounded(point)) * PER.rate };
    }
    case 'percent':
      return size ? { ...countsOfPercent(point.value, size, variant.dp), size } : undefined;
    default:
      return undefined;
  }
};

/**
 * Whether two figures of England or a region differ by more than rounding and chance would give 19 times in 20, children taken to
 * come independently of each other. Councils are tested by `testsOf` instead, all of a year together. Undefined where the counts
 * behind the figures are not held.
 */
export const differsBeyondChance = (place: Place, from: Point, to: Point): boolean | undefined => {
  const [before, after] = [countsOf(place, from), countsOf(place, to)];
  const test = before && after && testDifference(before, after, place.variant.key === 'percent' ? 'percent' : 'rate');
  return test?.kind === 'difference' ? test.direction !== 'none' && test.p < 0.05 : undefined;
};
