import { describe, expect, it } from 'vitest';
import { YEAR_VIEWS, type YearView } from '#lib/figures/registry.ts';
import { type Measure, type Period, type VariantKey } from '#lib/domain/index.ts';
import { CATALOGUE } from '#lib/domain/catalogue/index.ts';
import { defaults, type Choices } from '#lib/address/trend.ts';
import { composeYear, type YearPicture } from '#lib/figures/year/picture.ts';
import { beyondChance, claimsOfResult, claimsOfYear, type ResultClaim } from '#lib/figures/year/claims.ts';
import { describeYear } from '#lib/figures/year/sentences.ts';
import { yearsHeld } from '#lib/figures/year/years-held.ts';
import { isWhy } from '#lib/series/estimates.ts';
import { toSpreadSpec } from '#lib/figures/spread/spec.ts';
import type { Rank } from '#lib/statistics/rank.ts';
import { areas, estimatesOf, fileOf } from '../site.ts';
import { comparable, numberIn, places, table, type Cell, type Column } from './raw.ts';
import { englandFaults, figureIn, standsFaults, type Asked } from './claim-faults.ts';
import { placesOf, unpublishedIn } from './unpublished.ts';

const TOO_SMALL = ['201', '420'];

const pictureOf = (
  measure: Measure,
  unit: VariantKey,
  { view = 'rank', ...change }: Partial<Choices> & { view?: YearView }
): YearPicture | undefined => {
  const variant = measure.variants.find(({ key }) => key === unit)!;
  return composeYear({
    file: fileOf(measure.slug),
    bases: variant.denominator && fileOf(variant.denominator.measure),
    measure,
    view,
    choices: { ...defaults(measure), unit, ...change },
    years: yearsHeld(fileOf(measure.slug), measure),
    areas,
    estimates: estimatesOf(measure.slug)
  });
};

/** The column of data/ behind a unit and line. */
const columnOf = (measure: Measure, unit: VariantKey, line: string | undefined): Column => {
  const variant = measure.variants.find(({ key }) => key === unit)!;
  const column = variant.lines?.find(({ key }) => key === line)?.indicator ?? variant.indicator;
  return { file: variant.dataSet, column };
};

const cellOf = (column: Column, key: string, period: Period): Cell | undefined => numberIn(column, key, period);

/** Authorities with a figure in a year, those with too few children left out; straight from the table. */
const rankable = (column: Column, year: Period): { key: string; value: number }[] =>
  [...places.values()].flatMap(({ key, level }) => {
    const cell = level === 'Local authority' && !TOO_SMALL.includes(key) ? cellOf(column, key, year) : undefined;
    return cell ? [{ key, value: Number(cell.text) }] : [];
  });

/** Type 7, by its textbook formula. */
const percentile = (sorted: number[], p: number): number => {
  const h = (sorted.length - 1) * p;
  const [low, high] = [sorted[Math.floor(h)]!, sorted[Math.ceil(h)]!];
  return low + (h - Math.floor(h)) * (high - low);
};

/** The range of a rank as the estimates of the build have it; undefined where there is none. */
const expectedRange = (slug: string, unit: VariantKey, year: Period, key: string) => {
  const variant = estimatesOf(slug)?.variants[unit];
  const ranks = variant?.years[year]?.ranks;
  const at = variant?.areas.indexOf(key) ?? -1;
  if (!ranks || 'why' in ranks || !ranks.first[at]) return undefined;
  const quarter = ranks.quarter[at]!;
  return { first: ranks.first[at], last: ranks.last[at]!, ...(quarter ? { quarter } : {}) };
};

/** Among `hidden` figures too, of which only both ends are known. */
const expectedRank = (
  all: { key: string; value: number }[],
  key: string,
  hidden: { low: number; high: number }[]
): Rank | undefined => {
  const mine = all.find((each) => each.key === key);
  if (!mine) return undefined;
  const values = all.map(({ value }) => value);
  const [place, last] = placesOf(mine.value, values, hidden);
  return {
    place,
    ...(last > place ? { last } : {}),
    joint: place === last && values.filter((value) => value === mine.value).length > 1,
    of: all.length + hidden.length
  };
};

