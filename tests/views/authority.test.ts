import { describe, expect, it } from 'vitest';
import { CATALOGUE, HEADLINES } from '#lib/domain/catalogue/index.ts';
import { headlinesOf } from '#lib/areas/authority.ts';
import { describeGroup } from '#lib/areas/similar-sentences.ts';
import { claimsOfResult } from '#lib/figures/year/claims.ts';
import { resultIn } from '#lib/figures/year/figure-store.ts';
import { describeResult } from '#lib/figures/year/sentences.ts';
import { placeWords } from '#lib/statistics/rank.ts';
import { everyMeasure } from '../../src/routes/areas/[area]/every-measure.ts';
import {
  allNeighbours,
  AUTHORITIES,
  cellAt,
  columnOf,
  commas,
  ENGLAND,
  inOrdinals,
  measureOf,
  middle,
  numberAt,
  placeIn,
  regions,
  rowOf,
  rowsOf,
  strip,
  TOO_SMALL,
  trendOf,
  yearOf
} from './beside.ts';
import {
  bounds,
  cells,
  comparable,
  isLowConfidence,
  lessThan,
  numbers,
  openBy,
  places,
  roundedTo,
  table,
  type Column
} from './raw.ts';
import { areaOf, sectionsOf, store } from './sections.ts';

/*
 * The sections of an authority's page, worked out again from the tables of data/.
 */

