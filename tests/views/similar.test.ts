import { describe, expect, it } from 'vitest';
import { similarTo, variantOf, type Measure, type Variant } from '#lib/domain/index.ts';
import { CATALOGUE } from '#lib/domain/catalogue/index.ts';
import { regionsOf } from '#lib/domain/index.ts';
import { describe as say } from '#lib/figures/time/sentences.ts';
import { toRows } from '#lib/figures/time/rows.ts';
import { besideSimilar } from '../charts/time-cases.ts';
import { similarMedian } from '#lib/figures/time/similar.ts';
import { tabulate } from '#lib/figures/time/table.ts';
import { slice } from '#lib/series/slice.ts';
import { areaOf, areas, fileOf, pictureOf, similar } from '../site.ts';
import {
  childrenBehind,
  comparable,
  numbers,
  places,
  rounded,
  table,
  unrounded,
  type Cell,
  type Column
} from './raw.ts';
import { unpublishedIn } from './unpublished.ts';

/*
 * Medians by another route: from the published tables alone, in whole tenths.
 */

const neighbours = new Map<string, string[]>();
for (const row of table('statistical_neighbours').sort((a, b) => Number(a.rank) - Number(b.rank)))
  neighbours.set(row.old_la_code!, [...(neighbours.get(row.old_la_code!) ?? []), row.neighbour_old_la_code!]);

const tenths = (text: string): number => Math.round(Number(text) * 10);

/** The median of some figures. */
const between = (figures: number[]): number => {
  const sorted = [...figures].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return sorted.length % 2 ? sorted[Math.floor(half)]! : (sorted[half - 1]! + sorted[half]!) / 2;
};

/** The median of some figures in tenths, half a tenth rounded up. */
const middle = (figures: number[]): number => rounded(between(figures), 0);

/** A published figure in tenths, of a rate with what was rounded off. */
const unroundedTenths = (column: Column, key: string, cell: Cell): number =>
  childrenBehind(key, cell.period) && /_rate$/.test(column.column)
    ? unrounded(column, key, cell) * 10
    : tenths(cell.text);

const COMPARED: { slug: string; measure: Measure; variant: Variant; column: Column }[] = CATALOGUE.flatMap((measure) =>
  measure.variants
    .filter(({ key, lines, filter }) => ['rate', 'percent', 'average'].includes(key) && !lines && !filter)
    .filter(({ key }) => fileOf(measure.slug).variants[key]!.area.length > 20)
    .map((variant) => ({
      slug: measure.slug,
      measure,
      variant,
      column: { file: variant.dataSet, column: variant.indicator }
    }))
);

describe('the ten councils most similar to each', () => {
  it('are those of the Department’s table, in its order', () => {
    expect(similar.key).toHaveLength(153);
    expect(similar.key).toEqual([...neighbours.keys()].sort());
    for (const key of similar.key) expect(similarTo(similar, key)).toEqual(neighbours.get(key));
    expect(similarTo(similar, '875')).toEqual([]);
  });
});