/** What is untrue of the claims of one area in one year, or missing from them. */
const faultsOf = (
  claims: ResultClaim[],
  asked: Asked & {
    slug: string;
    line: string;
    year: Period;
    all: { key: string; value: number }[];
    hidden: { low: number; high: number }[];
  }
): string[] => {
  const { key, column, unit, year, all, line, slug } = asked;
  const faults: string[] = [];
  const same = (what: string, found: unknown, expected: unknown): void => {
    if (JSON.stringify(found) !== JSON.stringify(expected))
      faults.push(`${what}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`);
  };
  const cell = cellOf(column, key, year);
  if (!cell) {
    same('no figure', claims, [{ kind: 'no figure', area: key, period: year }]);
    return faults;
  }
  const [level, ...others] = claims;
  same('figure', level, { kind: 'level', area: key, line, period: year, value: Number(cell.text) });
  const rank = others.find((each) => each.kind === 'rank');
  const england = others.find((each) => each.kind === 'England');
  same('nothing else', others.length, (rank ? 1 : 0) + (england ? 1 : 0));
  same('its rank', rank?.rank, expectedRank(all, key, asked.hidden));
  if (rank) {
    same('of whom, when and from which end', [rank.area, rank.period, rank.from], [key, year, 'highest']);
    const expected = expectedRange(slug, unit as VariantKey, year, key);
    if ('why' in rank.range) same('a range', rank.range.why, expected ?? rank.range.why);
    else {
      const { first, last, quarter } = rank.range;
      same('the range of its rank', { first, last, ...(quarter ? { quarter } : {}) }, expected);
    }
  }
  faults.push(...englandFaults(england, asked, cell));
  return faults;
};

const UNITS = CATALOGUE.flatMap((measure) =>
  measure.variants
    .filter(({ key }) => yearsHeld(fileOf(measure.slug), measure)[key]?.length)
    .map(({ key }) => ({ measure, unit: key }))
);

describe('every claim of one area in one year is true by the published tables', () => {
  it.each(UNITS)('$measure.slug as $unit', ({ measure, unit }) => {
    const years = yearsHeld(fileOf(measure.slug), measure)[unit]!;
    const lines = measure.variants.find(({ key }) => key === unit)!.lines?.map(({ key }) => key) ?? [undefined];
    const found: string[] = [];
    let count = 0;
    for (const year of years)
      for (const line of lines) {
        const picture = pictureOf(measure, unit, { year, ...(line ? { line } : {}) })!;
        const column = columnOf(measure, unit, picture.line?.key);
        const all = rankable(column, year);
        const hidden = [...unpublishedIn(column, year).values()];
        expect(picture.ranked.map(({ area }) => area.key).sort()).toEqual(all.map(({ key }) => key).sort());
        const results = [...picture.ranked, ...picture.unranked, ...(picture.england ? [picture.england] : [])];
        for (const result of results) {
          count++;
          const { key } = result.area;
          const line = picture.line?.key ?? 'all';
          const asked = { slug: measure.slug, key, column, line, unit, dp: picture.dp, year, all, hidden };
          for (const fault of faultsOf(claimsOfResult(picture, result), asked))
            found.push(`${measure.slug} ${unit} ${year} ${key}: ${fault}`);
        }
      }
    expect(found.slice(0, 10).join('\n'), `${found.length} faults in ${count} results`).toBe('');
    expect(count).toBeGreaterThan(100);
  });
});

