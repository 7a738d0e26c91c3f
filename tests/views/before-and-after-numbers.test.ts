import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { describeArea } from '#lib/article/before-after-means.ts';
import { loadSection as loadCouncils } from '../../src/routes/before-and-after/councils/load-section.ts';
import { explanations, wouldTellApart } from '../../src/routes/before-and-after/other-explanations/explanations.ts';
import { explanationFacts } from '../../src/routes/before-and-after/other-explanations/facts.ts';
import { readArticle } from './article.ts';
import {
  CENTRE,
  ENGLAND_RATIO,
  allCouncils,
  at,
  councils,
  distance,
  fifths,
  percentOf,
  ranked,
  regions,
  signed,
  sumsOf,
  together,
  way,
  type Measure
} from './councils.ts';
import { places, table } from './raw.ts';
import { LOOKED_AFTER, SERIES, commas, modelOf, national, said, shown, type Key } from './segments.ts';

/*
 * Every number of the article's text, by another route than the code that writes it: raw CSVs, sums of counts, and least squares
 * in exact fractions. Each section has its claims, as the words must have them. A number in no claim fails the section.
 */

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

const monthly = (set: string, column: string) => {
  const rows = table(set);
  return (year: number, month: string): number =>
    Number(rows.find((row) => row.time_period === String(year) && row.time_identifier === month)![column]);
};
const applied = monthly('care_applications_by_month', 'applications');
const referred = monthly('referrals_by_month', 'referrals');

const events = [...table('events'), ...table('../seeds/events'), ...table('../seeds/documents')];
const stated = (id: string) => Number(table('../seeds/figures').find((row) => row.id === id)!.value);

const dated = (date: string): string => {
  const [year, month, day] = date.split('-');
  return [day && Number(day), month && MONTHS[Number(month) - 1], year].filter(Boolean).join(' ');
};
/** Days that may stand in the text: those of events and documents, the day of the counts, and what is said of the court's. */
const DAYS = new Set([...events.map(({ date }) => dated(date!)), '10 August 2009']);

/** A text without its dates, each of which must be known, and without years, which are the numbers of four digits without a comma. */
const undated = (text: string): string =>
  text
    .replace(new RegExp(`\\b\\d{1,2} (?:${MONTHS.join('|')})( \\d{4})?`, 'g'), (date) => {
      expect(date.startsWith('31 March') || DAYS.has(date), `the date ${date}`).toBe(true);
      return '';
    })
    .replace(/\b(?:19|20)\d\d(?:–(?:20)?\d\d)?\b(?![,.]\d)/g, '');

const article = readArticle();

/** Checks that each claim stands in the text of a section, and that no number is left once they are taken out. */
const check = (name: keyof typeof article, claims: string[]): void => {
  let text = article[name].blocks.join('\n');
  for (const claim of claims) expect(text, name).toContain(claim);
  for (const claim of [...claims].sort((a, b) => b.length - a.length)) text = text.replaceAll(claim, '');
  const left = undated(text)
    .split('\n')
    .filter((line) => /\d/.test(line));
  expect(left, `numbers of “${name}” that no claim has`).toEqual([]);
};

const TRANSITIONS = {
  connelly: [2004, 2014, 2009],
  rotherham: [2010, 2020, 2015],
  arthur: [2016, 2025, 2022]
} as const;
type Case = keyof typeof TRANSITIONS;
const models = new Map<string, ReturnType<typeof modelOf>>();
const model = (of: Case, key: Key) => {
  const id = `${of} ${key}`;
  const [from, to, transition] = TRANSITIONS[of];
  if (!models.has(id)) models.set(id, modelOf(key, from, to, transition));
  return models.get(id)!;
};

const NOUNS: Record<Key, string> = {
  'looked-after': 'were looked after',
  started: 'started to be looked after',
  ceased: 'ceased to be looked after',
  children: 'lived in England'
};
const TITLES: Record<Key, string> = {
  'looked-after': 'Children looked after at 31 March',
  started: 'Children starting to be looked after',
  ceased: 'Children ceasing to be looked after',
  children: 'All children aged 0 to 17: the control'
};
const isOfAYear = (key: Key) => key === 'started' || key === 'ceased';

/** Savin and White, Econometrica 45 (1977), 5%: by the number of years, for three regressors beside the constant. */
const LIMITS: Record<number, readonly [number, number]> = { 9: [0.4548, 2.1282], 10: [0.5253, 2.0163] };

