import { describe, expect, it } from 'vitest';
import { ENGLAND, EVENT_KINDS, unitsOf, type Measure } from '#lib/domain/index.ts';
import { CATALOGUE, measureOf } from '#lib/domain/catalogue/index.ts';
import {
  EXTRAS,
  KEY_EVENTS,
  MOST_AREAS,
  ORDERS,
  defaults,
  parse,
  serialise,
  toSearch,
  type Choices,
  type Extra,
  type Order,
  type YearsHeld
} from './trend.ts';

const KEYS = ['309', '201', '330', '839', 'E12000007', 'E13000001', '204', '850'];
const isArea = (key: string): boolean => KEYS.includes(key);
const lookedAfter = measureOf('looked-after')!;
const YEARS = Array.from({ length: 20 }, (_, i) => String(2006 + i));
/** Every yearly unit of a measure with figures of councils from 2006 to 2025. */
const yearsOf = (measure: Measure): YearsHeld =>
  Object.fromEntries(measure.variants.filter(({ key }) => key !== 'month').map(({ key }) => [key, YEARS]));
const read = (
  search: string,
  measure: Measure = lookedAfter,
  years: YearsHeld = yearsOf(measure),
  isYearView = false
) => parse(new URLSearchParams(search), measure, isArea, years, isYearView);
const readRanked = (search: string, years: YearsHeld = yearsOf(lookedAfter)) => read(search, lookedAfter, years, true);

/** A random number from 0 to 1 that is the same in every run. */
const random = (() => {
  let state = 42;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
})();
const some = <T>(all: readonly T[], most: number): T[] =>
  [...all].sort(() => random() - 0.5).slice(0, Math.floor(random() * (most + 1)));

const generated = (measure: Measure): Choices[] =>
  unitsOf(measure).flatMap(({ key }) =>
    Array.from({ length: 12 }, (_, n): Choices => {
      const year = n % 3 ? YEARS[5 + n]! : undefined;
      const line = measure.variants.find((variant) => variant.key === key)?.lines?.[n % 3]?.key;
      return {
        areas: some(KEYS, MOST_AREAS),
        unit: key,
        events: some([KEY_EVENTS, ...(Object.keys(EVENT_KINDS) as (keyof typeof EVENT_KINDS)[])], 7),
        order: (Object.keys(ORDERS) as Order[])[n % 3]!,
        extras: some(Object.keys(EXTRAS) as Extra[], 8),
        ...(year ? { year } : {}),
        ...(n % 5 ? {} : { since: YEARS[n % 4]! }),
        ...(line ? { line } : {})
      };
    })
  );

describe('an address brings back the choices it was made from', () => {
  it.each(CATALOGUE.map((measure) => [measure.slug, measure] as const))('%s', (_, measure) => {
    const all = [defaults(measure), ...generated(measure)];
    for (const choices of all) {
      const params = serialise(choices, measure);
      // As a link has it.
      const link = new URLSearchParams(toSearch(params));
      for (const isYearView of yearsOf(measure)[choices.unit] ? [false, true] : [false]) {
        expect(parse(params, measure, isArea, yearsOf(measure), isYearView)).toEqual({ choices, notices: [] });
        expect(parse(link, measure, isArea, yearsOf(measure), isYearView).choices).toEqual(choices);
      }
    }
    expect(all.length).toBeGreaterThan(12);
  });

  it('is empty for the defaults, and readable for the rest', () => {
    expect(toSearch(serialise(defaults(lookedAfter), lookedAfter))).toBe('');
    const chosen: Choices = {
      ...defaults(lookedAfter),
      areas: ['309', '330'],
      unit: 'number',
      events: ['key', 'baby-p'],
      year: '2010',
      since: '2008',
      order: 'low',
      extras: ['all', 'periods']
    };
    expect(toSearch(serialise(chosen, lookedAfter))).toBe(
      '?areas=309,330&year=2010&since=2008&unit=number&order=low&events=key,baby-p&show=all,periods'
    );
    expect(toSearch(serialise({ ...defaults(lookedAfter), events: [] }, lookedAfter))).toBe('?events=none');
  });
});

describe('an address that asks for what there is not', () => {
  it('leaves out unknown areas and says which', () => {
    const { choices, notices } = read('areas=309,999,Haringey');
    expect(choices.areas).toEqual(['309']);
    expect(notices.map(({ text }) => text)).toEqual([
      'No area has the code “999”, so it was left out.',
      'No area has the code “Haringey”, so it was left out.'
    ]);
  });

  it('shows the first six of seven areas and says so', () => {
    const { choices, notices } = read(`areas=${KEYS.slice(0, 7).join(',')}`);
    expect(choices.areas).toEqual(KEYS.slice(0, 6));
    expect(notices).toHaveLength(1);
    expect(notices[0]!.text).toBe('The address names 7 areas; a chart holds 6, so the first 6 are shown.');
  });

  it('falls back to the first unit and says which', () => {
    const { choices, notices } = read('unit=percent');
    expect(choices.unit).toBe('rate');
    expect(notices).toEqual([
      {
        parameter: 'unit',
        text: 'Children looked after has no unit called “percent”, so it is shown as: rate per 10,000 children.'
      }
    ]);
  });

  it('offers an index only where there is a number to index', () => {
    expect(read('unit=index').choices.unit).toBe('index');
    const assessments = measureOf('assessments')!;
    expect(read('unit=index', assessments).choices.unit).toBe('number');
    expect(read('unit=index', assessments).notices).toHaveLength(1);
  });

  it('leaves out unknown events and says which', () => {
    const { choices, notices } = read('events=key,moon-landing');
    expect(choices.events).toEqual(['key']);
    expect(notices.map(({ text }) => text)).toEqual([
      'There is no kind of event called “moon-landing”, so it was left out.'
    ]);
  });

  it('takes words of the language itself for nothing special', () => {
    for (const word of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
      // Notices come in the order in which the parameters are read.
      const names = ['areas', 'unit', 'view', 'year', 'since', 'line', 'order', 'events', 'show'];
      const { choices, notices } = read(names.map((name) => `${name}=${word}`).join('&'));
      expect(choices).toEqual({ ...defaults(lookedAfter), events: [] });
      expect(notices.map(({ parameter }) => parameter)).toEqual(names);
    }
  });
});

