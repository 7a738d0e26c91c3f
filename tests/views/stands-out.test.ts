import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '#lib/domain/catalogue/index.ts';
import { againstEngland, findingsOf, type Finding } from '#lib/areas/stands-out.ts';
import {
  AUTHORITIES,
  columnOf,
  commas,
  ENGLAND,
  fiveOf,
  measureOf,
  numberAt,
  unroundedAt,
  strip,
  TOO_SMALL,
  trendOf,
  yearOf
} from './beside.ts';
import { tailsOf } from './chance.ts';
import { tauOf, type Departure } from './dispersion.ts';
import { childrenBehind, comparable, openBy, outOf, roundedTo, type Column } from './raw.ts';
import { areaOf, sectionsOf, store } from './sections.ts';

/*
 * What stands out of an authority's figures, worked out again from the tables of data/.
 */

const signed = (value: number): string => `${Number(value.toFixed(1)) > 0 ? '+' : ''}${commas(value, 1)}`;

const TESTED = CATALOGUE.filter(
  ({ variants: [{ key, denominator }] }) => denominator && (key === 'rate' || key === 'percent')
);
const FAR = 3.090232;

const LARGE = AUTHORITIES.filter(({ key }) => !TOO_SMALL.includes(key));

/** The authorities that have a figure in a year. */
const heldIn = (column: Column, year: string): string[] =>
  LARGE.filter(({ key }) => numberAt(column, key, year) !== undefined).map(({ key }) => key);

const worked = new Map<string, number>();
/** τ of what authorities with a figure depart by, worked out once. */
const tauIn = (
  what: string,
  column: Column,
  year: string,
  departure: (key: string) => Departure | undefined
): number => {
  const id = JSON.stringify([what, column, year]);
  if (!worked.has(id)) worked.set(id, tauOf(heldIn(column, year).flatMap((key) => departure(key) ?? [])));
  return worked.get(id)!;
};

/** How far beyond its limit a figure lies: the ways that it may, the ways that it must, and by how much. */
interface Beyond {
  may: string[];
  must: string[];
  size: number;
}

/** Limits as far from England's as this are the same: the build keeps τ to six digits, and takes percentages as whole counts. */
const SURE = 1e-3;

const beyondBy = (size: number, way: string): Beyond => ({
  may: size > 1 - SURE ? [way] : [],
  must: size > 1 + SURE ? [way] : [],
  size
});

const NOWHERE: Beyond = { may: [], must: [], size: 0 };

/** The whole counts that a figure can stand for: that of a rate is published, those of a percentage are all that round to it. */
const countsBehind = (column: Column, key: string, year: string, size: number, kind: 'rate' | 'percent'): number[] => {
  if (kind === 'rate') {
    const counts = { ...column, column: column.column.replace(/_rate$/, '') };
    const count = numberAt(counts, key, year)!;
    const [below, above] = openBy(roundedTo(counts, 'Local authority', year));
    return [count - below, count + above];
  }
  const percent = numberAt(column, key, year)!;
  const near = Math.round((percent / 100) * size);
  const all = Array.from({ length: Math.ceil(size / 500) + 4 }, (_, i) => near - Math.ceil(size / 1000) - 2 + i).filter(
    (each) => each >= 0 && each <= size && Math.abs((each / size) * 100 - percent) <= 0.05 + 1e-9
  );
  return all.length ? [Math.min(...all), Math.max(...all)] : [near, near];
};
const middleOf = ([low, high]: number[]): number => (low! + high!) / 2;

/** How the model measures a share: the logarithm of a rate, the log odds of a percentage; none and all are half a child away. */
const scaleOf = (count: number, size: number, kind: 'rate' | 'percent'): number => {
  const some = Math.max(count, 0.5);
  return kind === 'rate'
    ? Math.log(some / size)
    : Math.log(Math.min(some, size - 0.5) / (size - Math.min(some, size - 0.5)));
};

/** A figure beside England's, on the logarithm: beyond limits widened by how authorities differ, and beyond those of chance, to within one count. */
const beyondEngland = (column: Column, key: string, year: string, kind: 'rate' | 'percent'): Beyond => {
  const theirs = unroundedAt(column, ENGLAND, year)!;
  const base = outOf(column, key, year);
  if (base === undefined) return NOWHERE;
  const per = kind === 'rate' ? 10_000 : 100;
  const share = theirs / per;
  const centre = kind === 'rate' ? Math.log(share) : Math.log(share / (1 - share));
  const errorAt = (size: number): number => 1 / Math.sqrt(size * share * (kind === 'rate' ? 1 : 1 - share));
  const known = heldIn(column, year).filter((each) => outOf(column, each, year));
  const none = known.filter(
    (each) => middleOf(countsBehind(column, each, year, outOf(column, each, year)!, kind)) === 0
  ).length;
  if (none > known.length / 10) return NOWHERE;
  const tau = tauIn('level', column, year, (each) => {
    const size = outOf(column, each, year);
    return size
      ? {
          by: scaleOf(middleOf(countsBehind(column, each, year, size, kind)), size, kind) - centre,
          error: errorAt(size)
        }
      : undefined;
  });
  const half = FAR * Math.hypot(errorAt(base), tau);
  const tails = tailsOf(kind, base, share);
  const [least, most] = countsBehind(column, key, year, base, kind);
  const [up, down] = [(scaleOf(least!, base, kind) - centre) / half, (centre - scaleOf(most!, base, kind)) / half];
  const ways = (by: number, sure: number): string[] => [
    ...(up > 1 + sure && tails.above(least! + by) < 0.001 ? ['higher'] : []),
    ...(down > 1 + sure && tails.below(most! - by) < 0.001 ? ['lower'] : [])
  ];
  return { may: ways(1, -SURE), must: ways(-1, SURE), size: Math.max(up, down) };
};