/** What a section must say of a model: two years, the sum of a count of a year, and how the lines fit. */
const ofModel = (of: Case, key: Key): string[] => {
  const [from, to, transition] = TRANSITIONS[of];
  const fitted = model(of, key);
  const { later, kept, values, fit } = fitted;
  const years = [later[0]!, later.at(-1)!].map((year) => {
    const gap = fitted.gap([year]);
    const when = isOfAYear(key)
      ? `In the year to 31 March ${year}`
      : key === 'children'
        ? `In the middle of ${year - 1}`
        : `On 31 March ${year}`;
    const { counted, expected, wide } = gap;
    const who = key === 'children' ? `${commas(counted)} children` : `${counted.toFixed(1)} of every 10,000 children`;
    return `${when}, ${who} ${NOUNS[key]}. On the ${from}–${transition - 1} trend it would have been ${shown(expected, key)} (${shown(expected - wide, key)} to ${shown(expected + wide, key)}). That is ${said(gap, key)}.`;
  });
  const sum = `Over the ${later.length === 5 ? 'five' : 'three'} years to March ${to} together (from the year to March ${later[0]}), that is ${said(fitted.gap(later), key)}`;
  const mean = values.reduce((total, value) => total + value, 0) / values.length;
  const squares = fit.residuals.reduce((total, each) => total + each ** 2, 0);
  const about = values.reduce((total, value) => total + (value - mean) ** 2, 0);
  const neighbours = fit.residuals.slice(1).map((each, i) => [each, fit.residuals[i]!] as const);
  const watson = neighbours.reduce((total, [a, b]) => total + (a - b) ** 2, 0) / squares;
  const [lower, upper] = LIMITS[kept.length]!;
  expect(watson).toBeGreaterThan(lower);
  const isOpen = watson < upper;
  const statistic = `Durbin–Watson ${watson.toFixed(2)}`;
  const ends = [lower, upper].map((each) => each.toFixed(2));
  const likeness = neighbours.reduce((total, [a, b]) => total + a * b, 0) / squares;
  return [
    ...years,
    ...(isOfAYear(key) ? [sum] : []),
    ...(isOpen
      ? [
          `the test cannot tell (${statistic}, undecided from ${ends.join(' to ')}). If they do, the range is too narrow.`
        ]
      : []),
    `${TITLES[key]}: ${kept.length} years, ${kept.length - 4} degrees of freedom. Years scatter about the lines by ${key === 'children' ? shown(Math.sqrt(fit.variance), key) : Math.sqrt(fit.variance).toFixed(2)} (standard deviation). R² ${(1 - squares / about).toFixed(3)}; correlation of neighbouring years ${likeness.toFixed(2).replace('-', '−')}. ${statistic}, undecided between ${ends.join(' and ')}: ${isOpen ? 'the test cannot tell whether' : 'no sign that'} neighbouring years go together.`
  ];
};

const tally = (all: number[]) => {
  const [up, down] = [all.filter((each) => each > 0).length, all.filter((each) => each < 0).length];
  return { up, down, none: all.length - up - down, of: all.length };
};
/** Starts of one year against another, the earlier rounded to 5 and the later exact. */
const starts = tally(
  [...councils.keys()].flatMap((code) => {
    const [before, after] = [at(code, 2008, 'started'), at(code, 2010, 'started')];
    if (before === undefined || after === undefined) return [];
    return [Math.abs(after - before) > 2 ? after - before : 0];
  })
);

