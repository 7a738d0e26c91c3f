import { describe, expect, it } from 'vitest';
import { fullName } from '#lib/domain/index.ts';
import { CATALOGUE, HEADLINES } from '#lib/domain/catalogue/index.ts';
import { headlinesOf } from '#lib/areas/authority.ts';
import { describeGroup } from '#lib/areas/similar-sentences.ts';
import { everyMeasure } from '../../src/routes/areas/[area]/every-measure.ts';
import {
  allNeighbours,
  AUTHORITIES,
  cellAt,
  columnOf,
  commas,
  ENGLAND,
  measureOf,
  middle,
  numberAt,
  placeIn,
  regions,
  rowOf,
  rowsOf,
  strip,
  yearOf
} from './beside.ts';
import { numbers, openBy, places, roundedTo, table, type Column } from './raw.ts';
import { areaOf, sectionsOf, store } from './sections.ts';

/*
 * The sections of an authority's page, worked out again from the tables of data/.
 */

describe('the headline measures of every authority, beside others', () => {
  it.each(HEADLINES)('%s: figures, and medians', (slug) => {
    const measure = measureOf(slug);
    const column = columnOf(measure);
    const found: string[] = [];
    for (const { key } of AUTHORITIES) {
      const row = headlinesOf(store, areaOf(key)).find((each) => each.measure.slug === slug)!;
      const same = (what: string, is: unknown, should: unknown): void => {
        if (JSON.stringify(is) !== JSON.stringify(should))
          found.push(`${key} ${what}: expected ${JSON.stringify(should)}, found ${JSON.stringify(is)}`);
      };
      const year = yearOf(column, key);
      same('year', row.year, year);
      if (year === undefined) continue;
      const own = numberAt(column, key, year);
      const code = cellAt(column, key, year)?.text;
      same('figure', row.figure, own === undefined ? (code === 'c' ? 'not published' : 'no figure') : commas(own, 1));
      same('England', row.england, commas(numberAt(column, ENGLAND, year)!, 1));
      const region = numberAt(column, regions.get(key)!, year);
      same('region', row.region, region === undefined ? 'no figure' : commas(region, 1));
      const ten = allNeighbours.get(key)!;
      const values = ten.flatMap((each) => numberAt(column, each, year) ?? []);
      // Where small counts are suppressed the median is a range, worked out in similar-councils.test.ts.
      if (!ten.length) same('no ten', row.group, undefined);
      else if (values.length < 5) same('no median', row.similar, 'too few held');
      else if (!row.similar.startsWith('between')) {
        expect(Math.abs(Number(row.similar.replaceAll(',', '')) - middle(values))).toBeLessThan(0.0500001);
        const said = describeGroup(row.group!, measure.variants[0]);
        expect(
          said.includes(
            `The median of the ten most similar councils is ${row.similar}, taken from the ${values.length} of them`
          )
        ).toBe(values.length < ten.length);
      }
    }
    expect(found.slice(0, 10)).toEqual([]);
  });

  it('have the range of places that the estimates give, out of as many as are ranked', () => {
    for (const measure of CATALOGUE) {
      const variant = measure.variants[0];
      const year = store.held(measure)[variant.key]?.at(-1);
      const picture = year && store.year(measure, variant.key, year);
      if (!picture || !store.estimates(measure.slug)) continue;
      const ranges = picture.ranked.map(({ range }) => range!);
      expect(ranges.every(Boolean), measure.slug).toBe(true);
      expect(new Set(ranges.map(({ of }) => of)), measure.slug).toEqual(
        new Set(picture.ranked.map(({ rank }) => rank!.of))
      );
      const within = picture.ranked.filter(
        ({ rank, range }) => range!.first <= rank!.place && rank!.place <= range!.last
      );
      expect(within.length / ranges.length, measure.slug).toBeGreaterThan(0.9);
    }
  });

  it('stand in the table of similar councils, with those of its region and England', () => {
    for (const { key } of AUTHORITIES) {
      const { similar, headlines } = sectionsOf(key);
      if (!allNeighbours.get(key)!.length) {
        expect(similar).not.toContain('<table');
        continue;
      }
      const area = areaOf(key);
      const rows = rowsOf(similar);
      expect(rows).toHaveLength(1 + 1 + 10 + 1 + 2);
      expect(rows[1], key).toEqual([fullName(area), ...headlines.map(({ figure }) => figure)]);
      expect(rowOf(similar, 'Median of the ten')!.slice(1), key).toEqual(headlines.map(({ similar: ten }) => ten));
      expect(rowOf(similar, areaOf(area.region!).name)!.slice(1), key).toEqual(headlines.map(({ region }) => region));
      expect(rowOf(similar, 'England')!.slice(1), key).toEqual(headlines.map(({ england }) => england));
      for (const { group } of headlines)
        if (group) expect(strip(similar), key).toContain(describeGroup(group, measureOf('looked-after').variants[0]));
    }
  });
});

