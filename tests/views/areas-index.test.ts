import { expect, it } from 'vitest';
import { HEADLINES } from '#lib/domain/catalogue/index.ts';
import { load } from '../../src/routes/areas/+page.server.ts';
import { areas, tiles } from '../site.ts';
import { columnOf, ENGLAND, measureOf, numberAt } from './beside.ts';
import { numbers } from './raw.ts';

const page = load();
const authorities = areas.filter(({ level }) => level === 'Local authority');
const slugs = (list: readonly { slug: string }[]): string[] => list.map(({ slug }) => slug).toSorted();

it('every council in being has one row and one tile, and every other is in the list of those that ended', () => {
  expect(slugs(page.councils)).toEqual(slugs(authorities.filter(({ ended }) => !ended)));
  expect(slugs(page.map.tiles)).toEqual(slugs(page.councils));
  expect(slugs(page.ended)).toEqual(slugs(authorities.filter(({ ended }) => ended)));
  expect(slugs(page.regions)).toEqual(slugs(areas.filter(({ level }) => level === 'Regional')));
});

it('each figure is the printed one of the newest year of England, or says that there is none', () => {
  for (const [i, slug] of HEADLINES.entries()) {
    const column = columnOf(measureOf(slug));
    const period = numbers(column, ENGLAND).at(-1)!.period;
    expect(page.heads[i]!.period).toBe(period);
    for (const { slug: council, figures } of page.councils) {
      const { key } = areas.find((area) => area.slug === council)!;
      const printed = numberAt(column, key, period);
      expect([council, slug, figures[i]!.value]).toEqual([council, slug, printed ?? null]);
      expect([council, figures[i]!.text]).toEqual([
        council,
        printed === undefined
          ? expect.stringMatching(/^(not |–|does not|rounds)/)
          : expect.stringMatching(/^[\d,]+\.\d$/)
      ]);
    }
  }
});

it('each tile has its letters, inside the map and on no other tile', () => {
  const at = page.map.tiles.map(({ x, y }) => `${x}/${y}`);
  expect(new Set(at).size).toBe(at.length);
  for (const { slug, short, x, y } of page.map.tiles) {
    const { key } = areas.find((area) => area.slug === slug)!;
    expect([slug, short]).toEqual([slug, tiles.short[tiles.key.indexOf(key)]]);
    expect(x > 0 && x < page.map.width && y > 0 && y < page.map.height).toBe(true);
  }
});
