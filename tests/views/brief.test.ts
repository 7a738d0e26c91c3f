import { describe, expect, it } from 'vitest';
import { HEADLINES } from '#lib/domain/catalogue/index.ts';
import { BRIEF_MEASURES } from '#lib/areas/brief/brief.ts';
import { findingsOf } from '#lib/areas/stands-out.ts';
import { briefOf } from '../../src/routes/areas/[area]/brief/compose.ts';
import {
  allNeighbours,
  AUTHORITIES,
  cellAt,
  columnOf,
  commas,
  ENGLAND,
  measureOf,
  middle,
  numberAt,
  placeIn,
  TOO_SMALL,
  trendOf,
  yearOf
} from './beside.ts';
import { outOf, table, type Column } from './raw.ts';
import { areaOf, store } from './sections.ts';
import type { Side } from '#lib/statistics/difference.ts';
import { sideFaults } from './claim-faults.ts';

/*
 * Every sentence and every cell of the briefs of all authorities in being, worked out again from the tables of data/.
 */

const IN_BEING = AUTHORITIES.filter(({ ended }) => !ended);
const briefs = new Map(IN_BEING.map(({ key }) => [key, briefOf(areaOf(key).slug)]));

const days: Record<string, (year: string) => string> = {
  looked_after_31_march_rate: (year) => `31 March ${year}`,
  on_plan_31_march_rate: (year) => `31 March ${year}`,
  in_need_31_march_rate: (year) => `31 March ${year}`,
  vacancy_rate: (year) => `30 September ${year}`
};
const dayOf = ({ column }: Column, year: string): string => days[column]?.(year) ?? `year to 31 March ${year}`;

/** What is untrue of a word for how an authority stands to England. */
const faultsOfSide = (side: string, column: Column, key: string, year: string): string[] => {
  const unit = /percent/.test(column.column) ? 'percent' : 'rate';
  return sideFaults(side as Side, { key, column, unit }, cellAt(column, key, year)!, cellAt(column, ENGLAND, year)!);
};

const LEVEL: Record<string, (figure: string, place: string) => string> = {
  'looked-after': (figure, place) => `${place} looked after ${figure} children per 10,000 living there`,
  'child-protection-plans': (figure, place) =>
    `${figure} in every 10,000 children in ${place} were on a child protection plan`,
  'children-in-need': (figure, place) => `${figure} in every 10,000 children in ${place} were in need`
};

const trendWords = (column: Column, key: string, year: string): string => {
  const trend = trendOf(column, key, year);
  if (trend === 'no clear trend') return 'with no clear five-year trend';
  if (trend !== 'not worked out') return `${trend} over five years`;
  return 'with no five-year trend to test';
};

describe('the three sentences of every brief', () => {
  it.each(HEADLINES)('%s: level, England, side and trend', (slug) => {
    const column = columnOf(measureOf(slug));
    const found: string[] = [];
    for (const { key, prose } of IN_BEING) {
      const text = briefs.get(key)!.sentences[HEADLINES.indexOf(slug)]!;
      const year = yearOf(column, key)!;
      const [own, england] = [numberAt(column, key, year), commas(numberAt(column, ENGLAND, year)!, 1)];
      const level = own === undefined ? '' : `On 31 March ${year}, ${LEVEL[slug]!(commas(own, 1), prose)}`;
      if (own === undefined) {
        const why = cellAt(column, key, year)?.text === 'c' ? 'is not published, so that no one' : 'is not in our data';
        if (!text.includes(`on 31 March ${year} ${why}`) || !text.endsWith(`England’s was ${england} per 10,000.`))
          found.push(`${key}: ${text}`);
        expect(text).toContain(prose);
      } else if (TOO_SMALL.includes(key)) {
        if (
          text !==
          `${level}; England’s rate was ${england}. So few children live there that it is not ranked or tested.`
        )
          found.push(`${key}: ${text}`);
      } else {
        const beside = /, (higher than|lower than|similar to) England \(([\d.,]+)\), /.exec(text);
        if (!beside) {
          found.push(`${key}: expected England, found ${text}`);
          continue;
        }
        expect([key, beside[2]]).toEqual([key, england]);
        for (const fault of faultsOfSide(beside[1]!.split(' ')[0]!, column, key, year)) found.push(`${key}: ${fault}`);
        const expected = `${level}${beside[0]}${trendWords(column, key, year)}.`;
        if (text !== expected) found.push(`${key}: expected ${expected}, found ${text}`);
      }
    }
    expect(found.slice(0, 10)).toEqual([]);
  });

  it('are short, and use no word that judges', () => {
    const words = [...briefs.values()].flatMap(({ sentences }) => sentences.map((text) => text.split(/\s+/).length));
    expect(Math.max(...words)).toBeLessThanOrEqual(36);
    expect(words.reduce((sum, each) => sum + each, 0) / words.length).toBeLessThan(31);
    for (const { sentences, cautions, findings } of briefs.values())
      expect(
        [...sentences, ...cautions, ...findings.map(({ head, figures }) => `${head} ${figures}`)].join(' ')
      ).not.toMatch(/\b(better|worse|best|worst|good|bad|fail\w*|poor\w*|league|because of)\b/i);
  });
});