describe('around 2008', () => {
  const TITLES = {
    'Children looked after': 'looked_after_31_march',
    'Starting to be looked after': 'started',
    'Ceasing to be looked after': 'ceased'
  };
  const meansOf = (column: Column, key: string): { before: number; after: number; open: number } | undefined => {
    const years = ['2006', '2007', '2008', '2010', '2011', '2012'].map((year) => numberAt(column, key, year));
    if (years.some((value) => value === undefined)) return undefined;
    const [a, b, c, d, e, f] = years as number[];
    const level = places.get(key)!.level;
    const open = ['2006', '2007', '2008', '2010', '2011', '2012'].reduce(
      (sum, year) => sum + openBy(roundedTo(column, level, year))[0] / 3,
      0
    );
    return { before: (a! + b! + c!) / 3, after: (d! + e! + f!) / 3, open };
  };
  const percent = ({ before, after }: { before: number; after: number }): number => {
    const change = (after / before - 1) * 100;
    return Math.sign(change) * Math.floor(Math.abs(change) + 0.5 + 1e-9);
  };
  const signed = (value: number): string => `${value > 0 ? '+' : value < 0 ? '−' : ''}${Math.abs(value)}%`;

  /** The means of all councils that have both sides, added up. */
  const together = (column: Column): { before: number; after: number } =>
    AUTHORITIES.flatMap(({ key }) => meansOf(column, key) ?? []).reduce(
      (sum, { before, after }) => ({ before: sum.before + before, after: sum.after + after }),
      { before: 0, after: 0 }
    );

  it('gives the means of three years, the change beside that of all councils together, and which way it went', () => {
    let compared = 0;
    const all = new Map(
      Object.values(TITLES).map((name) => [name, together({ file: 'children_looked_after', column: name })])
    );
    for (const { key, prose } of AUTHORITIES) {
      const markup = sectionsOf(key).around;
      for (const [title, name] of Object.entries(TITLES)) {
        const column = { file: 'children_looked_after', column: name };
        const means = meansOf(column, key);
        const row = rowOf(markup, title);
        if (!means) {
          if (row) expect(row[1]).toBe('none');
          continue;
        }
        compared++;
        const moved = Math.abs(means.after - means.before) > means.open + 1e-9;
        // A percentage that ends in exactly one half may be rounded either way.
        const exact = (means.after / means.before - 1) * 100;
        const isHalf = Math.abs((Math.abs(exact) % 1) - 0.5) < 1e-9;
        const either = isHalf ? [signed(Math.floor(exact)), signed(Math.ceil(exact))] : [signed(percent(means))];
        const change = means.before ? either : ['–'];
        expect(
          change.map((each) => [
            title,
            commas(Math.round(means.before), 0),
            commas(Math.round(means.after), 0),
            moved ? each : `${each}, within rounding`,
            signed(percent(all.get(name)!))
          ]),
          `${key} ${title}`
        ).toContainEqual(row);
        if (title !== 'Children looked after') continue;
        const fell = moved && means.after < means.before;
        expect(markup.includes('So here the number fell, while England’s rose.'), prose).toBe(fell);
      }
    }
    expect(compared).toBeGreaterThan(420);
  });

  it('lists children taken into care and asylum-seeking children as they are held', () => {
    for (const { key } of AUTHORITIES) {
      const rows = rowsOf(sectionsOf(key).around).filter(([first]) => /^20\d\d$/.test(first!));
      for (const [year, ...found] of rows) {
        const heads = rowsOf(sectionsOf(key).around)
          .find(([first]) => first === 'Year')!
          .slice(1);
        const expected = heads.map((head) => {
          const column = {
            file: 'children_looked_after',
            column: head.startsWith('Unaccompanied') ? 'asylum_seeking_31_march' : 'taken_into_care'
          };
          const text = cellAt(column, key, year!)?.text ?? '';
          return /^\d+$/.test(text) ? commas(Number(text), 0) : text === 'c' ? 'not published' : 'no figure';
        });
        expect(found, `${key} ${year}`).toEqual(expected);
      }
      const none = ['2006', '2007', '2008', '2009', '2010'].every(
        (year) => numberAt({ file: 'children_looked_after', column: 'taken_into_care' }, key, year) === undefined
      );
      if (!none) expect(rows).toHaveLength(5);
    }
  });

  it('names exactly the measures with council figures before 2010', () => {
    const said = sectionsOf('309').around.match(
      /no council figures before 2010\. We have them of these: (.*?)<\/p>/
    )![1]!;
    for (const measure of CATALOGUE) {
      const firsts = measure.variants
        .flatMap((variant) =>
          (variant.lines ?? [variant]).flatMap(({ indicator }) =>
            AUTHORITIES.flatMap(
              ({ key }) =>
                numbers({ file: variant.dataSet, column: indicator, levels: variant.levels }, key)[0]?.period ?? []
            )
          )
        )
        .sort();
      const named = new RegExp(`(^|, |: | and )${measure.short}(,|;|\\.| and )`, 'i').test(said);
      expect(named, measure.slug).toBe(firsts.length > 0 && firsts[0]! < '2010');
    }
  });
});

