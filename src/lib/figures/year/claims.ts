import { inProse, isOpen, round, type Period } from '#lib/domain/index.ts';
import {
  comparedWith,
  englandClaim,
  type BeyondClaim,
  type Compared,
  type EnglandClaim,
  type LevelClaim,
  type RankClaim
} from '#lib/figures/claims.ts';
import { TOO_SMALL } from '#lib/series/denominator.ts';
import { NO_ESTIMATES, isWhy } from '#lib/series/estimates.ts';
import type { Tested } from '#lib/series/tested-changes.ts';
import type { ChangeVerdict } from '#lib/statistics/change-test.ts';
import type { Side } from '#lib/statistics/difference.ts';
import type { Why } from '#lib/statistics/estimates-file.ts';
import type { LogSpread } from '#lib/statistics/over-dispersion.ts';
import { ordered, type AreaResult } from './area-result.ts';
import { usualSide } from './beyond-usual.ts';
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

/** One end of the order of all councils: its value, and who shares it. */
export interface EndClaim {
  value: number;
  areas: string[];
}

/** How many of the councils whose change was tested rose, fell, or did neither clearly. */
export type MovesFound = Record<ChangeVerdict, number> & { phi: number };

/** What is claimed of all councils of a view of one period. */
export type YearClaim =
  | { kind: 'none ranked'; period: Period; since?: Period }
  | { kind: 'range'; period: Period; of: number; low: EndClaim; high: EndClaim; middle?: readonly [number, number] }
  | { kind: 'moves'; since: Period; period: Period; of: number; low: EndClaim; high: EndClaim; found: MovesFound | Why }
  | { kind: 'too small'; areas: string[] }
  | { kind: 'without a figure'; areas: string[] }
  | { kind: 'not published'; count: number };

const endOf = ({ ranked, since }: YearPicture, end: 'low' | 'high'): EndClaim => {
  const values = ranked.map((result) => ordered(result, since)!);
  const value = end === 'low' ? Math.min(...values) : Math.max(...values);
  return { value, areas: ranked.filter((_, i) => values[i] === value).map(({ area }) => area.key) };
};

const movesFound = ({ ranked, tests }: YearPicture): MovesFound | Why => {
  if (!tests || isWhy(tests)) return tests ?? NO_ESTIMATES;
  const verdicts = ranked.flatMap(({ tested }) => (tested && !isWhy(tested) ? [tested.verdict] : []));
  const count = (verdict: ChangeVerdict): number => verdicts.filter((each) => each === verdict).length;
  return { rose: count('rose'), fell: count('fell'), 'no clear change': count('no clear change'), phi: tests.phi };
};

/** How the figures of all ranked councils lie: both ends and the middle half; or how their changes do, with what tests say. */
const spanOf = (picture: YearPicture): YearClaim => {
  const { ranked, since, year: period, quartiles, dp } = picture;
  if (!ranked.length) return { kind: 'none ranked', period, ...(since === undefined ? {} : { since }) };
  const ends = { of: ranked.length, low: endOf(picture, 'low'), high: endOf(picture, 'high') };
  if (since !== undefined) return { kind: 'moves', since, period, ...ends, found: movesFound(picture) };
  const middle = quartiles ? { middle: [round(quartiles[0], dp), round(quartiles[2], dp)] as const } : {};
  return { kind: 'range', period, ...ends, ...middle };
};

/** What is claimed of all councils together: how they lie, and who is not ranked. */
export const claimsOfYear = (picture: YearPicture): YearClaim[] => {
  const keys = picture.unranked.map(({ area }) => area.key);
  const small = keys.filter((key) => TOO_SMALL.includes(key));
  const rest = keys.filter((key) => !TOO_SMALL.includes(key));
  return [
    spanOf(picture),
    ...(small.length ? [{ kind: 'too small', areas: small } as const] : []),
    ...(rest.length ? [{ kind: 'without a figure', areas: rest } as const] : []),
    ...(picture.unpublished ? [{ kind: 'not published', count: picture.unpublished } as const] : [])
  ];
};

/** How many councils lie beyond limits of chance alone, rounding allowed for. */
export const beyondChance = ({ ranked, year }: YearPicture): BeyondClaim => {
  const sides = ranked.flatMap(({ against }) => against?.side ?? []);
  const count = (side: Side): number => sides.filter((each) => each === side).length;
  return {
    kind: 'beyond',
    period: year,
    of: sides.length,
    above: count('higher'),
    below: count('lower'),
    limits: { kind: 'chance', level: 95 }
  };
};

/** How many councils lie beyond the wider limits, and which where they are few. */
export const beyondUsual = ({ ranked, year }: YearPicture, spread: LogSpread, level: 95 | 99.8): BeyondClaim => {
  const sized = ranked.filter(({ denominator }) => denominator);
  const names = (side: 'higher' | 'lower'): string[] =>
    sized
      .filter((each) => usualSide(each, spread, level === 95 ? 0.95 : 0.998) === side)
      .map(({ area }) => inProse(area));
  const [above, below] = [names('higher'), names('lower')];
  return {
    kind: 'beyond',
    period: year,
    of: sized.length,
    above: above.length,
    below: below.length,
    limits: { kind: 'usual', level },
    ...(level === 99.8 && above.length + below.length <= 8 ? { named: { above, below } } : {})
  };
};
