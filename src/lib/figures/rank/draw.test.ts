import { describe, expect, it } from 'vitest';
import { prerenderYear } from '#lib/figures/prerender.ts';
import { RANK_NARROW, RANK_WIDE, placeRank, rankSize } from './draw.ts';
import { rankDrawing } from './drawing.ts';
import type { RankSpec } from './spec.ts';
import type { AreaMark } from '#lib/drawing/area-mark.ts';
import { reading, stepsAcross } from '../../../../tests/charts/axis.ts';
import { Drawing, faultsOf } from '../../../../tests/charts/drawing.ts';
import { RANKS } from '../../../../tests/charts/rank-cases.ts';
import { expectSnapshot } from '../../../../tests/charts/snapshot.ts';

const SIZES = { narrow: RANK_NARROW, wide: RANK_WIDE } as const;

const EACH = Object.entries(RANKS).flatMap(([name, spec]) => {
  const drawn = prerenderYear(rankDrawing(spec));
  return (['narrow', 'wide'] as const).map((size) => ({ name, spec, size, markup: drawn[size] }));
});

const areasOf = (spec: RankSpec): AreaMark[] => spec.rows.flatMap((row) => (row.kind === 'area' ? [row.area] : []));

const byHeight = <T extends { y: number }>(all: T[]): T[] => [...all].sort((a, b) => a.y - b.y);

describe.each(EACH)('$name, $size', ({ name, spec, size, markup }) => {
  const drawing = new Drawing(markup);
  const areas = areasOf(spec);
  const { places } = placeRank(spec, SIZES[size]);

  it('looks as it did', async () => {
    await expectSnapshot(markup, `rank/${name.replaceAll(' ', '-')}-${size}`);
  });

  it('carries no style and no id of its own, and one name for those who do not see it', () => {
    expect(drawing.count('style, [style], [id]')).toBe(0);
    expect(drawing.count('[aria-label]')).toBe(1);
    expect(markup).toContain(`aria-label="${spec.title}. ${spec.description}"`);
    expect(markup).not.toMatch(/NaN|undefined|Infinity|null/);
  });

  it('has one place a row, from the top in the order of the rows, inside the drawing', () => {
    expect(places.map(({ key }) => key)).toEqual(areas.map(({ key }) => key));
    expect(byHeight(places)).toEqual(places);
    const { width, height } = rankSize(spec, SIZES[size]);
    for (const { x, y } of places) expect(x >= 0 && x <= width && y >= 0 && y <= height, `${x},${y}`).toBe(true);
    expect(drawing.box).toEqual({ left: 0, top: 0, right: width, bottom: height });
  });

  it('draws a dot at the place of each figure, and none for an area without one', () => {
    const dots = byHeight(drawing.middles('.dot'));
    const known = places.filter((_, i) => areas[i]!.value !== null);
    expect(dots).toHaveLength(known.length);
    const at = known.length ? reading(stepsAcross(drawing, 'first')) : () => NaN;
    dots.forEach((dot, i) => {
      const area = areas.find(({ key }) => key === known[i]!.key)!;
      expect(dot.x, area.label).toBeCloseTo(known[i]!.x, 0);
      expect(dot.y, area.label).toBeCloseTo(known[i]!.y, 0);
      expect(Math.abs(dot.x - at(area.value!)), `${area.label} ${area.text}`).toBeLessThan(0.3);
    });
  });

  it('writes each figure as it reads, and no figure where none is published', () => {
    const known = areas.filter(({ value }) => value !== null);
    expect(
      drawing
        .writing('figure')
        .map(({ text }) => text)
        .sort()
    ).toEqual(known.map(({ text }) => text).sort());
    expect(drawing.writing('missing-label').map(({ text }) => text)).toEqual(
      areas.filter(({ value }) => value === null).map(({ text }) => text)
    );
    const hidden = places.filter((_, i) => areas[i]!.status === 'suppressed');
    expect(byHeight(drawing.missing()).map(({ y }) => Math.round(y))).toEqual(hidden.map(({ y }) => Math.round(y)));
  });

  it('names every area of its rows whole, but for what a list adds to a name', () => {
    const written = drawing.writing('label').map((each) => ({ text: each.text, y: (each.top + each.bottom) / 2 }));
    areas.forEach(({ label }, i) => {
      const { y } = places[i]!;
      const next = places[i + 1]?.y ?? Infinity;
      const before = places[i - 1]?.y ?? -Infinity;
      const own = byHeight(written.filter((each) => each.y > (before + y) / 2 && each.y < (y + next) / 2));
      const text = own
        .map((each) => each.text)
        .join(' ')
        .replaceAll('- ', '-');
      expect([label, label.replace(/, (City|County) of$/, '')]).toContain(text);
    });
  });

  it('draws a bar from end to end of what chance leaves open, no further than the axis', () => {
    const open = areas.filter(({ value, low }) => value !== null && low !== undefined);
    const bars = drawing.segments('.interval').sort((a, b) => a.y1 - b.y1);
    expect(bars).toHaveLength(open.length);
    const { left, right, width } = rankSize(spec, SIZES[size]);
    const at = open.length ? reading(stepsAcross(drawing, 'first')) : () => NaN;
    bars.forEach((bar, i) => {
      const { low, high, label } = open[i]!;
      expect(Math.abs(bar.x1 - Math.max(left, at(low!))), label).toBeLessThan(0.4);
      expect(Math.abs(bar.x2 - Math.min(width - right, at(high!))), label).toBeLessThan(0.4);
    });
  });

  it('holds every ranked area in the strip, the chosen ones taller', () => {
    const strip = drawing.segments('.strip');
    expect(strip).toHaveLength(spec.strip.length);
    const tall = Math.max(...strip.map(({ y1, y2 }) => y2 - y1));
    const chosen = spec.strip.filter(({ slot }) => slot !== undefined);
    expect(drawing.segments('.strip.chosen')).toHaveLength(chosen.length);
    for (const { y1, y2 } of drawing.segments('.strip.chosen')) expect(y2 - y1).toBe(tall);
  });

  it('rules England and the region at their figures, where those lie on the axis', () => {
    // England's number of children is far beyond the axis of authorities' numbers.
    const shown = spec.references.filter(({ value }) => value >= spec.domain[0] && value <= spec.domain[1]);
    const at = shown.length ? reading(stepsAcross(drawing, 'first')) : () => NaN;
    // Each in two pieces, so that it strikes no step of the axis.
    const rules = drawing.segments('.reference').map(({ x1 }) => x1);
    expect(rules).toHaveLength(2 * shown.length);
    expect(drawing.writing('reference-label')).toHaveLength(shown.length);
    for (const { value, label } of shown) {
      expect(
        [...rules].some((x) => Math.abs(x - at(value)) < 0.3),
        label
      ).toBe(true);
      expect(drawing.writing('reference-label').some(({ text }) => text.startsWith(label))).toBe(true);
    }
  });

  it('writes nothing over something else or over the edge', () => {
    expect(faultsOf(drawing)).toEqual([]);
  });
});

