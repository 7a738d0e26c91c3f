import { formatNumber, formatPeriod, formatSigned } from '#lib/domain/index.ts';
import { isWhy } from '#lib/series/estimates.ts';
import { quantile } from '#lib/statistics/quantile.ts';
import type { AreaResult } from '#lib/figures/year/area-result.ts';
import type { YearPicture } from '#lib/figures/year/picture.ts';
import { toAreaMark } from '#lib/figures/year/spec.ts';
import { classOf, roundUp, toDivergingClasses } from './classes.ts';
import type { ClassedResult } from './spec.ts';

/** Councils classed by their change, the classes from the largest fall to the largest rise, in words. */
interface ChangeLayer {
  classed: ClassedResult[];
  labels: string[];
  unit: string;
  heading: string;
}

const sizeOf = ({ change }: AreaResult): number => Math.abs(change?.by ?? 0);

/** What is read of a council: its change with both figures, or why there is none. */
const readingOf = (result: AreaResult, { dp, since, year, earlier }: YearPicture): string => {
  const { change, point } = result;
  if (change)
    return `${formatNumber(change.from.value!, dp)} in ${since}, ${formatNumber(point.value!, dp)} in ${year}`;
  const isNew = earlier && !earlier.councils.some(({ area }) => area.key === result.area.key);
  return [
    ...(isNew ? [`did not exist in ${since}`] : []),
    ...(point.value === null ? [] : [`${formatNumber(point.value, dp)} in ${year}`])
  ].join('; ');
};

const classedBy = (
  picture: YearPicture,
  results: readonly AreaResult[],
  indexOf: (result: AreaResult) => Pick<ClassedResult, 'class' | 'reason'>
): ClassedResult[] =>
  results.map((result) => {
    const mark = toAreaMark(result, picture.dp, picture.since);
    const detail = [readingOf(result, picture), mark.detail].filter(Boolean).join('; ');
    const { class: index, reason } = result.change ? indexOf(result) : { class: null, reason: 'not comparable' };
    return {
      result,
      mark: { ...mark, ...(detail ? { detail } : {}) },
      class: index,
      ...(reason === undefined ? {} : { reason })
    };
  });

/**
 * The change of every council from an earlier year. Where changes are tested a class says what the test says, and only what passed
 * is called a rise or a fall; where they are not, classes are steps of the change, and the legend says that nothing was tested.
 * A council without a figure that can be compared is hatched.
 */
export const changeLayer = (picture: YearPicture, results: readonly AreaResult[]): ChangeLayer => {
  const { dp, since, year, tests, unitLabel } = picture;
  const heading = `Change from ${formatPeriod(since!)} to ${formatPeriod(year)}`;
  const changed = picture.ranked.filter(({ change }) => change);
  if (!tests || isWhy(tests)) {
    const { edges } = toDivergingClasses(
      changed.map(({ change }) => change!.by),
      dp
    );
    const least = 10 ** -dp;
    const words = (value: number): string => formatSigned(value, dp);
    const [low, none, high, highest] = edges as [number, number, number, number];
    return {
      heading,
      unit: `${unitLabel}; not tested, so small changes may be chance`,
      labels: [
        `below ${words(low)}`,
        `${words(low)} to ${words(none - least)}`,
        `${words(none)} to ${words(high - least)}`,
        `${words(high)} to ${words(highest - least)}`,
        `${words(highest)} or more`
      ],
      classed: classedBy(picture, results, ({ change }) => ({ class: classOf(change!.by, edges) }))
    };
  }
  const clear = changed.filter(({ tested }) => tested && !isWhy(tested) && tested.verdict !== 'no clear change');
  const least = 10 ** -dp;
  const step = clear.length ? roundUp(Math.max(quantile(clear.map(sizeOf), 0.5), least)) : least;
  const far = formatSigned(step, Number.isInteger(step) ? 0 : dp).replace('+', '');
  return {
    heading,
    unit: `${unitLabel}; a rise or fall is one that passes our test`,
    labels: [
      `fell by ${far} or more`,
      `fell by less than ${far}`,
      'no clear change',
      `rose by less than ${far}`,
      `rose by ${far} or more`
    ],
    classed: classedBy(picture, results, (result) => {
      const { tested } = result;
      if (!tested || isWhy(tested)) return { class: null, reason: 'not tested' };
      if (tested.verdict === 'no clear change') return { class: 2 };
      const isFar = sizeOf(result) >= step;
      return { class: tested.verdict === 'fell' ? (isFar ? 0 : 1) : isFar ? 4 : 3 };
    })
  };
};
