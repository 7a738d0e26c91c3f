import { describe, expect, it } from 'vitest';
import type { Variant } from '#lib/domain/index.ts';
import { CATALOGUE, HEADLINES, measureOf } from '#lib/domain/catalogue/index.ts';
import { COMPARE_NARROW, COMPARE_WIDE, placeCompare } from '#lib/figures/compare/layout.ts';
import { COMPARE_ORDERS, type CompareOrder } from '#lib/address/compare.ts';
import {
  compare,
  compareOthers,
  splitByUnit,
  toComparisonRows,
  type Comparison
} from '#lib/figures/compare/picture.ts';
import { describeComparison } from '#lib/figures/compare/sentences.ts';
import { tabulateComparison } from '#lib/figures/compare/table.ts';
import { storeOf } from '#lib/figures/year/figure-store.ts';
import { load } from '../../src/routes/compare/+page.server.ts';
import { toCompareSpec } from '../../src/routes/compare/spec.ts';
import { areaOf, estimatesOf, fileOf, areas, similar } from '../site.ts';
import { tailsOf } from './chance.ts';
import {
  bounds,
  cells,
  childrenBehind,
  comparable,
  lessThan,
  numberIn,
  numbers,
  places,
  table,
  type Column
} from './raw.ts';

/*
 * An authority beside others, worked out again from the tables of data/.
 */

const ENGLAND = 'E92000001';
const TOO_SMALL = ['201', '420'];
const store = storeOf({ series: fileOf, estimates: estimatesOf, areas, similar });
const AUTHORITIES = [...places.values()].filter(({ level }) => level === 'Local authority');
const LIVING = AUTHORITIES.filter(({ ended }) => !ended).map(({ key }) => key);
const ENDED = AUTHORITIES.filter(({ ended }) => ended).map(({ key }) => key);
const neighbours = (key: string): string[] =>
  table('statistical_neighbours')
    .filter((row) => row.old_la_code === key)
    .map((row) => row.neighbour_old_la_code!);
const near = new Map(LIVING.map((key) => [key, neighbours(key)]));

/** Many choices: the nearest five of each authority, one and two of others far away, regions, the smallest, the ended. */
const CHOICES: [own: string, others: string[], order: CompareOrder][] = [
  ...LIVING.map((key, i): [string, string[], CompareOrder] => [
    key,
    near.get(key)!.slice(0, 5),
    COMPARE_ORDERS[i % 4]!
  ]),
  ...LIVING.map((key, i): [string, string[], CompareOrder] => [key, [LIVING[(i + 37) % LIVING.length]!], 'chosen']),
  ...LIVING.map((key, i): [string, string[], CompareOrder] => [
    key,
    [LIVING[(i * 7 + 11) % LIVING.length]!, 'E12000007', '201', '420'].filter((each) => each !== key),
    COMPARE_ORDERS[(i + 1) % 4]!
  ]),
  ...ENDED.map((key): [string, string[], CompareOrder] => [
    key,
    ['330', '309', '926', '820', '942'].filter((each) => each !== key),
    'looked-after'
  ])
];

const columnOf = (slug: string): Column => {
  const { dataSet, indicator } = measureOf(slug)!.variants[0];
  return { file: dataSet, column: indicator };
};
const columnOfVariant = ({ dataSet, indicator, levels }: Variant): Column => ({
  file: dataSet,
  column: indicator,
  levels
});
const numberAt = (column: Column, key: string, year: string): number | undefined => {
  const cell = numberIn(column, key, year);
  return cell && Number(cell.text);
};
const cellAt = (column: Column, key: string, year: string) => cells(column, key).find(({ period }) => period === year);
const commas = (value: number): string =>
  value
    .toFixed(1)
    .replace(/\B(?=(\d{3})+(?!\d))/g, ',')
    .replace('-', '−');
const signed = (value: number): string => `${value > 0 ? '+' : ''}${commas(value)}`;

