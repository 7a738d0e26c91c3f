import { describe, expect, it } from 'vitest';
import { drawCompare } from '#lib/figures/compare/draw.ts';
import { COMPARE_NARROW, COMPARE_WIDE, compareSize, placeCompare } from '#lib/figures/compare/layout.ts';
import { toMarkup } from '#lib/figures/prerender.ts';
import { compare } from '#lib/figures/compare/picture.ts';
import { storeOf } from '#lib/figures/year/figure-store.ts';
import { toCompareSpec } from '../../src/routes/compare/spec.ts';
import { areaOf, areas, estimatesOf, fileOf, similar } from '../site.ts';
import { Drawing, faultsOf } from './drawing.ts';

const store = storeOf({ series: fileOf, estimates: estimatesOf, areas, similar });
const CASES: Record<string, [own: string, others: string[]]> = {
  'one other': ['309', ['206']],
  'long names': ['839', ['207', '205', '303', '815', '941']],
  'none published': ['201', ['420']],
  'an ended authority': ['875', ['820', '330', '926']],
  regions: ['309', ['E13000001', 'E12000007', '301']]
};

describe.each(Object.entries(CASES))('%s', (_, [own, others]) => {
  const spec = toCompareSpec(compare(store, areaOf(own), { areas: others, order: 'chosen' }), 'What it says.');
  const cells = spec.panels.flatMap((panel) => panel.cells);

  it.each([COMPARE_NARROW, COMPARE_WIDE])('$name: every figure at its place, nothing over something else', (size) => {
    const markup = toMarkup((document) => drawCompare(spec, size, document));
    const drawing = new Drawing(markup);
    const { places } = placeCompare(spec, size);
    expect(markup).toContain('aria-label="' + spec.title);
    expect(markup).not.toMatch(/NaN|undefined|Infinity|null| style=/);
    const { width, height } = compareSize(spec, size);
    expect(drawing.box).toEqual({ left: 0, top: 0, right: width, bottom: height });
    const known = places.filter((__, i) => cells[i]!.value !== null);
    const dots = drawing.middles('.dot');
    expect(dots).toHaveLength(known.length);
    for (const { x, y } of known)
      expect(dots.some((dot) => Math.abs(dot.x - x) < 0.6 && Math.abs(dot.y - y) < 0.6)).toBe(true);
    expect(
      drawing
        .writing('figure')
        .map(({ text }) => text)
        .sort()
    ).toEqual(cells.flatMap(({ value, text }) => (value === null ? [] : [text])).sort());
    expect(drawing.writing('missing-label')).toHaveLength(cells.length - known.length);
    expect(drawing.segments('.interval')).toHaveLength(known.length);
    expect(drawing.segments('.reference')).toHaveLength(spec.panels.length);
    expect(faultsOf(drawing)).toEqual([]);
  });
});
