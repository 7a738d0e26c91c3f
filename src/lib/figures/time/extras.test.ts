import { describe, expect, it } from 'vitest';
import { dateToDecimalYear, ordinal, runsOf, type Point } from '#lib/domain/index.ts';
import { axisNote } from './spec.ts';
import { geometry } from './layout.ts';
import type { TimeSpec } from './spec.ts';
import { axisTop } from '#lib/drawing/ticks.ts';
import type { Size } from '#lib/drawing/size.ts';
import { contextLinesOf } from './context-lines.ts';
import { fileOf, pictureOf } from '../../../../tests/site.ts';
import { SIZES, draw } from '../../../../tests/charts/cases.ts';
import { overlap, type Drawing, type Stroke } from '../../../../tests/charts/drawing.ts';
import { EXTRA_CASES, banded, extraSpec } from '../../../../tests/charts/time-cases.ts';
import { expectSnapshot } from '../../../../tests/charts/snapshot.ts';

const EACH = Object.entries(EXTRA_CASES).flatMap(([name, spec]) => SIZES.map((size) => ({ name, spec, size })));

const near = (a: number, b: number): boolean => Math.abs(a - b) < 0.11;

const valued = (points: Point[]): Point[] => points.filter(({ value }) => value !== null);

/** The pieces of a path, each from one move to the next. */
const pieces = (drawing: Drawing, selector: string): Stroke['points'][] => drawing.pieces(selector);

describe.each(EACH)('$name, $size.name', ({ name, spec, size }) => {
  const drawing = draw(spec, size);
  const at = geometry(spec, size);

  it('looks as it did', async () => {
    await expectSnapshot(drawing.markup, `time/${name.replaceAll(/\W+/g, '-')}-${size.name}`);
  });

  it('writes nothing over something else or over the edge, and carries no style of its own', () => {
    const { right, bottom } = drawing.box;
    const all = drawing.writing();
    const outside = all.filter(
      (each) => each.left < -0.5 || each.top < -0.5 || each.right > right + 0.5 || each.bottom > bottom + 0.5
    );
    expect(outside.map(({ text }) => text)).toEqual([]);
    const covered = all.flatMap((a, i) =>
      all
        .slice(i + 1)
        .filter((b) => overlap(a, b) > 0.5)
        .map((b) => `“${a.text}” lies on “${b.text}”`)
    );
    expect(covered).toEqual([]);
    expect(drawing.count('[style]')).toBe(0);
    expect(drawing.count('[aria-label]')).toBe(1);
    expect(drawing.markup).not.toMatch(/NaN|undefined|Infinity|null/);
  });

  it('draws every figure inside the axis, and none below its foot', () => {
    const foot = at.y(spec.bottom ?? 0);
    for (const { points } of drawing.lines())
      for (const { y } of points) {
        expect(y).toBeLessThanOrEqual(foot + 0.11);
        expect(y).toBeGreaterThanOrEqual(at.y(spec.top) - 0.11);
      }
    for (const { y } of drawing.missing()) expect(near(y, foot)).toBe(true);
  });

  it('says on the chart and in words where the axis starts, if that is not zero', () => {
    const title = drawing.writing('axis-title').map(({ text }) => text);
    const { bottom } = spec;
    expect(title).toEqual([bottom ? `${spec.axisTitle}, axis from ${bottom}` : spec.axisTitle]);
    expect(drawing.count('.axis-break')).toBe(bottom ? 1 : 0);
    expect(axisNote(spec)).toBe(bottom ? `The axis does not start at zero but at ${bottom}.` : '');
  });

  it('draws a line behind for each joined run of each other authority, cut like the lines in front', () => {
    const runs = (spec.context ?? []).flatMap(({ points }) => runsOf(points));
    const drawn = pieces(drawing, '.context path');
    expect(drawn).toHaveLength(runs.length);
    drawn.forEach((piece, i) => {
      const run = runs[i]!;
      expect(piece).toHaveLength(run.length);
      piece.forEach(({ x, y }, k) => {
        expect(near(x, at.atPeriod(run[k]!.period))).toBe(true);
        expect(near(y, at.y(run[k]!.value!))).toBe(true);
      });
    });
    expect(drawing.count('.context path')).toBe(runs.length ? 1 : 0);
  });

  it('draws a band around each joined run and no further, from the low to the high end of each figure', () => {
    const runs = spec.bands
      ? spec.lines.flatMap(({ points }) => runsOf(points).map((run) => run.filter(({ low }) => low !== undefined)))
      : [];
    const wide = runs.filter((run) => run.length > 1);
    const drawn = pieces(drawing, '.band path');
    expect(drawn).toHaveLength(wide.length);
    for (const run of wide) {
      const ends = run.flatMap(({ period, low, high }) => [low!, high!].map((end) => [at.atPeriod(period), at.y(end)]));
      const own = drawn.find((piece) =>
        ends.every(([x, y]) => piece.some((place) => near(place.x, x!) && near(place.y, y!)))
      );
      expect(own, `${run[0]!.period} to ${run.at(-1)!.period}`).toBeDefined();
      expect(own!).toHaveLength(ends.length);
    }
    expect(drawing.count('.band.single line')).toBe(runs.filter((run) => run.length === 1).length);
  });

  it('shades periods from day to day, and names each', () => {
    const onAxis = (spec.shading ?? []).filter(
      ({ from, to }) => dateToDecimalYear(to) > at.domain[0] && dateToDecimalYear(from) < at.domain[1]
    );
    const shades = drawing.shades();
    expect(shades).toHaveLength(onAxis.length);
    for (const { from, to } of onAxis) {
      const left = at.x(Math.max(dateToDecimalYear(from), at.domain[0]));
      const right = at.x(Math.min(dateToDecimalYear(to), at.domain[1]));
      expect(shades.some((each) => near(each.left, left) && near(each.right, right))).toBe(true);
    }
    expect(drawing.writing('shade-label').map(({ text }) => text)).toEqual(onAxis.map(({ label }) => label));
  });
});

