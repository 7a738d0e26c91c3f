import { isOpen, ordinal, type Period, type Point, type Status } from '#lib/domain/index.ts';
import { change, findPoint, latest, type Stands } from '#lib/series/compare.ts';
import type { SimilarStanding } from '#lib/series/similar-standing.ts';
import type { Why } from '#lib/statistics/estimates-file.ts';
import {
  comparedWith,
  englandClaim,
  type ChangeClaim,
  type Compared,
  type EnglandClaim,
  type LevelClaim
} from '#lib/figures/claims.ts';
import { earlierFigures } from './earlier-figures.ts';
import type { Picture, PictureLine } from './picture.ts';

/** Why a figure is not there. */
export type MissingStatus = Exclude<Status, 'ok' | 'derived'>;

/** The latest median of the authorities most similar to one, taken from `used` of the ten. */
interface MedianClaim {
  kind: 'median';
  period: Period;
  value: number;
  used: number;
  base?: Period;
}

/** What is claimed of one line of a chart over time. */
export type LineClaim =
  | LevelClaim
  | MedianClaim
  | { kind: 'no figure'; area: string }
  /** How the latest figure stands to March 2008 and to the first that can be compared, the last of these; none where nothing can. */
  | { kind: 'earlier'; compared: Compared[] }
  /** What the tests of those changes say. */
  | { kind: 'tests'; tests: ChangeClaim[] }
  /** Earlier figures that are not compared with, as the Department doubted them. */
  | { kind: 'low confidence'; periods: Period[] }
  | EnglandClaim
  /** Periods without a figure after the latest, or all of them where there is none. */
  | { kind: 'missing'; status: MissingStatus; periods: Period[] }
  | { kind: 'last counted'; period: Period }
  | { kind: 'no longer counted'; from: Period }
  | { kind: 'no later figure' }
  | { kind: 'last month'; period: Period }
  | { kind: 'ended'; date: string }
  /** Fewer of the ten have a figure in some earlier year. */
  | { kind: 'fewer of the ten' }
  /** How the authority's own figure stands to the median. */
  | { kind: 'own figure'; value: number; stands: Stands; by: number }
  | { kind: 'standing'; found: SimilarStanding | Why }
  | { kind: 'no later median' };

const testsFrom = (picture: Picture, line: PictureLine, point: Point, from: readonly Point[]): ChangeClaim[] =>
  from.flatMap((earlier) => {
    const tested = picture.changeAt(line, earlier, point);
    return tested ? [{ kind: 'change', area: line.areaKey, from: earlier.period, to: point.period, tested }] : [];
  });

const earlier = (picture: Picture, line: PictureLine, point: Point): LineClaim[] => {
  const { base, first, skipped } = earlierFigures(picture, line, point);
  const from = !first ? [] : base && base !== first ? [base, first] : [first];
  const tests = testsFrom(picture, line, point, from);
  const periods = skipped.map(({ period }) => period);
  return [
    { kind: 'earlier', compared: from.map((each) => comparedWith(change(each, point, picture.dp))) },
    ...(tests.length ? [{ kind: 'tests', tests } as const] : []),
    ...(periods.length ? [{ kind: 'low confidence', periods } as const] : [])
  ];
};

const againstEngland = (picture: Picture, line: PictureLine, point: Point): LineClaim[] => {
  const england = picture.lines.find((each) => each.area.level === 'National' && each.line === line.line);
  if (!england || line.area.level === 'National' || picture.unit === 'index') return [];
  const theirs = findPoint(england, point.period);
  if (!theirs || theirs.value === null) return [];
  const side = picture.sideAt(line, point);
  return [englandClaim(line.areaKey, theirs, point, { side, isOpen: isOpen(point), dp: picture.dp })];
};

/** A claim a reason for the figures that are not there. */
const missing = (points: Point[]): LineClaim[] => {
  const by = new Map<MissingStatus, Period[]>();
  for (const { status, period } of points)
    if (status !== 'ok' && status !== 'derived') by.set(status, [...(by.get(status) ?? []), period]);
  return [...by].map(([status, periods]) => ({ kind: 'missing', status, periods }));
};

const isCounted = ({ status }: Point): boolean => status !== 'not applicable';

/** The end of a line that was counted until some year, such as initial assessments; `later` is what follows `point`. */
const counted = (point: Point, later: Point[]): LineClaim => {
  const from = later.find((each) => !isCounted(each))!.period;
  return ordinal(from) - ordinal(point.period) === 1
    ? { kind: 'last counted', period: point.period }
    : { kind: 'no longer counted', from };
};

/** The last period of which there could be a figure: the unit's last, or the last before the authority ended on 31 March. */
const lastPossible = ({ until = '', variant }: Picture, { area }: PictureLine): Period => {
  if (!area.ended) return until;
  const year = Number(area.ended.slice(0, 4)) - (variant.timing.endsWith('31 March') ? 0 : 1);
  return String(year) < until ? String(year) : until;
};

/** What is claimed of the periods after the last figure: why there is none, or that no more is held. */
const after = (picture: Picture, line: PictureLine, point: Point): LineClaim[] => {
  const later = line.points.filter(({ period }) => period > point.period);
  if (line.word && later.some((each) => !isCounted(each)))
    return [...missing(later.filter(isCounted)), counted(point, later)];
  const stops = line.points.at(-1)!.period < lastPossible(picture, line);
  return [
    ...missing(later),
    ...(stops ? [{ kind: 'no later figure' } as const] : []),
    ...(picture.variant.timing === 'month' ? [{ kind: 'last month', period: point.period } as const] : [])
  ];
};

const claimsOfMedian = (picture: Picture, line: PictureLine, point: Point): LineClaim[] => {
  const { period, value, used = 0 } = point;
  const own = picture.lines.find((each) => each.areaKey === line.similarTo!.key && each.line === line.line);
  const mine = own && findPoint(own, period);
  const isFewer = line.points.some((each) => each.segment === point.segment && (each.used ?? 0) < used);
  const claims: LineClaim[] = [
    { kind: 'median', period, value: value!, used, ...(picture.base ? { base: picture.base } : {}) },
    ...earlier(picture, line, point)
  ];
  if (isFewer) claims.push({ kind: 'fewer of the ten' });
  if (mine && mine.value !== null) {
    const { stands, by } = comparedWith(change(point, mine, picture.dp));
    claims.push({ kind: 'own figure', value: mine.value, stands, by });
    const found = line.standing?.();
    if (found) claims.push({ kind: 'standing', found });
  }
  if (picture.until !== undefined && period < picture.until) claims.push({ kind: 'no later median' });
  return claims;
};

/**
 * What a line claims: the level, the change since March 2008 and since the first comparable year, how it stands to England, and
 * what is missing.
 */
export const claimsOf = (picture: Picture, line: PictureLine): LineClaim[] => {
  const { areaKey, area } = line;
  const point = latest(line);
  if (!point) return [{ kind: 'no figure', area: areaKey }, ...missing(line.points)];
  if (line.similarTo) return claimsOfMedian(picture, line, point);
  const base = picture.base ? { base: picture.base } : {};
  const { ended, level } = area;
  return [
    { kind: 'level', area: areaKey, line: line.line, period: point.period, value: point.value!, ...base },
    ...earlier(picture, line, point),
    ...againstEngland(picture, line, point),
    ...after(picture, line, point),
    ...(ended && level === 'Local authority' ? [{ kind: 'ended', date: ended } as const] : [])
  ];
};
