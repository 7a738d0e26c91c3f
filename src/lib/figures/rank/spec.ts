import type { AreaMark } from '#lib/drawing/area-mark.ts';
import { ordered, type AreaResult } from '#lib/figures/year/area-result.ts';
import type { YearPicture } from '#lib/figures/year/picture.ts';
import { axisEndsOf, referencesOf, yearChartSpec, toAreaMark, type YearChartSpec } from '#lib/figures/year/spec.ts';
import { isWhy } from '#lib/series/estimates.ts';
import { placeSign } from '#lib/statistics/rank.ts';

/** A row of the ranked chart: an area in its place, or how many areas are left out between two. */
export type RankRow =
  | {
      kind: 'area';
      /** "12", or "=12" where it is shared; in an order by change what the test says: "rose", "fell". */
      place: string;
      /** The range of the rank: "5–20". */
      range?: string;
      area: AreaMark;
    }
  | { kind: 'gap'; count: number };

/**
 * Areas in order of their figures. Values lie across, so that the strip of all areas at the top, the bands between the
 * quartiles and the rows below share one axis.
 */
export interface RankSpec extends YearChartSpec {
  /** Both ends of the axis; below zero where the order is one of changes. */
  domain: [number, number];
  rows: RankRow[];
  /** What stands before the names: "rank, 95% range". */
  placeTitle?: string;
  /** All ranked areas, in the order of their values, whether they have a row or not. */
  strip: { value: number; slot?: string | number }[];
  /** Rules across all rows: England, and the region of the first area chosen. */
  references: { label: string; value: number; slot: string }[];
  /** The 25th, 50th and 75th percentile of the ranked values; absent where too few are ranked. */
  quartiles?: [number, number, number];
}

/** How many rows stand around a chosen area, and at both ends where none is chosen. */
const AROUND = 4;
const AT_ENDS = 5;

/** The rows that are shown: all, or the ends and those near the areas chosen (near England where none is). */
const windowOf = (picture: YearPicture, all: boolean): boolean[] => {
  const { ranked, england, since } = picture;
  if (all || ranked.length <= 3 * AT_ENDS + AROUND) return ranked.map(() => true);
  const middle = england && ordered(england, since);
  const centres = ranked.flatMap(({ slot }, i) => (slot === undefined ? [] : [i]));
  if (!centres.length && typeof middle === 'number') {
    const at = ranked.findIndex((result) =>
      picture.order === 'low' ? ordered(result, since)! >= middle : ordered(result, since)! <= middle
    );
    if (at >= 0) centres.push(at);
  }
  return ranked.map(
    (_, i) => i < AT_ENDS || i >= ranked.length - AT_ENDS || centres.some((each) => Math.abs(each - i) <= AROUND)
  );
};

/** What stands before a name: the rank with its range, or, of a change, that it passed the test. */
const placeOf = ({ since }: YearPicture, { rank, range, tested }: AreaResult): { place: string; range?: string } => {
  if (since !== undefined)
    return { place: tested && !isWhy(tested) && tested.verdict !== 'no clear change' ? tested.verdict : '' };
  return { place: placeSign(rank!), ...(range ? { range: `${range.first}–${range.last}` } : {}) };
};

const rowsOf = (picture: YearPicture, all: boolean): RankRow[] => {
  const shown = windowOf(picture, all);
  const rows: RankRow[] = [];
  picture.ranked.forEach((result, i) => {
    const last = rows.at(-1);
    if (shown[i])
      rows.push({
        kind: 'area',
        ...placeOf(picture, result),
        area: toAreaMark(result, picture.dp, picture.since)
      });
    else if (last?.kind === 'gap') last.count++;
    else rows.push({ kind: 'gap', count: 1 });
  });
  return rows;
};

/** What the ranked drawing holds; `all` shows every authority. */
export const toRankSpec = (picture: YearPicture, all: boolean): RankSpec => ({
  ...yearChartSpec(picture),
  domain: axisEndsOf(picture),
  rows: rowsOf(picture, all),
  placeTitle:
    picture.since !== undefined ? 'our test' : picture.ranked.some(({ range }) => range) ? 'rank, 95% range' : 'rank',
  strip: picture.ranked.map((result) => ({
    value: ordered(result, picture.since)!,
    ...(result.slot === undefined ? {} : { slot: result.slot })
  })),
  references: referencesOf(picture),
  ...(picture.quartiles ? { quartiles: picture.quartiles } : {})
});