it('the story', () => {
  const { 'looked-after': stock, started, ceased } = SERIES;
  let rose = 0;
  while (stock.get(2009 + rose)! > stock.get(2008 + rose)!) rose++;
  const [first, last] = [Math.min(...stock.keys()), Math.max(...stock.keys())];
  const rates = national('looked_after_31_march_rate');
  const rate = (year: number) => rates.get(year)!.toFixed(1);
  const plans = national('on_plan_31_march', table('child_protection_plans'));
  const of = (series: Map<number, number>, year: number) => commas(series.get(year)!);
  const more = (series: Map<number, number>, from: number, to: number) =>
    ((series.get(to)! / series.get(from)! - 1) * 100).toFixed(1);
  const three = (years: number[]) =>
    ['June', 'November', 'December'].reduce((sum, month, i) => sum + applied(years[i]!, month), 0);
  const [base, after] = [three([2007, 2007, 2007]), three([2009, 2008, 2008])];
  const line = modelOf('looked-after', 2004, 2014, 2009);
  const [gap2010, gap2014] = [line.gap([2010]), line.gap([2014])];
  const range = ({ difference, wide }: typeof gap2010) =>
    `${(difference - wide).toFixed(1)} to ${(difference + wide).toFixed(1)}`;
  const from1994 = modelOf('looked-after', 1994, 2014, 2009, false, stock).gap([2014]).difference;
  const three2008 = [...councils.keys()].flatMap((code) => sumsOf(code, 'started') ?? []);
  const outside = ranked.filter((code) => Math.abs(distance(sumsOf(code, 'started')!)) > 1.959964);
  const haringey = sumsOf('309', 'started')!;
  const fifth = (i: number) => signed(percentOf(together(fifths[i]!.map((code) => sumsOf(code, 'started')!))));
  const [autumn, spring] = [
    ['October', 'November', 'December'].map((month) => applied(2008, month)),
    ['March', 'April', 'May', 'June'].map((month) => applied(2008, month))
  ] as [number[], number[]];
  check('story', [
    `There were ${autumn[0]} in October 2008, ${autumn[1]} in November, the month of the verdicts, and ${autumn[2]} in December.`,
    `came out, there were ${applied(2009, 'March')}.`,
    `In June 2007 there were ${applied(2007, 'June')}; in June 2008, after a new court procedure and higher court fees, ${spring[3]}.`,
    `came to ${commas(base)} in 2007, and to ${commas(after)} in the year that began with the verdicts. That is ${Math.round((after / base - 1) * 100)}% more.`,
    'From 10 to 20 November there were 292 in 2007 and 369 in 2008',
    'Peter was 17 months old when he died on 3 August 2007',
    'the verdicts of 11 November 2008, 15 months after his death',
    `then it grew for ${rose} years`,
    `Children looked after at 31 March, per 10,000 children, England, 2001 to ${last}`,
    `On 31 March 2008, ${rate(2008)} in every 10,000 children in England were looked after. Two years later it was ${rate(2010)}, and on 31 March ${last} it was ${rate(last)}.`,
    `It rose in each of the ${rose} that followed, to March ${2008 + rose}.`,
    `A rise of ${rose} years`,
    `In the year to March 2008, ${of(started, 2008)} started and ${of(ceased, 2008)} ceased. Two years later ${of(started, 2010)} started, ${more(started, 2008, 2010)}% more. Only ${more(ceased, 2008, 2010)}% more ceased: ${of(ceased, 2010)}.`,
    'rounded to 10,',
    `from ${of(started, 2004)} in the year to March 2004`,
    `${commas(started.get(2009)! - ceased.get(2009)!)} against ${commas(stock.get(2009)! - stock.get(2008)!)} in the year to March 2009`,
    'Children looked after per 10,000 children, England, and the line of 2004 to 2008 continued',
    `On the 2004–2008 trend, ${gap2010.expected.toFixed(1)} in every 10,000 children would have been looked after on 31 March 2010. In fact ${gap2010.counted.toFixed(1)} were: ${gap2010.difference.toFixed(1)} more (${range(gap2010)} more). By 2014 it was ${gap2014.difference.toFixed(1)} more (${range(gap2014)}).`,
    `Begun in 2001, it leaves ${modelOf('looked-after', 2001, 2014, 2009).gap([2014]).difference.toFixed(1)} more in 2014.`,
    `it leaves ${Math.round(-from1994 / 10) * 10} fewer than expected`,
    // The record on other dates: RECORD has it from R.
    'The 95% band should leave 5% of later years outside. On other dates, when nothing need have happened, it leaves 51% outside.',
    'On other dates 57% of its later years are outside too.',
    `was higher in ${starts.up} of ${starts.of} councils. In ${starts.down} it was lower, and in ${starts.none} the difference was within rounding.`,
    `it was higher in ${tally(three2008.map(way)).up} of ${three2008.length}.`,
    `the yearly mean was ${Math.round(haringey.before / 3)} and then ${Math.round(haringey.after / 3)} (${signed(percentOf(haringey))}). For all councils together the change was ${signed(percentOf(allCouncils('started')))}, for the least deprived fifth of them ${fifth(0)} and for the most deprived ${fifth(4)}.`,
    `about ${Math.round(ranked.length / 20)} of ${ranked.length} would lie outside the 95% limits; ${outside.length} do.`,
    'counts to 2009 are rounded to 5',
    `On 31 March 2008, ${of(plans, 2008)} children were subject of a plan, and a year later ${of(plans, 2009)}: ${more(plans, 2008, 2009)}% more`,
    `a new census counted ${of(plans, 2010)} on 31 March 2010`,
    `Of the ${commas(plans.get(2010)! - plans.get(2009)!)} more, anything from none to all can be real`,
    `Children looked after at 31 March, England, ${first} to ${last}, with three cases`,
    `near the ${autumn[2]} of December 2008`,
    `about the ${of(plans, 2009)} of March 2009`,
    `We have ${applied(2008, 'August')} in August, ${applied(2008, 'September')} in September and ${autumn[0]} in October`
  ]);
  expect(outside).not.toContain('309');
  expect(Math.min(...rates.keys())).toBe(2001);

  const rows = article.story.tables.find(({ caption }) => caption.startsWith('Other explanations'))!.rows.slice(1);
  expect(rows).toHaveLength(article['other-explanations'].blocks.filter((text) => text === 'When').length);
  const split = [2009, 2010].map((year, i) =>
    (i ? ['822', '823', '895', '896'] : ['820', '875']).reduce(
      (sum, code) => sum + at(code, year, 'looked_after_31_march')!,
      0
    )
  ) as [number, number];
  const told = [
    `from ${spring[0]} in March 2008 to ${spring[1]} in April`,
    `December 2008 (${autumn[2]}) was far above December 2007 (${applied(2007, 'December')})`,
    `${spring[2]} in May 2008 and ${spring[3]} in June`,
    `while the fees stood: ${applied(2009, 'March')} in March 2009`,
    `${of(stock, 2004)} were looked after in March 2004 and ${of(stock, 2008)} in March 2008`,
    `By March 2010 there were ${of(stock, 2010)}, more than in 2004`,
    `(${of(plans, 2005)} in 2005, ${of(plans, 2007)} in 2007)`,
    `${of(started, 2008)} children started to be looked after in the year to March 2008, ${of(started, 2010)} two years later`,
    `about ${split[1] - split[0]} more children`,
    `${(((split[1] - split[0]) / (stock.get(2010)! - stock.get(2009)!)) * 100).toFixed(1)}% of England’s rise`,
    `${of(stock, 2009)} in 2009, ${of(stock, 2010)} in 2010`
  ];
  let left = rows.map((row) => row.join(' ')).join('\n');
  for (const claim of told) {
    expect(left).toContain(claim);
    left = left.replace(claim, '');
  }
  expect(undated(left.replace('1 April 2009', ''))).not.toMatch(/\d/);
});

