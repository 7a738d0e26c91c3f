import { describe, expect, it } from 'vitest';
import { CATALOGUE, ENGLAND, EVENT_KINDS, measureOf, unitsOf, type Measure } from '../domain/index.ts';
import { KEY_EVENTS, MOST_AREAS, defaults, parse, serialise, toSearch, type Choices } from './choices.ts';

const KEYS = ['309', '201', '330', '839', 'E12000007', 'E13000001', '204', '850'];
const isArea = (key: string): boolean => KEYS.includes(key);
const lookedAfter = measureOf('looked-after')!;
const read = (search: string, measure: Measure = lookedAfter) => parse(new URLSearchParams(search), measure, isArea);

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
    Array.from({ length: 12 }, () => ({
      areas: some(KEYS, MOST_AREAS),
      unit: key,
      events: some([KEY_EVENTS, ...(Object.keys(EVENT_KINDS) as (keyof typeof EVENT_KINDS)[])], 7)
    }))
  );

describe('an address brings back the choices it was made from', () => {
  it.each(CATALOGUE.map((measure) => [measure.slug, measure] as const))('%s', (_, measure) => {
    const all = [defaults(measure), ...generated(measure)];
    for (const choices of all) {
      const params = serialise(choices, measure);
      expect(parse(params, measure, isArea)).toEqual({ choices, notices: [] });
      // As a link has it.
      expect(parse(new URLSearchParams(toSearch(params)), measure, isArea).choices).toEqual(choices);
    }
    expect(all.length).toBeGreaterThan(12);
  });

  it('is empty for the defaults, and readable for the rest', () => {
    expect(toSearch(serialise(defaults(lookedAfter), lookedAfter))).toBe('');
    expect(toSearch(serialise({ areas: ['309', '330'], unit: 'number', events: ['key', 'baby-p'] }, lookedAfter))).toBe(
      '?areas=309,330&unit=number&events=key,baby-p'
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
      const { choices, notices } = read(`areas=${word}&unit=${word}&events=${word}`);
      expect(choices).toEqual({ ...defaults(lookedAfter), events: [] });
      expect(notices.map(({ parameter }) => parameter)).toEqual(['areas', 'unit', 'events']);
    }
  });
});

describe('an address written by hand', () => {
  it('shows no events for none', () => {
    expect(read('events=none')).toEqual({ choices: { ...defaults(lookedAfter), events: [] }, notices: [] });
  });

  it('takes empty values for empty choices', () => {
    expect(read('areas=&events=').choices).toEqual({ areas: [], unit: 'rate', events: [] });
    expect(read('areas=,,&events=,').notices).toEqual([]);
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
      for (const name of ['areas', 'unit', 'events', '']) expect(() => read(`${name}=${text}&${text}`)).not.toThrow();
    }
  });
});