/** Higher, similar or lower by adding up probabilities; undefined where it is a close call that rounding of ends decides. */
const sideOf = (column: Column, key: string, year: string): string | undefined => {
  if (TOO_SMALL.includes(key)) return '–';
  const base = childrenBehind(key, year)!;
  const { low, high } = bounds(column, key, cellAt(column, key, year)!);
  const tails = tailsOf('rate', base, numberAt(column, ENGLAND, year)! / 10_000);
  const [above, below] = [tails.above((low * base) / 10_000), tails.below((high * base) / 10_000)];
  if (above < 0.02) return 'higher';
  if (below < 0.02) return 'lower';
  return above > 0.035 && below > 0.035 ? 'similar' : undefined;
};

const made = CHOICES.map(([own, others, order]) => ({
  own,
  others,
  order,
  comparison: compare(store, areaOf(own), { areas: others, order })
}));
const keysOf = ({ rows }: Comparison): string[] => rows.map(({ area }) => area.key);

describe('the rows of a comparison', () => {
  it('are the authority, the others that were in being then in the order chosen, and England last', () => {
    for (const { own, others, comparison } of made) {
      const days = comparison.measures.map(({ year }) => `${year}-03-31`);
      const inBeing = others.filter((key) => {
        const { began = '', ended = '9999' } = areaOf(key);
        return days.some((day) => began <= day && day <= ended);
      });
      const keys = keysOf(comparison);
      expect(keys.at(-1)).toBe(ENGLAND);
      expect([...keys.slice(0, -1)].sort()).toEqual([own, ...inBeing].sort());
      if (comparison.order === 'chosen') expect(keys.slice(0, -1)).toEqual([own, ...inBeing]);
      expect(comparison.notices.filter(({ text }) => text.endsWith('It was left out.'))).toHaveLength(
        others.length - inBeing.length
      );
    }
  });

  it('stand from the highest to the lowest of the measure asked for, those without a figure behind', () => {
    let sorted = 0;
    for (const { order, comparison } of made) {
      if (order === 'chosen' || comparison.order === 'chosen') continue;
      const { year } = comparison.measures.find(({ measure }) => measure.slug === order)!;
      const values = keysOf(comparison)
        .slice(0, -1)
        .map((key) => numberAt(columnOf(order), key, year) ?? -1);
      expect(values).toEqual([...values].sort((a, b) => b - a));
      sorted++;
    }
    expect(sorted).toBeGreaterThan(200);
  });

  it('are in the drawing, the tables and the file in one order', () => {
    for (const { comparison } of made) {
      const labels = comparison.rows.map(({ label }) => label);
      const spec = toCompareSpec(comparison, '');
      expect(spec.rows.map(({ label }) => label)).toEqual(labels);
      for (const base of [COMPARE_NARROW, COMPARE_WIDE]) {
        const all = placeCompare(spec, base).places;
        spec.panels.forEach((_, i) => {
          const own = all.slice(i * labels.length, (i + 1) * labels.length);
          expect(own.map(({ y }) => y)).toEqual(own.map(({ y }) => y).sort((a, b) => a - b));
          expect(own.map(({ key }) => key.split('/')[1])).toEqual(keysOf(comparison));
          for (const { x } of own) expect(x >= 0 && x <= base.width).toBe(true);
        });
      }
      for (const { rows } of tabulateComparison(comparison)) expect(rows.map(({ label }) => label)).toEqual(labels);
      const rows = toComparisonRows(comparison, store, 'here');
      for (const { measure, results } of comparison.measures)
        expect(rows.filter((row) => row.measure === measure.slug).map((row) => row.area_key)).toEqual(
          keysOf(comparison).filter((_, i) => results[i])
        );
      for (const { slug, rows: shown } of tabulateComparison(comparison)) {
        const listed = rows.filter(({ measure }) => measure === slug);
        const verdicts = listed.map((row) => row.pair_verdict || '–');
        const ranks = new Map(shown.map(({ area, place }) => [area.key, /\d/.test(place.text) ? place.text : '']));
        expect(
          listed.map(({ place }) => place),
          slug
        ).toEqual(listed.map(({ area_key }) => ranks.get(area_key)));
        expect(verdicts, slug).toEqual(
          shown
            .map(({ pair }) => pair.text)
            .filter((_, i) => comparison.measures.find(({ measure }) => measure.slug === slug)!.results[i])
        );
      }
    }
  });
});