describe('the documents and the timeline', () => {
  const rows = table('../seeds/recommendations');
  const positions = table('../seeds/positions');

  /** What a sentence of the timeline has, and the event that has the number too. */
  const TOLD: [words: string, number: string, event: string][] = [
    ['section 47 enquiries', 'section 47', 'cpr3-begins'],
    ['died, aged 17 months', '17 months', 'peter-dies'],
    ['from £150 to as much as £4,825', 'from £150 to as much as £4,825', 'court-fees-rise'],
    ['accepted all 58 of its recommendations', 'all 58 recommendations', 'laming-report'],
    ['called CPR3', 'CPR3', 'cpr3-ends'],
    ['£58 million', '£58 million', 'action-plan'],
    ['a limit of 26 weeks', '26-week', 'children-families-act-2014'],
    ['(section 20)', 'section 20', 'section-20-ruling'],
    ['COVID-19', 'COVID-19', 'pandemic'],
    ['about 99,000 fewer', 'about 99,000 fewer', 'pandemic'],
    ['each of the 58 recommendations', 'each of the 58 recommendations', 'government-first-response']
  ];

  it('has the numbers of the events, of the documents and of Telford and Wrekin', () => {
    for (const [, number, id] of TOLD) expect(events.find((row) => row.id === id)!.event, id).toContain(number);
    check('timeline', [
      ...TOLD.map(([words]) => words),
      'From the Children Act 1989 to today',
      ...article.timeline.blocks.filter((text) => /^[^.]*: \d+ events$/.test(text))
    ]);
    const themes = rows.filter(({ id }) => id!.startsWith('theme-')).length;
    const answered = rows.filter((row) => row.government_answer).length;
    const voices = (is: (row: Record<string, string>) => boolean) =>
      new Set(positions.filter(is).map(({ who, organisation }) => `${who}|${organisation}`)).size;
    const ofReport = (stance: string) => voices((row) => row.about === 'report' && row.stance === stance);
    const [welcomed, mixed, criticised] = [ofReport('welcomed'), ofReport('mixed'), ofReport('criticised')];
    const other = voices((row) => row.about !== 'report');
    const own = (year: number) => at('894', year, 'looked_after_31_march')!;
    const [autumn, spring] = ['november-2008', 'may-2009'].map((month) =>
      stated(`telford-wrekin-looked-after-${month}`)
    ) as [number, number];
    const all = stated('laming-recommendations');
    expect(stated('laming-recommendations-accepted')).toBe(all);
    // Radio buttons and what is said of each choice: their counts are those of before-and-after-documents.test.ts.
    const choices = article.documents.blocks.flatMap(
      (text) => / \(\d+\)$| rows(?: of 34)? are shown/.exec(text)?.input ?? []
    );
    expect(choices).toHaveLength(1 + 7 + 1 + 7 + 4);
    for (const text of [`All (${rows.length})`, `All ${rows.length} rows are shown.`]) expect(choices).toContain(text);
    check('documents', [
      ...choices,
      `made ${all} recommendations, and the Government accepted all of them`,
      `${rows.length - themes} things that it asked for and eight further themes. To ${answered} of these ${rows.length} the documents`,
      `${welcomed} people or bodies welcomed the report`,
      `counts ${autumn} children looked after by Telford and Wrekin in mid-November 2008`,
      `At the end of May 2009 it counts ${spring}: ${spring - autumn} more, or ${((spring / autumn - 1) * 100).toFixed(1)}%, in six and a half months`,
      `it had ${own(2008)} children looked after in 2008, ${own(2009)} in 2009 and ${own(2010)} in 2010`,
      `lower than that of March 2008 by ${own(2008) - autumn}, a little more than rounding explains: counts to 2009 are rounded to 5.`,
      `from ${own(2006)} on 31 March 2006 to ${own(2008)} on 31 March 2008`,
      `an average increase of ${stated('telford-wrekin-looked-after-increase').toFixed(1)}% since 2005`,
      `from then to March 2009 the number rose by ${((own(2009) / own(2006) - 1) * 100).toFixed(1)}%`,
      ...['4Children'].filter((name) => positions.some(({ organisation }) => organisation!.includes(name)))
    ]);
    for (const [heading, count] of [
      ['Welcomed the report', welcomed],
      ['Spoke for parts of it, or with doubts', mixed],
      ['Criticised the report', criticised],
      ['Spoke of something else: the Government, the debate, earlier reforms, or services', other]
    ])
      expect(article.documents.blocks).toContain(`${heading} (${count})`);
  });

  it('counts the folded events as they stand in the list', () => {
    const held = table('events').map(({ date }) => date!);
    const folded = article.timeline.blocks.flatMap((text) => /: (\d+) events$/.exec(text)?.[1] ?? []).map(Number);
    const shown = held.length + table('../seeds/events').filter((row) => !row.same_event).length;
    // No event of the documents is later than 2009.
    expect(folded[2]).toBe(held.filter((date) => date > '2010-12-31').length);
    expect(folded.reduce((sum, each) => sum + each, 0)).toBeLessThan(shown);
    expect(article.timeline.blocks.filter((text) => DAYS.has(text) || /^(\w+ )?\d{4}$/.test(text))).toHaveLength(shown);
  });
});

