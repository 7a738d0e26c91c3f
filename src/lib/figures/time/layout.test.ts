import { describe, expect, it } from 'vitest';
import { toDecimalYear } from '#lib/domain/index.ts';
import { widthOf } from '#lib/drawing/labels.ts';
import { eventsOnAxis, fit, fitTime, geometry, ticks, yearTicks } from './layout.ts';
import type { TimeSpec } from './spec.ts';
import { titleFont } from '#lib/drawing/axis-title.ts';
import { axisSteps, axisTop, formatSteps, niceTop } from '#lib/drawing/ticks.ts';
import { NARROW, WIDE, type Size } from '#lib/drawing/size.ts';

const SPEC: TimeSpec = {
  title: '',
  description: '',
  timing: 'at 31 March',
  dp: 1,
  axisTitle: 'per 10,000 children',
  periods: ['2001', '2025'],
  top: 120,
  lines: [],
  breaks: [],
  events: []
};

describe('the axis from what is drawn', () => {
  it.each([
    [70.4, [0, 20, 40, 60, 80]],
    [107.2, [0, 30, 60, 90, 120]],
    [9.9, [0, 2.5, 5, 7.5, 10]],
    [81_770, [0, 30_000, 60_000, 90_000]],
    [0.4, [0, 0.1, 0.2, 0.3, 0.4]]
  ])('up to %d has steps %j', (highest, expected) => {
    expect(axisSteps([0, axisTop(highest)])).toEqual(expected);
  });

  it('has three or four even steps, and less than half of it is empty', () => {
    for (let value = 0.1; value < 200_000; value *= 1.013) {
      const top = axisTop(value);
      expect(top).toBeGreaterThanOrEqual(value - 1e-9);
      expect(top).toBeLessThanOrEqual(value * 1.34);
      const values = axisSteps([0, top]);
      expect([4, 5], `${value}: ${values.join()}`).toContain(values.length);
      expect(new Set(formatSteps(values)).size).toBe(values.length);
    }
  });

  it('counts whole children', () => {
    for (const value of [1, 2, 3, 5]) expect(axisSteps([0, axisTop(value, 1)]).every(Number.isInteger)).toBe(true);
  });
});

describe.each([NARROW, WIDE])('the years under a $name chart over time', (size) => {
  it.each([
    ['1989', '2025'],
    ['1994', '2025'],
    ['2001', '2025'],
    ['2008', '2025'],
    ['2007', '2025'],
    ['2024', '2025']
  ] as const)('%s to %s: first, 2008 and last are ticked, and no two numbers touch', (first, last) => {
    const spec: TimeSpec = { ...SPEC, periods: [first, last] };
    const at = geometry(spec, size);
    const marked = yearTicks(spec, at, fit(size, spec));
    const places = marked.map((each) => each.at);
    for (const year of [first, last, '2008'].filter((each) => each >= first))
      expect(places).toContain(toDecimalYear(year, spec.timing));
    const written = marked.filter(({ label }) => label);
    expect(written.at(0)?.label).toBe(first);
    const between = written.slice(1).map((each, i) => at.x(each.at) - at.x(written[i]!.at));
    for (const gap of between) expect(gap).toBeGreaterThan(widthOf('2008', size.font));
  });
});

describe('the top of an axis', () => {
  it.each([
    [0, 1],
    [-5, 1],
    [Number.NaN, 1],
    [0.4, 0.4],
    [1, 1],
    [67.1, 80],
    [100, 100],
    [100.1, 120],
    [119.9, 120],
    [9.9, 10],
    [81_770, 100_000],
    [12_183_016, 15_000_000]
  ])('%d ends at %d', (value, top) => {
    expect(niceTop(value)).toBe(top);
  });

  it('is never below the figure nor more than a third above it', () => {
    for (let value = 0.1; value < 200_000; value *= 1.013) {
      expect(niceTop(value)).toBeGreaterThanOrEqual(value - 1e-9);
      expect(niceTop(value)).toBeLessThanOrEqual(value * 1.34);
    }
  });
});