describe('deprivation and the rows of every other measure', () => {
  it('gives the share of children on low incomes by the latest index, or that of predecessors, said so', () => {
    const scores = table('deprivation').filter((row) => row.idaci_average_score);
    for (const { key, prose } of AUTHORITIES) {
      const text = sectionsOf(key).deprivation;
      const own = scores.filter((row) => row.old_la_code === key).sort((a, b) => (a.edition! < b.edition! ? 1 : -1))[0];
      if (own) {
        const about = Math.round(Number(own.idaci_average_score) * 100);
        expect(text).toContain(`index of ${own.edition}`);
        expect(text).toContain(`about ${about} in 100 children aged 0 to 15 in ${prose} lived`);
      } else expect(text).toMatch(/is younger than the indices|No index of income deprivation/);
      expect(text).toContain('Deprivation explains much of the difference');
    }
  });

  it('gives the place of every rate, percentage and average, and what chance leaves open of it', () => {
    let ranked = 0;
    for (const { key } of AUTHORITIES) {
      const { table: markup, noRanges } = everyMeasure(areaOf(key).slug, (path) => path);
      for (const [row] of markup.matchAll(/<tr><th scope="row">.*?<\/tr>/g)) {
        const measure = measureOf(/trends\/([a-z0-9-]+)\?/.exec(row)![1]!);
        const found = rowsOf(row)[0]!;
        if (found.length < 6) continue;
        const variant = measure.variants.find(
          ({ key: unit }) => unit === 'rate' || unit === 'percent' || unit === 'average'
        );
        if (!variant) {
          expect(found[5]).toBe('–');
          continue;
        }
        const column = { file: variant.dataSet, column: variant.indicator };
        const year = numbers(column, key).at(-1)?.period;
        if (!year) continue;
        ranked++;
        const place = placeIn(column, key, year);
        const range = store.estimates(measure.slug) ? '\\d+–\\d+ by chance' : 'no range';
        expect(found[5], `${key} ${measure.slug}`).toMatch(new RegExp(place ? `^${place} ${range}$` : '^not ranked$'));
        // A rank without a range is never left without the reason.
        const reason = variant.key === 'average' ? 'an average' : 'what these figures are out of is not in our data';
        const why = new RegExp(`No range of ranks [^:]*${measure.short.slice(1)}[^:]*: [^.]*${reason}`);
        if (place && range === 'no range') expect(noRanges, `${key} ${measure.slug}`).toMatch(why);
        else expect(noRanges, `${key} ${measure.slug}`).not.toMatch(why);
      }
    }
    expect(ranked).toBeGreaterThan(2000);
  });

  it('has no row of a measure that has a card', () => {
    const { table: markup } = everyMeasure('haringey', (path) => path);
    expect(markup).toContain('/trends/care-applications?');
    for (const slug of HEADLINES) expect(markup).not.toContain(`/trends/${slug}?`);
  });
});

it('no section of any authority holds a figure that is none', () => {
  for (const { key } of AUTHORITIES) {
    const { similar, standsOut, around, deprivation } = sectionsOf(key);
    const markup = [similar, standsOut, around, deprivation].join('');
    expect(markup).not.toMatch(/NaN|undefined|Infinity|null|\bstyle=|\bid=/);
  }
});
