import { describe, expect, it } from 'vitest';
import { isAuthority, STATUS_CODES, type Period, type SeriesFile, type VariantColumns } from '#lib/domain/index.ts';
import { measureOf } from '#lib/domain/catalogue/index.ts';
import { defaults } from '#lib/address/trend.ts';
import { yearLegend } from '#lib/download/year-share.ts';
import { compose } from '#lib/figures/time/picture.ts';
import { describe as describeTime } from '#lib/figures/time/sentences.ts';
import { toSpreadSpec } from '#lib/figures/spread/spec.ts';
import { cardOf, describeFacts, describeNone, describePlace, type Card } from '#lib/areas/card.ts';
import { findingsOf } from '#lib/areas/stands-out.ts';
import { storeOf } from '#lib/figures/year/figure-store.ts';
import { composeYear } from '#lib/figures/year/picture.ts';
import { toYearRows } from '#lib/figures/year/rows.ts';
import { describeYear } from '#lib/figures/year/sentences.ts';
import { tabulateYear } from '#lib/figures/year/table.ts';
import { yearsHeld } from '#lib/figures/year/years-held.ts';
import { estimatesFile } from '../../src/pipeline/estimates/files.ts';
import { areaOf, areas, england, fileOf, similar } from '../site.ts';

/*
 * Figures made up to be bad, through the code that makes the pages: series file, estimates, pictures, sentences, tables, files.
 */

const SLUG = 'looked-after';
const HARINGEY = '309';
const measure = measureOf(SLUG)!;
const children = fileOf('children');
const real = fileOf(SLUG);

type Made = number | 'as it is' | 'suppressed' | 'absent';

const remade = (
  columns: VariantColumns,
  of: (key: string, period: Period, value: number | null) => Made
): VariantColumns => {
  const made = columns.value.map((values, at) => {
    const old = columns.status[at]!;
    const statuses = old.flatMap((each, i) => (i % 2 ? [] : Array<number>(old[i + 1]!).fill(each)));
    return values.map((value, i) => {
      const key = real.areas[columns.area[at]!]!;
      const found = isAuthority(key) ? of(key, columns.periods[columns.from[at]! + i]!, value) : 'as it is';
      if (found === 'as it is') return [value, statuses[i]!] as const;
      if (typeof found === 'number') return [found, 0] as const;
      return [null, STATUS_CODES.indexOf(found)] as const;
    });
  });
  const { indicator, periods, lines, area, line, from, segment, segments, lineage, lineages } = columns;
  return {
    ...{ indicator, periods, lines, area, line, from, segment, segments, lineage, lineages },
    value: made.map((series) => series.map(([value]) => value)),
    status: made.map((series) => series.flatMap(([, status]) => [status, 1])),
    below: made.map(() => []),
    above: made.map(() => [])
  };
};

/** The measure with other figures of councils, and all that pages make of it. */
const site = (of: (key: string, period: Period, value: number | null) => Made) => {
  const { rate, number } = real.variants;
  const file: SeriesFile = { ...real, variants: { rate: remade(rate!, of), number: remade(number!, of) } };
  const series = new Map([...[file, children].map((each) => [each.measure, each] as const)]);
  const estimates = estimatesFile(measure, {
    series,
    areas: areas as unknown as Parameters<typeof estimatesFile>[1]['areas']
  });
  const parts = { file, bases: children, measure, years: yearsHeld(file, measure), areas, estimates };
  const year = (view: 'rank' | 'spread' | 'map', since?: Period) =>
    composeYear({
      ...parts,
      view,
      choices: { ...defaults(measure), unit: 'rate', areas: [HARINGEY], ...(since ? { since } : {}) }
    });
  const store = storeOf({
    series: (slug) => (slug === SLUG ? file : fileOf(slug)),
    estimates: (slug) => (slug === SLUG ? estimates : undefined),
    areas,
    similar
  });
  const time = (key = HARINGEY) =>
    describeTime(compose(file, measure, 'rate', england, [areaOf(key)], children, () => ({ areas, estimates }))).find(
      ({ id }) => id === key
    )?.text;
  const said = (...pictures: ReturnType<typeof year>[]): string =>
    pictures
      .flatMap((picture) => (picture ? [...describeYear(picture).map(({ text }) => text), ...yearLegend(picture)] : []))
      .join('\n');
  return { file, year, store, time, said, estimates };
};

const CLAIMS =
  /once chance is allowed for|(it|council|councils) (rose|fell)\b|quarter\b.*most likely|widened|more than chance alone gives/;

const clean = (text: string): void => expect(text).not.toMatch(/NaN|undefined|Infinity|null/);

const factsOf = (card: Card): string =>
  describeFacts(card)
    .map(({ head, text }) => `${head}: ${text}`)
    .join('; ');

