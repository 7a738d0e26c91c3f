import type * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { dateToDecimalYear, formatNumber, ordinal, toDecimalYear } from '#lib/domain/index.ts';
import { drawTime } from './draw.ts';
import { fit, geometry } from './layout.ts';
import type { TimeSpec } from './spec.ts';
import { axisTop } from '#lib/drawing/ticks.ts';
import type { Size } from '#lib/drawing/size.ts';
import { prerender } from '#lib/figures/prerender.ts';
import { CASES, SIZES, draw } from '../../../../tests/charts/cases.ts';
import { expectSnapshot } from '../../../../tests/charts/snapshot.ts';

const EACH = Object.entries(CASES).flatMap(([name, spec]) => SIZES.map((size) => ({ name, spec, size })));

/** A place in the drawing as the period and value it stands for; to a tenth of a pixel, as the markup has it. */
const reader = (spec: TimeSpec, size: Size) => {
  const at = geometry(spec, size);
  const known = spec.lines.flatMap(({ points }) =>
    points.flatMap(({ period, value, segment, status }) =>
      value === null ? [] : [{ period, value, segment, status, x: at.atPeriod(period), y: at.y(value) }]
    )
  );
  return {
    known,
    find: (x: number, y: number) =>
      known.filter((point) => Math.abs(point.x - x) < 0.11 && Math.abs(point.y - y) < 0.11)
  };
};

describe.each(EACH)('$name, $size.name', ({ name, spec, size }) => {
  const drawing = draw(spec, size);

  it('looks as it did', async () => {
    await expectSnapshot(drawing.markup, `${name.replaceAll(' ', '-')}-${size.name}`);
  });

  it('is drawn the same twice', () => {
    expect(prerender(spec, size)).toBe(drawing.markup);
  });

  it('has scales that put every period and value where pointer and keyboard look for it', () => {
    const { document } = parseHTML('<body></body>');
    const plot = drawTime(spec, size, document as unknown as Document) as SVGSVGElement & Plot.Plot;
    const [x, y] = [plot.scale('x')!, plot.scale('y')!];
    const at = geometry(spec, size);
    for (const { period, value } of reader(spec, size).known) {
      expect(at.atPeriod(period)).toBeCloseTo(x.apply(toDecimalYear(period, spec.timing)), 9);
      expect(at.y(value)).toBeCloseTo(y.apply(value), 9);
    }
  });

  it('carries no style of its own, and one name for those who do not see it', () => {
    expect(drawing.count('style')).toBe(0);
    expect(drawing.count('[style]')).toBe(0);
    expect(drawing.count('[aria-label]')).toBe(1);
    expect(drawing.markup).toContain(`aria-label="${spec.title}. What the figures say."`);
    expect(drawing.markup).toContain('role="img"');
    expect(drawing.markup).not.toMatch(/NaN|undefined|Infinity|null/);
  });

  it('joins neighbours of one segment only: no line crosses a break or a gap', () => {
    const { find } = reader(spec, size);
    const cuts = drawing.rules('break');
    for (const { points } of drawing.lines()) {
      expect(points.length).toBeGreaterThan(1);
      points.slice(1).forEach((to, i) => {
        const from = points[i]!;
        const pairs = find(from.x, from.y).flatMap((a) => find(to.x, to.y).map((b) => [a, b] as const));
        expect(
          pairs.some(([a, b]) => ordinal(b.period) - ordinal(a.period) === 1 && a.segment === b.segment),
          `from ${from.x},${from.y} to ${to.x},${to.y}`
        ).toBe(true);
        for (const cut of cuts) expect(from.x < cut && cut < to.x).toBe(false);
      });
    }
  });

  it('draws every figure where it belongs, and nothing that is not a figure', () => {
    const { known, find } = reader(spec, size);
    const places = [...drawing.lines().flatMap(({ points }) => points), ...drawing.dots()];
    for (const { x, y } of places) expect(find(x, y), `${x},${y}`).not.toEqual([]);
    for (const { x, y, period, value } of known)
      expect(
        places.some((place) => Math.abs(place.x - x) < 0.11 && Math.abs(place.y - y) < 0.11),
        `${period}: ${value}`
      ).toBe(true);
  });

  it('marks what is held back on the axis, and only that', () => {
    const at = geometry(spec, size);
    const hidden = spec.lines
      .flatMap(({ points }) => points)
      .filter(({ status }) => ['suppressed', 'unreliable', 'low'].includes(status))
      .map(({ period }) => at.atPeriod(period))
      .sort((a, b) => a - b);
    const marked = drawing
      .missing()
      .map(({ x }) => x)
      .sort((a, b) => a - b);
    expect(marked).toHaveLength(hidden.length);
    marked.forEach((x, i) => expect(x).toBeCloseTo(hidden[i]!, 0));
    for (const { y } of drawing.missing()) expect(y).toBeCloseTo(at.y(0), 1);
    const low = spec.lines.some(({ points }) => points.some(({ status }) => status === 'low'));
    const held = spec.lines.some(({ points }) =>
      points.some(({ status }) => status === 'suppressed' || status === 'unreliable')
    );
    expect(drawing.writing('missing-label').map(({ text }) => text)).toEqual([
      ...(held ? ['not published'] : []),
      ...(low ? ['rounds to zero'] : [])
    ]);
  });

  it('writes no number that is not a year, a date, the last figure of a line, a place in the list of events or a step of the axis', () => {
    const years = [spec.periods[0].slice(0, 4), spec.periods[1].slice(0, 4)].map(Number) as [number, number];
    const dates = spec.events.flatMap(({ date, label }) => [date.slice(0, 4), ...(label.match(/\d+/g) ?? [])]);
    const lasts = spec.lines.map((line) => line.points.findLast((point) => point.value !== null)?.value);
    for (const { text, kind } of drawing.writing()) {
      if (kind === 'axis-title') {
        expect(text).toBe(spec.axisTitle);
        continue;
      }
      for (const number of text.replaceAll(',', '').match(/\d+(\.\d+)?/g) ?? []) {
        const value = Number(number);
        const isYear = value >= years[0] && value <= years[1];
        const isStep = value >= 0 && value <= spec.top;
        const isNamed = spec.lines.some(({ label }) => label.includes(number));
        const isLast = lasts.includes(value);
        const isEvent = dates.includes(number) || value <= spec.events.length;
        expect(
          { axis: isYear || isStep, label: isNamed || isLast || isYear, 'break-label': isYear, 'event-label': isEvent }[
            kind
          ],
          `“${text}” (${kind})`
        ).toBe(true);
      }
    }
  });

  it('has three or four even steps over zero, the last at or above the highest figure', () => {
    const highest = Math.max(0, ...spec.lines.flatMap(({ points }) => points.map(({ value }) => value ?? 0)));
    const steps = drawing
      .writing('axis')
      .filter(({ right }) => right < fit(size, spec).left)
      .map(({ text }) => Number(text.replaceAll(',', '')));
    expect(spec.top).toBeGreaterThanOrEqual(highest);
    expect(spec.top).toBe(axisTop(highest, spec.dp === 0 ? 1 : 0));
    expect(Math.max(...steps)).toBe(spec.top);
    expect(steps.length - 1).toBeGreaterThanOrEqual(3);
    expect(steps.length - 1).toBeLessThanOrEqual(4);
    expect(Math.min(...steps)).toBe(0);
  });

  it('ends each line in its name and its last figure, and no name is cut', () => {
    const written = drawing
      .writing('label')
      .map(({ text }) => text)
      .join(' ');
    for (const { label, points } of spec.lines) {
      if (!points.some(({ value }) => value !== null)) continue;
      // A name may be broken over lines: its first letters stand.
      expect(written, label).toContain(label.slice(0, 3));
      const last = points.findLast((point) => point.value !== null)!;
      expect(written, label).toContain(formatNumber(last.value!, spec.dp));
    }
    expect(written).not.toContain('…');
  });

  it('puts events at their dates', () => {
    const at = geometry(spec, size);
    const [first, last] = spec.periods.map((period) => toDecimalYear(period, spec.timing)) as [number, number];
    for (const x of drawing.rules('event')) {
      expect(x).toBeGreaterThanOrEqual(at.x(first) - 20);
      expect(x).toBeLessThanOrEqual(at.x(last) + 20);
    }
    const inside = spec.events.filter(({ date }) => {
      const year = Number(date.slice(0, 4)) + (Number(date.slice(5, 7) || 6) - 0.5) / 12;
      return year > at.domain[0] + 0.1 && year < at.domain[1] - 0.1;
    });
    const bands = drawing.count('.event-band rect');
    expect(drawing.rules('event').length + 2 * bands).toBeGreaterThanOrEqual(inside.length);
  });
});