it('ranks in order, ties sharing their place, with as many left out as a gap says', () => {
  for (const spec of Object.values(RANKS)) {
    const values = areasOf(spec).flatMap(({ value }) => (value === null ? [] : [value]));
    expect(values).toEqual([...values].sort((a, b) => b - a));
    const left = spec.rows.reduce((sum, row) => sum + (row.kind === 'gap' ? row.count : 0), 0);
    if (spec.strip.length) expect(values.length + left).toBe(spec.strip.length);
  }
  const shared = RANKS.ties!.rows.filter((row) => row.kind === 'area' && row.place.startsWith('='));
  expect(shared.length).toBeGreaterThan(1);
});

it('says how many are left out between two rows', () => {
  const drawing = new Drawing(prerenderYear(rankDrawing(RANKS['one chosen']!)).wide);
  const gaps = RANKS['one chosen']!.rows.flatMap((row) => (row.kind === 'gap' ? [row.count] : []));
  expect(gaps.length).toBeGreaterThan(0);
  expect(drawing.writing('gap-label').map(({ text }) => text)).toEqual(
    gaps.map((count) => `… ${count} ${count === 1 ? 'council' : 'councils'}`)
  );
});

it('draws a rule at no change where the order is one of changes', () => {
  const drawing = new Drawing(prerenderYear(rankDrawing(RANKS.change!)).wide);
  const at = reading(stepsAcross(drawing, 'first'));
  expect(drawing.segments('.zero').map(({ x1 }) => Math.round(x1))).toEqual([Math.round(at(0))]);
  expect(new Drawing(prerenderYear(rankDrawing(RANKS['one chosen']!)).wide).segments('.zero')).toEqual([]);
});
