import {
  ENGLAND,
  fullName,
  highest,
  list,
  lowest,
  round,
  unrounded,
  yearOf,
  type Area,
  type Break,
  type Footprint,
  type Line,
  type Measure,
  type Period,
  type Point,
  type SeriesFile
} from '#lib/domain/index.ts';
import { difference, type Side } from '#lib/statistics/difference.ts';
import type { Why } from '#lib/statistics/estimates-file.ts';
import { openRate } from '#lib/statistics/rounding.ts';
import { findPoint } from '#lib/series/compare.ts';
import { slice } from '#lib/series/slice.ts';
import { rateOf } from '#lib/series/unrounded-rate.ts';
import { breaksOf, compose, type Picture } from '#lib/figures/time/picture.ts';

type Sum = Extract<Footprint, { kind: 'sum' }>;

/** The figures of a territory through its reorganisation: a count, its rate, and the children that the rate is out of. */
interface Combined {
  number: Line;
  rate: Line;
  children: ReadonlyMap<Period, number>;
}

/** How the rate of a territory stands to England's, by period. */
export type SidesByPeriod = Partial<Record<Period, Side>>;

/** A territory as an area of its own, so that it can be drawn and named: "Former Cheshire". */
export const footprintArea = (footprint: Sum, named: ReadonlyMap<string, Area>): Area => ({
  key: `former-${footprint.before}`,
  code: footprint.parts.map((key) => named.get(key)!.code).join('+'),
  name: `Former ${named.get(footprint.before)!.name}`,
  level: 'Local authority',
  slug: named.get(footprint.before)!.slug
});

const isPublished = (point: Point | undefined): point is Point & { value: number } =>
  point !== undefined && point.value !== null && (point.status === 'ok' || point.status === 'derived');

/** What cannot be said: never why, as that of one part could be worked out from the other. */
const nothing = (points: Point[]): Point => ({
  period: points[0]!.period,
  value: null,
  status: 'unavailable',
  segment: Math.max(...points.map(({ segment }) => segment)),
  below: 0,
  above: 0,
  lineage: [...new Set(points.flatMap(({ lineage }) => lineage))]
});

/** The sum of parts of one period: only where each is published, and all may be compared in one way. */
const sum = (points: (Point | undefined)[], period: string): Point | undefined => {
  const there = points.filter((point) => point !== undefined);
  if (!there.length) return undefined;
  const blank = { ...nothing(there), period };
  if (!points.every(isPublished) || new Set(there.map(({ segment }) => segment)).size > 1) return blank;
  return {
    ...blank,
    value: points.reduce((total, { value }) => total + value, 0),
    status: 'derived',
    below: points.reduce((total, { below }) => total + below, 0),
    above: points.reduce((total, { above }) => total + above, 0)
  };
};

/** The children of some bodies together in the middle of the year before that of a count. */
const childrenOf = (populations: Line[], { period }: Point, lag: number): number | undefined =>
  sum(
    populations.map((line) => findPoint(line, String(yearOf(period) - lag))),
    period
  )?.value ?? undefined;

/** A count over the children that it is out of, times 10,000, to one decimal place. */
const toRate = (count: Point, children: number | undefined): Point => {
  if (!isPublished(count) || !children) return { ...count, value: null, status: 'unavailable', below: 0, above: 0 };
  const rate = rateOf(count.value, children);
  return {
    ...count,
    value: round(rate, 1),
    unrounded: rate,
    ...openRate(count, children)
  };
};

/**
 * The old body's own figures up to its end, then the sum of the bodies that took over, for a measure of years to 31 March
 * that has a rate per 10,000 children. `children` is the series file that the rate's base names. Undefined where the old
 * body has no figures to begin with, or the measure no such rate.
 */