it('month by month', () => {
  const rows = table('care_applications_by_month').filter((row) => /^\d+$/.test(row.applications!));
  const sum = (of: typeof applied, year: number, months: string[]) =>
    months.reduce((total, month) => total + of(year, month), 0);
  const base = sum(applied, 2007, ['June', 'November', 'December']);
  const after = sum(applied, 2008, ['November', 'December']) + applied(2009, 'June');
  const later = (year: number, then: number, months: string[], between: (other: string) => string): string => {
    const [a, b] = [sum(referred, year, months), sum(referred, then, months)];
    const percent = Math.round((a / b - 1) * 100);
    const more = percent ? `${Math.abs(percent)}% ${percent > 0 ? 'more' : 'fewer'}` : 'about as many';
    return `${commas(a)} from ${months[0]} to ${months[2]} ${year}${between(commas(b))}${more}.`;
  };
  const jay = ['September', 'October', 'November'];
  const [a, b] = [sum(referred, 2014, jay), sum(referred, 2013, jay)];
  expect(Math.round((a / b - 1) * 100) || 0).toBe(0);
  const note = table('data_notes').find((row) => row.note!.includes('10 to 20 November'))!.note!;
  const [, before, then] = /there were (\d+) applications in 2007 and (\d+) in 2008/.exec(note)!;
  check('months', [
    `In October 2008 councils in England made ${applied(2008, 'October')} care applications.`,
    `they made ${applied(2008, 'November')}. In December they made ${applied(2008, 'December')},`,
    `the month of Lord Laming’s report, ${applied(2009, 'March')}.`,
    `${applied(2007, 'November')} in November 2007 and ${applied(2007, 'December')} in December 2007`,
    `said to be ${applied(2008, 'November') - applied(2007, 'November')} higher`,
    `In June 2007 there were ${applied(2007, 'June')};`,
    `higher court fees, ${applied(2008, 'June')}.`,
    'rises from £150 to as much as £4,825',
    'accepts all 58 recommendations',
    `there were ${commas(after)} care applications. In June, November and December 2007 there were ${commas(base)}. That is ${Math.round((after / base - 1) * 100)}% more.`,
    `From 10 to 20 November, councils made ${before} applications in 2007 and ${then} in 2008`,
    `We have ${rows.length} of the months from June 2007 to June 2019`,
    `${commas(a)} referrals from September to November 2014, against ${commas(b)} in those months of 2013: about as many.`,
    later(2020, 2019, ['April', 'May', 'June'], (other) => `, against ${other} in those months of 2019, which is `),
    later(
      2022,
      2019,
      ['January', 'February', 'March'],
      (other) => `. In those months of 2019, the last before the pandemic, there were ${other}: `
    )
  ]);
});

/** The record of the models on other dates, as R has it too (`tests/oracle/before-after.R`). */
const RECORD = [
  'If a 95% band were right, about 5 in 100 of the later years would fall outside it.',
  'On 22 dates, 1999 to 2020, the share outside was 51% for those looked after, 25% for those starting to be looked after and 48% for those ceasing to be looked after. So the bands are far too narrow',
  'For those starting to be looked after, all five later years are outside at 2003 and 2009 only.',
  'on 15 dates, 2006 to 2020. There the share outside was 47% for those looked after, 23% for those starting to be looked after and 45% for those ceasing to be looked after.'
];

it('year by year, the control among them', () => {
  const control = model('connelly', 'children').gap([2014]);
  const long = modelOf('looked-after', 1994, 2014, 2009, false, SERIES['looked-after']);
  const fewer = (year: number) => commas(Math.round(-long.gap([year]).difference / 10) * 10);
  const of = (file: string, column: string) => national(column, table(file));
  const [care, plans, need, referrals] = [
    of('children_looked_after', 'taken_into_care'),
    of('child_protection_plans', 'on_plan_31_march'),
    of('children_in_need', 'in_need_31_march'),
    of('referrals_and_assessments', 'referrals')
  ];
  const count = (series: Map<number, number>, year: number) => commas(series.get(year)!);
  expect(care.has(2009)).toBe(false);
  expect(article.years.blocks.join(' ')).toContain('Each model rests on five years before and five after');
  for (const key of Object.keys(SERIES) as Key[]) {
    const { kept, later } = model('connelly', key);
    expect([kept.length - later.length, later.length], key).toEqual([5, 5]);
  }
  expect(Math.min(...need.keys())).toBe(2010);
  const fall = [...SERIES['looked-after'].keys()].filter((year) => year >= 2005 && year <= 2008);
  for (const year of fall)
    expect(SERIES['looked-after'].get(year)!).toBeLessThan(SERIES['looked-after'].get(year - 1)!);
  check('years', [
    ...(['looked-after', 'started', 'ceased', 'children'] as const).flatMap((key) => ofModel('connelly', key)),
    TITLES.children,
    'one year’s figure 19 times in 20. On other dates it does not',
    ...RECORD,
    `In the middle of 2013 there were ${((control.difference / control.expected) * 100).toFixed(1)}% more children than on the earlier line.`,
    'Put about each of the 15 years from 2006 to 2020, the model has 57% of later years outside, where a 95% band promises 5%.',
    'rates for every 10,000 children',
    'England, 2004 to 2014, for every 10,000 children',
    'Its F statistic there is 4.3. In series as short as this one, chance alone takes the largest F past 9.2 once in 20 (past 8.6 in long series), so this is not more than chance.',
    `begun in 1994, the number looked after on 31 March 2010 is ${fewer(2010)} fewer than expected, and that of 31 March 2014 ${fewer(2014)} fewer. No range is given: neighbouring years go together about that line (Durbin–Watson 0.48).`,
    'the test of Durbin and Watson at the 5% level',
    'Of the 5,000, anything from none to all can be real.',
    'the bar at March 2010, and not as a line: from 34,100 to 39,100.',
    `${count(care, 2008)} children were taken into care in the year to 31 March 2008 and ${count(care, 2010)} in the year to 31 March 2010`,
    `${count(plans, 2008)} children were subject of a plan; on 31 March 2009, by the same return, ${count(plans, 2009)}`,
    `the census counted ${count(plans, 2010)} on 31 March 2010 and ${count(plans, 2014)} on 31 March 2014`,
    `begins on 31 March 2010, with ${count(need, 2010)}`,
    `It stood at ${count(need, 2012)} on 31 March 2012`,
    `fell from ${count(referrals, 2006)} in the year to 31 March 2006 to ${count(referrals, 2008)} in the year to 31 March 2008`,
    `were ${count(referrals, 2009)} in the year of the verdicts`,
    `from another source: ${count(referrals, 2010)} in the year to 31 March 2010`
  ]);
});

