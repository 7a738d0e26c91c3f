import { expect, it } from 'vitest';
import { CATALOGUE } from '#lib/domain/catalogue/index.ts';
import { load } from '../../src/routes/trends/+page.server.ts';
import { columnOf, ENGLAND, measureOf, numberAt } from './beside.ts';
import { comparable, numbers } from './raw.ts';

const rows = load().groups.flatMap(({ measures }) => measures);

it('every measure has one row', () => {
  expect(rows.map(({ slug }) => slug).toSorted()).toEqual(CATALOGUE.map(({ slug }) => slug).toSorted());
});

it('a row has England’s newest printed figure and its year, or says how many lines it has', () => {
  for (const { slug, value, when, lines } of rows) {
    if (lines > 1) {
      expect([slug, value]).toEqual([slug, '']);
      continue;
    }
    const newest = numbers(columnOf(measureOf(slug)), ENGLAND).at(-1)!;
    expect([slug, Number(value.replace(/[,%]/g, ''))]).toEqual([slug, Number(newest.text)]);
    expect([slug, when]).toEqual([slug, expect.stringContaining(newest.period.slice(0, 4))]);
  }
});

it('a change is counted from 2008 wherever that can be compared, and from a year that can elsewhere', () => {
  const counted = rows.filter(({ since }) => since);
  expect(counted.length).toBeGreaterThan(5);
  for (const { slug, since } of counted) {
    const column = columnOf(measureOf(slug));
    const newest = numbers(column, ENGLAND).at(-1)!;
    if (newest.period.includes('-')) continue;
    const from = since.replace('since ', '');
    expect([slug, comparable(column, ENGLAND, from, newest.period)]).toEqual([slug, true]);
    if (from === '2008') continue;
    const is2008Comparable =
      numberAt(column, ENGLAND, '2008') !== undefined && comparable(column, ENGLAND, '2008', newest.period);
    expect([slug, is2008Comparable]).toEqual([slug, false]);
  }
});
