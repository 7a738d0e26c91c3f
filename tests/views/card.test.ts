import { expect, it } from 'vitest';
import { HEADLINES } from '#lib/domain/catalogue/index.ts';
import { cardOf, describeFacts, describeNone, describePlace, type Card } from '#lib/areas/card.ts';
import { isWhy } from '#lib/series/estimates.ts';
import { areas } from '../site.ts';
import { columnOf, ENGLAND, inOrdinals, measureOf, numberAt, placeIn, TOO_SMALL, trendOf, yearOf } from './beside.ts';
import { bounds, comparable, isLowConfidence, lessThan, numbers, places } from './raw.ts';
import { store } from './sections.ts';

/*
 * The three cards of each council and region, worked out again from the tables of data/.
 */

const others = areas.filter(({ level }) => level !== 'National');
const each = others.flatMap((area) =>
  HEADLINES.flatMap((slug) => {
    const card = cardOf(store, slug, area);
    return card ? [{ area, slug, card, column: columnOf(measureOf(slug)), where: `${area.name} ${slug}` }] : [];
  })
);

it('there is a card of every area and measure with a figure', () => {
  const made = new Set(each.map(({ area, slug }) => `${area.key} ${slug}`));
  for (const { key } of others)
    for (const slug of HEADLINES) {
      const held = numbers(columnOf(measureOf(slug)), key).length > 0;
      if (held) expect(made.has(`${key} ${slug}`), `${key} ${slug}`).toBe(true);
    }
});

it('its figure, its year and its rank are those of the tables', () => {
  for (const { area, card, column, where } of each) {
    const isCouncil = area.level === 'Local authority';
    if (card.value === null)
      expect(describeNone(card), where).toMatch(/^The rate of .* in March \d{4} is not (published|given|in our data)/);
    if (isCouncil) expect(card.period, where).toBe(yearOf(column, area.key));
    expect(card.value ?? undefined, where).toBe(numberAt(column, area.key, card.period));
    expect(card.isLast, where).toBe(isCouncil && places.get(area.key)!.ended !== '');
    const place = isCouncil ? placeIn(column, area.key, card.period) : undefined;
    expect(describePlace(card) !== '', where).toBe(place !== undefined);
    if (place) expect(Number(/\d+/.exec(inOrdinals(place))![0]), where).toBe(card.place!.rank.place);
  }
});

it('its change is from March 2008 or the earliest comparable year, and its direction is that of the figures', () => {
  const seen = { since2008: 0, sinceFirst: 0, tested: 0 };
  for (const { area, card, column, where } of each) {
    if (card.value === null) continue;
    const own = numbers(column, area.key);
    const now = own.find(({ period }) => period === card.period)!;
    const like = own.filter(({ period }) => period < now.period && comparable(column, area.key, period, now.period));
    const from =
      like.find(({ period }) => period === '2008') ??
      like.find(({ period }) => !isLowConfidence(column, area.key, period));
    expect(card.since?.from, where).toBe(from?.period);
    if (!card.since) continue;
    seen[from!.period === '2008' ? 'since2008' : 'sinceFirst']++;
    const by = lessThan(column, [area.key, from!], [area.key, now])!;
    expect(card.since.moved.by, where).toBeCloseTo(by, 9);
    const words = describeFacts(card)[0]!.text;
    const [older, newer] = [bounds(column, area.key, from!), bounds(column, area.key, now)];
    const isExact = older.low === older.high && newer.low === newer.high;
    if (words === 'no change beyond rounding') expect(isExact && by !== 0, where).toBe(false);
    else expect(words, where).toMatch(by > 0 ? /\bup \d/ : /\bdown \d/);
    const { tested } = card.since;
    if (tested && !isWhy(tested)) {
      seen.tested++;
      if (tested.verdict === 'rose') expect(by, where).toBeGreaterThan(0);
      if (tested.verdict === 'fell') expect(by, where).toBeLessThan(0);
      expect(/no clear change|more than chance|beyond rounding/.test(words), where).toBe(true);
    } else expect(words, where).not.toContain('chance');
  }
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(100);
});