/** A slope over five years that is clear by itself, beside England's. */
const beyondTrend = (column: Column, key: string, year: string): Beyond => {
  const way = trendOf(column, key, year);
  const [own, theirs] = [fiveOf(column, key, year), fiveOf(column, ENGLAND, year)];
  if (!['rising', 'falling'].includes(way) || !own || !theirs) return NOWHERE;
  const tau = tauIn('slope', column, year, (each) => {
    const five = fiveOf(column, each, year);
    return five && { by: five.slope - theirs.slope, error: five.error };
  });
  const by = own.slope - theirs.slope;
  return beyondBy((way === 'rising' ? by : -by) / (FAR * Math.hypot(own.error, tau)), way);
};

/** Both counts and numbers of children of a change since March 2008. */
const sidesOf = (column: Column, key: string, year: string) => {
  const count = { ...column, column: column.column.replace(/_rate$/, '') };
  const [a, b] = [numberAt(count, key, '2008'), numberAt(count, key, year)];
  const [n, m] = [childrenBehind(key, '2008'), childrenBehind(key, year)];
  if (!a || !b || !n || !m || year <= '2008' || !comparable(column, key, '2008', year)) return undefined;
  if (numberAt(column, key, '2008') === undefined || numberAt(column, key, year) === undefined) return undefined;
  return { count, a, b, n, m };
};

/** A change since March 2008 that is clear by itself, beside England's. */
const beyond2008 = (column: Column, key: string, year: string): Beyond => {
  const [own, england] = [sidesOf(column, key, year), sidesOf(column, ENGLAND, year)];
  if (!own || !england) return NOWHERE;
  const { count, a, b, n, m } = own;
  const half = (at: string): number => openBy(roundedTo(count, 'Local authority', at))[0];
  const wide = FAR * Math.sqrt(1 / a + n / (a * m));
  const least = Math.log(((b - half(year)) / (a + half('2008'))) * (n / m));
  const most = Math.log(((b + half(year)) / Math.max(a - half('2008'), 1e-9)) * (n / m));
  const way = least > wide ? 'higher' : most < -wide ? 'lower' : undefined;
  if (!way) return NOWHERE;
  const growth = Math.log((england.b / england.a) * (england.n / england.m));
  const errorOf = (sides: typeof own): number =>
    Math.sqrt(1 / sides.a + sides.n / (sides.a * sides.m * Math.exp(growth)));
  const tau = tauIn('growth', column, year, (each) => {
    const sides = sidesOf(column, each, year);
    return sides && { by: Math.log((sides.b / sides.a) * (sides.n / sides.m)) - growth, error: errorOf(sides) };
  });
  const by = way === 'higher' ? least - growth : growth - most;
  return beyondBy(by / (FAR * Math.hypot(errorOf(own), tau)), way);
};