describe('figures that allow no claim', () => {
  it('all zero: no range, no limits that widen, no change, no finding', () => {
    const { year, time, said, store } = site(() => 0);
    const text = said(year('rank'), year('spread'), year('rank', '2024'));
    clean(text + time());
    expect(text).toContain('were all 0.0');
    expect(text).toMatch(/No wider limits are drawn, which would allow for how far councils usually differ: .+\./);
    expect(text).toMatch(/No range can be given for this rank: .+\./);
    expect(text).toMatch(/Whether a change is more than chance is not tested: .+\./);
    expect(time()).toMatch(/Whether it changed is not tested: .+\.|no clear change/);
    for (const row of toYearRows(year('rank')!, real, '')) {
      expect(row.place_range_first).toBe('');
      if (row.place) expect(row.place_range_why).not.toBe('');
    }
    expect(
      findingsOf(store, areaOf(HARINGEY)).beyond.filter(({ slug, kind }) => slug === SLUG && kind === 'trend')
    ).toEqual([]);
  });

  it('all suppressed: nobody is ranked, and it says so', () => {
    const { year, time, said, store } = site(() => 'suppressed');
    for (const picture of [year('rank'), year('spread'), year('map')]) {
      // Without a year that councils have figures of there is no view of one.
      if (picture) expect(picture.ranked).toEqual([]);
    }
    const text = said(year('rank'), year('spread'));
    clean(`${text} ${time()}`);
    expect(text).not.toMatch(CLAIMS);
    expect(time()).toMatch(/There is no figure to show for Haringey\./);
    expect(time()).toMatch(/are not published: the publisher held them back so that no one can be identified\./);
    const card = cardOf(store, SLUG, areaOf(HARINGEY))!;
    clean(describeNone(card));
    expect([describeFacts(card), describePlace(card)]).toEqual([[], '']);
  });

  it('one council: no range, no limits from how councils differ, no test', () => {
    const { year, time, said, store } = site((key) => (key === HARINGEY ? 'as it is' : 'absent'));
    const text = said(year('rank'), year('spread'), year('rank', '2024'));
    clean(text + time());
    expect(year('rank')!.ranked.map(({ area }) => area.key)).toEqual([HARINGEY]);
    expect(text).not.toMatch(/once chance is allowed for|it rose|it fell/);
    expect(text).toMatch(/No range can be given for this rank: .+\./);
    expect(text).toMatch(/No wider limits are drawn, .+: .+\./);
    expect(time()).toMatch(/Whether it changed is not tested: .+\./);
    const card = cardOf(store, SLUG, areaOf(HARINGEY))!;
    const facts = factsOf(card);
    expect(facts).not.toMatch(CLAIMS);
    expect(facts).toMatch(/Last five years: no trend can be given: .+/);
    clean(facts);
  });

  it('three years: changes can be tested, but there is no five-year trend', () => {
    const { time, store } = site((_, period) => (period >= '2023' ? 'as it is' : 'absent'));
    expect(time()).toMatch(/the earliest comparable year\. From 2023 to 2025 /);
    const facts = factsOf(cardOf(store, SLUG, areaOf(HARINGEY))!);
    expect(facts).toMatch(/Last five years: no trend can be given: a figure is missing in the five years/);
    clean(`${facts} ${time()}`);
  });

  it('a council that began last year: a rank with its range, but no change and no trend', () => {
    const { year, time, store } = site((key, period) => (key === HARINGEY && period < '2025' ? 'absent' : 'as it is'));
    expect(time()).toMatch(/No earlier figure can be compared with it\./);
    expect(time()).not.toMatch(/rose|fell|no clear change/);
    const card = cardOf(store, SLUG, areaOf(HARINGEY))!;
    expect(card.since).toBeUndefined();
    expect(describePlace(card)).toMatch(/ highest of \d+ councils; \d+\w+ to \d+\w+ once chance is allowed for$/);
    expect(factsOf(card)).toMatch(/Last five years: no trend can be given: .+/);
    const changed = tabulateYear(year('rank', '2024')!).rows.find(
      (row) => row.kind === 'figures' && row.period === HARINGEY
    )!;
    expect(changed.kind === 'figures' && changed.cells.map(({ text }) => text)).toContain('not comparable');
    clean(factsOf(card));
  });

  it('draws what there is, and no limit that is no number', () => {
    for (const of of [() => 0, (key: string) => (key === HARINGEY ? 'as it is' : 'absent')] as const) {
      const picture = site(of).year('spread')!;
      const spec = toSpreadSpec(picture);
      if (spec.kind !== 'funnel') continue;
      expect(spec.limits.every(({ widened }) => !widened)).toBe(true);
      for (const { points } of spec.limits)
        for (const { low, high } of points) expect(Number.isFinite(low) && Number.isFinite(high)).toBe(true);
    }
  });
});
