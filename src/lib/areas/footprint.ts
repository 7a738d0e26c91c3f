import {
  fullName,
  list,
  round,
  yearOf,
  type Area,
  type Break,
  type Footprint,
  type Line,
  type Measure,
  type Point,
  type SeriesFile
} from '#lib/domain/index.ts';
import { openRate } from '#lib/statistics/rounding.ts';
import { findPoint } from '#lib/series/compare.ts';
import { slice } from '#lib/series/slice.ts';
import { rateOf } from '#lib/series/unrounded-rate.ts';
import { breaksOf, compose, type Picture } from '#lib/figures/time/picture.ts';

type Sum = Extract<Footprint, { kind: 'sum' }>;

/** The figures of a territory through its reorganisation: a count and its rate. */
interface Combined {
  number: Line;
  rate: Line;
}

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

/** The count of a year over the children of the middle of the year before, times 10,000, to one decimal place. */
const toRate = (count: Point, populations: Line[], lag: number): Point => {
  const children = sum(
    populations.map((line) => findPoint(line, String(yearOf(count.period) - lag))),
    count.period
  );
  if (!isPublished(count) || !children?.value)
    return { ...count, value: null, status: 'unavailable', below: 0, above: 0 };
  const rate = rateOf(count.value, children.value);
  return {
    ...count,
    value: round(rate, 1),
    unrounded: rate,
    ...openRate(count, children.value)
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
  const area = `former-${footprint.before}`;
  const line = (points: Point[]): Line => ({ id: area, areaKey: area, line: 'all', points });
  return {
    number: line([...own('number'), ...sums]),
    rate: line([...own('rate'), ...sums.map((count) => toRate(count, populations, base.lag))])
  };
};

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

/** The picture of a territory's rate beside England's. */
export const footprintPicture = (
  file: SeriesFile,
  measure: Measure,
  england: Area,
  area: Area,
  rate: Line,
  seam: Break
): Picture => {
  const picture = compose(file, measure, 'rate', england, []);
  const lines = [...picture.lines, { ...rate, area, label: area.name, word: '', slot: 1 as const, dash: 0 as const }];
  return { ...picture, lines, breaks: breaksOf({ ...file, breaks: [...file.breaks, seam] }, picture.variant, lines) };
};
