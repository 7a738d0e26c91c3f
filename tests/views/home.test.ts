import { expect, it } from 'vitest';
import { HEADLINES, measureOf } from '#lib/domain/catalogue/index.ts';
import { load } from '../../src/routes/+page.server.ts';
import { columnOf, ENGLAND, numberAt } from './beside.ts';
import { comparable, numbers } from './raw.ts';

const home = load();
const latestOf = (slug: string) => numbers(columnOf(measureOf(slug)!), ENGLAND).at(-1)!;
const earlierOf = (slug: string): number | undefined => {
  const column = columnOf(measureOf(slug)!);
  return comparable(column, ENGLAND, '2008', latestOf(slug).period) ? numberAt(column, ENGLAND, '2008') : undefined;
};

it('the finding is England’s newest rate and that of 2008, as whole children', () => {
  const now = Math.round(Number(latestOf('looked-after').text));
  const then = Math.round(earlierOf('looked-after')!);
  expect(home.now).toBe(now);
  expect(home.date).toBe(`31 March ${latestOf('looked-after').period}`);
  expect(home.then).toEqual(now === then ? undefined : { value: then, way: now > then ? 'Up' : 'Down' });
});

it('each field of dots has its rate filled, and a ring for 2008 only where that can be compared', () => {
  expect(home.fields.map(({ slug }) => slug).sort()).toEqual([...HEADLINES].sort());
  for (const { slug, count, earlier } of home.fields) {
    const then = earlierOf(slug);
    expect([slug, count, earlier]).toEqual([
      slug,
      Math.round(Number(latestOf(slug).text)),
      then === undefined ? undefined : Math.round(then)
    ]);
  }
});

it('each rate is the printed one of its year', () => {
  for (const { slug, value, period } of home.rows)
    expect([slug, value, period]).toEqual([slug, latestOf(slug).text, latestOf(slug).period]);
});