describe('an address that asks for a view of one year', () => {
  it('has its view in its path, and says so of an old view that there is not', () => {
    expect(readRanked('view=map').notices).toEqual([]);
    expect(read('view=map').notices).toEqual([]);
    expect(read('view=pie').notices.map(({ text }) => text)).toEqual([
      'There is no view called “pie”, so it is shown over time.'
    ]);
  });

  it('takes the nearest year that is held, and says why', () => {
    const early = readRanked('year=1999');
    expect(early.choices.year).toBe('2006');
    expect(early.notices[0]!.text).toBe(
      'Children looked after: no figures of councils are held for 1999; they begin in 2006, so 2006 is taken.'
    );
    const late = readRanked('year=2031');
    // The latest is the default, which is not written.
    expect(late.choices.year).toBeUndefined();
    expect(late.notices[0]!.text).toContain('they end in 2025, so 2025 is taken');
    const gap = readRanked('year=2010', { rate: ['2008', '2009', '2012'] });
    expect(gap.choices.year).toBe('2009');
    expect(gap.notices[0]!.text).toContain('that year is missing');
    expect(readRanked('year=soon').notices[0]!.text).toBe('“soon” is not a year, so 2025 is shown.');
  });

  it('shows a change from an earlier year only', () => {
    expect(readRanked('since=2010').choices.since).toBe('2010');
    for (const search of ['year=2010&since=2010', 'year=2010&since=2012', 'since=2025']) {
      const { choices, notices } = readRanked(search);
      expect(choices.since).toBeUndefined();
      expect(notices.map(({ parameter }) => parameter)).toEqual(['since']);
    }
  });

  it('needs figures of councils: it takes a unit that has them, or shows the measure over time', () => {
    const referrals = measureOf('referrals')!;
    const { choices, notices } = read('unit=month', referrals, yearsOf(referrals), true);
    expect(choices).toMatchObject({ unit: 'rate' });
    expect(notices[0]!.text).toContain('so it is shown as: rate per 10,000 children');
    const england = read('view=map', measureOf('adoptions')!, {});
    expect(england.notices[0]!.text).toContain('England’s figures alone are held here');
  });
});

describe('an address written by hand', () => {
  it('shows no events for none', () => {
    expect(read('events=none')).toEqual({ choices: { ...defaults(lookedAfter), events: [] }, notices: [] });
  });

  it('takes empty values for empty choices', () => {
    expect(read('areas=&events=&show=').choices).toEqual({ ...defaults(lookedAfter), events: [] });
    expect(read('events=,&show=,').notices).toEqual([]);
    expect(read('areas=,,').notices.map(({ text }) => text)).toEqual([
      'The address names no area, so England alone is marked.'
    ]);
    expect(read('unit=').choices.unit).toBe('rate');
    expect(read('unit=').notices).toHaveLength(1);
  });

  it('takes a doubled area once, and England, which is always there, not at all', () => {
    expect(read(`areas=309,309,${ENGLAND},330,309`)).toEqual({
      choices: { ...defaults(lookedAfter), areas: ['309', '330'] },
      notices: []
    });
  });

  it('forgives spaces', () => {
    expect(read('areas= 309 , 330 ').choices.areas).toEqual(['309', '330']);
  });

  it('quotes no more than forty letters of a very long text', () => {
    const long = 'x'.repeat(100_000);
    const { choices, notices } = read(`areas=${long}&unit=${long}&events=${long}`);
    expect(choices).toEqual({ ...defaults(lookedAfter), events: [] });
    expect(notices).toHaveLength(3);
    for (const { text } of notices) expect(text.length).toBeLessThan(200);
  });

  it('never throws, whatever it holds', () => {
    const letters = [...'309,E1& =%+#“é\u0000\ud83d/?.<>'];
    for (let n = 0; n < 2_000; n++) {
      const text = Array.from({ length: 20 }, () => letters[Math.floor(random() * letters.length)]).join('');
      for (const name of ['areas', 'unit', 'events', 'view', 'year', 'since', 'show', ''])
        expect(() => read(`${name}=${text}&${text}`)).not.toThrow();
    }
  });
});
