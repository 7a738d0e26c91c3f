import { expect, it } from 'vitest';
import { turnAt } from './run-of-years.ts';

const series = (first: number, ...values: number[]) => values.map((value, i) => ({ year: first + i, value }));

it('counts every fall before a year and every rise after it, not the few that a text has room for', () => {
  expect(turnAt(series(2004, 9, 8, 7, 6, 5, 6, 7, 8, 9, 10, 9), 2008)).toEqual({ fell: 4, rose: 5 });
  expect(turnAt(series(2006, 3, 3, 2, 2), 2008)).toEqual({ fell: 1, rose: 0 });
});

it('ends a row at a year that is not held, and at the ends of the series', () => {
  expect(turnAt([...series(2007, 5, 4, 5), ...series(2011, 7, 8)], 2008)).toEqual({ fell: 1, rose: 1 });
});
