import { isOpen, type Period } from '#lib/domain/index.ts';
import {
  comparedWith,
  englandClaim,
  type Compared,
  type EnglandClaim,
  type LevelClaim,
  type RankClaim
} from '#lib/figures/claims.ts';
import { NO_ESTIMATES } from '#lib/series/estimates.ts';
import type { Tested } from '#lib/series/tested-changes.ts';
import type { AreaResult } from './area-result.ts';
import type { YearPicture } from './picture.ts';

/** How a figure stands to that of an earlier period, with what its test says where it was tested. */
export interface SinceClaim extends Compared {
  kind: 'since';
  area: string;
  tested?: Tested;
}

/** What is claimed of one area in one period. */
export type ResultClaim =
  | LevelClaim
  | { kind: 'no figure'; area: string; period: Period }
  | SinceClaim
  | { kind: 'not comparable'; area: string; period: Period }
  | RankClaim
  | EnglandClaim;

const since = (picture: YearPicture, { area, change, tested }: AreaResult): ResultClaim[] => {
  if (picture.since === undefined) return [];
  if (!change) return [{ kind: 'not comparable', area: area.key, period: picture.since }];
  return [{ kind: 'since', area: area.key, ...comparedWith(change), ...(tested ? { tested } : {}) }];
};

/** The rank of a council with its range; none in an order by change, as a change is tested instead. */
const rankOf = (picture: YearPicture, { area, rank, range }: AreaResult): ResultClaim[] => {
  if (!rank || picture.since !== undefined) return [];
  return [
    {
      kind: 'rank',
      area: area.key,
      period: picture.year,
      rank,
      from: picture.order === 'low' ? 'lowest' : 'highest',
      range: range ?? picture.noRange ?? NO_ESTIMATES
    }
  ];
};

const england = (picture: YearPicture, { against, area, point }: AreaResult): ResultClaim[] => {
  if (!against || !picture.england || picture.since !== undefined) return [];
  const { side } = against;
  return [englandClaim(area.key, picture.england.point, point, { side, isOpen: isOpen(point), dp: picture.dp })];
};

/** What is claimed of one area: its figure, its change where that was asked for, its rank, and how it stands to England. */
export const claimsOfResult = (picture: YearPicture, result: AreaResult): ResultClaim[] => {
  const { area, point } = result;
  if (point.value === null) return [{ kind: 'no figure', area: area.key, period: picture.year }];
  return [
    { kind: 'level', area: area.key, line: picture.line?.key ?? 'all', period: point.period, value: point.value },
    ...since(picture, result),
    ...rankOf(picture, result),
    ...england(picture, result)
  ];
};
