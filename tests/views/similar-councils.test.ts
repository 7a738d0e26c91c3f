import { describe, expect, it } from 'vitest';
import { HEADLINES } from '#lib/domain/catalogue/index.ts';
import { similarGroup } from '#lib/areas/similar-councils.ts';
import { describeGroup } from '#lib/areas/similar-sentences.ts';
import {
  AUTHORITIES,
  TOO_SMALL,
  allNeighbours,
  columnOf,
  measureOf,
  middle,
  numberAt,
  placeAmong,
  unroundedAt,
  yearOf
} from './beside.ts';
import { tailsOf } from './chance.ts';
import { childrenBehind, rounded } from './raw.ts';
import { areaOf, store } from './sections.ts';
import { unpublishedIn } from './unpublished.ts';

/*
 * How a council stands among the ten most similar to it, worked out again from the tables of data/.
 */

const WITH_TEN = AUTHORITIES.filter(({ key }) => allNeighbours.get(key)!.length > 0);

const groupOf = (slug: string, key: string, period?: string) => {
  const measure = measureOf(slug);
  const year = period ?? yearOf(columnOf(measure), key)!;
  return similarGroup({ store, measure, variant: measure.variants[0], period: year }, areaOf(key));
};

describe.each(HEADLINES)('%s among the eleven', (slug) => {
  const column = columnOf(measureOf(slug));
  const counts = { ...column, column: column.column.replace(/_rate$/, '') };

  it('has all eleven taken together, the side of the limits round them, and the place among them', () => {
    let [sides, sure] = [0, 0];
    for (const { key } of WITH_TEN) {
      const year = yearOf(column, key)!;
      const group = groupOf(slug, key)!;
      const eleven = [key, ...allNeighbours.get(key)!];
      expect(group.members.map(({ area }) => area.key)).toEqual(eleven);
      const isTested = !TOO_SMALL.includes(key) && numberAt(counts, key, year) !== undefined;
      expect(group.pooled !== undefined, key).toBe(isTested);
      expect(group.place !== undefined, key).toBe(isTested);
      if (!isTested || !group.pooled) continue;
      const known = eleven.flatMap((each) => {
        const [count, size] = [numberAt(counts, each, year), childrenBehind(each, year)];
        return count === undefined || !size || TOO_SMALL.includes(each) ? [] : [{ count, size }];
      });
      if (unpublishedIn(column, year).size) continue;
      const sum = (of: 'count' | 'size'): number => known.reduce((total, each) => total + each[of], 0);
      const pooled = sum('count') / sum('size');
      expect(group.pooled.used).toBe(known.length);
      expect(group.pooled.figure.low).toBeCloseTo(pooled * 10_000, 6);
      const tails = tailsOf('rate', childrenBehind(key, year)!, pooled);
      const own = numberAt(counts, key, year)!;
      sides++;
      // Between whole counts the limits are interpolated, so one child more or less can decide.
      if (tails.above(own - 1) < 0.025) expect(group.pooled.side, key).toBe('higher');
      else if (tails.below(own + 1) < 0.025) expect(group.pooled.side, key).toBe('lower');
      else if (tails.above(own + 1) > 0.025 && tails.below(own - 1) > 0.025)
        expect(group.pooled.side, key).toBe('similar');
      else continue;
      sure++;
      const all = eleven.flatMap((each) => {
        const value = numberAt(column, each, year);
        return value === undefined ? [] : [{ key: each, value }];
      });
      const { place, joint, of } = group.place!;
      expect(`${joint ? '=' : ''}${place} of ${of}`, key).toBe(placeAmong(all, key));
      const { first, last } = group.placeRange!;
      expect(1 <= first && first <= last && last <= of, key).toBe(true);
    }
    expect(sides).toBeGreaterThan(100);
    expect(sure).toBeGreaterThan(sides * 0.8);
  });

  it('tests each of the ten as a pair, and calls one higher only where its rate is', () => {
    const seen = { higher: 0, lower: 0, close: 0 };
    for (const { key } of WITH_TEN) {
      const year = yearOf(column, key)!;
      const own = unroundedAt(column, key, year);
      for (const { area, verdict } of groupOf(slug, key)!.members.slice(1)) {
        const other = unroundedAt(column, area.key, year);
        if (own === undefined || other === undefined || TOO_SMALL.includes(key)) {
          expect(verdict, `${key} ${area.key}`).toBeUndefined();
          continue;
        }
        seen[verdict!]++;
        if (verdict !== 'close') expect(verdict, `${key} ${area.key}`).toBe(other > own ? 'higher' : 'lower');
      }
    }
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(100);
  });
});

describe('the median of the ten where small counts are suppressed', () => {
  it('has both ends, which every choice between them keeps to', () => {
    const slug = 'plans-of-two-years-or-more';
    const column = columnOf(measureOf(slug));
    let open = 0;
    for (const { key } of WITH_TEN) {
      const year = '2025';
      const hidden = unpublishedIn(column, year);
      const figures = allNeighbours.get(key)!.flatMap((each) => {
        const value = numberAt(column, each, year);
        const ends = hidden.get(each);
        return value !== undefined ? [{ low: value, high: value }] : ends ? [ends] : [];
      });
      const published = figures.filter(({ low, high }) => low === high).length;
      const { median } = groupOf(slug, key, year)!;
      expect(median !== undefined, key).toBe(published >= 5);
      if (!median) continue;
      expect([median.low, median.high, median.used], key).toEqual([
        rounded(middle(figures.map(({ low }) => low)) * 10, 0) / 10,
        rounded(middle(figures.map(({ high }) => high)) * 10, 0) / 10,
        figures.length
      ]);
      if (median.low < median.high) open++;
    }
    expect(open).toBeGreaterThan(10);
  });
});

it('says of Haringey in 2025 where it stands among the eleven', () => {
  const variant = measureOf('looked-after').variants[0];
  expect(describeGroup(groupOf('looked-after', '309', '2025')!, variant)).toMatch(
    /^Of the eleven, itself and the ten most like it, Haringey is the 4th highest, or between about \dr?[dnrs][dht]? and \dth once chance is allowed for\. That is above the 95% limits of chance round the figure of the eleven taken together, 48\.1: they run from 42\.2 to 54\.0\.$/
  );
});
