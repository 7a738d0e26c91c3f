import { describe, expect, it } from 'vitest';
import { shortenName } from '#lib/drawing/labels.ts';
import { prerenderYear } from '#lib/figures/prerender.ts';
import { spreadDrawing } from './drawing.ts';
import { SPREAD_NARROW, SPREAD_WIDE, placeSpread, spreadSize } from './draw.ts';
import type { DistributionSpec, FunnelSpec } from './spec.ts';
import { reading, stepsAcross, stepsUp } from '../../../../tests/charts/axis.ts';
import { Drawing, faultsOf, overlap } from '../../../../tests/charts/drawing.ts';
import { SPREADS } from '../../../../tests/charts/spread-cases.ts';
import { expectSnapshot } from '../../../../tests/charts/snapshot.ts';

const SIZES = { narrow: SPREAD_NARROW, wide: SPREAD_WIDE } as const;

const EACH = Object.entries(SPREADS).flatMap(([name, spec]) => {
  const drawn = prerenderYear(spreadDrawing(spec));
  return (['narrow', 'wide'] as const).map((size) => ({ name, spec, size, markup: drawn[size] }));
});

const ofKind = <Kind extends 'funnel' | 'distribution'>(kind: Kind) =>
  EACH.flatMap((each) =>
    each.spec.kind === kind
      ? [{ ...each, spec: each.spec as Kind extends 'funnel' ? FunnelSpec : DistributionSpec }]
      : []
  );

const near = (a: { x: number; y: number }, b: { x: number; y: number }, by = 0.11): boolean =>
  Math.abs(a.x - b.x) < by && Math.abs(a.y - b.y) < by;

describe.each(EACH)('$name, $size', ({ name, spec, size, markup }) => {
  const drawing = new Drawing(markup);

  it('looks as it did', async () => {
    await expectSnapshot(markup, `spread/${name.replaceAll(/[ ,]+/g, '-')}-${size}`);
  });

  it('carries no style and no id of its own, and one name for those who do not see it', () => {
    expect(drawing.count('style, [style], [id]')).toBe(0);
    expect(drawing.count('[aria-label]')).toBe(1);
    expect(markup).toContain(`aria-label="${spec.title}. ${spec.description}"`);
    expect(markup).not.toMatch(/NaN|undefined|Infinity|null/);
  });

  it('has a mark at every place, and a place for every mark', () => {
    const { places } = placeSpread(spec, SIZES[size]);
    const marks = [...drawing.middles('.point'), ...drawing.middles('.missing')];
    expect(marks).toHaveLength(places.length);
    for (const place of places)
      expect(
        marks.some((mark) => near(mark, place)),
        place.key
      ).toBe(true);
    const { width, height } = spreadSize(spec, SIZES[size]);
    expect(drawing.box).toEqual({ left: 0, top: 0, right: width, bottom: height });
  });

  it('names every chosen area that has a mark', () => {
    const marked = new Set(placeSpread(spec, SIZES[size]).places.map(({ key }) => key));
    const written = drawing.writing('label').map(({ text }) => text);
    for (const { key, label, slot } of spec.points)
      if (slot !== undefined && marked.has(key))
        expect(
          written.some((text) => text.startsWith(label.slice(0, 12)) || text === shortenName(label, 20)),
          label
        ).toBe(true);
    const allowed = spec.points.filter(({ named }) => named);
    for (const text of written)
      expect(
        allowed.some(({ label }) => text.startsWith(label.slice(0, 4)) || text === shortenName(label, 20)),
        text
      ).toBe(true);
  });

  it('writes nothing over something else or over the edge', () => {
    expect(faultsOf(drawing)).toEqual([]);
  });
});

