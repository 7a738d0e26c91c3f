import { SUPPRESSED } from '#lib/statistics/count-range.ts';
import { MemoOf } from '#lib/domain/memo.ts';
import {
  isAuthority,
  highest,
  type Line,
  type Period,
  type Point,
  type SeriesFile,
  type Variant
} from '#lib/domain/index.ts';
import { areasOf, slice } from './slice.ts';
import { PER } from '#lib/statistics/limits.ts';
import type { Unpublished } from '#lib/statistics/rank.ts';
import { TOO_SMALL, denominatorOf } from './denominator.ts';

/** Which figures of authorities are asked about: one unit and line of a series file, and what they are out of. */
interface Counted {
  file: SeriesFile;
  bases?: SeriesFile | undefined;
  variant: Variant;
  line: string;
}

/** What a figure is multiplied by to give children; undefined where what it is out of is not known. */
const perChild = ({ variant, bases }: Counted, area: string, period: Period): number | undefined => {
  if (variant.key === 'number') return 1;
  if (variant.key !== 'rate' && variant.key !== 'percent') return undefined;
  const base = denominatorOf(variant, bases, area, period);
  return base ? base / PER[variant.key] : undefined;
};

/** True where a published figure can only stand for 1 to 5 children. */
const isSmall = (counted: Counted, area: string, point: Point): boolean => {
  const per = perChild(counted, area, point.period);
  if (!point.value || per === undefined) return false;
  const shown = 0.5 * 10 ** -counted.variant.dp;
  const most = counted.variant.key === 'number' ? highest(point) : (highest(point) + shown) * per;
  return most < SUPPRESSED.most + 1 - 1e-9;
};

/**
 * True where figures are counts of children, or out of something counted (a share of working days is not), and nothing but small
 * counts is held back of them.
 */
const isOfChildren = ({ key, denominator, secondarySuppression }: Variant): boolean =>
  !secondarySuppression && (key === 'number' || ((key === 'rate' || key === 'percent') && denominator !== undefined));

const linesOf = ({ file, variant, line }: Counted): Line[] =>
  areasOf(file, variant.key)
    .filter((key) => isAuthority(key) && !TOO_SMALL.includes(key))
    .flatMap((key) => slice(file, variant.key, key).filter((each) => each.line === line));

const smallPeriods = new MemoOf<SeriesFile, ReadonlySet<Period>>();

/**
 * The periods in which authorities' figures were held back because they stand for 1 to 5 children: some are suppressed, none
 * that is published stands for so few, and zeros are published (in any period). Then a suppressed figure is known to be low.
 */
export const smallCountPeriods = (counted: Counted): ReadonlySet<Period> => {
  const { file, bases, variant, line } = counted;
  return smallPeriods.get(file, `${variant.key}/${line}/${bases?.measure ?? ''}`, () => findSmallCounts(counted));
};

const findSmallCounts = (counted: Counted): ReadonlySet<Period> => {
  const { variant } = counted;
  const lines = isOfChildren(variant) ? linesOf(counted) : [];
  const all = lines.flatMap(({ areaKey, points }) => points.map((point) => ({ area: areaKey, point })));
  const suppressed = new Set(all.flatMap(({ point }) => (point.status === 'suppressed' ? [point.period] : [])));
  if (!all.some(({ point }) => point.value === 0)) suppressed.clear();
  if (suppressed.size)
    for (const { area, point } of all)
      if (suppressed.has(point.period) && isSmall(counted, area, point)) suppressed.delete(point.period);
  return suppressed;
};

/**
 * What a figure can be that is held back because it stands for 1 to 5 children, in its own unit; undefined where it is not one
 * of those. Where what it is out of is not known there is no upper end.
 */
export const smallCountRange = (counted: Counted, area: string, point: Point): Unpublished | undefined => {
  if (point.status !== 'suppressed' || !smallCountPeriods(counted).has(point.period)) return undefined;
  const per = perChild(counted, area, point.period);
  return per === undefined ? { low: 0, high: Infinity } : { low: 1 / per, high: SUPPRESSED.most / per };
};
