import {
  highest,
  lowest,
  type Line,
  type Period,
  type Point,
  type SeriesFile,
  type Variant
} from '#lib/domain/index.ts';
import { findPoint } from '#lib/series/compare.ts';
import { slice } from '#lib/series/slice.ts';
import { rateInterval, wilson, type Interval } from '#lib/statistics/interval.ts';
import type { Picture, PictureLine } from './picture.ts';

/** What a band means, for the words beside the switch. */
export const BAND_NOTE =
  'The band around a line is a 95% interval. Everyone is counted, so it is not the error of a survey: it shows how far a figure could move from year to year by chance alone. It is widened by what rounding leaves open.';

/** True where the intervals of a variant can be worked out: what its figures are out of is held. */
export const hasBands = ({ denominator, key }: Variant): boolean =>
  denominator !== undefined && (key === 'rate' || key === 'percent');

/** Half of what writing a percentage to one decimal place leaves open. */
const WRITTEN = 0.05;

type Finder = (area: string, period: Period) => Point | undefined;

/** Finds points of a variant's lines by area and period; each area is read once. */
const finder = (file: SeriesFile, variant: 'number', line: string): Finder => {
  const known = new Map<string, Line | undefined>();
  return (area, period) => {
    if (!known.has(area))
      known.set(
        area,
        slice(file, variant, area).find((each) => each.line === line)
      );
    const found = known.get(area);
    return found && findPoint(found, period);
  };
};

/** The 95% interval of a rate: from the lowest that the count can be to the highest, over the population. */
export const ofRate = (count: Point, base: number): Interval => ({
  low: rateInterval(lowest(count), base).low,
  high: rateInterval(highest(count), base).high
});

/** The 95% interval of a percentage, from the lowest to the highest part that it can stand for. */
export const ofPercent = (point: Point, base: number): Interval => {
  const part = (percent: number): number => (Math.min(100, Math.max(0, percent)) / 100) * base;
  return {
    low: wilson(part(lowest(point) - WRITTEN), base).low * 100,
    high: wilson(part(highest(point) + WRITTEN), base).high * 100
  };
};

/**
 * Lines with the 95% interval of each figure as `low` and `high`. A rate's comes from its count, the number in the same file,
 * and its population; a percentage's from itself and what it is out of. `bases` is the series file of the measure that the
 * variant's base names. A figure without them, and a median, has none.
 */
const withIntervals = (
  lines: PictureLine[],
  variant: Variant,
  file: SeriesFile,
  bases: SeriesFile | undefined
): PictureLine[] => {
  const { denominator, key } = variant;
  if (!denominator || !hasBands(variant) || bases?.measure !== denominator.measure) return lines;
  const outOf = finder(bases, 'number', 'all');
  return lines.map((line) => {
    if (line.slot === 'similar') return line;
    const counts = finder(file, 'number', line.line);
    const interval = (point: Point): Interval | undefined => {
      const whole = outOf(line.areaKey, String(Number(point.period) - denominator.lag))?.value;
      if (point.value === null || !whole) return undefined;
      if (key === 'percent') return ofPercent(point, whole);
      const count = counts(line.areaKey, point.period);
      return count && count.value !== null ? ofRate(count, whole) : undefined;
    };
    return { ...line, points: line.points.map((point) => ({ ...point, ...interval(point) })) };
  });
};

/** A picture whose figures carry their 95% intervals where these can be worked out; an index and a number have none. */
export const withBands = (picture: Picture, file: SeriesFile, bases: SeriesFile | undefined): Picture =>
  picture.unit === 'index'
    ? picture
    : { ...picture, lines: withIntervals(picture.lines, picture.variant, file, bases) };