describe('the axis that is fitted', () => {
  const [, wide] = SIZES as [Size, Size];

  it('has all figures between its ends, and starts below the lowest', () => {
    for (const key of ['309', '330', '926', '857', '201', '850']) {
      const picture = pictureOf('looked-after', 'rate', [key]);
      const { top, bottom = 0 } = extraSpec(picture, { isFitted: true });
      const values = picture.lines.flatMap(({ points }) => valued(points).map(({ value }) => value!));
      expect(top).toBeGreaterThanOrEqual(Math.max(...values));
      if (bottom) expect(bottom).toBeLessThan(Math.min(...values));
    }
  });

  it('keeps its zero for an index, for what rounds to zero, for a true zero and where nothing is held', () => {
    const fitted = (spec: TimeSpec): number => spec.bottom ?? 0;
    expect(fitted(extraSpec(pictureOf('looked-after', 'index', ['309']), { isFitted: true }))).toBe(0);
    expect(fitted(extraSpec(pictureOf('agency-social-workers', 'percent', ['394']), { isFitted: true }))).toBe(0);
    expect(fitted(extraSpec(pictureOf('child-protection-plans', 'number', ['420']), { isFitted: true }))).toBe(0);
    const none = { ...pictureOf('looked-after', 'rate', []), lines: [], breaks: [] };
    expect(extraSpec(none, { isFitted: true })).toMatchObject({ top: axisTop(0) });
  });

  it('makes room for the bands and for all others', () => {
    const picture = banded(pictureOf('looked-after', 'rate', ['857']));
    const { top, bottom = 0 } = extraSpec(picture, { hasBands: true, isFitted: true });
    const ends = picture.lines.flatMap(({ points }) =>
      points.flatMap(({ low, high }) => (low === undefined ? [] : [low, high!]))
    );
    expect(top).toBeGreaterThanOrEqual(Math.max(...ends));
    expect(bottom).toBeLessThanOrEqual(Math.min(...ends));
    const context = contextLinesOf(picture, fileOf('looked-after'));
    const highest = Math.max(...context.flatMap(({ points }) => valued(points).map(({ value }) => value!)));
    expect(extraSpec(picture, { context }).top).toBeGreaterThanOrEqual(highest);
  });

  it('puts the mark of a figure held back on its foot, wherever that is', () => {
    const spec = EXTRA_CASES['fitted axis with a figure held back']!;
    expect(spec.bottom).toBeGreaterThan(0);
    const drawing = draw(spec, wide);
    expect(drawing.missing()).toHaveLength(1);
    expect(near(drawing.missing()[0]!.y, wide.height - wide.bottom)).toBe(true);
  });
});

it('draws no band between two segments', () => {
  const spec = EXTRA_CASES['bands over a break']!;
  for (const size of SIZES) {
    const drawing = draw(spec, size);
    const [cut] = drawing.rules('break');
    expect(cut).toBeDefined();
    const bands = pieces(drawing, '.band path');
    expect(bands.length).toBe(4);
    for (const band of bands) {
      const sides = new Set(band.map(({ x }) => x < cut!));
      expect(sides.size).toBe(1);
    }
  }
});

it('leaves the default chart as it was', () => {
  const picture = pictureOf('looked-after', 'rate', ['309']);
  const spec = extraSpec(picture);
  expect(Object.keys(spec)).not.toEqual(expect.arrayContaining(['bottom']));
  expect([spec.bottom, spec.context, spec.bands, spec.shading]).toEqual([undefined, undefined, undefined, undefined]);
  expect(ordinal(spec.periods[1]) - ordinal(spec.periods[0])).toBeGreaterThan(20);
});
