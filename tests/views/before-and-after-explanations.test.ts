import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { explanations, wouldTellApart } from '../../src/routes/before-and-after/other-explanations/explanations.ts';
import { explanationFacts } from '../../src/routes/before-and-after/other-explanations/facts.ts';
import { readArticle } from './article.ts';
import { cells, comparable, table } from './raw.ts';

const commas = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',');
const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)}%`;

const count = (file: string, column: string, period: string, area = 'E92000001'): number =>
  Number(cells({ file, column }, area).find((cell) => cell.period === period)!.text);

const stock = (year: string, area?: string) => count('children_looked_after', 'looked_after_31_march', year, area);
const starts = (year: string) => count('children_looked_after', 'started', year);
const plans = (year: string) => count('child_protection_plans', 'on_plan_31_march', year);
const applied = (month: string) => count('care_applications_by_month', 'applications', month);
const need = (category: string) =>
  Number(
    table('children_starting_to_be_looked_after_by_need').find(
      (row) => row.time_period === '2011' && row.category_of_need === category
    )!.started
  );

const cheshire = { before: ['875', '820'], after: ['895', '896', '822', '823'] };
const sum = (year: string, codes: string[]) => codes.reduce((total, code) => total + stock(year, code), 0);
const [before, after] = [sum('2009', cheshire.before), sum('2010', cheshire.after)];

/** How many years in a row the number looked after rose from March 2008 on. */
let rises = 0;
while (stock(String(2009 + rises)) > stock(String(2008 + rises))) rises++;

const facts = explanationFacts();
const told = Object.fromEntries(explanations(facts).map((each) => [each.key, each]));

/** The numbers that each text must tell, with the words around them. */
const WANTED: Record<string, { speaksFor: string[]; speaksAgainst: string[] }> = {
  source: {
    speaksFor: [`to March 2009 (${commas(plans('2009'))})`, `from March 2010 (${commas(plans('2010'))})`],
    speaksAgainst: [
      `March 2008 (${commas(plans('2008'))}) to March 2009 (${commas(plans('2009'))})`,
      `${commas(plans('2009') - plans('2008'))} more, or ${percent(plans('2009') - plans('2008'), plans('2008'))}`,
      `from March 2009 (${commas(stock('2009'))}) to March 2010 (${commas(stock('2010'))})`
    ]
  },
  registers: {
    speaksFor: [
      `March 2007 (${commas(plans('2007'))}) and March 2009 (${commas(plans('2009'))})`,
      `from ${commas(plans('2005'))} in March 2005 to ${commas(plans('2007'))} in March 2007`
    ],
    speaksAgainst: [
      `year to March 2009 (${commas(plans('2009') - plans('2008'))})`,
      `year before (${commas(plans('2008') - plans('2007'))})`
    ]
  },
  reorganisation: {
    speaksFor: [
      `had ${commas(before)} children looked after in March 2009`,
      `those that came after them ${commas(after)} in March 2010`
    ],
    speaksAgainst: [
      `${commas(after - before)} more, or ${percent(after - before, before)}`,
      `${commas(stock('2010') - stock('2009'))} more, or ${percent(stock('2010') - stock('2009'), stock('2009'))}`,
      `${percent(after - before, stock('2010') - stock('2009'))} of England’s rise`,
      'winter of 2008–09'
    ]
  },
  'public-law-outline': {
    speaksFor: [
      `${applied('2008-03')} in March 2008, ${applied('2008-04')} in April and ${applied('2008-05')} in May`,
      `In June they were ${applied('2008-06')}, against ${applied('2007-06')} in June 2007`
    ],
    speaksAgainst: [
      `December 2008 (${applied('2008-12')}) was above December 2007 (${applied('2007-12')})`,
      `June 2009 (${applied('2009-06')}) above June 2007 (${applied('2007-06')})`
    ]
  },
  fees: {
    speaksFor: [`${applied('2008-05')} in May 2008 and ${applied('2008-06')} in June`],
    speaksAgainst: [
      `in April (${applied('2008-04')})`,
      `from ${applied('2008-10')} in October 2008 to ${applied('2009-03')} in March 2009`
    ]
  },
  recession: {
    speaksFor: [
      `${commas(starts('2008'))} in the year to March 2008, ${commas(starts('2009'))} in the next and ${commas(starts('2010'))} in the one after`,
      `${commas(need('Family in acute stress'))} were recorded as from families in acute stress (${percent(need('Family in acute stress'), starts('2011'))})`
    ],
    speaksAgainst: [
      `${applied('2008-10')} in October 2008, ${applied('2008-11')} in November and ${applied('2008-12')} in December`,
      `${need('Low income')} of the children starting in the year to March 2011 (${percent(need('Low income'), starts('2011'))})`
    ]
  },
  'fall-before': {
    speaksFor: [
      `from ${commas(stock('2004'))} in March 2004 to ${commas(stock('2008'))} in March 2008`,
      `from ${commas(starts('2004'))} to ${commas(starts('2008'))}`,
      `The ${commas(stock('2009'))} of March 2009`,
      `${commas(starts('2000'))} in the year to March 2000`,
      `against ${commas(starts('2010'))} in the year to March 2010`
    ],
    speaksAgainst: [`By March 2010 there were ${commas(stock('2010'))}`, `in each of the ${rises} years after`]
  }
};

/** A text without what is accounted for and without years: no other number may be left. */
const rest = (text: string, accounted: string[]): string => {
  let left = text;
  for (const part of accounted) {
    expect(text).toContain(part);
    left = left.replace(part, '');
  }
  return left.replace(/\b(19|20)\d\d\b/g, '');
};

describe('the other explanations', () => {
  it('are all there, each with a date and a direction', () => {
    expect(Object.keys(told).sort()).toEqual(Object.keys(WANTED).sort());
    for (const { when, direction } of Object.values(told)) {
      expect(when).toMatch(/\b20\d\d\b/);
      expect(direction).toMatch(/^(Up|Down|Either way), .*\.|^Down in care applications/);
    }
  });

  for (const [key, wanted] of Object.entries(WANTED))
    it(`${key}: every number is that of the published tables, and there is no other`, () => {
      expect(rest(told[key]!.speaksFor, wanted.speaksFor)).not.toMatch(/\d/);
      expect(rest(told[key]!.speaksAgainst, wanted.speaksAgainst)).not.toMatch(/\d/);
    });

  it('have the dates of data/events.csv', () => {
    const event = (start: string) => table('events').find(({ id }) => id === start)!;
    expect(told['public-law-outline']!.when).toContain('1 April 2008');
    expect(event('public-law-outline').date).toBe('2008-04-01');
    expect(told.registers!.when).toBe('1 April 2008');
    expect(event('registers-end').date).toBe('2008-04-01');
    expect(told.fees!.when).toBe('May 2008, from £150 to as much as £4,825 a case');
    expect(event('court-fees-rise')).toMatchObject({ date: '2008-05' });
    expect(event('court-fees-rise').event).toContain('from £150 to as much as £4,825');
    expect(told.reorganisation!.when).toBe('1 April 2009');
  });

  it('name the councils of April 2009 as local_authorities.csv has them', () => {
    const begun = table('local_authorities').filter(({ start }) => start === '2009-04-01');
    const ended = table('local_authorities').filter(({ end }) => end === '2009-03-31');
    for (const { la_name } of begun) expect(told.reorganisation!.speaksFor).toContain(la_name);
    const codes = (rows: typeof begun) => rows.map(({ old_la_code }) => old_la_code!);
    expect(
      codes(ended)
        .filter((code) => !codes(begun).includes(code))
        .sort()
    ).toEqual([...cheshire.before].sort());
    expect(
      codes(begun)
        .filter((code) => !codes(ended).includes(code))
        .sort()
    ).toEqual([...cheshire.after].sort());
  });

  it('count no change across the seam of plans, and say so', () => {
    const column = { file: 'child_protection_plans', column: 'on_plan_31_march' };
    expect(comparable(column, 'E92000001', '2009', '2010')).toBe(false);
    expect(comparable(column, 'E92000001', '2008', '2009')).toBe(true);
    const all = Object.values(told)
      .map((each) => Object.values(each).join(' '))
      .join(' ');
    expect(all).not.toContain(commas(plans('2010') - plans('2009')));
    expect(told.source!.speaksFor).toContain('it is not counted as a change here');
  });

  it('say only what the figures bear out', () => {
    const years = Array.from({ length: 9 }, (_, i) => stock(String(2004 + i)));
    expect(years.slice(1, 5).every((each, i) => each < years[i]!)).toBe(true);
    expect(years.slice(5).every((each, i) => each > years[i + 4]!)).toBe(true);
    expect(told['fall-before']!.speaksAgainst).toContain(`to March ${2008 + rises}.`);
    for (const month of ['06', '11']) expect(applied(`2009-${month}`)).toBeGreaterThan(applied(`2007-${month}`));
    expect(table('care_applications_by_month').filter((row) => row.time_period === '2007')).toHaveLength(3);
  });

  it('end in statements that figures could bear out', () => {
    const statements = wouldTellApart(facts);
    expect(statements.length).toBeGreaterThan(4);
    for (const text of statements) expect(text).toMatch(/^If /);
    expect(rest(statements[0]!, [`the ${applied('2008-12')} of December 2008`])).not.toMatch(/\d/);
    expect(rest(statements[2]!, [`the ${commas(plans('2009'))} of March 2009`])).not.toMatch(/\d/);
    const autumn = `${applied('2008-08')} in August, ${applied('2008-09')} in September and ${applied('2008-10')} in October`;
    expect(rest(statements.at(-1)!, [autumn])).not.toMatch(/\d/);
    for (const text of [statements[1]!, ...statements.slice(3, -1)]) expect(rest(text, [])).not.toMatch(/\d/);
  });
});

describe('the words of these chapters', () => {
  it('no explanation is ruled out or found to be enough: our figures cannot tell them apart', () => {
    const all = [...Object.values(told).flatMap((each) => Object.values(each)), ...wouldTellApart(facts)].join(' ');
    expect(all).not.toMatch(/\b(explains?|needed to explain|would expect|we would say|not only a return)\b/);
    const page = readArticle()['other-explanations'].blocks.join(' ');
    expect(page).toContain('Our figures cannot tell the explanations apart.');
    expect(page).not.toMatch(/explains? (by itself|alone)/);
  });

  const article = readArticle();
  const read = (path: string) => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');
  const texts: Record<string, string> = {
    ...Object.fromEntries(
      ['documents', 'events', 'figures', 'positions', 'recommendations'].map((name) => [
        `seeds/${name}.csv`,
        read(`seeds/${name}.csv`)
      ])
    ),
    story: article.story.markup,
    documents: article.documents.markup,
    timeline: article.timeline.markup,
    'other explanations': article['other-explanations'].markup
  };

  for (const [name, text] of Object.entries(texts))
    it(`${name}: no cause is claimed and nobody is ranked`, () => {
      expect(text).not.toMatch(/because of|\bcaused\b|\bdue to\b|\bthanks to\b|\bas a result\b|\bowing to\b/i);
      expect(text).not.toMatch(/league table|\bkids\b|\bin care\b(?! applications| cases)|best council|worst/i);
    });
});