export const combine = (
  footprint: Sum,
  measure: Measure,
  file: SeriesFile,
  children: SeriesFile
): Combined | undefined => {
  const base = measure.variants.find(({ key }) => key === 'rate')?.denominator;
  if (base?.measure !== children.measure || !file.variants.number || !file.variants.rate) return undefined;
  const own = (variant: 'number' | 'rate') =>
    (slice(file, variant, footprint.before)[0]?.points ?? []).filter(
      ({ period }) => yearOf(period) <= Number(footprint.ended.slice(0, 4))
    );
  if (!own('number').some(isPublished)) return undefined;

  const parts = footprint.parts.map((key) => slice(file, 'number', key)[0]);
  const populations = footprint.parts.flatMap((key) => slice(children, 'number', key).slice(0, 1));
  if (populations.length < parts.length) return undefined;
  const periods = file.variants.number.periods.filter((period) => yearOf(period) > Number(footprint.ended.slice(0, 4)));
  const sums = periods.flatMap(
    (period) =>
      sum(
        parts.map((line) => line && findPoint(line, period)),
        period
      ) ?? []
  );
  const before = slice(children, 'number', footprint.before).slice(0, 1);
  const sizes = new Map(
    [...own('number').map((count) => [before, count] as const), ...sums.map((count) => [populations, count] as const)]
      .map(([lines, count]) => [count.period, childrenOf(lines, count, base.lag)] as const)
      .filter((each): each is [Period, number] => each[1] !== undefined)
  );
  const area = `former-${footprint.before}`;
  const line = (points: Point[]): Line => ({ id: area, areaKey: area, line: 'all', points });
  return {
    number: line([...own('number'), ...sums]),
    rate: line([...own('rate'), ...sums.map((count) => toRate(count, sizes.get(count.period)))]),
    children: sizes
  };
};

/**
 * How the rate of a territory stands to England's in each period: outside the 95% limits of chance at its own number of children, whatever
 * rounding leaves open of its count, or within them.
 */
export const sidesOf = ({ number, children }: Combined, file: SeriesFile): SidesByPeriod => {
  const england = slice(file, 'rate', ENGLAND)[0];
  return Object.fromEntries(
    number.points.flatMap((count) => {
      const [theirs, size] = [england && findPoint(england, count.period), children.get(count.period)];
      if (!isPublished(count) || !isPublished(theirs) || !size) return [];
      const [low, value, high] = [lowest(count), count.value, highest(count)].map((each) => rateOf(each, size));
      const side = difference({ low: low!, value: value!, high: high! }, size, unrounded(theirs), 'rate');
      return [[count.period, side] as const];
    })
  );
};

/** Why the change of a territory is not tested. */
const NOT_TESTED: Why = { why: 'the tests are of single councils, and this is several taken together' };

const NUMBERS = ['no', 'one', 'two', 'three', 'four'];

/** The mark between the old body's last year and the first year of those that took over; it does not cut the line. */
export const seamOf = (footprint: Sum, named: ReadonlyMap<string, Area>, indicator: string): Break => {
  const year = Number(footprint.ended.slice(0, 4));
  const parts = list(footprint.parts.map((key) => fullName(named.get(key)!)));
  return {
    indicator,
    level: 'Local authority',
    areas: [`former-${footprint.before}`],
    lastBefore: String(year),
    firstAfter: String(year + 1),
    kind: 'name',
    seam: `${NUMBERS[footprint.parts.length] ?? footprint.parts.length} councils from here`,
    reason: `To ${year} the figures are those of ${named.get(footprint.before)!.name}; from ${year + 1} each is worked out from those of ${parts}.`
  };
};

/** The picture of a territory's rate beside England's; `sides` are those of `sidesOf`. */
export const footprintPicture = (
  file: SeriesFile,
  measure: Measure,
  england: Area,
  area: Area,
  rate: Line,
  seam: Break,
  sides: SidesByPeriod
): Picture => {
  const picture = compose(file, measure, 'rate', england, []);
  const lines = [...picture.lines, { ...rate, area, label: area.name, word: '', slot: 1 as const, dash: 0 as const }];
  return {
    ...picture,
    lines,
    breaks: breaksOf({ ...file, breaks: [...file.breaks, seam] }, picture.variant, lines),
    sideAt: (line, { period }) => (line.areaKey === area.key ? sides[period] : undefined),
    changeAt: (line) => (line.areaKey === area.key ? NOT_TESTED : undefined)
  };
};