describe('what is said of all authorities together', () => {
  it.each(UNITS)('$measure.slug as $unit: both ends, the middle half, and who is not ranked', ({ measure, unit }) => {
    const dp = measure.variants.find(({ key }) => key === unit)!.dp;
    for (const year of yearsHeld(fileOf(measure.slug), measure)[unit]!) {
      const picture = pictureOf(measure, unit, { year })!;
      const column = columnOf(measure, unit, picture.line?.key);
      const all = rankable(column, year);
      const [span, ...others] = claimsOfYear(picture);
      if (!all.length) {
        expect(span).toEqual({ kind: 'none ranked', period: year });
        continue;
      }
      if (span?.kind !== 'range') throw new Error(`expected a range, found ${JSON.stringify(span)}`);
      const sorted = all.map(({ value }) => value).sort((a, b) => a - b);
      const at = (end: number) => ({
        value: end,
        areas: all.flatMap(({ key, value }) => (value === end ? [key] : [])).sort()
      });
      expect([span.period, span.of]).toEqual([year, all.length]);
      expect({ ...span.low, areas: [...span.low.areas].sort() }).toEqual(at(sorted[0]!));
      expect({ ...span.high, areas: [...span.high.areas].sort() }).toEqual(at(sorted.at(-1)!));
      const hidden = [...unpublishedIn(column, year).values()];
      const halfWith = (others: number[]): string => {
        const values = [...sorted, ...others].sort((a, b) => a - b);
        return [0.25, 0.5, 0.75].map((p) => (percentile(values, p) + 1e-9).toFixed(dp)).join();
      };
      const isKnown = halfWith(hidden.map(({ low }) => low)) === halfWith(hidden.map(({ high }) => high));
      expect(span.middle !== undefined, year).toBe(all.length >= 8 && isKnown);
      if (span.middle && !hidden.length)
        [0.25, 0.75].forEach((p, i) =>
          expect(Math.abs(span.middle![i]! - percentile(sorted, p))).toBeLessThanOrEqual(0.5 * 10 ** -dp + 1e-9)
        );
      const unranked = others.flatMap((each) => ('areas' in each ? each.areas : []));
      const ranked = all.map(({ key }) => key);
      const inBeing = [...picture.ranked, ...picture.unranked].map(({ area }) => area.key);
      expect(unranked.sort()).toEqual(inBeing.filter((key) => !ranked.includes(key)).sort());
      expect(others.find((each) => each.kind === 'not published')?.count ?? 0).toBe(hidden.length);
    }
  });

  it('counts who lies outside the limits', () => {
    const picture = pictureOf(CATALOGUE[0]!, 'rate', { view: 'spread' })!;
    const { of, above, below } = beyondChance(picture);
    const sides = picture.ranked.map(({ against }) => against?.side);
    expect(of).toBe(picture.ranked.length);
    expect(above).toBe(sides.filter((side) => side === 'higher').length);
    expect(below).toBe(sides.filter((side) => side === 'lower').length);
  });

  const based = CATALOGUE.flatMap((measure) =>
    measure.variants.flatMap(({ key, denominator }) =>
      denominator && key !== 'number' ? [[measure.slug, key, measure] as const] : []
    )
  );
  it.each(based)(
    '%s, %s: states the factor or the range that draws the wider limits, in every year',
    (slug, unit, measure) => {
      const Z = 1.959963984540054;
      for (const year of yearsHeld(fileOf(slug), measure)[unit] ?? []) {
        const picture = pictureOf(measure, unit, { view: 'spread', year })!;
        const spec = toSpreadSpec(picture);
        const text = describeYear(picture).at(-1)!.text;
        const factor = /by a factor of up to ([\d.]+)\./.exec(text)?.[1];
        const ends = /usually lie between ([\d.]+)% and ([\d.]+)%/.exec(text);
        const drawn =
          spec.kind === 'funnel' ? spec.limits.find(({ level, widened }) => level === 95 && widened) : undefined;
        expect([year, Boolean(factor ?? ends)]).toEqual([year, drawn !== undefined]);
        if (!drawn || spec.kind !== 'funnel') {
          if (spec.kind === 'funnel' && picture.ranked.some(({ against }) => against?.side))
            expect(text).toMatch(/No wider limits are drawn, [^.]+: [^.]+\.|differ by no more than chance/);
          continue;
        }
        // At the largest size, where chance adds least, the upper limit gives back the usual difference that it was widened by.
        const { size, high } = drawn.points.at(-1)!;
        const centre = spec.centre.value;
        const toScale = (value: number): number =>
          unit === 'percent' ? Math.log(value / (100 - value)) : Math.log(value / 10_000);
        const share = unit === 'percent' ? centre / 100 : centre / 10_000;
        const chance = 1 / (size * share * (unit === 'percent' ? 1 - share : 1));
        const tau = Math.sqrt(((toScale(high) - toScale(centre)) / Z) ** 2 - chance);
        if (factor) expect(Math.abs(Number(factor) - Math.exp(Z * tau)), `${year}: ${factor}`).toBeLessThan(0.051);
        else {
          const odds = (by: number): number => 100 / (1 + Math.exp(-(toScale(centre) + by)));
          expect(Math.abs(Number(ends![1]) - odds(-Z * tau)), `${year}: ${ends![0]}`).toBeLessThan(0.1);
          expect(Math.abs(Number(ends![2]) - odds(Z * tau)), `${year}: ${ends![0]}`).toBeLessThan(0.1);
        }
      }
    }
  );

  // By the order of the design: beyond the 99.8% limits that allow for the usual difference, in the figures of 2025.
  it.each([
    ['looked-after', '2 (Blackpool and Stoke-on-Trent) lie above', '0 below'],
    ['child-protection-plans', '1 (Middlesbrough) lies above', '1 (Wandsworth) below'],
    ['children-in-need', '2 (Hartlepool and Blackpool) lie above', '1 (Essex) below'],
    ['starting-to-be-looked-after', '2 ', '2 (Essex and Kingston upon Thames) below']
  ])('%s: names who lies beyond the wider limits in 2025, on both sides', (slug, above, below) => {
    const measure = CATALOGUE.find((each) => each.slug === slug)!;
    const text = describeYear(pictureOf(measure, 'rate', { view: 'spread', year: '2025' })!).at(-1)!.text;
    const found = /Of \d+ councils, (.*?) above the wider 99\.8% limits and (.*?) them\./.exec(text)!;
    expect(`${found[1]} above`).toContain(above);
    expect(found[2]).toBe(below);
    expect(text).toContain('Brothers and sisters often enter care together');
    expect(text).not.toMatch(/1 in 20 .*wider|wider[^.]*1 in 20/);
  });
});