describe('the headline measures of every authority, beside others', () => {
  it.each(HEADLINES)('%s: figures, places, sides, medians, trends and sentences', (slug) => {
    const measure = measureOf(slug);
    const column = columnOf(measure);
    const found: string[] = [];
    for (const { key, prose, ended } of AUTHORITIES) {
      const row = headlinesOf(store, areaOf(key)).find((each) => each.measure.slug === slug)!;
      const same = (what: string, is: unknown, should: unknown): void => {
        if (JSON.stringify(is) !== JSON.stringify(should))
          found.push(`${key} ${what}: expected ${JSON.stringify(should)}, found ${JSON.stringify(is)}`);
      };
      const year = yearOf(column, key);
      same('year', row.year, year);
      if (year === undefined) {
        const first = AUTHORITIES.flatMap((each) => numbers(column, each.key)[0]?.period ?? []).sort()[0];
        const end = `and it ended on 31 March ${ended.slice(0, 4)}.`;
        same('none', row.text.endsWith(`is held for ${prose}: those of councils begin in ${first}, ${end}`), true);
        continue;
      }
      const own = numberAt(column, key, year);
      const code = cellAt(column, key, year)?.text;
      same('figure', row.figure, own === undefined ? (code === 'c' ? 'not published' : 'not held') : commas(own, 1));
      same('England', row.england, commas(numberAt(column, ENGLAND, year)!, 1));
      const region = numberAt(column, regions.get(key)!, year);
      same('region', row.region, region === undefined ? 'not held' : commas(region, 1));
      const ten = allNeighbours.get(key)!;
      const values = ten.flatMap((each) => numberAt(column, each, year) ?? []);
      // Where small counts are suppressed the median is a range, worked out in similar-councils.test.ts.
      if (!ten.length) same('no ten', row.similar, 'none named');
      else if (values.length < 5) same('no median', row.similar, 'too few held');
      else if (!row.similar.startsWith('between')) {
        expect(Math.abs(Number(row.similar.replaceAll(',', '')) - middle(values))).toBeLessThan(0.0500001);
        expect(row.text).toContain(`The median of the ten most similar councils is ${row.similar}`);
        expect(row.text.includes(`taken from the ${values.length} of them`)).toBe(values.length < ten.length);
      }
      const place = placeIn(column, key, year);
      same('place', row.place, place ? inOrdinals(place) : own === undefined ? '–' : 'not ranked');
      same('trend', row.trend, own === undefined ? '–' : trendOf(column, key, year));
      same('range', /^\d+\w\w( to \d+\w\w)?$/.test(row.placeRange), place !== undefined);

      // The claims of the view of that year, which year-claims.test.ts checks, then those that are made here alone.
      const picture = store.year(measure, 'rate', year)!;
      const result = resultIn(picture, areaOf(key))!;
      const claims = claimsOfResult(picture, result);
      const words = describeResult(picture, result);
      same('starts with the figure', row.text.startsWith(words), true);
      const england = claims.find((each) => each.kind === 'England');
      same('side', row.side, england?.side ?? '–');
      const rank = claims.find((each) => each.kind === 'rank')?.rank;
      same('rank', row.place, rank ? placeWords(rank) : own === undefined ? '–' : 'not ranked');
      const rest = row.text
        .slice(words.length + 1)
        .replace(/^It has too few children to be ranked, or tested against England\. /, '')
        .replace(
          /^It is (not published: the publisher held it back so that no one can be identified|not held here)\. ?/,
          ''
        )
        .replace(
          region === undefined ? '' : `The rate of ${places.get(regions.get(key)!)!.prose} was ${row.region}.`,
          ''
        )
        .replace(row.group ? describeGroup(row.group, measure.variants[0]) : '', '')
        .trim();
      const before = String(Number(year) - 1);
      const like = numberAt(column, key, before) !== undefined && comparable(column, key, before, year);
      const span = `Over the last five years, ${Number(year) - 4} to ${year},`;
      const change = like
        ? `From ${before} to ${year} (there is no clear change(?: once all councils are tested together)?|it (rose|fell), by more than chance and this measure’s usual movement in a year explain) \\(95% interval of the change [\\d.,−+]+ to [\\d.,−+]+\\)\\.`
        : `No figure of ${before} can be compared with it\\.`;
      const trend = {
        'not worked out': 'No five-year trend is worked out: [a-z -]+\\.',
        'no clear trend': `${span} there is no clear trend; \\d+ of \\d+ councils have one\\.`
      }[row.trend];
      const pattern = `^${change} ${trend ?? `${span} it is ${row.trend} by more than is usual for this measure: one of \\d+ councils of \\d+ with a clear trend\\.`}$`;
      if (own === undefined || TOO_SMALL.includes(key)) same('nothing more', rest, '');
      else if (!new RegExp(pattern).test(rest)) found.push(`${key}: expected ${pattern}, found ${rest}`);
      if (own !== undefined && !TOO_SMALL.includes(key))
        same('change', row.change, like ? (/it (rose|fell),/.exec(rest)?.[1] ?? 'no clear change') : 'not tested');
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

  it('stand in the table as they are said', () => {
    for (const { key } of AUTHORITIES) {
      const { now } = sectionsOf(key);
      const all = headlinesOf(store, areaOf(key));
      expect(rowOf(now.table, 'Rank (1 = highest)')!.slice(1)).toEqual(all.map(({ place }) => place));
      expect(rowOf(now.table, 'Rank, allowing for chance')!.slice(1)).toEqual(all.map(({ placeRange }) => placeRange));
      expect(rowOf(now.table, 'Compared with England')!.slice(1)).toEqual(all.map(({ side }) => side));
      expect(rowOf(now.table, 'England')!.slice(1)).toEqual(all.map(({ england }) => england));
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
          return /^\d+$/.test(text) ? commas(Number(text), 0) : text === 'c' ? 'not published' : 'not held';
        });
        expect(found, `${key} ${year}`).toEqual(expected);
      }
      const none = ['2006', '2007', '2008', '2009', '2010'].every(
        (year) => numberAt({ file: 'children_looked_after', column: 'taken_into_care' }, key, year) === undefined
      );
      if (!none) expect(rows).toHaveLength(5);
    }
  });

  it('names exactly the measures without council figures before 2010', () => {
    const said = sectionsOf('309').around.match(/no council figures before 2010 for these measures: (.*?)<\/p>/)![1]!;
    for (const measure of CATALOGUE) {
      const firsts = measure.variants
        .flatMap((variant) =>
          (variant.lines ?? [variant]).flatMap(({ indicator }) =>
            AUTHORITIES.flatMap(
              ({ key }) => numbers({ file: variant.dataSet, column: indicator }, key)[0]?.period ?? []
            )
          )
        )
        .sort();
      const named = new RegExp(`(^|, |: | and )${measure.short}(,|;|\\.| and )`, 'i').test(said);
      expect(named, measure.slug).toBe(firsts.length > 0 && firsts[0]! >= '2010');
    }
  });
});