it('draws the verdicts and the report as one narrow band from day to day, and as rules where many events are shown', () => {
  for (const size of SIZES) {
    const spec = CASES['one area']!;
    const drawing = draw(spec, size);
    const at = geometry(spec, size);
    const [band] = drawing.bands('.event-band');
    expect(band!.left).toBeCloseTo(at.x(dateToDecimalYear('2008-11-11')), 0);
    expect(band!.right).toBeCloseTo(at.x(dateToDecimalYear('2009-03-12')), 0);
    expect(drawing.rules('event')).toEqual([]);
    expect(drawing.writing('event-label').map(({ text }) => text)).toEqual(['Nov 2008 verdicts – Mar 2009 report']);
    expect(draw(CASES['many events']!, size).bands('.event-band')).toEqual([]);
  }
});

it('draws axes and no line where there is nothing to show', () => {
  const drawing = draw(CASES.empty!, SIZES[1]!);
  expect(drawing.lines()).toEqual([]);
  expect(drawing.dots()).toEqual([]);
  expect(drawing.writing('axis').length).toBeGreaterThan(4);
});

it('draws a true zero on the axis, as a figure and not as a mark of what is missing', () => {
  const spec = CASES['a true zero']!;
  const drawing = draw(spec, SIZES[1]!);
  const zeros = spec.lines[0]!.points.filter(({ value }) => value === 0);
  expect(zeros.length).toBeGreaterThan(0);
  const ground = geometry(spec, SIZES[1]!).y(0);
  const onAxis = [...drawing.lines().flatMap(({ points }) => points), ...drawing.dots()].filter(
    ({ y }) => Math.abs(y - ground) < 0.11
  );
  expect(onAxis.length).toBeGreaterThanOrEqual(zeros.length);
});