describe('a change since another year', () => {
  it.each([
    ['looked-after', 'rate', '2008', '2010'],
    ['starting-to-be-looked-after', 'number', '2008', '2010'],
    ['child-protection-plans', 'rate', '2012', '2025'],
    ['re-referrals', 'percent', '2015', '2025'],
    ['caseload', 'average', '2018', '2025']
  ] as const)('%s as %s from %s to %s is told as the tables have it', (slug, unit, since, year) => {
    const measure = CATALOGUE.find((each) => each.slug === slug)!;
    const picture = pictureOf(measure, unit, { since, year })!;
    const column = columnOf(measure, unit, undefined);
    let [rose, fell, open] = [0, 0, 0];
    const isTested = unit === 'rate' || unit === 'percent';
    for (const { key } of [...places.values()].filter(({ level }) => level === 'Local authority')) {
      const [from, to] = [cellOf(column, key, since), cellOf(column, key, year)];
      const isThere = from && to && comparable(column, key, since, year) && !TOO_SMALL.includes(key);
      const result = picture.ranked.find(({ area }) => area.key === key);
      expect(result !== undefined, key).toBe(Boolean(isThere));
      if (!result || !from || !to) continue;
      const [level, claim, ...others] = claimsOfResult(picture, result);
      expect(level).toMatchObject({ kind: 'level', area: key, period: year, value: Number(to.text) });
      // A change has no bare rank.
      expect(others).toEqual([]);
      if (claim?.kind !== 'since') throw new Error(`expected a change, found ${JSON.stringify(claim)}`);
      expect([claim.area, claim.period, claim.value]).toEqual([key, since, Number(from.text)]);
      const [then, now] = [figureIn(column, key, from), figureIn(column, key, to)];
      expect(standsFaults(claim, then, now, picture.dp), key).toEqual([]);
      // Direction is a claim, and made only by a test whose interval lies on its side of zero.
      const { tested } = claim;
      const verdict = tested && !isWhy(tested) ? tested : undefined;
      expect(verdict !== undefined, key).toBe(isTested);
      if (verdict?.verdict === 'rose') expect([claim.by > 0, verdict.low >= 0], key).toEqual([true, true]);
      if (verdict?.verdict === 'fell') expect([claim.by < 0, (verdict.high ?? 1) <= 0], key).toEqual([true, true]);
      if (verdict?.verdict === 'rose') rose++;
      else if (verdict?.verdict === 'fell') fell++;
      else open++;
    }
    const [span] = claimsOfYear(picture);
    if (span?.kind !== 'moves') throw new Error(`expected changes, found ${JSON.stringify(span)}`);
    if (isTested) expect(span.found).toMatchObject({ rose, fell, 'no clear change': open });
    else expect(span.found).toHaveProperty('why');
    expect(rose + fell + open).toBeGreaterThan(100);
  });

  it('names no clear change from 2024 to 2025, where a bare comparison has 41 rises and 109 falls', () => {
    const measure = CATALOGUE.find(({ slug }) => slug === 'looked-after')!;
    const [span] = claimsOfYear(pictureOf(measure, 'rate', { since: '2024', year: '2025' })!);
    expect(span?.kind === 'moves' && span.found).toMatchObject({ rose: 0, fell: 0, 'no clear change': 151 });
  });

  it('is not told across a break', () => {
    const measure = CATALOGUE.find(({ slug }) => slug === 'children-in-need')!;
    const picture = pictureOf(measure, 'rate', { since: '2010', year: '2025' })!;
    expect(picture.ranked).toEqual([]);
    expect(claimsOfYear(picture)[0]).toEqual({ kind: 'none ranked', period: '2025', since: '2010' });
  });
});