describe('councils', () => {
  const held = (measure: Measure) => [...councils.keys()].flatMap((code) => sumsOf(code, measure) ?? []);
  const distances = ranked.map((code) => distance(sumsOf(code, 'started')!));
  const beyond = (limit: number) => tally(distances.map((each) => (Math.abs(each) > limit ? each : 0)));
  const change = (key: string, level: 'Regional' | 'Local authority' = 'Regional') =>
    percentOf(sumsOf(key, 'started', level)!);

  const sides = (noun: string, measure: Measure): string => {
    const { up, down, none, of } = tally(held(measure).map(way));
    return `${noun}: higher in ${up} of ${of} councils, no change beyond rounding in ${none}, lower in ${down}.`;
  };

  const HALVES = ['E13000001', 'E13000002'];
  const ordered = [...regions.keys()]
    .filter((key) => sumsOf(key, 'started', 'Regional') && !HALVES.includes(key))
    .sort((a, b) => change(b) - change(a));
  /** Those whose range, by rounding, touches that of one of them. */
  const level = (one: string): string => {
    const ends = (key: string) => {
      const { least, most } = sumsOf(key, 'started', 'Regional')!;
      return [least.after / most.before, most.after / least.before] as const;
    };
    return ordered
      .filter((key) => ends(key)[0] <= ends(one)[1] && ends(key)[1] >= ends(one)[0])
      .map((key) => `${places.get(key)!.prose} (${signed(change(key))})`)
      .join(' and ');
  };

  it('has every count, share and limit worked out', () => {
    const asylum = (code: string, year: number) => at(code, year, 'asylum_seeking_31_march')!;
    const falls = ranked.slice(-8).reverse();
    const moved = (is: (by: number) => boolean) =>
      falls
        .filter((code) => is(asylum(code, 2010) - asylum(code, 2006)))
        .map((code) => `in ${councils.get(code)} from ${asylum(code, 2006)} to ${asylum(code, 2010)}`);
    const own = (year: number, column = 'looked_after_31_march') => at('309', year, column)!;
    const without = (year: number) => own(year) - asylum('309', year);
    const haringey = sumsOf('309', 'started')!;
    const london = sumsOf('E12000007', 'started', 'Regional')!;
    const tenth = (a: number, b: number) => `+${((a / b - 1) * 100).toFixed(1)}%`;
    const groups = fifths.map((codes) => signed(percentOf(together(codes.map((code) => sumsOf(code, 'started')!)))));
    const [near, far] = [beyond(1.959964), beyond(3.090232)];
    const england = (ENGLAND_RATIO - 1) * 100;
    const missing = [...councils.keys()].filter((code) => !sumsOf(code, 'started'));
    expect(Math.abs(distance(haringey))).toBeLessThan(1.96);
    expect(own(2011)).toBe(Math.max(...[2006, 2007, 2008, 2009, 2010, 2011, 2012].map((year) => own(year))));
    check('councils', [
      `was higher in ${starts.up} of the ${starts.of} councils with both figures. It was lower in ${starts.down}, and in ${starts.none} the difference was within rounding.`,
      'the figure for 2008 is rounded to 5, so the true one may be up to 2 children away, and that for 2010 is exact. Only a difference of more than 2 counts as higher or lower.',
      'Index, 2008 = 100',
      `was ${Math.round(haringey.before / 3)} in 2006–2008 and ${Math.round(haringey.after / 3)} in 2010–2012: higher (${signed(percentOf(haringey))}; all councils together ${signed(percentOf(allCouncils('started')))})`,
      'That is within the 95% limits around the change of all councils together: similar.',
      sides('Children looked after at 31 March', 'looked-after'),
      sides('Children starting to be looked after in a year', 'started'),
      sides('Children ceasing to be looked after in a year', 'ceased'),
      `All ${councils.size} councils, in order of the change in starts`,
      `All ${councils.size} councils: the mean of the years to March 2006, 2007 and 2008, and that of 2010, 2011 and 2012.`,
      `Figures to 2009 are rounded to 5; changes within rounding are shown as no change.`,
      `For ${missing.length} councils the six years of starts are not all there`,
      `In the ${ranked.length} councils with all six years, added up, starts in the three years after were ${percentOf(allCouncils('started')).toFixed(1)}% higher than in the three before. That sum is what each is compared with, and not England’s +${england.toFixed(1)}%: councils’ starts`,
      `about 1 in 20 would lie outside the 95% limits: some ${Math.round(ranked.length / 20)} of ${ranked.length}. In fact ${near.up + near.down} do, ${near.up} above and ${near.down} below.`,
      `Outside the 99.8% limits, where chance alone would hardly put one, there are ${far.up + far.down}.`,
      `${moved((by) => by <= -50).join(', ')}. Not all do: ${moved((by) => by >= 50).join(' and ')}.`,
      `looked after ${own(2006)} children on 31 March 2006 and ${own(2008)} on 31 March 2008. Of that fall of about ${own(2006) - own(2008)}, about ${asylum('309', 2006) - asylum('309', 2008)} was in unaccompanied asylum-seeking children (${asylum('309', 2006)}, then ${asylum('309', 2008)}). Without them the numbers are ${without(2006)} and ${without(2008)}.`,
      `: ${own(2010)} on 31 March 2010, or ${without(2010)} without them. Starts were ${own(2008, 'started')} in the year to March 2008, ${own(2010, 'started')} in the year to March 2010 and ${own(2012, 'started')} in the year to March 2012.`,
      `highest on 31 March 2011, at ${own(2011)}.`,
      'Figures to 2009 are rounded to 5, as is the number of asylum-seeking children in 2010',
      `highest in ${level(ordered[0]!)}, and lowest in ${level(ordered.at(-1)!)}. Rounding, of counts of regions to 10,`,
      'are held back: from 1 to 5 children a year',
      `London’s starts changed by between ${tenth(london.least.after, london.most.before)} and ${tenth(london.most.after, london.least.before)}.`,
      `changed by ${groups[0]} in the fifth of councils that are least deprived and by ${groups[4]} in the most deprived`,
      `From the least to the most deprived fifth: ${groups.slice(0, 4).join(', ')} and ${groups[4]}.`
    ]);
    for (const code of missing)
      expect(article.councils.blocks.join('\n')).toMatch(new RegExp(`${councils.get(code)} \\((figures|a figure) `));
  });

  it('puts about as many councils outside when chance is taken another way', () => {
    // Given both counts together, the later one is binomial with the share R / (1 + R); no logarithm comes into it.
    const share = CENTRE / (1 + CENTRE);
    const outside = ranked.filter((code) => {
      const { after, least, most } = sumsOf(code, 'started')!;
      const z = (b: number) => (after - (after + b) * share) / Math.sqrt((after + b) * share * (1 - share));
      return z(most.before) > 1.96 || z(least.before) < -1.96;
    });
    const { up, down } = beyond(1.959964);
    expect(Math.abs(outside.length - up - down)).toBeLessThanOrEqual(3);
  });

  it('says truly which figure London lacks, and that the regions add up', () => {
    const inLondon = LOOKED_AFTER.filter(
      (row) =>
        row.geographic_level === 'Local authority' &&
        ['2011', '2012'].includes(row.time_period!) &&
        /^E1300000[12]$/.test(row.region_code!) &&
        !/^\d+$/.test(row.started!)
    );
    expect(inLondon.map((row) => `${row.la_name} ${row.time_period}`).sort()).toEqual([
      'City of London 2011',
      'City of London 2012'
    ]);
    // Whatever the City's figures are, London stays where it is put.
    expect(ordered.at(-1)).toBe('E12000007');
    expect(way(sumsOf('E12000007', 'started', 'Regional')!)).toBe(1);
    for (const half of HALVES) expect(signed(change(half)), half).toBe('+3%');
    for (const year of [2011, 2012]) expect(at('E12000007', year, 'started', 'Regional')).toBeUndefined();
    expect(at('E12000007', 2010, 'started', 'Regional')).toBeDefined();
    // Another route to a region's change: the councils in it, where all of them have all six years.
    for (const key of ordered) {
      const members = new Map(
        LOOKED_AFTER.filter(
          (row) =>
            row.region_code === key && row.geographic_level === 'Local authority' && councils.has(row.old_la_code!)
        ).map((row) => [row.old_la_code!, sumsOf(row.old_la_code!, 'started')])
      );
      if (!members.size || [...members.values()].some((each) => !each)) continue;
      expect(Math.abs(percentOf(together([...members.values()] as never)) - change(key)), key).toBeLessThan(0.5);
    }
  });

  it('says the same of every council that a reader can pick, in each measure', () => {
    const { authorities, together: sums } = loadCouncils().picker;
    expect(authorities.map(({ key }) => key).sort()).toEqual([...councils.keys()].sort());
    for (const area of authorities)
      for (const measure of ['looked-after', 'started', 'ceased'] as const) {
        const [first, second] = describeArea(area, measure, sums[measure]);
        const own = sumsOf(area.key, measure);
        if (!own) {
          expect(first, area.name).toMatch(
            /cannot be compared: (figures (begin|end) in \d{4}|a figure is not published)/
          );
          continue;
        }
        const [before, after] = [own.before, own.after].map((sum) => commas(Math.round(sum / 3)));
        const moved = { '1': 'higher', '0': 'no difference beyond rounding', '-1': 'lower' }[String(way(own))];
        expect(first, area.name).toContain(
          `was ${before} in 2006–2008 and ${after} in 2010–2012: ${moved} (${signed(percentOf(own))}; all councils together ${signed(percentOf(allCouncils(measure)))}).`
        );
        if (measure !== 'started') continue;
        const by = Math.abs(distance(own));
        expect(second, area.name).toContain(
          by > 3.090232 ? '99.8% limits' : by > 1.959964 ? 'more than the 95% limits' : 'within the 95% limits'
        );
      }
  });

  it('parts councils by deprivation into groups as equal as can be', () => {
    expect(fifths.map((codes) => codes.length)).toEqual([29, 29, 29, 29, 28]);
    expect(new Set(fifths.flat()).size).toBe(ranked.length);
  });
});

