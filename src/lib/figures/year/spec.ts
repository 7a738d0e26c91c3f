import { formatNumber, formatSigned, STATUS_WORDS, type Period } from '#lib/domain/index.ts';
import type { AreaMark } from '#lib/drawing/area-mark.ts';
import { niceTop } from '#lib/drawing/ticks.ts';
import { isWhy } from '#lib/series/estimates.ts';
import { placeSign } from '#lib/statistics/rank.ts';
import { rangeSign, rankDetail } from './rank-detail.ts';
import { ordered, type AreaResult } from './area-result.ts';
import type { YearPicture } from './picture.ts';
import { describeYear } from './sentences.ts';
import { yearCaption } from './table.ts';

/** What every drawing of one period carries. */
export interface YearChartSpec {
  /** Name and description for those who do not see it. */
  title: string;
  description: string;
  /** What the value axis says: "per 10,000 children". */
  axisTitle: string;
  dp: number;
}

/** What every drawing of a period shares. */
export const yearChartSpec = (picture: YearPicture): YearChartSpec => ({
  title: yearCaption(picture),
  description: describeYear(picture)
    .map(({ text }) => text)
    .join(' '),
  axisTitle: picture.since === undefined ? picture.unitLabel : `change since ${picture.since}, ${picture.unitLabel}`,
  dp: picture.dp
});

/** Both ends of a tested change. */
const changeEnds = ({ tested }: AreaResult): Pick<AreaMark, 'low' | 'high'> =>
  tested && !isWhy(tested) ? { low: tested.low, high: tested.high ?? Infinity } : {};

/** What else is read of an area: its rank with its range, or what the test of its change says. */
const detailOf = ({ rank, range, tested }: AreaResult, since: Period | undefined): Pick<AreaMark, 'detail'> => {
  if (since !== undefined) return tested && !isWhy(tested) ? { detail: tested.verdict } : {};
  // No rank without its range.
  return rank && range ? { detail: rankDetail(placeSign(rank), rangeSign(range)) } : {};
};

/** An area as a drawing shows it; in an order of changes the change stands for the figure. */
export const toAreaMark = (result: AreaResult, dp: number, since?: Period): AreaMark => {
  const value = ordered(result, since);
  const { point, interval, slot, label, area } = result;
  return {
    key: area.key,
    label,
    value,
    status: value === null && point.value !== null ? 'not applicable' : point.status,
    text:
      value !== null
        ? since === undefined
          ? formatNumber(value, dp)
          : formatSigned(value, dp)
        : since === undefined
          ? STATUS_WORDS[point.status]
          : 'not comparable',
    ...(since === undefined ? (interval ? { low: interval.low, high: interval.high } : {}) : changeEnds(result)),
    ...detailOf(result, since),
    ...(slot === undefined ? {} : { slot })
  };
};

/** England and the regions of the areas chosen, as rules across the drawing. */
export const referencesOf = (picture: YearPicture) =>
  [...(picture.england ? [picture.england] : []), ...picture.regions].flatMap((result) => {
    const value = ordered(result, picture.since);
    return value === null
      ? []
      : [{ label: result.label, value, slot: result.slot === undefined ? 'region' : String(result.slot) }];
  });

/** Both ends of the axis: from zero, and wide enough for every period, so that it stands still while years change. */
export const axisEndsOf = (picture: YearPicture): [number, number] => {
  if (picture.since === undefined) return [0, niceTop(Math.max(...picture.everyValue, 1e-6))];
  const changes = [
    ...picture.ranked.map((result) => ordered(result, picture.since)!),
    ...referencesOf(picture).map(({ value }) => value)
  ];
  const [low, high] = [Math.min(0, ...changes), Math.max(0, ...changes)];
  return [low < 0 ? -niceTop(-low) : 0, high > 0 ? niceTop(high) : 0];
};