describe('a picture of one year', () => {
  it('shows the same authorities in every view, those in being then and no other', () => {
    const measure = CATALOGUE[0]!;
    for (const year of yearsHeld(fileOf(measure.slug), measure).rate!) {
      const shown = YEAR_VIEWS.map((view) => {
        const picture = pictureOf(measure, 'rate', { view, year })!;
        return [...picture.ranked, ...picture.unranked].map(({ area }) => area.key).sort();
      });
      for (const each of shown) expect(each).toEqual(shown[0]);
      const held = [
        ...new Set(
          table('local_authorities')
            .filter(({ start, end }) => start! <= `${year}-03-31` && (!end || end >= `${year}-03-31`))
            .map((row) => row.old_la_code!)
        )
      ];
      expect(shown[0]).toEqual(held.sort());
      expect(held).toHaveLength({ 2006: 150, 2025: 153 }[year] ?? held.length);
    }
  });

  it('says of an area that did not exist then when it did, and where it can be seen', () => {
    const measure = CATALOGUE[0]!;
    const early = pictureOf(measure, 'rate', { year: '2015', areas: ['942'] })!;
    expect(early.notices).toEqual([
      { text: 'Cumberland did not exist on 31 March 2015: it began on 1 April 2023.', year: '2024' }
    ]);
    const late = pictureOf(measure, 'rate', { areas: ['909'] })!;
    expect(late.notices[0]!.text).toContain('Cumbria did not exist on 31 March 2025: it ended on 31 March 2023');
    expect(late.notices[0]!.year).toBe('2023');
  });
});