it('what else was happening', () => {
  const facts = explanationFacts();
  // Every number of these is worked out in before-and-after-explanations.test.ts, which leaves none over.
  const worked = [
    ...explanations(facts).flatMap(({ speaksFor, speaksAgainst }) => [speaksFor, speaksAgainst]),
    ...wouldTellApart(facts)
  ];
  check('other-explanations', [...worked, 'from £150 to as much as £4,825 a case']);
});

it('and since', () => {
  const stock = (year: number) => commas(SERIES['looked-after'].get(year)!);
  const asylum = national('asylum_seeking_31_march');
  const peak = [...SERIES['looked-after']].reduce((most, each) => (each[1] > most[1] ? each : most));
  const SHOWN = ['looked-after', 'started', 'ceased'] as const;
  const stood = (of: Case): string => {
    const name = { 'looked-after': 'children looked after', started: 'starts', ceased: 'children ceasing' };
    const parts = SHOWN.map((key) => {
      const fitted = model(of, key);
      const gaps = fitted.later.map((year) => fitted.gap([year]));
      const above = gaps.filter(({ difference, wide }) => difference > wide).length;
      const below = gaps.filter(({ difference, wide }) => difference < -wide).length;
      const counts = [
        ['above', above],
        ['within', gaps.length - above - below],
        ['below', below]
      ] as const;
      return `${name[key]} ${counts
        .filter(([, count]) => count)
        .map(([where, count]) => `${where} in ${count}`)
        .join(', ')}`;
    });
    const { later } = model(of, 'started');
    return `Of the ${later.length} years to March ${later[0]} to ${later.at(-1)}, compared with the band of the earlier line: ${parts.join('; ')}.`;
  };
  check('since', [
    `from ${stock(1994)} on 31 March 1994 to ${stock(2004)} in 2004, and fell to ${stock(2008)} in 2008. It rose in each of the years after, to ${commas(peak[1])} in ${peak[0]}. On 31 March 2025 it was ${stock(2025)}.`,
    ...(['connelly', 'rotherham', 'arthur'] as const).map(stood),
    ...(['rotherham', 'arthur'] as const).flatMap((of) => SHOWN.flatMap((key) => ofModel(of, key))),
    'a 95% band should leave 5% of later years outside; it leaves 51% for children looked after, 25% for starts and 48% for children ceasing.',
    'England, 2010 to 2020, for every 10,000 children',
    'England, 2016 to 2025, for every 10,000 children',
    `${commas(asylum.get(2021)!)} on 31 March 2021, and ${commas(asylum.get(2023)!)} on 31 March 2023.`
  ]);
  expect(article.since.blocks).toContain('Only three years have followed, the fewest that can be fitted.');
  expect(model('arthur', 'started').later).toEqual([2023, 2024, 2025]);
  for (let year = 2009; year <= peak[0]; year++)
    expect(SERIES['looked-after'].get(year)!).toBeGreaterThan(SERIES['looked-after'].get(year - 1)!);
});

it('the first lines of the page have dates alone', () => {
  const page = readFileSync(
    fileURLToPath(new URL('../../src/routes/before-and-after/+page.svelte', import.meta.url)),
    'utf8'
  );
  const lede = /<p class="lede">(.*?)<\/p>/s.exec(page)![1]!;
  expect(lede).toMatch(/died in August 2007, aged 17 months\. In November 2008 his death became known/);
  expect(lede.match(/\d+/g)).toEqual(['2007', '17', '2008']);
});

it('no cause is claimed in any section: not in text, tables, drawings or labels', () => {
  const CAUSE = /.{0,40}\b(because of|caused|due to|thanks to|as a result|owing to|led to|brought about)\b.{0,20}/i;
  for (const [name, { markup }] of Object.entries(article)) expect(CAUSE.exec(markup)?.[0] ?? '', name).toBe('');
});