describe.each([NARROW, WIDE])('the years of a $name axis', (size) => {
  it('are round, in order, inside and not too many', () => {
    for (const [first, last] of [
      ['1989', '2025'],
      ['2001', '2025'],
      ['2017', '2025'],
      ['2010', '2012'],
      ['2024', '2025']
    ] as const) {
      const spec: TimeSpec = { ...SPEC, periods: [first, last] };
      const at = geometry(spec, size);
      const marked = ticks(spec, at, size);
      expect(marked.length).toBeGreaterThan(0);
      expect(marked.length).toBeLessThanOrEqual(size.name === 'narrow' ? 6 : 10);
      const years = marked.map(({ label }) => Number(label));
      expect(years).toEqual([...years].sort((a, b) => a - b));
      const step = (years[1] ?? 0) - years[0]!;
      if (years.length > 1) for (const year of years) expect(year % step).toBe(0);
      for (const { at: place, label } of marked) {
        expect(place).toBe(toDecimalYear(label, spec.timing));
        expect(at.x(place)).toBeGreaterThanOrEqual(fit(size, spec).left);
        expect(at.x(place)).toBeLessThanOrEqual(size.width - size.right);
      }
    }
  });

  it('stand at the first of January where months are drawn', () => {
    const spec: TimeSpec = { ...SPEC, timing: 'month', periods: ['2007-06', '2019-06'] };
    for (const { at, label } of ticks(spec, geometry(spec, size), size)) expect(at).toBe(Number(label));
  });
});

describe('places on a drawing', () => {
  const inverse = (size: Size) => {
    const at = geometry(SPEC, size);
    const { left, top } = fitTime(size, SPEC);
    return {
      at,
      year: (x: number) =>
        at.domain[0] + ((x - left) / (size.width - left - size.right)) * (at.domain[1] - at.domain[0]),
      value: (y: number) => ((size.height - size.bottom - y) / (size.height - top - size.bottom)) * SPEC.top
    };
  };

  it.each([NARROW, WIDE])('lead back to the year and the figure, $name', (size) => {
    const { at, year, value } = inverse(size);
    for (let period = 2001; period <= 2025; period++)
      expect(year(at.atPeriod(String(period)))).toBeCloseTo(toDecimalYear(String(period), 'at 31 March'), 9);
    for (const figure of [0, 0.1, 67.1, 120]) expect(value(at.y(figure))).toBeCloseTo(figure, 9);
  });

  it.each([NARROW, WIDE])('put zero on the ground and the top at the top, $name', (size) => {
    const at = geometry(SPEC, size);
    expect(at.y(0)).toBe(size.height - size.bottom);
    expect(at.y(SPEC.top)).toBe(fitTime(size, SPEC).top);
  });

  it('leave more room above the axis for events that are named one by one than for the band of 2008–09', () => {
    const one = { id: 'other', date: '2015-01-01', label: 'Other, Jan 2015', text: 'Another.' };
    expect(fitTime(WIDE, { ...SPEC, events: [one] }).top).toBeGreaterThan(fitTime(WIDE, { ...SPEC, events: [] }).top);
  });

  it('leave room on the left for the longest number', () => {
    expect(fit(NARROW, { top: 120 }).left).toBe(NARROW.left);
    expect(fit(NARROW, { top: 12_000_000 }).left).toBeGreaterThan(NARROW.left + 20);
  });

  it('do not divide by nothing where there is one period', () => {
    const at = geometry({ ...SPEC, periods: ['2025', '2025'] }, WIDE);
    expect(Number.isFinite(at.atPeriod('2025'))).toBe(true);
  });
});

it('keeps the events that fall on the axis, in order of time', () => {
  const spec: TimeSpec = {
    ...SPEC,
    events: [
      ['2009-03-12', 'b'],
      ['2008-11-11', 'a'],
      ['1991-10', 'too early'],
      ['2030', 'too late']
    ].map(([date, label]) => ({ id: label!, date: date!, label: label!, text: label! }))
  };
  expect(eventsOnAxis(spec, geometry(spec, WIDE)).map(({ label }) => label)).toEqual(['a', 'b']);
});

it('writes a long unit smaller rather than cut', () => {
  expect(titleFont(SPEC, NARROW)).toBe(NARROW.font);
  const long = { axisTitle: 'unaccompanied asylum-seeking children looked after' };
  expect(titleFont(long, NARROW)).toBeLessThan(NARROW.font);
  expect(titleFont(long, NARROW) * long.axisTitle.length * 0.6).toBeLessThanOrEqual(NARROW.width);
});
