import { expect, it } from 'vitest';
import { describeVerdict, verdictOf, type Verdict } from '#lib/areas/verdict.ts';
import { areas } from '../site.ts';
import { allNeighbours, middle, TOO_SMALL, unroundedAt } from './beside.ts';
import { cells, comparable, numberIn, places, rounded } from './raw.ts';
import { areaOf, store } from './sections.ts';

const RATE = { file: 'children_looked_after', column: 'looked_after_31_march_rate' };
const valueIn = (key: string, period: string): number | undefined => {
  const cell = numberIn(RATE, key, period);
  return cell && Number(cell.text);
};

const others = areas.filter(({ level }) => level !== 'National');

it.each(others.map((area) => [area.name, area] as const))('%s: each figure is that of the table', (_, area) => {
  const verdict = verdictOf(store, area);
  const held = cells(RATE, area.key);
  const newest = cells(RATE, 'E92000001').at(-1)!.period;
  if (!verdict) return expect(held.map(({ period }) => period)).not.toContain(newest);
  const { period, value, before, england, similar } = verdict;
  expect(value ?? undefined).toBe(valueIn(area.key, period));
  expect(verdict.isLast).toBe(area.level === 'Local authority' && places.get(area.key)!.ended !== '');
  if (!verdict.isLast) expect(period).toBe(held.at(-1)!.period);

  const then = value !== null && comparable(RATE, area.key, '2008', period) ? valueIn(area.key, '2008') : undefined;
  expect(before?.value).toBe(period > '2008' ? then : undefined);
  if (before?.tested === 'rose') expect(value).toBeGreaterThan(before.value);
  if (before?.tested === 'fell') expect(value).toBeLessThan(before.value);
  if (before?.tested) {
    // The interval is in the unit of the rate, and holds the change itself.
    const { low, high } = before.interval!;
    expect(low).toBeLessThan(value! - before.value + 0.1);
    expect(high ?? Infinity).toBeGreaterThan(value! - before.value - 0.1);
    if (before.tested === 'rose') expect(low).toBeGreaterThan(0);
    if (before.tested === 'fell') expect(high).toBeLessThan(0);
  } else expect(before?.interval).toBeUndefined();
  if (before?.tested) expect([area.level, TOO_SMALL.includes(area.key)]).toEqual(['Local authority', false]);

  expect(england?.value).toBe(valueIn('E92000001', period));
  if (england?.side === 'higher') expect(value).toBeGreaterThan(england.value);
  if (england?.side === 'lower') expect(value).toBeLessThan(england.value);

  const ten = (allNeighbours.get(area.key) ?? []).flatMap((key) => unroundedAt(RATE, key, period) ?? []);
  if (similar && ten.length === 10) expect(similar.median.low).toBeCloseTo(rounded(middle(ten), 1), 9);
  if (similar) expect([area.level, value === null]).toEqual(['Local authority', false]);
});

/** A verdict as the site could give it; none of these figures is one that is published. */
const made = { period: '2031', status: 'ok', isLast: false, isTooSmall: false } as const;
const median = (value: number) => ({ low: value, high: value, used: 10 });

it.each<[string, string, Verdict, string]>([
  [
    'one that rose',
    '894',
    {
      ...made,
      value: 92.94,
      before: { value: 60.6, tested: 'rose', interval: { low: 20.14, high: 46.25 } },
      england: { value: 67.1, side: 'higher' },
      similar: { median: median(95.2), side: 'similar' }
    },
    '92.9 in every 10,000 children in Telford and Wrekin were looked after in March 2031. That is up from 60.6 in March 2008, higher than England (67.1) and in line with the councils most like it (median 95.2). The 95% interval of the change since March 2008 is +20.1 to +46.3. It allows for chance and for how far councils’ rates usually move in one year, not in 23.'
  ],
  [
    'one that fell',
    '309',
    {
      ...made,
      value: 60,
      before: { value: 77.9, tested: 'fell' },
      england: { value: 67.1, side: 'similar' },
      similar: { median: median(42.9), side: 'higher' }
    },
    '60.0 in every 10,000 children in Haringey were looked after in March 2031. That is down from 77.9 in March 2008, similar to England (67.1) and higher than the councils most like it (median 42.9).'
  ],
  [
    'one of which neither can be said, with a median that small counts leave open',
    '846',
    {
      ...made,
      value: 71.2,
      before: { value: 76.4, tested: 'no clear change', interval: { low: -15.62, high: 7.02 } },
      england: { value: 80, side: 'lower' },
      similar: { median: { low: 68.7, high: 70.1, used: 10 }, side: 'lower' }
    },
    '71.2 in every 10,000 children in Brighton and Hove were looked after in March 2031. That is not clearly different from March 2008 (76.4), lower than England (80.0) and lower than the councils most like it (median between 68.7 and 70.1). The 95% interval of the change since March 2008 is −15.6 to +7.0. It allows for chance and for how far councils’ rates usually move in one year, not in 23.'
  ],
  [
    'no figure of 2008, and nothing to test the median by',
    '838',
    { ...made, value: 65.1, england: { value: 67.1, side: 'similar' }, similar: { median: median(56.3) } },
    '65.1 in every 10,000 children in Dorset were looked after in March 2031. That is similar to England (67.1). The median of the councils most like it was 56.3.'
  ],
  [
    'held back, and tiny',
    '201',
    { ...made, value: null, status: 'suppressed', isTooSmall: true, england: { value: 67.1 } },
    'How many in every 10,000 children in the City of London were looked after in March 2031 is not published, so that no one can be identified. England’s rate was 67.1. So few children live there that it is not ranked or tested.'
  ],
  [
    'abolished',
    '875',
    {
      ...made,
      period: '2009',
      isLast: true,
      value: 45.2,
      before: { value: 38.8, tested: 'no clear change', interval: { low: 0.4, high: null } },
      england: { value: 54.4, side: 'lower' }
    },
    '45.2 in every 10,000 children in Cheshire were looked after in March 2009, its last year. That is not clearly different from March 2008 (38.8) and lower than England (54.4). The 95% interval of the change since March 2008 is +0.4 to no upper end. It allows for chance and for how far councils’ rates usually move in a year. Once all councils are tested together, the change is not clear.'
  ],
  [
    'a region: nothing is tested',
    'E12000007',
    { ...made, value: 48.5, before: { value: 62.8 }, england: { value: 67.1 } },
    '48.5 in every 10,000 children in London were looked after in March 2031. It was 62.8 in March 2008. England’s rate was 67.1.'
  ]
])('in words: %s', (_, key, verdict, words) => {
  expect(describeVerdict(verdict, areaOf(key))).toBe(words);
});

it('says nothing of an area that has no row in the newest year', () => {
  expect(verdictOf(store, areaOf('420'))).toBeUndefined();
});