describe('what stands out', () => {
  const all = new Map(AUTHORITIES.map(({ key }) => [key, findingsOf(store, areaOf(key))]));
  const of = (key: string, slug: string, kind: Finding['kind']) =>
    all.get(key)!.beyond.find((each) => each.slug === slug && each.kind === kind);

  it('holds to its rule: all that lies beyond, the furthest first, each measure and kind once, at most five shown', () => {
    for (const { key } of AUTHORITIES) {
      const { tested, beyond } = all.get(key)!;
      expect(tested).toBe(!TOO_SMALL.includes(key));
      expect(new Set(beyond.map(({ slug, kind }) => `${slug}/${kind}`)).size).toBe(beyond.length);
      const sizes = beyond.map(({ size }) => size);
      expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
      expect(sizes.every((size) => size > 1 && Number.isFinite(size))).toBe(true);
      const markup = sectionsOf(key).standsOut;
      const shown = [...markup.matchAll(/<li>(.*?)<\/li>/g)].map(([, item]) => strip(item!).replace(' .', '.'));
      expect(shown).toEqual(beyond.slice(0, 5).map(({ head, text }) => `${head}. ${text}`));
      if (!tested) expect(markup).toContain('Nothing is picked out');
      else if (!beyond.length) expect(markup).toContain('Nothing here is far enough from England');
      expect(markup).not.toMatch(/better|worse/);
    }
  });

  it('says of most authorities that nothing stands out, and of its rule what is so', () => {
    const none = LARGE.filter(({ key }) => !all.get(key)!.beyond.length);
    expect(none.length).toBeGreaterThan(LARGE.length / 2);
    expect(none.length).toBeLessThan(LARGE.length);
    expect(none.map(({ prose }) => prose)).toContain('Haringey');
    for (const { key } of none) expect(sectionsOf(key).standsOut).toContain('Nothing here is far enough from England');
    const figures = LARGE.flatMap(({ key }) => all.get(key)!.beyond).filter(({ kind }) => kind === 'england');
    const compared = TESTED.flatMap((measure) =>
      LARGE.filter(({ key }) => {
        const year = yearOf(columnOf(measure), key);
        return year !== undefined && numberAt(columnOf(measure), key, year) !== undefined;
      })
    ).length;
    expect(figures.length / compared).toBeGreaterThan(1 / 500);
    // Limits on the logarithm leave room for findings on both sides.
    for (const way of ['higher', 'lower']) expect(figures.some((each) => each.way === way)).toBe(true);
  });

  // What an earlier working out of the limits found for 2025, council by council.
  it.each([
    ['looked-after', ['Blackpool', 'Stoke-on-Trent'], []],
    ['child-protection-plans', ['Middlesbrough'], ['Wandsworth']],
    ['children-in-need', ['Blackpool', 'Hartlepool'], ['Essex']],
    ['section-47-enquiries', 4, 2],
    ['starting-to-be-looked-after', 2, ['Essex', 'Kingston upon Thames']],
    ['plans-started', 2, 2],
    ['initial-conferences', 2, 3]
  ] as const)('%s: finds the councils of 2025 beyond the limits on both sides', (slug, ...expected) => {
    const measure = measureOf(slug);
    const asked = { store, measure, variant: measure.variants[0], period: '2025' };
    const found = LARGE.flatMap(({ key, prose }) => {
      const finding = againstEngland({ ...asked, area: areaOf(key) });
      return finding ? [{ prose, way: finding.way }] : [];
    });
    (['higher', 'lower'] as const).forEach((way, i) => {
      const names = found.flatMap((each) => (each.way === way ? [each.prose] : [])).sort();
      expect(typeof expected[i] === 'number' ? names.length : names, way).toEqual(expected[i]);
    });
  });

  it.each(TESTED)('$slug: nothing is left out, nothing put in, and the figures are the published ones', (measure) => {
    const column = columnOf(measure);
    const kind = measure.variants[0].key as 'rate' | 'percent';
    const found: string[] = [];
    for (const { key } of LARGE) {
      const year = yearOf(column, key);
      const own = year === undefined ? undefined : numberAt(column, key, year);
      const [england, trend, since] = (['england', 'trend', 'since 2008'] as const).map((each) =>
        of(key, measure.slug, each)
      );
      if (year === undefined || own === undefined) {
        if (england || trend || since) found.push(`${key}: a finding without a figure`);
        continue;
      }
      const check = (what: string, finding: Finding | undefined, { may, must, size }: Beyond): void => {
        if (finding ? !may.includes(finding.way) : must.length)
          found.push(
            `${key} ${year}: ${what} ${finding?.way ?? 'nothing'}, where ${may.join()} may and ${must.join()} must be`
          );
        // Where few are expected the limits of chance reach further than the widened ones, and are what counts.
        if (finding && !(finding.size < size + SURE && finding.size > size * 0.98))
          found.push(`${key} ${year}: ${what} at ${finding.size} times its limit, expected ${size}`);
      };
      check('beside England', england, beyondEngland(column, key, year, kind));
      const sign = kind === 'percent' ? '%' : '';
      if (england) {
        expect(england.text).toContain(commas(own, 1) + sign);
        expect(england.text).toContain(`England ${commas(numberAt(column, ENGLAND, year)!, 1)}${sign}.`);
      }
      check('trend', trend, kind === 'rate' ? beyondTrend(column, key, year) : NOWHERE);
      if (trend) {
        const first = commas(numberAt(column, key, String(Number(year) - 4))!, 1);
        expect(trend.text).toContain(`from ${first} `);
        expect(trend.text).toContain(`to ${commas(own, 1)} `);
        expect(trend.text).toContain(`England’s is ${signed(fiveOf(column, ENGLAND, year)!.slope)}.`);
      }
      check('since 2008', since, kind === 'rate' ? beyond2008(column, key, year) : NOWHERE);
      if (since) expect(since.text).toContain(`; ${commas(numberAt(column, key, '2008')!, 1)} `);
    }
    expect(found.slice(0, 10)).toEqual([]);
  });
});
