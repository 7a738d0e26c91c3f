import { SUPPRESSED } from '#lib/statistics/count-range.ts';
import {
  fullName,
  highest,
  inProse,
  list,
  lowest,
  round,
  unrounded,
  variantOf,
  type Area,
  type Line,
  type Period,
  type Point,
  type SeriesFile,
  type Variant
} from '#lib/domain/index.ts';
import { indexTo } from '#lib/series/index-to.ts';
import { slice } from '#lib/series/slice.ts';
import { quantile } from '#lib/statistics/quantile.ts';
import { smallCountPeriods } from '#lib/series/small-counts.ts';
import { standingAmong } from '#lib/series/similar-standing.ts';
import { breaksOf, type Picture, type PictureLine } from './picture.ts';

/** A median is taken of this many published figures or more: it shows what is usual, and never one council's figure. */
export const LEAST_USED = 5;

/** Which figure stands for similar councils, and why others may show another. */
export const SIMILAR_NOTE =
  'Similar councils are the ten that the Department’s model of 2025 puts closest to this one. The line is their median: half of them are higher and half are lower. One of the Department’s tools shows the median too and the other the mean, so figures elsewhere can differ. A figure that is not published is left out, and where fewer than five are left there is no median. Nor is there one where it depends on unpublished figures of 1 to 5 children. Its own changes are not tested, as it is the figure of no single council.';

const median = (values: number[]): number => quantile(values, 0.5);

const countSuppressed = (lines: readonly Line[], period: Period): number =>
  lines.filter(({ points }) => points.some((point) => point.period === period && point.status === 'suppressed')).length;

/** True where a median reads the same wherever so many figures that are not published lie. */
const isSettled = (used: readonly Point[], hidden: number, dp: number): boolean => {
  const values = used.map(unrounded);
  const medianWith = (value: number): number => round(median([...values, ...Array<number>(hidden).fill(value)]), dp);
  return medianWith(0) === medianWith(Number.MAX_SAFE_INTEGER);
};

/** The segments that figures of several lines lie in, as one: it changes where that of any line does. */
const commonSegments = (lines: readonly Line[], periods: Period[]): Map<Period, number> => {
  const last = new Map<Line, number>();
  let segment = 0;
  const found = new Map<Period, number>();
  for (const period of periods) {
    let isCut = false;
    for (const line of lines) {
      const point = line.points.find((each) => each.period === period);
      if (!point) continue;
      if (last.has(line) && last.get(line) !== point.segment) isCut = true;
      last.set(line, point.segment);
    }
    if (isCut) segment++;
    found.set(period, segment);
  }
  return found;
};

/**
 * The median of several lines at each period: of their published figures, five or more, to `dp` decimal places, with how many
 * were used; no point where there are fewer, or where it depends on figures held back as small counts, in the periods `small`.
 * It is cut wherever one of the lines is, or one of `watched`. It carries what rounding of the figures leaves open of the
 * median.
 */
const medianOf = (
  lines: readonly Line[],
  id: string,
  dp: number,
  watched: readonly Line[] = [],
  small: ReadonlySet<Period> = new Set()
): Line => {
  const periods = [...new Set(lines.flatMap(({ points }) => points.map(({ period }) => period)))].sort();
  const segments = commonSegments([...lines, ...watched], periods);
  const points = periods.flatMap((period): Point[] => {
    const used = lines.flatMap((line) =>
      line.points.filter((point) => point.period === period && point.value !== null)
    );
    if (used.length < LEAST_USED) return [];
    const value = median(used.map(unrounded));
    const hidden = small.has(period) ? countSuppressed(lines, period) : 0;
    if (hidden && !isSettled(used, hidden, dp)) return [];
    const low = median(used.map((point) => lowest(point)));
    const high = median(used.map((point) => highest(point)));
    return [
      {
        period,
        value: round(value, dp),
        ...(used.every((point) => point.unrounded !== undefined) ? { unrounded: value } : {}),
        status: 'derived',
        segment: segments.get(period)!,
        below: Number((value - low).toFixed(2)),
        above: Number((high - value).toFixed(2)),
        lineage: [...new Set(used.flatMap(({ lineage }) => lineage))].sort((a, b) => a - b),
        used: used.length
      }
    ];
  });
  return { id, areaKey: id, line: lines[0]?.line ?? 'all', points };
};