describe('the table of every brief', () => {
  it.each(BRIEF_MEASURES)('%s: figure, year, England, median, side and place', (slug) => {
    const column = columnOf(measureOf(slug));
    const isPercent = measureOf(slug).variants[0].key === 'percent';
    const written = (value: number): string => `${commas(value, 1)}${isPercent ? '%' : ''}`;
    const found: string[] = [];
    for (const { key } of IN_BEING) {
      const row = briefs.get(key)!.rows.find((each) => each.slug === slug)!;
      const same = (what: string, is: unknown, should: unknown): void => {
        if (is !== should) found.push(`${key} ${what}: expected ${String(should)}, found ${String(is)}`);
      };
      const year = yearOf(column, key)!;
      const own = numberAt(column, key, year);
      same('unit', row.unit, `${isPercent ? 'per cent' : 'per 10,000'}, ${dayOf(column, year)}`);
      const none = cellAt(column, key, year)?.text === 'c' ? 'not published' : 'no figure';
      same('figure', row.figure, own === undefined ? none : written(own));
      same('England', row.england, written(numberAt(column, ENGLAND, year)!));
      const ten = allNeighbours.get(key)!;
      const values = ten.flatMap((each) => numberAt(column, each, year) ?? []);
      if (!ten.length) same('no ten', row.similar, 'none named');
      else if (values.length < 5) same('no median', row.similar, 'too few held');
      else if (!row.similar.startsWith('between')) {
        const is = Number(row.similar.replace(/[,%]/g, ''));
        if (Math.abs(is - middle(values)) > 0.0500001) same('median', is, middle(values));
        same('of how many', row.from, values.length < ten.length ? `of ${values.length}` : '');
      }
      const place = placeIn(column, key, year);
      same('place', row.place, place ?? (own === undefined ? '–' : 'not ranked'));
      const hasRange = place !== undefined && store.estimates(slug) !== undefined;
      same('range', /^\d+–\d+$/.test(row.range), hasRange);
      const tested = own !== undefined && !TOO_SMALL.includes(key) && outOf(column, key, year) !== undefined;
      same('tested', row.side !== '–', tested);
      if (tested) for (const fault of faultsOfSide(row.side, column, key, year)) found.push(`${key}: ${fault}`);
    }
    expect(found.slice(0, 10)).toEqual([]);
  });

  it('holds eight measures of every one of 153 authorities', () => {
    expect(briefs.size).toBe(153);
    for (const { rows } of briefs.values()) expect(rows.map(({ slug }) => slug)).toEqual([...BRIEF_MEASURES]);
  });
});