describe.each(ofKind('funnel'))('funnel: $name, $size', ({ spec, size, markup }) => {
  const drawing = new Drawing(markup);
  const known = spec.points.filter(({ value }) => value !== null);
  const across = reading(stepsAcross(drawing), Math.sqrt);
  const up = reading(stepsUp(drawing));

  it('draws each figure at its size and value as the axes read', () => {
    const marks = drawing.middles('.point');
    expect(marks).toHaveLength(known.length);
    for (const { size: own, value, label } of known)
      expect(
        marks.some((mark) => near(mark, { x: across(own), y: up(value!) }, 0.6)),
        label
      ).toBe(true);
  });

  it('tells by shape how far out a figure is', () => {
    const shapes = { 0: '.point.dot', 95: '.point.ring', 99.8: '.point.square' } as const;
    for (const beyond of [0, 95, 99.8] as const)
      expect(drawing.middles(shapes[beyond])).toHaveLength(known.filter((each) => each.beyond === beyond).length);
  });

  it('keeps what is not published apart from the lowest figures, and draws none as a figure', () => {
    const hidden = spec.points.filter(({ status }) => status === 'suppressed');
    expect(drawing.missing()).toHaveLength(hidden.length);
    for (const { y } of drawing.missing()) expect(y - up(spec.domain[0])).toBeGreaterThan(4);
    expect(drawing.writing('key-label').some(({ text }) => text === 'not published')).toBe(hidden.length > 0);
  });

  it('draws limits between the ends of the axes, at their places', () => {
    const { top, left, right, width } = spreadSize(spec, SIZES[size]);
    const floor = up(spec.domain[0]);
    for (const { level, widened, points } of spec.limits) {
      if (widened) continue;
      const places = drawing.paths(`.limit-${String(level).replace('.', '-')}`).flatMap((path) => path.points);
      expect(places.length).toBeGreaterThan(points.length);
      for (const { x, y } of places) {
        expect(x).toBeGreaterThanOrEqual(left - 0.1);
        expect(x).toBeLessThanOrEqual(width - right + 0.1);
        expect(y).toBeGreaterThanOrEqual(top - 0.1);
        expect(y).toBeLessThanOrEqual(floor + 0.7);
      }
      for (const each of points)
        for (const value of [each.low, each.high])
          if (value >= spec.domain[0] && value <= spec.domain[1])
            expect(places.some((place) => near(place, { x: across(each.size), y: up(value) }, 0.7))).toBe(true);
    }
    expect(drawing.count('.widened path')).toBe(spec.limits.filter(({ widened }) => widened).length);
  });

  it('rules England at its figure, and says it', () => {
    const [rule] = drawing.segments('.centre');
    expect(Math.abs(rule!.y1 - up(spec.centre.value))).toBeLessThan(0.6);
    expect(drawing.writing('key-label')[0]!.text).toMatch(/^England \d/);
  });
});

describe.each(ofKind('distribution'))('distribution: $name, $size', ({ spec, markup }) => {
  const drawing = new Drawing(markup);
  const known = spec.points.flatMap(({ value }) => (value === null ? [] : [value]));
  const across = reading(stepsAcross(drawing));

  it('piles one dot a figure over its value, none on another', () => {
    const marks = drawing.middles('.point').sort((a, b) => a.x - b.x);
    expect(marks).toHaveLength(known.length);
    const places = known.map(across).sort((a, b) => a - b);
    marks.forEach(({ x }, i) => expect(Math.abs(x - places[i]!)).toBeLessThan(0.3));
    const r = Number(/<circle[^>]* r="([\d.]+)"/.exec(markup)?.[1] ?? 0);
    marks.forEach((a, i) => {
      for (const b of marks.slice(i + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(2 * r - 0.2);
    });
  });

  it('writes no name over a dot', () => {
    const r = Number(/<circle[^>]* r="([\d.]+)"/.exec(markup)?.[1] ?? 0);
    for (const name of drawing.writing('label'))
      for (const { x, y } of drawing.middles('.point'))
        expect(
          overlap(name, { left: x - r, right: x + r, top: y - r, bottom: y + r }),
          `${name.text} at ${x},${y}`
        ).toBeLessThan(2);
  });

  it('rules England and the region at their figures', () => {
    const rules = drawing.segments('.reference').map(({ x1 }) => x1);
    expect(rules).toHaveLength(spec.references.length);
    for (const { value } of spec.references) expect(rules.some((x) => Math.abs(x - across(value)) < 0.3)).toBe(true);
  });
});
