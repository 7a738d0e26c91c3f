import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '#lib/domain/catalogue/index.ts';
import { unitForYears, defaults } from '#lib/address/trend.ts';
import { areaReader } from '#lib/figures/year/reader.ts';
import { composeYear } from '#lib/figures/year/picture.ts';
import { yearsHeld } from '#lib/figures/year/years-held.ts';
import { toMarkup } from '#lib/figures/prerender.ts';
import { Drawing, faultsOf } from '../../../../tests/charts/drawing.ts';
import { similarTo } from '#lib/domain/index.ts';
import { areas, basesOf, estimatesOf, fileOf, similar } from '../../../../tests/site.ts';
import { drawSpread, placeSpread, SPREAD_NARROW, SPREAD_WIDE } from './draw.ts';
import { marksOf, toSpreadSpec, type FunnelSpec, type SpreadSpec } from './spec.ts';

const CHOSEN = ['309', '839', '894'];

const specOf = (slug: string, keys: string[] = CHOSEN): SpreadSpec | undefined => {
  const measure = CATALOGUE.find((each) => each.slug === slug)!;
  const file = fileOf(slug);
  const years = yearsHeld(file, measure);
  const unit = unitForYears(measure, years);
  if (!unit) return undefined;
  const picture = composeYear({
    file,
    bases: basesOf(measure.variants.find(({ key }) => key === unit)!),
    measure,
    view: 'spread',
    choices: { ...defaults(measure), unit, areas: keys },
    years,
    areas,
    estimates: estimatesOf(slug),
    similar
  });
  return picture && toSpreadSpec(picture);
};

const WITH_COUNCILS = CATALOGUE.flatMap(({ slug }) => {
  const spec = specOf(slug);
  return spec ? [{ slug, spec }] : [];
});

describe.each(WITH_COUNCILS)('the spread of $slug', ({ spec }) => {
  it.each([SPREAD_NARROW, SPREAD_WIDE])('has no word on another, over the edge or cut, $name', (size) => {
    const drawing = new Drawing(toMarkup((document) => drawSpread(spec, size, document)));
    expect(faultsOf(drawing)).toEqual([]);
    expect(drawing.writing().filter(({ text }) => text.includes('…'))).toEqual([]);
  });

  it('names the councils chosen, those similar to the first, and at most six others', () => {
    const named = spec.points.filter((point) => point.named);
    expect(named.filter((point) => point.slot === undefined && !('similar' in point)).length).toBeLessThanOrEqual(6);
    for (const key of CHOSEN) {
      const point = spec.points.find((each) => each.key === key);
      if (point) expect(point.named).toBe(true);
    }
  });
});

describe('the councils similar to the first chosen one', () => {
  const spec = specOf('looked-after')! as FunnelSpec;
  const near = similarTo(similar, CHOSEN[0]!).filter((key) => !CHOSEN.includes(key));

  it('are marked in their colour, named where there is room, and explained in the key', () => {
    const marked = spec.points.filter((point) => point.similar).map(({ key }) => key);
    expect(marked.toSorted()).toEqual(near.toSorted());
    const drawing = new Drawing(toMarkup((document) => drawSpread(spec, SPREAD_WIDE, document)));
    expect(drawing.writing('key-label').map(({ text }) => text)).toContain('similar to Haringey');
    const written = drawing.writing('label').map(({ text }) => text);
    const names = spec.points.filter(({ key }) => near.includes(key)).map(({ label }) => label);
    expect(names.filter((name) => written.includes(name)).length).toBeGreaterThan(6);
    const count = (markup: string) => markup.split('var(--line-similar)').length - 1;
    // A mark each, a name each that has room, and the sample of the key.
    expect(count(toMarkup((document) => drawSpread(spec, SPREAD_WIDE, document)))).toBeGreaterThan(near.length);
  });

  it('are said by name, and none are without a choice', () => {
    expect(spec.description).toMatch(/Marked as similar to Haringey by the Department’s model of \d{4}: /);
    const without = specOf('looked-after', [])! as FunnelSpec;
    expect(without.points.some((point) => point.similar)).toBe(false);
    expect(without.description).not.toContain('Marked as similar');
  });
});

describe('the strip of all councils over the funnel', () => {
  const spec = specOf('looked-after')!;
  const drawing = new Drawing(toMarkup((document) => drawSpread(spec, SPREAD_WIDE, document)));
  const placed = placeSpread(spec, SPREAD_WIDE);

  it('comes first, each under its question', () => {
    expect(drawing.writing('part-heading').map(({ text }) => text)).toEqual(['How unusual?', 'Is it chance?']);
    const [strip, funnel] = ['.distribution .point', '.funnel .point'].map((each) => drawing.middles(each));
    expect(strip).toHaveLength(funnel!.length);
    expect(Math.max(...strip!.map(({ y }) => y))).toBeLessThan(Math.min(...funnel!.map(({ y }) => y)));
  });

  it('is read by the pointer, council by council, as the funnel is', () => {
    const reader = areaReader({ placed, marks: marksOf(spec), unit: 'each', inRows: false, picks: true });
    const haringey = placed.places.filter(({ key }) => key === '309');
    expect(haringey).toHaveLength(2);
    for (const { x, y } of haringey) expect(reader.read(reader.nearest(x, y)!)!.area!.key).toBe('309');
  });

  it('says on the bands what they are', () => {
    expect(drawing.writing('band-label').map(({ text }) => text)).toEqual(['usual range, 99.8%', 'usual range, 95%']);
  });
});