describe('what else every brief says', () => {
  it('what stands out is what stands out on the authority’s page, in the same order, three at most', () => {
    for (const { key } of IN_BEING) {
      const { findings, beyond, tested } = briefs.get(key)!;
      const all = findingsOf(store, areaOf(key));
      expect([tested, beyond, findings.length]).toEqual([
        all.tested,
        all.beyond.length,
        Math.min(3, all.beyond.length)
      ]);
      findings.forEach(({ head, figures }, i) => {
        const finding = all.beyond[i]!;
        const [first, second] = [...figures.matchAll(/[\d,]+\.\d/g)].map(([figure]) => figure);
        const column = columnOf(measureOf(finding.slug));
        const at = (period: string, who = key) => commas(numberAt(column, who, period) ?? NaN, 1);
        const { period } = finding;
        const from = String(Number(period) - 4);
        const should = {
          england: [at(period), at(period, ENGLAND)],
          trend: [at(from), at(period)],
          'since 2008': [at(period), at('2008')]
        }[finding.kind];
        expect([key, head, first, second]).toEqual([key, head, ...should]);
        const years = [...figures.matchAll(/\b(20\d\d)\b/g)].map(([year]) => year);
        expect(years).toEqual(
          { england: [period], trend: [from, period], 'since 2008': [period, '2008'] }[finding.kind]
        );
        expect(head).toContain(finding.way);
      });
    }
  });

  it('cautions are of the authority itself', () => {
    const rows = table('local_authorities');
    const notes = table('data_notes');
    const straight = (text: string): string => text.replaceAll('’', "'");
    for (const { key, prose } of IN_BEING) {
      const { cautions } = briefs.get(key)!;
      expect(cautions.length).toBeGreaterThanOrEqual(2);
      const said = cautions.join('\n');
      const start = rows
        .filter((row) => row.old_la_code === key)
        .map((row) => row.start!)
        .sort()[0]!;
      const isYoung = start > '2009-03-31';
      expect([key, /began on/.test(said)]).toEqual([key, start > '2005']);
      expect([key, said.includes('rounded to the nearest 5')]).toEqual([key, !isYoung]);
      for (const [, years, text] of said.matchAll(/^(?:[A-Z][^,\n]*, )?(\d{4}(?: to \d{4})?): (.*)$/gm)) {
        const [first, last = first] = years!.split(' to ');
        const own = notes.filter((row) => row.old_la_code === key && row.note === straight(text!));
        const graded = /^The Department itself graded/.test(text!);
        expect([
          key,
          text,
          graded || own.some((row) => row.first_period === first && row.last_period === last)
        ]).toEqual([key, text, true]);
      }
      const few = /there (?:was|were) (\d+) (.*?): one family/.exec(said);
      if (few) {
        const column = /looked after/.test(few[2]!)
          ? { file: 'children_looked_after', column: 'looked_after_31_march' }
          : { file: 'child_protection_plans', column: 'on_plan_31_march' };
        expect([key, Number(few[1])]).toEqual([key, numberAt(column, key, yearOf(column, key)!)]);
      }
      if (TOO_SMALL.includes(key)) expect(straight(said).toLowerCase()).toContain(`${prose.toLowerCase()} has so few`);
    }
    expect(briefs.get('204')!.cautions.join(' ')).toContain('2021 to 2022: Hackney could not return the census');
    expect(briefs.get('942')!.cautions.join(' ')).toContain('Cumberland began on 1 April 2023.');
  });

  it('names the publications that the newest figures came from', () => {
    const titles = new Map(table('sources').map(({ source, title }) => [source!, title!.replaceAll("'", '’')]));
    const lineage = table('lineage');
    for (const { key } of IN_BEING) {
      const newest = briefs.get(key)!.sources[0]!;
      for (const slug of BRIEF_MEASURES) {
        const column = columnOf(measureOf(slug));
        const year = yearOf(column, key)!;
        if (numberAt(column, key, year) === undefined) continue;
        const count = column.column.replace(/_rate$/, '');
        const of = lineage.filter(
          (row) =>
            row.data_set === column.file &&
            [column.column, column.file === 'social_work_workforce' ? column.column : count].includes(row.indicator!) &&
            row.geographic_level === 'Local authority' &&
            row.first_period! <= year &&
            year <= row.last_period! &&
            row.source !== 'derived'
        );
        expect([slug, of.length > 0]).toEqual([slug, true]);
        for (const row of of) {
          const start = titles.get(row.source!)!.split(/:| \(/)[0]!;
          expect([key, slug, newest.includes(start)]).toEqual([key, slug, true]);
        }
      }
    }
  });
});