describe('workforce, deprivation and the rows of every measure', () => {
  const WORKFORCE = { Caseload: 'caseload', Vacancies: 'vacancy_rate', 'Agency workers': 'agency_rate' };

  it('sets the workforce of the latest year beside England’s', () => {
    let rows = 0;
    for (const { key } of AUTHORITIES)
      for (const [title, name] of Object.entries(WORKFORCE)) {
        const column = { file: 'social_work_workforce', column: name };
        const year = yearOf(column, key);
        const row = rowOf(sectionsOf(key).workforce, year ? `${title}, ${year}` : title);
        if (!year) continue;
        rows++;
        const sign = name === 'caseload' ? '' : '%';
        const own = numberAt(column, key, year);
        const none = cellAt(column, key, year)?.text === 'c' ? 'not published' : 'not held';
        expect(row!.slice(1), `${key} ${title}`).toEqual([
          own === undefined ? none : commas(own, 1) + sign,
          commas(numberAt(column, ENGLAND, year)!, 1) + sign,
          placeIn(column, key, year) ?? (own === undefined ? '–' : 'not ranked')
        ]);
      }
    expect(rows).toBeGreaterThan(450);
  });

  it('gives the share of children on low incomes by the latest index, or that of predecessors, said so', () => {
    const scores = table('deprivation').filter((row) => row.idaci_average_score);
    for (const { key, prose } of AUTHORITIES) {
      const text = strip(sectionsOf(key).workforce);
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
        const reason = variant.key === 'average' ? 'an average' : 'what these figures are out of is not held here';
        const why = new RegExp(`No range of ranks [^:]*${measure.short.slice(1)}[^:]*: [^.]*${reason}`);
        if (place && range === 'no range') expect(noRanges, `${key} ${measure.slug}`).toMatch(why);
        else expect(noRanges, `${key} ${measure.slug}`).not.toMatch(why);
      }
    }
    expect(ranked).toBeGreaterThan(2400);
  });

  it('begins with the headline measures: latest figure, England’s of that year, change since 2008 where it is one', () => {
    const VERDICT = /, (rose|fell|no clear change)$/;
    const seen = { since2008: 0, sinceFirst: 0, within: 0 };
    for (const { key } of AUTHORITIES) {
      const { table: markup, without, skipped } = everyMeasure(areaOf(key).slug, (path) => path);
      const rows = rowsOf(markup);
      const held = HEADLINES.filter((slug) => cells(columnOf(measureOf(slug)), key).length);
      const isCouncil = !TOO_SMALL.includes(key);
      if (held.length) expect(rows[1], key).toEqual(['The three headline measures']);
      for (const slug of HEADLINES.filter((each) => !held.includes(each)))
        expect(without.toLowerCase(), key).toContain(measureOf(slug).short.toLowerCase());
      held.forEach((slug, i) => {
        const column = columnOf(measureOf(slug));
        const row = rows[2 + i]!;
        expect(row[0], key).toBe(`${measureOf(slug).short} per 10,000`);
        const own = numbers(column, key);
        const now = own.at(-1);
        if (!now) return expect(row[1], key).toBe('not published');
        const like = own.filter(({ period }) => period < now.period && comparable(column, key, period, now.period));
        const from =
          like.find(({ period }) => period === '2008') ??
          like.find(({ period }) => !isLowConfidence(column, key, period));
        const doubted = like.filter(({ period }) => isLowConfidence(column, key, period) && period < from!.period);
        if (doubted.length)
          expect(skipped, `${key} ${slug}`).toContain(
            `${measureOf(slug).short.toLowerCase()} (${doubted.map(({ period }) => period).join(' and ')})`
          );
        const by = from && lessThan(column, [key, from], [key, now]);
        const [older, newer] = [from && bounds(column, key, from), bounds(column, key, now)];
        const [less, more] = by !== undefined && by > 0 ? [older, newer] : [newer, older];
        // What rounding leaves between the two; a tenth either way is the table's own.
        const gap = less && more ? more.low - less.high : 0;
        const isExact = older?.low === older?.high && newer.low === newer.high;
        const shown = row[4]!;
        expect(row.slice(2, 4), `${key} ${slug}`).toEqual([
          `${commas(Number(now.text), 1)} ${now.period}`,
          commas(numberAt(column, ENGLAND, now.period)!, 1)
        ]);
        if (!from) {
          expect(shown, `${key} ${slug}`).toBe('none comparable');
        } else if (shown.startsWith('within')) {
          seen.within++;
          expect(isExact, `${key} ${slug}`).toBe(false);
          expect(gap, `${key} ${slug}`).toBeLessThan(0.11);
        } else {
          seen[from.period === '2008' ? 'since2008' : 'sinceFirst']++;
          if (!isExact && by !== 0) expect(gap, `${key} ${slug}`).toBeGreaterThan(-0.11);
          expect(shown.replace(VERDICT, ''), `${key} ${slug}`).toBe(
            `${by! > 0 ? '+' : ''}${commas(by!, 1)} since ${from.period}`
          );
          expect(VERDICT.test(shown), `${key} ${slug}`).toBe(isCouncil);
          if (shown.endsWith('rose')) expect(by).toBeGreaterThan(0);
          if (shown.endsWith('fell')) expect(by).toBeLessThan(0);
        }
      });
    }
    expect(seen.since2008).toBeGreaterThan(100);
    expect(seen.sinceFirst).toBeGreaterThan(300);
    expect(seen.within).toBeGreaterThan(0);
  });
});

it('no section of any authority holds a figure that is none', () => {
  for (const { key } of AUTHORITIES) {
    const { now, standsOut, around, workforce } = sectionsOf(key);
    const markup = [now.table, now.sentences, now.group, standsOut, around, workforce].join('');
    expect(markup).not.toMatch(/NaN|undefined|Infinity|null|\bstyle=|\bid=/);
  }
});