/**
 * The median of authorities by a variant of a series file, as a line. `own` are lines that it will stand beside: where one of
 * them is cut, so is the median. `line` is the key of the variant's line, "all" where it has one.
 */
export const similarMedian = (
  file: SeriesFile,
  variant: Variant,
  keys: string[],
  own: readonly Line[] = [],
  line = 'all'
): Line => {
  const lines = keys.flatMap((key) => slice(file, variant.key, key).filter((each) => each.line === line));
  return medianOf(lines, 'similar', variant.dp, own, smallCountPeriods({ file, variant, line }));
};

/** True where a picture's unit can be compared between councils of different size: not as a plain number. */
export const hasSimilar = (picture: Picture): boolean =>
  picture.unit === 'index' ||
  picture.variant.key === 'rate' ||
  picture.unit === 'percent' ||
  picture.unit === 'average';

/** How many of the ten stand behind a line of medians: "ten", or the fewest and the most where some have no figure. */
const takenFrom = ({ points }: Line): string => {
  const used = points.flatMap(({ used }) => used ?? []);
  const [least, most] = [Math.min(...used), Math.max(...used)];
  if (least >= 10) return 'ten';
  return least === most ? `${least} of ten` : `${least} to ${most === 10 ? 'ten' : `${most} of ten`}`;
};

/**
 * A picture with the median of the authorities similar to one of its areas as a dashed line more. `keys` are the ten; `areas`, every
 * area of the site, and `bases` are what the area is tested with against them. Where there is no median to show, the picture says why in a notice.
 */
export const withSimilar = (
  picture: Picture,
  file: SeriesFile,
  area: Area,
  keys: string[],
  { bases, areas }: { bases?: SeriesFile | undefined; areas: readonly Area[] }
): Picture => {
  const notice = (text: string): Picture => ({ ...picture, notices: [...picture.notices, { text }] });
  if (!keys.length)
    return notice(
      area.level === 'Local authority'
        ? `The Department’s model lists no similar councils for ${inProse({ ...area, ended: undefined } as Area)}${area.ended ? `, which ended in ${area.ended.slice(0, 4)}` : ''}.`
        : `Similar councils are known for councils only, not for ${inProse(area)}.`
    );
  if (!hasSimilar(picture))
    return notice(
      `Similar councils are not shown here: they differ in size, so that their numbers say little of each other.${variantOf(picture.measure, 'rate') ? ' Rates compare them.' : ''}`
    );
  const own = picture.lines.filter((line) => line.areaKey === area.key);
  const { base } = picture;
  const theirs = keys.flatMap((key) => slice(file, picture.variant.key, key));
  const small = smallCountPeriods({ file, variant: picture.variant, line: theirs[0]?.line ?? 'all' });
  const line = medianOf(base ? theirs.map((each) => indexTo(each, base)) : theirs, 'similar', picture.dp, own, small);
  if (!line.points.length)
    return notice(
      small.size
        ? `There is no median of the councils similar to ${inProse(area)} to show: it depends on figures that are not published because they stand for 1 to ${SUPPRESSED.most} children.`
        : `There is no median of the councils similar to ${inProse(area)} to show: at no time do five or more of them have a figure.`
    );
  const name = `Median of the ten councils most similar to ${fullName(area)}`;
  const lines: PictureLine[] = [
    ...picture.lines,
    {
      ...line,
      area: { key: '', code: '', name, level: 'Local authority', slug: '' },
      label: `Similar councils (median of ${takenFrom(line)})`,
      short: 'Similar councils (median)',
      word: '',
      slot: 'similar',
      dash: 3,
      similarTo: area,
      ...(picture.unit === picture.variant.key && own[0]?.line === line.line
        ? {
            standing: () =>
              standingAmong(
                { file, bases, variant: picture.variant, areas },
                [area.key, ...keys],
                line.points.at(-1)!.period
              )
          }
        : {})
    }
  ];
  return { ...picture, lines, breaks: breaksOf(file, picture.variant, lines) };
};

/** The names of the ten, for the words under a chart: "Islington, Hackney …". */
export const namesOf = (keys: string[], areas: Area[]): string =>
  list(keys.map((key) => areas.find((area) => area.key === key)).flatMap((area) => (area ? [inProse(area)] : [])));