describe('the other measures', () => {
  const { groups } = load();
  const slugs = groups.flatMap((group) => group.slugs);
  const measures = slugs.map((slug) => measureOf(slug)!);

  it('are all that have figures of councils in one line, each in one group', () => {
    expect(new Set(slugs).size).toBe(slugs.length);
    for (const measure of CATALOGUE) {
      const isHeadline = HEADLINES.some((slug) => slug === measure.slug);
      const has = (variant: (typeof measure.variants)[number]): boolean =>
        !variant.lines && AUTHORITIES.some(({ key }) => numbers(columnOfVariant(variant), key).length > 0);
      expect(slugs.includes(measure.slug), measure.slug).toBe(!isHeadline && measure.variants.some(has));
    }
  });

  it('have the published figures, and no rank or test where there is nothing to work them out from', () => {
    const seen = { figures: 0, percentPairs: 0 };
    for (const { comparison } of made.filter((_, i) => i % 9 === 0)) {
      const compared = compareOthers(store, comparison, measures);
      const tables = tabulateComparison(compared);
      const sentences = describeComparison(compared);
      compared.measures.forEach(({ variant, year }, i) => {
        const { rows, slug } = tables[i]!;
        expect(rows.map(({ area }) => area.key)).toEqual(keysOf(comparison));
        for (const { area, rate, side, place, pair } of rows) {
          const where = `${slug} ${comparison.own.key} ${area.key} ${year}`;
          const value = numberAt(columnOfVariant(variant), area.key, year);
          if (value !== undefined && area.level === 'Local authority') {
            expect(rate.text.replaceAll(',', ''), where).toBe(value.toFixed(variant.dp));
            seen.figures++;
          }
          if (!variant.denominator) expect([side.text, pair.text, place.under], where).toEqual(['–', '–', undefined]);
          if (variant.key === 'percent' && ['higher', 'lower'].includes(pair.text)) {
            const own = numberAt(columnOfVariant(variant), comparison.own.key, year)!;
            expect(pair.text, where).toBe(value! > own ? 'higher' : 'lower');
            seen.percentPairs++;
          }
        }
        if (!variant.denominator) expect(sentences[i]!.text, slug).not.toMatch(/tested|limits/i);
      });
    }
    expect(seen.figures).toBeGreaterThan(1000);
    expect(seen.percentPairs).toBeGreaterThan(20);
  });

  it('are drawn in one unit at a time, three at most', () => {
    const parts = splitByUnit(compareOthers(store, made[0]!.comparison, measures));
    expect(parts.flatMap((part) => part.measures.map(({ measure }) => measure.slug)).sort()).toEqual([...slugs].sort());
    for (const part of parts) {
      expect(part.measures.length).toBeLessThanOrEqual(3);
      const units = new Set(part.measures.map(({ variant }) => (variant.key === 'number' ? 'number' : variant.unit)));
      expect([...units]).toHaveLength(1);
      if (units.has('number')) continue;
      for (const base of [COMPARE_NARROW, COMPARE_WIDE])
        for (const { x } of placeCompare(toCompareSpec(part, ''), base).places)
          expect(x >= 0 && x <= base.width).toBe(true);
    }
  });
});

