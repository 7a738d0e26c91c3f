import { expect, it } from 'vitest';
import { compareSameMonths, monthAfter, type Monthly } from '#lib/statistics/same-months.ts';

const SERIES: Monthly[] = [
  { month: '2007-06', value: 500 },
  { month: '2007-11', value: 540 },
  { month: '2007-12', value: 420 },
  { month: '2008-06', value: 370 },
  { month: '2008-11', value: 600 },
  { month: '2008-12', value: 720 },
  { month: '2009-11', value: 750 }
];
const OF_2007 = ['2007-06', '2007-11', '2007-12'];

it('pairs only months that are held on both sides', () => {
  const found = compareSameMonths(SERIES, '2008-11', OF_2007);
  expect(found.pairs.map(({ base, after }) => [base.month, after.month])).toEqual([
    ['2007-11', '2008-11'],
    ['2007-12', '2008-12']
  ]);
  expect([found.base, found.after]).toEqual([960, 1320]);
  expect(found.percent).toBeCloseTo(37.5, 10);
});

it('takes the twelve months that begin with that of the event', () => {
  const found = compareSameMonths(SERIES, '2008-12', OF_2007);
  expect(found.pairs.map(({ after }) => after.month)).toEqual(['2009-11', '2008-12']);
});

it('leaves out a month of the base that is not before the event', () => {
  expect(compareSameMonths(SERIES, '2007-12', OF_2007).pairs.map(({ base }) => base.month)).toEqual([
    '2007-06',
    '2007-11'
  ]);
});

it('has no percentage without a pair', () => {
  expect(compareSameMonths(SERIES, '2008-11', ['2007-01'])).toEqual({
    pairs: [],
    base: 0,
    after: 0,
    percent: undefined
  });
});

it.each([
  ['2008-11', 2, '2009-01'],
  ['2008-12', 12, '2009-12'],
  ['2009-01', -1, '2008-12']
])('%s and %s months is %s', (month, by, expected) => {
  expect(monthAfter(month, by)).toBe(expected);
});