it('it stands to England as the figures do, and only councils are tested', () => {
  for (const { area, card, column, where } of each) {
    if (card.value === null) continue;
    const isTested = area.level === 'Local authority' && !TOO_SMALL.includes(area.key);
    const theirs = numberAt(column, ENGLAND, card.period);
    const { england, trend } = card;
    expect(england !== undefined, where).toBe(theirs !== undefined);
    if (england) expect(Math.abs(england.gap.by - (card.value - theirs!)), where).toBeLessThan(0.1000001);
    if (england?.side === 'higher') expect(card.value, where).toBeGreaterThan(theirs!);
    if (england?.side === 'lower') expect(card.value, where).toBeLessThan(theirs!);
    expect(england?.side !== undefined, where).toBe(isTested);
    expect(trend !== undefined, where).toBe(isTested);
    if (trend)
      expect(isWhy(trend) ? 'not worked out' : trend.trend, where).toBe(trendOf(column, area.key, card.period));
    if (trend && !isWhy(trend)) expect(trend.counts!.of, where).toBeGreaterThan(100);
  }
});

/** A card as the site could give it; none of these figures is one that is published. */
const gap = (by: number, beyondRounding = true) => ({ by, beyondRounding }) as NonNullable<Card['england']>['gap'];
const made: Card = {
  measure: measureOf('looked-after'),
  period: '2031',
  value: 60,
  status: 'ok',
  isLast: false,
  isTooSmall: false
};

it.each<[string, Partial<Card>, string[]]>([
  [
    'one that fell, and is near England',
    {
      since: { from: '2008', moved: gap(-17.4), tested: { verdict: 'fell', low: -30, high: -5 } },
      england: { gap: gap(-6.5), side: 'similar' },
      trend: { trend: 'no clear trend' }
    },
    [
      'Since March 2008: down 17.4, more than chance is likely to explain',
      'Against England: 6.5 below, a gap small enough to be chance',
      'Last five years: no clear trend'
    ]
  ],
  [
    'one without a figure of 2008, far from England, and rising',
    {
      since: { from: '2013', moved: gap(4), tested: { verdict: 'no clear change', low: -3, high: 11 } },
      england: { gap: gap(38.6), side: 'higher' },
      trend: { trend: 'rising', counts: { rising: 4, falling: 11, of: 150 } }
    },
    [
      'Since 2013, the earliest comparable year: no clear change (up 4.0)',
      'Against England: 38.6 above, more than chance is likely to explain',
      'Last five years: rising, by more than is usual for this measure (of 150 councils, rising in 4 and falling in 11)'
    ]
  ],
  [
    'a region: nothing is tested',
    { since: { from: '2008', moved: gap(14.2) }, england: { gap: gap(-18.6) } },
    ['Since March 2008: up 14.2', 'Against England: 18.6 below']
  ],
  [
    'rounding leaves both open, and a break cuts the last five years',
    {
      since: { from: '2008', moved: gap(0.2, false), tested: { why: 'one of the two figures is not exact enough' } },
      england: { gap: gap(0, true), side: 'similar' },
      trend: { why: 'a break' }
    },
    [
      'Since March 2008: no change beyond rounding',
      'Against England: no difference beyond rounding',
      'Last five years: no trend can be given: a break'
    ]
  ]
])('in words: %s', (_, facts, words) => {
  expect(describeFacts({ ...made, ...facts }).map(({ head, text }) => `${head}: ${text}`)).toEqual(words);
});

it.each([
  [
    { place: 91, joint: true, of: 151 },
    { first: 72, last: 119, of: 151 },
    'Joint 91st highest of 151 councils; 72nd to 119th once chance is allowed for'
  ],
  [
    { place: 1, joint: false, of: 151 },
    { first: 1, last: 1, of: 151 },
    'Highest of 151 councils; 1st once chance is allowed for'
  ],
  [{ place: 151, joint: false, of: 151 }, undefined, 'Lowest of 151 councils'],
  [{ place: 36, last: 39, joint: false, of: 150 }, undefined, 'Between 36th and 39th highest of 150 councils']
])('the rank in words: %#', (rank, range, words) => {
  expect(describePlace({ ...made, place: { rank, ...(range ? { range } : {}) } })).toBe(words);
});
