import { MemoOf } from '#lib/domain/memo.ts';
import { round, similarTo, unrounded, type Area, type Point } from '#lib/domain/index.ts';
import type { Compared } from './between-authority-spread.ts';
import { councilFiguresOf } from './memoised-figures.ts';
import type { FigureStore } from '#lib/figures/year/figure-store.ts';
import { LEAST_USED } from '#lib/figures/time/similar.ts';
import { findPoint } from '#lib/series/compare.ts';
import type { CouncilFigure } from '#lib/series/council-figures.ts';
import { TOO_SMALL } from '#lib/series/denominator.ts';
import { slice } from '#lib/series/slice.ts';
import { smallCountRange } from '#lib/series/small-counts.ts';
import type { Side } from '#lib/statistics/difference.ts';
import type { Interval } from '#lib/statistics/interval.ts';
import { pairVerdict, type PairVerdict } from '#lib/statistics/pair-verdict.ts';
import { rank, type Rank } from '#lib/statistics/rank.ts';
import { rankRanges } from '#lib/statistics/rank-range.ts';
import type { RateKind } from '#lib/statistics/limits.ts';
import { limitsRound, medianBounds, pooledFigure, sideOfGroup } from '#lib/statistics/similar-group.ts';

/** One of the ten, or the council itself. */
interface GroupMember {
  area: Area;
  point?: Point;
  /** Of one of the ten, where both can be tested. */
  verdict?: PairVerdict;
}

/** The median of the ten: both ends the same where it is known, else what small counts held back let it be. */
export interface GroupMedian extends Interval {
  /** From how many figures it was taken, small counts that are held back among them. */
  used: number;
}

/** A council among itself and its ten similar ones, in one measure and year. */
export interface SimilarGroup {
  /** The council, then the ten, the most similar first. */
  members: GroupMember[];
  median?: GroupMedian;
  /** The figure of all eleven together and the 95% limits round it at the council's size, and how the council stands to them. */
  pooled?: { figure: Interval; limits: Interval; side: Side; used: number };
  /** The council's place from the highest among those of the eleven with a figure. */
  place?: Rank;
  /** Where that place may be once chance is allowed for; absent where fewer than ten of the eleven have a figure. */
  placeRange?: { first: number; last: number };
}

const pointIn = ({ store, measure, variant, period }: Compared, key: string): Point | undefined => {
  const line = slice(store.series(measure.slug), variant.key, key)[0];
  return line && findPoint(line, period);
};

const countedIn = ({ store, measure, variant }: Compared) => ({
  file: store.series(measure.slug),
  bases: variant.denominator && store.series(variant.denominator.measure),
  variant,
  line: 'all'
});

/** What a figure can be: itself, or what a small count that is held back lets it be; undefined where nothing is known of it. */
const boundsOf = (asked: Compared, key: string, point: Point | undefined): Interval | undefined => {
  if (!point) return undefined;
  if (point.value === null) return smallCountRange(countedIn(asked), key, point);
  return { low: unrounded(point), high: unrounded(point) };
};

const isKnown = <T>(value: T | undefined): value is T => value !== undefined;

const medianOf = (asked: Compared, ten: readonly GroupMember[]): GroupMedian | undefined => {
  const bounds = ten.map(({ area, point }) => boundsOf(asked, area.key, point)).filter(isKnown);
  const published = ten.filter(({ point }) => point && point.value !== null);
  if (published.length < LEAST_USED) return undefined;
  const { low, high } = medianBounds(bounds);
  if (!Number.isFinite(high)) return undefined;
  const { dp } = asked.variant;
  return { low: round(low, dp), high: round(high, dp), used: bounds.length };
};

const placeOf = (asked: Compared, members: readonly GroupMember[]): Rank | undefined => {
  const published = members.flatMap(({ area: { key }, point }) =>
    point && point.value !== null ? [{ key, value: point.value }] : []
  );
  const hidden = members.flatMap(({ area: { key }, point }) =>
    point?.value === null ? (boundsOf(asked, key, point) ?? []) : []
  );
  const place = rank(published, asked.variant.dp, 'highest', hidden).get(members[0]!.area.key);
  return place && place.of > 1 ? place : undefined;
};

/** What chance leaves open of the place of the first of some councils among them, and how it stands to all of them together. */
const chanceOf = (
  areas: readonly Area[],
  found: readonly (CouncilFigure | undefined)[],
  figure: RateKind
): Pick<SimilarGroup, 'pooled' | 'placeRange'> => {
  const own = found[0];
  if (!own) return {};
  const pooled = pooledFigure(found, figure);
  const ranks = rankRanges(
    found.filter((each) => each !== undefined),
    figure
  );
  const range = ranks.kind === 'rank ranges' ? ranks.ranges.get(areas[0]!.key) : undefined;
  return {
    ...(range ? { placeRange: { first: range.first, last: range.last } } : {}),
    ...(pooled.kind === 'pooled'
      ? {
          pooled: {
            figure: { low: pooled.low, high: pooled.high },
            limits: limitsRound(pooled, own.size, 0.95),
            side: sideOfGroup(own, pooled),
            used: pooled.used
          }
        }
      : {})
  };
};

const groups = new MemoOf<FigureStore, SimilarGroup | undefined>();

/**
 * A council among the ten that the Department's model calls most similar to it: their median, the figure of all eleven taken
 * together with the limits of chance round it, the council's place among them, and each of the ten tested against it as a pair.
 * Undefined where the model names none. What cannot be worked out is absent; for City of London and the Isles of Scilly, which have
 * too few children to be compared, that is all but the median.
 */
export const similarGroup = (asked: Compared, area: Area): SimilarGroup | undefined =>
  groups.get(asked.store, `${asked.measure.slug}/${asked.variant.key}/${asked.period}/${area.key}`, () =>
    findGroup(asked, area)
  );

const findGroup = (asked: Compared, area: Area): SimilarGroup | undefined => {
  const { store, period } = asked;
  const keys = similarTo(store.similar, area.key);
  if (!keys.length) return undefined;
  const areas = [area, ...keys.flatMap((key) => store.areas.find((each) => each.key === key) ?? [])];
  const figures = councilFiguresOf(asked);
  const all = new Map(figures?.councilsIn(period).map((each) => [each.key, each]));
  const found = areas.map(({ key }) => all.get(key));
  const members = areas.map((each, i): GroupMember => {
    const point = pointIn(asked, each.key);
    const verdict = i && figures ? pairVerdict(found[0], found[i], figures.figure) : undefined;
    return { area: each, ...(point ? { point } : {}), ...(verdict ? { verdict } : {}) };
  });
  const median = medianOf(asked, members.slice(1));
  const place = TOO_SMALL.includes(area.key) ? undefined : placeOf(asked, members);
  const { pooled, placeRange } = figures ? chanceOf(areas, found, figures.figure) : {};
  return {
    members,
    ...(median ? { median } : {}),
    ...(pooled ? { pooled } : {}),
    ...(place ? { place } : {}),
    ...(place && placeRange ? { placeRange } : {})
  };
};
