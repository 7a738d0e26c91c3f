import { describe, expect, it } from 'vitest';
import type { Measure, Variant } from '#lib/domain/index.ts';
import { CATALOGUE } from '#lib/domain/catalogue/index.ts';
import { hasBands, withBands } from '#lib/figures/time/bands.ts';
import { toRows } from '#lib/figures/time/rows.ts';
import { tabulate } from '#lib/figures/time/table.ts';
import { fileOf, pictureOf } from '../site.ts';
import { childrenBehind, numbers, places, openBy, roundedTo, type Column } from './raw.ts';

const Z = 1.959964;

/** Byar's ends of a count, as the formula is printed. */
const byar = (x: number): [number, number] => [
  x * (1 - 1 / (9 * x) - Z / (3 * Math.sqrt(x))) ** 3,
  (x + 1) * (1 - 1 / (9 * (x + 1)) + Z / (3 * Math.sqrt(x + 1))) ** 3
];

/** Wilson's ends of a share. */
const wilson = (p: number, n: number): [number, number] => {
  const centre = p + (Z * Z) / (2 * n);
  const half = Z * Math.sqrt((p * (1 - p)) / n + (Z * Z) / (4 * n * n));
  const scale = 1 + (Z * Z) / n;
  return [(centre - half) / scale, (centre + half) / scale];
};

const KEYS = ['309', '330', '857', '201', '850', '926', 'E12000007'];

const banded = (measure: Measure, variant: Variant, keys: string[] = KEYS.slice(0, 6)) =>
  withBands(
    pictureOf(measure, variant.key, keys),
    fileOf(measure.slug),
    variant.denominator ? fileOf(variant.denominator.measure) : undefined
  );

const WITH_BANDS = CATALOGUE.flatMap((measure) =>
  measure.variants.filter(hasBands).map((variant) => ({ slug: measure.slug, measure, variant }))
);
const WITHOUT = CATALOGUE.flatMap((measure) =>
  measure.variants.filter((variant) => !hasBands(variant)).map((variant) => ({ slug: measure.slug, measure, variant }))
);

describe.each(WITH_BANDS)('the intervals of $slug, $variant.key', ({ measure, variant }) => {
  const picture = banded(measure, variant);

  it('hold the figure between their ends, and are nowhere without a figure', () => {
    let met = 0;
    for (const { points } of picture.lines)
      for (const { value, low, high, below, above } of points) {
        expect((low === undefined) === (high === undefined)).toBe(true);
        if (low === undefined || high === undefined) continue;
        met++;
        expect(value).not.toBeNull();
        expect(low).toBeLessThanOrEqual(value! - below + 0.06);
        expect(high).toBeGreaterThanOrEqual(value! + above - 0.06);
        expect(low).toBeGreaterThanOrEqual(0);
        if (variant.key === 'percent') expect(high).toBeLessThanOrEqual(100);
      }
    expect(met).toBeGreaterThan(20);
  });

  it('are those that the published count, population and rounding give', () => {
    let met = 0;
    for (const line of picture.lines) {
      const { level } = places.get(line.areaKey)!;
      const count: Column = { file: variant.dataSet, column: variant.indicator.replace(/_rate$/, '') };
      for (const { period, value, low, high } of line.points) {
        if (variant.key !== 'rate' || value === null) continue;
        const counted = numbers(count, line.areaKey).find((cell) => cell.period === period);
        const children = childrenBehind(line.areaKey, period);
        if (!counted || !children) {
          expect(low, `${line.label} ${period}`).toBeUndefined();
          continue;
        }
        const [below, above] = openBy(roundedTo(count, level, period));
        const [least, most] = [Number(counted.text) - below, Number(counted.text) + above];
        if (least < 10) continue;
        met++;
        expect(low, `${line.label} ${period}`).toBeCloseTo((byar(least)[0] / children) * 10_000, 4);
        expect(high, `${line.label} ${period}`).toBeCloseTo((byar(most)[1] / children) * 10_000, 4);
      }
    }
    expect(met > 50).toBe(variant.key === 'rate');
  });
});

it('of a percentage are Wilson’s, of what it is out of', () => {
  const measure = CATALOGUE.find(({ slug }) => slug === 're-referrals')!;
  const [line] = banded(measure, measure.variants[0], ['309']).lines.slice(-1);
  const column = { file: 'referrals_and_assessments', column: 'rereferrals_percent' };
  const referrals = { file: 'referrals_and_assessments', column: 'referrals' };
  const of = (from: Column, period: string): number =>
    Number(numbers(from, '309').find((cell) => cell.period === period)!.text);
  const points = line!.points.filter(({ low }) => low !== undefined);
  expect(points.length).toBeGreaterThan(5);
  for (const { period, low, high } of points) {
    const [percent, whole] = [of(column, period), of(referrals, period)];
    expect(low).toBeCloseTo(wilson((percent - 0.05) / 100, whole)[0] * 100, 4);
    expect(high).toBeCloseTo(wilson((percent + 0.05) / 100, whole)[1] * 100, 4);
  }
});

it.each(WITHOUT)('are not drawn where they cannot be worked out: $slug, $variant.key', ({ measure, variant }) => {
  for (const { points } of banded(measure, variant, ['309']).lines)
    expect(points.every(({ low, high }) => low === undefined && high === undefined)).toBe(true);
});

it('stand in table and download when they are drawn, and only then', () => {
  const measure = CATALOGUE.find(({ slug }) => slug === 'looked-after')!;
  const file = fileOf('looked-after');
  const plain = pictureOf('looked-after', 'rate', ['309']);
  const drawn = banded(measure, measure.variants[0], ['309']);
  const cells = (picture: typeof plain) =>
    tabulate(picture).rows.flatMap((row) => (row.kind === 'figures' ? row.cells : []));
  expect(cells(plain).every(({ interval }) => interval === undefined)).toBe(true);
  expect(cells(drawn).some(({ interval }) => /^95%: [\d.]+ to [\d.]+$/.test(interval ?? ''))).toBe(true);
  expect(Object.keys(toRows(plain, file, '')[0]!)).not.toContain('interval_95_low');
  const rows = toRows(drawn, file, '').filter(
    ({ area_key, time_period }) => area_key === '309' && time_period === '2025'
  );
  expect(Number(rows[0]!.interval_95_low)).toBeLessThan(Number(rows[0]!.value));
  expect(Number(rows[0]!.interval_95_high)).toBeGreaterThan(Number(rows[0]!.value));
});
