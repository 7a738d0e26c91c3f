import { BASE_YEAR, type Line, type Period, type Point } from '#lib/domain/index.ts';
import { comparableAt, firstComparable, skippedAsLowConfidence } from '#lib/series/compare.ts';
import type { Picture } from './picture.ts';

/** The earlier figures of a line that one of its figures is compared with. */
interface EarlierFigures {
  /** That of March 2008; of months, that of a year before: June 2008 lies in the dip after a new court procedure and higher fees. */
  base: Point | undefined;
  /** The first that can be compared. */
  first: Point | undefined;
  /** Those before it that are not used, as the Department graded them as of low confidence. */
  skipped: Point[];
}

/** The same month of the year before: "2018-06" of "2019-06". */
const yearBefore = (month: Period): Period => `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`;

/** Which earlier figures the sentences and the file of a chart over time compare a figure with. Of months, only the same month counts. */
export const earlierFigures = ({ variant }: Pick<Picture, 'variant'>, line: Line, point: Point): EarlierFigures => {
  const isMonth = variant.timing === 'month';
  const like = isMonth
    ? { ...line, points: line.points.filter(({ period }) => period.slice(5) === point.period.slice(5)) }
    : line;
  return {
    base: comparableAt(like, point, isMonth ? yearBefore(point.period) : BASE_YEAR),
    first: firstComparable(like, point),
    skipped: skippedAsLowConfidence(like, point)
  };
};
