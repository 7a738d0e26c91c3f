import { describe, expect, it } from 'vitest';
import { variantOf } from '#lib/domain/index.ts';
import { CATALOGUE } from '#lib/domain/catalogue/index.ts';
import { findPoint, change, differenceBetween } from '#lib/series/compare.ts';
import { slice } from '#lib/series/slice.ts';
import { areas, fileOf } from '../site.ts';
import { childrenBehind, comparable, isNumber, numberIn, numbers, places, type Cell, type Column } from './raw.ts';

/*
 * Differences of rates by a route of their own: whole counts of children from data/, in whole numbers throughout, so that nothing
 * is rounded before the end. The figures compared with are those that pages, tables and files are made of.
 */

const ENGLAND = 'E92000001';
const RATES = CATALOGUE.flatMap((measure) => {
  const variant = variantOf(measure, 'rate');
  return variant?.denominator && fileOf(measure.slug).variants.number ? [{ slug: measure.slug, variant }] : [];
});

/** A count out of so many children. */
interface Part {
  count: bigint;
  children: bigint;
}

const partOf = (column: Column, area: string, { period }: Cell): Part | undefined => {
  const count = numbers({ ...column, column: column.column.replace(/_rate$/, '') }, area).find(
    (each) => each.period === period
  );
  const children = childrenBehind(area, period);
  return count && children ? { count: BigInt(count.text), children: BigInt(children) } : undefined;
};

/** One rate less another, to a tenth, halves away from zero. */
const lessInTenths = (from: Part, to: Part): number => {
  const above = 100_000n * (to.count * from.children - from.count * to.children);
  const below = to.children * from.children;
  const size = above < 0n ? -above : above;
  const tenths = Number((2n * size + below) / (2n * below));
  return (above < 0n ? -tenths : tenths) / 10 + 0;
};

/** Years that a reader compares: with March 2008, the first, five years ago and the year before; and all with the last. */
const pairsOf = (held: Cell[]): [Cell, Cell][] =>
  held.flatMap((to, i): [Cell, Cell][] => {
    const last = i === held.length - 1;
    const froms = held.filter(
      ({ period }, j) => j < i && (last || j === 0 || j === i - 1 || j === i - 5 || period === '2008')
    );
    return froms.map((from) => [from, to]);
  });

describe.each(RATES)('differences of the rate of $slug', ({ slug, variant }) => {
  const column = { file: variant.dataSet, column: variant.indicator };
  const file = fileOf(slug);
  const lineOf = (key: string) => slice(file, 'rate', key)[0];

  it('between years, of every area, are those of counts and children rounded once', () => {
    let [met, other] = [0, 0];
    for (const key of places.keys()) {
      const line = lineOf(key);
      for (const [from, to] of pairsOf(numbers(column, key))) {
        const [before, after] = [partOf(column, key, from), partOf(column, key, to)];
        expect(before && after, `${key} ${from.period} ${to.period}`).toBeTruthy();
        const { by } = change(findPoint(line!, from.period)!, findPoint(line!, to.period)!, 1);
        expect(by, `${key} from ${from.period} to ${to.period}`).toBe(lessInTenths(before!, after!));
        met++;
        if (by !== Math.round((Number(to.text) - Number(from.text)) * 10) / 10) other++;
      }
    }
    expect(met).toBeGreaterThan(1000);
    // The difference of printed rates is another for about a quarter.
    expect(other / met).toBeGreaterThan(0.1);
  });

  it('from England, of every area and year, are too', () => {
    const england = lineOf(ENGLAND)!;
    for (const key of places.keys()) {
      const theirs = new Map(numbers(column, ENGLAND).map((cell) => [cell.period, cell]));
      for (const cell of numbers(column, key)) {
        const of = theirs.get(cell.period);
        if (!of) continue;
        const by = differenceBetween(findPoint(england, cell.period)!, findPoint(lineOf(key)!, cell.period)!, 1);
        const expected = lessInTenths(partOf(column, ENGLAND, of)!, partOf(column, key, cell)!);
        expect(by, `${key} ${cell.period}`).toBe(expected);
      }
    }
  });

  it('leave the printed rate as it is, which is what the unrounded one rounds to', () => {
    const columns = file.variants.rate!;
    expect(columns.outOf).toHaveLength(columns.value.length);
    for (const { key } of areas)
      for (const { period, value, unrounded } of lineOf(key)?.points ?? []) {
        const cell = numberIn(column, key, period);
        expect(value, `${key} ${period}`).toBe(cell ? Number(cell.text) : null);
        if (value === null) expect(unrounded, `${key} ${period}`).toBeUndefined();
        else expect(Math.abs(unrounded! - value), `${key} ${period}`).toBeLessThanOrEqual(0.05 + 1e-9);
      }
  });

  it('give nothing away: where no rate is published the file has nothing to work one out from', () => {
    const columns = file.variants.rate!;
    columns.value.forEach((values, i) =>
      values.forEach((value, j) => {
        if (value === null) expect(columns.outOf![i]![j]).toBeNull();
      })
    );
  });
});

it('children looked after from 2008 to 2025: where printed rates give another change, the page has that of unrounded ones', () => {
  const column = { file: 'children_looked_after', column: 'looked_after_31_march_rate' };
  const file = fileOf('looked-after');
  const councils = [...places.values()].filter(({ level }) => level === 'Local authority');
  const differ = councils.flatMap(({ key }) => {
    const [from, to] = ['2008', '2025'].map((year) => numbers(column, key).find(({ period }) => period === year));
    if (!from || !to || !isNumber(from.text) || !comparable(column, key, '2008', '2025')) return [];
    const printed = Math.round((Number(to.text) - Number(from.text)) * 10) / 10;
    const expected = lessInTenths(partOf(column, key, from)!, partOf(column, key, to)!);
    const line = slice(file, 'rate', key)[0]!;
    expect(change(findPoint(line, '2008')!, findPoint(line, '2025')!, 1).by, key).toBe(expected);
    return printed === expected ? [] : [key];
  });
  expect(differ.length).toBeGreaterThan(20);
});
