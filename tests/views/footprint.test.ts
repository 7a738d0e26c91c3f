import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  footprintOf,
  inProse,
  runsOf,
  variantOf,
  type AreaRecord,
  type Footprint,
  type SeriesFile
} from '#lib/domain/index.ts';
import { HEADLINES, measureOf } from '#lib/domain/catalogue/index.ts';
import { latest } from '#lib/series/compare.ts';
import { slice } from '#lib/series/slice.ts';
import { combine, footprintArea, footprintPicture, seamOf, sidesOf } from '#lib/areas/footprint.ts';
import { describe as say } from '#lib/figures/time/sentences.ts';
import { tabulate } from '#lib/figures/time/table.ts';
import { england, fileOf } from '../site.ts';

const areas = JSON.parse(readFileSync('static/data/areas-full.json', 'utf8')) as AreaRecord[];
const named = new Map(areas.map((area) => [area.key, area]));
type Sum = Extract<Footprint, { kind: 'sum' }>;
const of = (key: string): Sum => footprintOf(areas, key) as Sum;
const BEFORE = ['875', '820', '928', '909'];

/** A cell of a published CSV, split by hand: nothing of the site's own reading. */
const cell = (file: string, column: string): ((key: string, year: number) => string | undefined) => {
  const [head = '', ...lines] = readFileSync(`data/${file}.csv`, 'utf8').trim().split('\n');
  const names = head.trim().split(',');
  const rows = lines.map((line) =>
    line
      .trim()
      .match(/("[^"]*"|[^,]*)(,|$)/g)!
      .map((each) => each.replace(/,$/, ''))
  );
  const [code, time, at] = ['old_la_code', 'time_period', column].map((name) => names.indexOf(name));
  const found = new Map(rows.map((row) => [`${row[code!]}/${row[time!]}`, row[at!]]));
  return (key, year) => found.get(`${key}/${year}`);
};

const SOURCES = {
  'looked-after': ['children_looked_after', 'looked_after_31_march'],
  'child-protection-plans': ['child_protection_plans', 'on_plan_31_march'],
  'children-in-need': ['children_in_need', 'in_need_31_march'],
  'starting-to-be-looked-after': ['children_looked_after', 'started'],
  'ceasing-to-be-looked-after': ['children_looked_after', 'ceased']
} as const;

const combined = (slug: string, key: string, file: SeriesFile = fileOf(slug)) =>
  combine(of(key), measureOf(slug)!, file, fileOf('children'));

describe('a territory through its reorganisation', () => {
  it('has the old body’s figures, then the sums of the CSV’s, count by count and rate by rate', () => {
    const people = cell('population_aged_0_to_17', 'population');
    let sums = 0;
    for (const [slug, [file, column]] of Object.entries(SOURCES)) {
      const count = cell(file, column);
      const printed = cell(file, `${column}_rate`);
      for (const before of BEFORE) {
        const { parts, ended } = of(before);
        const last = Number(ended.slice(0, 4));
        const lines = combined(slug, before);
        if (!lines) {
          expect(
            Array.from({ length: 30 }, (_, i) => count(before, 1996 + i) ?? 'x').every((each) => !/\d/.test(each))
          ).toBe(true);
          continue;
        }
        expect(lines.number.points.at(-1)!.period).toBe('2025');
        lines.number.points.forEach((point, i) => {
          const rate = lines.rate.points[i]!;
          const year = Number(point.period);
          expect(rate.period).toBe(point.period);
          if (year <= last) {
            expect([point.value, rate.value]).toEqual([Number(count(before, year)), Number(printed(before, year))]);
            return;
          }
          const total = parts.reduce((all, key) => all + Number(count(key, year)), 0);
          const children = parts.reduce((all, key) => all + Number(people(key, year - 1)), 0);
          expect([before, slug, year, point.value, point.status]).toEqual([before, slug, year, total, 'derived']);
          expect(rate.status).toBe('derived');
          expect(Math.abs(rate.value! - (total / children) * 10_000)).toBeLessThanOrEqual(0.0501);
          sums++;
        });
      }
    }
    expect(sums).toBeGreaterThan(100);
  });

  it('gives two councils’ 1,134 children of 2025 for Cheshire: 550 and 584', () => {
    const { number, rate } = combined('looked-after', '875')!;
    expect(latest(number)).toMatchObject({ period: '2025', value: 1134, status: 'derived' });
    expect(latest(rate)).toMatchObject({ value: 73.3 });
  });

  it('keeps what rounding leaves open of the old body, and cuts where breaks cut', () => {
    const { number } = combined('looked-after', '875')!;
    expect(number.points.filter(({ below }) => below > 0).map(({ period }) => period)).toEqual([
      '2006',
      '2007',
      '2008',
      '2009'
    ]);
    expect(runsOf(number.points)).toHaveLength(1);
    expect(runsOf(combined('children-in-need', '928')!.rate.points)).toHaveLength(2);
  });

  it('has no figure where one part has none, whatever the reason, and does not say which', () => {
    for (const code of ['suppressed', 'unavailable', 'low', 'unreliable'] as const) {
      const file = structuredClone(fileOf('looked-after'));
      const columns = file.variants.number!;
      const at = columns.area.findIndex((place) => file.areas[place] === '896');
      columns.value[at]![columns.periods.indexOf('2015') - columns.from[at]!] = null;
      const length = columns.value[at]!.length;
      const place = columns.periods.indexOf('2015') - columns.from[at]!;
      const index = ['ok', 'suppressed', 'unavailable', 'not applicable', 'unreliable', 'low'].indexOf(code);
      columns.status[at] = [0, place, index, 1, 0, length - place - 1];
      const lines = combined('looked-after', '875', file)!;
      for (const line of [lines.number, lines.rate]) {
        const point = line.points.find(({ period }) => period === '2015')!;
        expect(point).toMatchObject({ value: null, status: 'unavailable', below: 0, above: 0 });
        expect(runsOf(line.points)).toHaveLength(2);
      }
    }
  });

  it('is not followed for a measure that has no rate to tell it by', () => {
    expect(combined('asylum-seeking-children', '875')).toBeUndefined();
  });

  it('is not followed for a measure that was not held of the old body', () => {
    expect(combined('children-in-need', '875')).toBeUndefined();
    expect(combined('child-protection-plans', '820')).toBeUndefined();
  });
});

describe('what its page shows', () => {
  it.each(BEFORE)('%s: the seam is marked once and does not cut; sentence and table hold the sums', (before) => {
    const footprint = of(before);
    const area = footprintArea(footprint, named);
    let shown = 0;
    for (const slug of HEADLINES) {
      const lines = combined(slug, before);
      if (!lines) continue;
      shown++;
      const measure = measureOf(slug)!;
      const seam = seamOf(footprint, named, variantOf(measure, 'rate')!.indicator);
      const sides = sidesOf(lines, fileOf(slug));
      const picture = footprintPicture(fileOf(slug), measure, england, area, lines.rate, seam, sides);
      const seams = picture.breaks.filter((each) => each.seam);
      expect(seams.map((each) => [each.seam, each.lastBefore, each.only])).toEqual([
        ['two councils from here', footprint.ended.slice(0, 4), [area.name]]
      ]);
      const last = latest(lines.rate)!;
      const text = say(picture)[0]!.text;
      expect(text).toContain(
        `On 31 March 2025, there were ${last.value!.toLocaleString('en-GB', { minimumFractionDigits: 1 })} `
      );
      expect(text).toContain(`living in ${inProse(area)}.`);
      expect(inProse(area)).toMatch(/^former [A-Z]/);
      // Its distance from England's is told with chance; a change of several councils together is not tested, and that is said.
      expect(text).toMatch(/was (similar, )?(higher|lower) by [\d.,]+, (which chance|more than chance)/);
      expect(text).toContain('Whether it changed is not tested: the tests are of single councils');
      expect(text).not.toMatch(/\b(rose|fell)\b/);
      const column = tabulate(picture).columns.findIndex(({ label }) => label === area.name);
      expect(column).toBeGreaterThanOrEqual(0);
    }
    expect(shown).toBeGreaterThan(0);
  });
});

it('a territory stands to England as its whole count does to England’s, whatever rounding did', () => {
  const people = cell('population_aged_0_to_17', 'population');
  for (const before of BEFORE) {
    const { parts, ended } = of(before);
    const lines = combined('looked-after', before)!;
    const sides = sidesOf(lines, fileOf('looked-after'));
    const theirs = slice(fileOf('looked-after'), 'rate', england.key)[0]!;
    expect(Object.keys(sides)).toHaveLength(lines.number.points.filter(({ value }) => value !== null).length);
    for (const { period, value } of lines.number.points) {
      if (value === null) continue;
      const keys = Number(period) <= Number(ended.slice(0, 4)) ? [before] : parts;
      const children = keys.reduce((all, key) => all + Number(people(key, Number(period) - 1)), 0);
      const expected = (theirs.points.find((each) => each.period === period)!.value! / 10_000) * children;
      // The normal approximation to the limits; near them the exact ones and rounding decide.
      const z = (value - expected) / Math.sqrt(expected);
      if (Math.abs(z) > 2.3) expect(sides[period], `${before} ${period}`).toBe(z > 0 ? 'higher' : 'lower');
      if (Math.abs(z) < 1.7) expect(sides[period], `${before} ${period}`).toBe('similar');
    }
  }
});