describe.each(COMPARED)('the median of similar authorities: $slug, $variant.key', ({ slug, variant, column }) => {
  const file = fileOf(slug);

  it('is that of the published figures, five or more, with how many there are', () => {
    let [met, open] = [0, 0];
    for (const [key, ten] of neighbours) {
      const held = new Map<string, number[]>();
      for (const each of ten)
        for (const cell of numbers(column, each))
          held.set(cell.period, [...(held.get(cell.period) ?? []), unroundedTenths(column, each, cell)]);
      // A median that figures held back as small counts could move is not given.
      const isOpen = (period: string, figures: number[]): boolean => {
        const hidden = ten.filter((each) => unpublishedIn(column, period).has(each)).map(() => 0);
        return middle([...figures, ...hidden]) !== middle([...figures, ...hidden.map(() => 1e9)]);
      };
      const expected = [...held]
        .filter(([period, figures]) => figures.length >= 5 && !isOpen(period, figures))
        .map(([period, figures]) => `${period}: ${middle(figures)} of ${figures.length}`)
        .sort();
      const found = similarMedian(file, variant, ten).points;
      expect(
        found.map(({ period, value, used }) => `${period}: ${Math.round(value! * 10)} of ${used}`),
        places.get(key)!.prose
      ).toEqual(expected);
      met += found.length;
      open += [...held].filter(([period, figures]) => figures.length >= 5 && isOpen(period, figures)).length;
    }
    expect(met).toBeGreaterThan(0);
    expect(met + open).toBeGreaterThan(153);
  });

  it('crosses no break of any of the ten, nor of the authority itself', () => {
    for (const key of ['309', '330', '850', '204']) {
      const ten = neighbours.get(key)!;
      const { points } = similarMedian(file, variant, ten, slice(file, variant.key, key));
      points.slice(1).forEach((to, i) => {
        const from = points[i]!;
        if (from.segment !== to.segment) return;
        for (const each of [key, ...ten])
          expect(comparable(column, each, from.period, to.period), `${each} ${from.period} ${to.period}`).toBe(true);
      });
    }
  });
});

const beside = (slug: string, unit: Parameters<typeof pictureOf>[1], key: string) =>
  besideSimilar(pictureOf(slug, unit, [key]), key);

describe('a picture with similar authorities', () => {
  it('is cut where the definition changes', () => {
    const { lines, breaks } = beside('children-in-need', 'rate', '309');
    const line = lines.at(-1)!;
    const segments = new Map(line.points.map(({ period, segment }) => [period, segment]));
    expect(segments.get('2012')).toBe(segments.get('2010'));
    expect(segments.get('2013')).not.toBe(segments.get('2012'));
    expect(breaks.map(({ only }) => only)).toEqual([[]]);
  });

  it('has the line once, with a look of its own, in chart, table and download', () => {
    const picture = beside('looked-after', 'rate', '309');
    const line = picture.lines.at(-1)!;
    expect([line.label, line.slot, line.dash]).toEqual(['Similar councils (median of ten)', 'similar', 3]);
    const cells = tabulate(picture).rows.flatMap((row) => (row.kind === 'figures' ? [row.cells.at(-1)!] : []));
    expect(cells[0]!.range).toMatch(/^\d+ used$/);
    expect(cells[0]!.why).toMatch(/^The median of the ten most similar councils; \d+ of them have a figure\.$/);
    const rows = toRows(picture, fileOf('looked-after'), '').filter(({ line }) => line.startsWith('median'));
    expect(rows).toHaveLength(line.points.length);
    for (const row of rows) {
      expect(row.line).toMatch(/^median of the ten most similar, \d+ used$/);
      expect([row.area_name, row.area_key, row.status]).toEqual([
        'Median of the ten councils most similar to Haringey',
        '',
        'derived'
      ]);
      expect(row.source.length).toBeGreaterThan(5);
    }
  });

  it('says why there is none, and changes nothing else', () => {
    const why = (slug: string, unit: Parameters<typeof pictureOf>[1], key: string): string => {
      const before = pictureOf(slug, unit, [key]);
      const after = beside(slug, unit, key);
      expect(after.lines).toEqual(before.lines);
      return after.notices.at(-1)!.text;
    };
    expect(why('looked-after', 'rate', '875')).toBe(
      'The Department’s model lists no similar councils for Cheshire, which ended in 2009.'
    );
    expect(why('looked-after', 'rate', 'E12000007')).toBe(
      'Similar councils are known for councils only, not for London.'
    );
    expect(why('looked-after', 'number', '309')).toMatch(/differ in size, .+ Rates compare them\.$/);
    expect(why('social-workers', 'number', '309')).not.toMatch(/Rates/);
  });

  it('indexes each of the ten to the year of the picture', () => {
    const picture = beside('looked-after', 'index', '309');
    const base = picture.base!;
    const column = { file: 'children_looked_after', column: 'looked_after_31_march' };
    const line = picture.lines.at(-1)!;
    for (const { period, value, used } of line.points) {
      const figures = neighbours.get('309')!.flatMap((key) => {
        const at = (each: string) => Number(numbers(column, key).find((cell) => cell.period === each)?.text ?? NaN);
        const index = (at(period) / at(base)) * 100;
        return Number.isFinite(index) ? [Math.round(index * 10)] : [];
      });
      expect(used).toBe(figures.length);
      expect(Math.abs(Math.round(value! * 10) - middle(figures)), period).toBeLessThanOrEqual(1);
    }
    expect(line.points.find(({ period }) => period === base)!.value).toBe(100);
  });
});