describe.each(HEADLINES)('%s beside others', (slug) => {
  const column = columnOf(slug);

  it('has the published figures, sides, places and changes', () => {
    const seen = { sides: 0, changes: 0, withheld: 0, pairs: new Set<string>() };
    for (const { comparison } of made) {
      const compared = tabulateComparison(comparison).find((each) => each.slug === slug);
      if (!compared) continue;
      const year = comparison.measures.find(({ measure }) => measure.slug === slug)!.year;
      const since = String(Number(year) - 5);
      const ranked = AUTHORITIES.flatMap(({ key }) =>
        TOO_SMALL.includes(key) ? [] : (numberAt(column, key, year) ?? [])
      );
      expect(compared.of).toBe(ranked.length);
      for (const { area, rate, side, place, pair, change } of compared.rows) {
        const where = `${comparison.own.key} ${area.key} ${year}`;
        const value = numberAt(column, area.key, year);
        if (value === undefined) {
          seen.withheld++;
          const cell = cellAt(column, area.key, year);
          const none = cell?.text === 'c' ? 'not published' : /^(not available|not in being)$/;
          expect(rate.text, where).toMatch(none);
          expect([rate.under, side.text, place.text, change.text], where).toEqual([undefined, '–', '–', '–']);
          continue;
        }
        expect(rate.text, where).toBe(commas(value));
        const [low, high] = rate.under!.split(' to ').map((end) => Number(end.replace(',', '')));
        expect(low! <= value && value <= high!, where).toBe(true);
        if (area.key === ENGLAND) {
          expect([side.text, place.text], where).toEqual(['–', '–']);
          continue;
        }
        const known = sideOf(column, area.key, year);
        if (known) {
          seen.sides++;
          expect(side.text, where).toBe(known);
        }
        const cell = cellAt(column, area.key, year)!;
        const by = signed(lessThan(column, [ENGLAND, cellAt(column, ENGLAND, year)!], [area.key, cell]));
        expect(side.under, where).toBe(TOO_SMALL.includes(area.key) ? undefined : by);
        const higher = ranked.filter((each) => each > value).length;
        const same = ranked.filter((each) => each === value).length;
        expect(place.text, where).toBe(
          area.level === 'Regional'
            ? '–'
            : TOO_SMALL.includes(area.key)
              ? 'not ranked'
              : `${same > 1 ? '=' : ''}${higher + 1}`
        );
        const isCouncil = area.level === 'Local authority' && !TOO_SMALL.includes(area.key);
        expect(/^\d+–\d+$/.test(place.under ?? ''), where).toBe(isCouncil);
        const before = numberAt(column, area.key, since);
        const isLike = before !== undefined && comparable(column, area.key, since, year);
        expect(change.under !== undefined, where).toBe(isLike && isCouncil);
        if (isLike && change.under === 'rose') expect(value, where).toBeGreaterThan(before);
        if (isLike && change.under === 'fell') expect(value, where).toBeLessThan(before);
        const isOther = area.key !== comparison.own.key && !TOO_SMALL.includes(area.key);
        const mine = TOO_SMALL.includes(comparison.own.key) ? undefined : numberAt(column, comparison.own.key, year);
        if (!isOther || mine === undefined) expect(pair.text, where).toBe('–');
        else if (pair.text !== 'close') expect(pair.text, where).toBe(value > mine ? 'higher' : 'lower');
        if (isOther && mine !== undefined) seen.pairs.add(pair.text);
        if (!isLike) expect(change.text, where).toBe('–');
        else if (change.text !== 'within rounding') {
          seen.changes++;
          const from = cellAt(column, area.key, since)!;
          expect(change.text, where).toBe(signed(lessThan(column, [area.key, from], [area.key, cell])));
        }
      }
    }
    expect([...seen.pairs].sort()).toEqual(['close', 'higher', 'lower']);
    expect(seen.sides).toBeGreaterThan(1000);
    expect(seen.changes).toBeGreaterThan(1000);
    if (slug !== 'children-in-need') expect(seen.withheld).toBeGreaterThan(0);
  });

  it('says nothing that the figures do not', () => {
    let told = 0;
    for (const { own, others, comparison } of made) {
      const text = describeComparison(comparison).find(({ id }) => id === slug)?.text;
      if (!text) continue;
      const where = `${own} beside ${others.join()}: ${text}`;
      const { year } = comparison.measures.find(({ measure }) => measure.slug === slug)!;
      const held = keysOf(comparison)
        .slice(0, -1)
        .flatMap((key) => {
          const value = numberAt(column, key, year);
          return value === undefined ? [] : [{ key, value, prose: places.get(key)!.prose }];
        });
      const mine = held.find(({ key }) => key === own);
      expect(text, where).not.toMatch(/NaN|undefined|null| {2}|better|worse/);
      expect(text.startsWith('For '), where).toBe(!mine);
      if (mine) expect(text, where).toContain(`there were ${commas(mine.value)} `);
      const range = /they ran from ([\d,.]+) \((.+?)\) to ([\d,.]+) \((.+?)\)\. (?:Tested|England)/.exec(text);
      if (mine && held.length > 2) {
        const values = held.map(({ value }) => value);
        const [low, high] = [Math.min(...values), Math.max(...values)];
        const namesAt = (value: number) => held.filter((each) => each.value === value).map(({ prose }) => prose);
        expect([range?.[1], range?.[3]], where).toEqual([commas(low), commas(high)]);
        for (const name of namesAt(low)) expect(range![2], where).toContain(name);
        for (const name of namesAt(high)) expect(range![4], where).toContain(name);
        const [, joint, place] = /that is the (joint )?(?:(\d)\w\w )?(?:highest|lowest):/.exec(text)!;
        expect(Boolean(joint), where).toBe(namesAt(mine.value).length > 1);
        const above = values.filter((value) => value > mine.value).length;
        if (place) expect(Number(place), where).toBe(above + 1);
        else expect([low, high], where).toContain(mine.value);
        told++;
      } else expect(range, where).toBeNull();
      // Each of several others is said to be higher, lower or close, as its own row has it.
      const paired = /Tested in pairs with .*?\. England/.exec(text)?.[0].split('; ') ?? [];
      const table = tabulateComparison(comparison).find((each) => each.slug === slug)!.rows;
      const prefix = mine ? `Tested in pairs with ${mine.prose}, ` : '';
      if (mine && held.length > 2)
        for (const { key, prose } of held.filter((each) => each.key !== own)) {
          const verdict = table.find(({ area }) => area.key === key)!.pair.text;
          const said = paired.find((each) => each.replace(prefix, '').includes(prose));
          expect(said?.includes(verdict) ?? verdict === '–', where).toBe(true);
        }
      // Every area with a figure is said to be on one side, by its own row, or to be too small.
      const sides =
        /By the 95% limits around it, (.*?(?:higher|similar|lower))\.(?: |$)/.exec(text)?.[1]?.split('; ') ?? [];
      const rows = tabulateComparison(comparison).find((each) => each.slug === slug)!.rows;
      for (const { key, prose } of held) {
        const side = rows.find(({ area }) => area.key === key)!.side.text;
        if (TOO_SMALL.includes(key)) {
          expect(/Too small to be tested against it: (.*?)\./.exec(text)?.[1] ?? '', where).toContain(prose);
          continue;
        }
        expect(sides.find((each) => each.endsWith(side)) ?? '', where).toContain(prose);
      }
      for (const { area, rate } of rows)
        if (rate.text === 'not published')
          expect(/Not published, so that no one can be identified: (.*)/.exec(text)?.[1] ?? '', where).toContain(
            places.get(area.key)!.prose
          );
    }
    if (slug === 'looked-after') expect(told).toBeGreaterThan(250);
  });
});

it('holds nothing back that could be worked out again: a row without a figure has no number at all', () => {
  let none = 0;
  for (const { comparison } of made)
    for (const row of toComparisonRows(comparison, store, 'here')) {
      if (row.value) continue;
      none++;
      expect([
        row.out_of,
        row.interval_95_low,
        row.place,
        row.difference_from_england,
        row.change,
        row.value_then
      ]).toEqual(['', '', '', '', '', '']);
    }
  expect(none).toBeGreaterThan(100);
});