describe.each(COMPARED)(
  'what is said of similar authorities: $slug, $variant.key',
  ({ slug, measure, variant, column }) => {
    it('is true for every authority', () => {
      const unit = variantOf(measure, variant.key)!.key;
      for (const [key, ten] of neighbours) {
        const picture = beside(slug, unit, key);
        const line = picture.lines.find((each) => each.slot === 'similar');
        if (!line) continue;
        const { prose } = places.get(key)!;
        const text = say(picture).find(({ id }) => id === line.id)!.text;
        const last = line.points.at(-1)!;
        const figures = ten.flatMap((each) =>
          numbers(column, each)
            .filter(({ period }) => period === last.period)
            .map((cell) => unroundedTenths(column, each, cell))
        );
        const [, year, used, name, said] =
          /^(?:On|In) (?:the year to )?(?:\d+ \w+ )?(\d{4}), the median of (?:(\d) of )?the ten councils most similar to (.+?) was ([\d.,]+)/.exec(
            text
          ) ?? [];
        expect([year, name, used ?? '10'], text).toEqual([last.period, prose, String(figures.length)]);
        expect(tenths(said!.replaceAll(',', '')), text).toBe(middle(figures));
        const mine = numbers(column, key).find(({ period }) => period === last.period);
        const against =
          /The figure for (.+?) was ([\d.,]+)%?: (?:the same|nearly the same|within rounding of it|([\d.,]+)(?: percentage points)? (above|below) that median)\./.exec(
            text
          );
        expect(against !== null, text).toBe(mine !== undefined);
        if (!against || !mine) continue;
        expect(tenths(against[2]!.replaceAll(',', '')), text).toBe(tenths(mine.text));
        // A median of rates is unrounded as they are; one of published percentages is as it is printed.
        const theirs = variant.key === 'rate' && variant.denominator ? between(figures) : middle(figures);
        const by = rounded(unroundedTenths(column, key, mine) - theirs, 0);
        if (against[4]) {
          expect(against[4], text).toBe(by > 0 ? 'above' : 'below');
          expect(tenths(against[3]!.replaceAll(',', '')), text).toBe(Math.abs(by));
        }
        expect(text, 'no word of a difference without its test').not.toMatch(/(higher|lower) by/);
        const tested =
          /That is (above|within|below) the 95% limits .+ higher than (\d+) of the ten, lower than (\d+) and close to (\d+)\./.exec(
            text
          );
        expect(tested !== null || text.includes('Whether that is more than chance is not tested: '), text).toBe(true);
        if (tested) expect(Number(tested[2]) + Number(tested[3]) + Number(tested[4]), text).toBeLessThanOrEqual(10);
        expect(text).not.toMatch(/undefined|NaN|null/);
      }
    });
  }
);

describe('the region at one click', () => {
  it('is the area’s own, and for a borough London too', () => {
    const names = (key: string): string[] => regionsOf(areaOf(key), areas).map(({ name }) => name);
    expect(names('309')).toEqual(['Inner London', 'London']);
    expect(names('305')).toEqual(['Outer London', 'London']);
    expect(names('330')).toEqual(['West Midlands']);
    expect(names('E13000001')).toEqual(['London']);
    expect(names('E92000001')).toEqual([]);
  });
});
