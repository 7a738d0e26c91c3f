import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { colourOf } from './draw.ts';
import { mapGeometry, placeMap } from './layout.ts';
import type { MapSpec } from './spec.ts';
import { Drawing, overlap } from '../../../../tests/charts/drawing.ts';
import { MAP_CASES, MAP_SIZES, mapMarkup } from '../../../../tests/charts/map-cases.ts';
import { expectSnapshot } from '../../../../tests/charts/snapshot.ts';

const EACH = Object.entries(MAP_CASES).flatMap(([name, spec]) => MAP_SIZES.map((size) => ({ name, spec, size })));

/** The corners of a hexagon, written as its first corner and the steps to the next ones. */
const cornersOf = (ring: string): { x: number; y: number }[] => {
  const at = { x: 0, y: 0 };
  return [...ring.matchAll(/([Mvl])([-\d.,]+)/g)].map(([, command, text]) => {
    const numbers = text!.split(',').map(Number);
    const [x, y] = command === 'v' ? [0, numbers[0]!] : [numbers[0]!, numbers[1]!];
    Object.assign(at, { x: at.x + x, y: at.y + y });
    return { ...at };
  });
};

/** The middles of the hexagons of every path of a class, read back from the markup. */
const middlesOf = (markup: string, className: string): { x: number; y: number }[] =>
  [...markup.matchAll(/<path [^>]*>/g)]
    .map(([tag]) => [/ class="([^"]*)"/.exec(tag)?.[1], / d="([^"]*)"/.exec(tag)?.[1] ?? ''] as const)
    .filter(([own]) => own === className)
    .flatMap(([, d]) =>
      d.match(/M[^M]+/g)!.map((ring) => {
        const corners = cornersOf(ring);
        expect(corners).toHaveLength(6);
        const mean = (of: 'x' | 'y'): number => corners.reduce((sum, corner) => sum + corner[of], 0) / 6;
        return { x: mean('x'), y: mean('y') };
      })
    );

const near = (a: { x: number; y: number }, b: { x: number; y: number }): boolean =>
  Math.abs(a.x - b.x) < 0.2 && Math.abs(a.y - b.y) < 0.2;

const tileOf = (spec: MapSpec, key: string) => spec.tiles.find((tile) => tile.key === key)!;

describe.each(EACH)('$name, $size.name', ({ name, spec, size }) => {
  const markup = mapMarkup(spec, size);
  const drawing = new Drawing(markup);
  const { places } = placeMap(spec, size);
  const at = mapGeometry(spec, size);

  it('looks as it did', async () => {
    await expectSnapshot(markup, `map-${name.replaceAll(' ', '-')}-${size.name}`);
  });

  it('carries no style of its own, no name that another drawing could have, and one for those who do not see it', () => {
    expect(drawing.count('style, [style], [id], pattern, clipPath')).toBe(0);
    expect(drawing.count('[aria-label]')).toBe(1);
    expect(markup).toContain(`aria-label="${spec.title}. What the figures say."`);
    expect(markup).not.toMatch(/NaN|undefined|Infinity|null/);
  });

  it('colours each tile by the class of its figure, and hatches those without one', () => {
    const looks = [...spec.classes.map((_, i) => i), null];
    for (const look of looks) {
      const className = look === null ? 'tiles none' : `tiles class-${colourOf(spec, look)}`;
      const drawn = middlesOf(markup, className).filter((middle) => places.some((place) => near(place, middle)));
      const wanted = places.filter(({ key }) => tileOf(spec, key).class === look);
      expect(drawn, className).toHaveLength(wanted.length);
      for (const place of wanted)
        expect(
          drawn.some((middle) => near(middle, place)),
          place.key
        ).toBe(true);
    }
    const without = spec.tiles.filter(({ value }) => value === null);
    expect(spec.tiles.filter((tile) => tile.class === null)).toEqual(without);
    expect(drawing.count('.hatch')).toBe(without.length ? 2 : 0);
  });

  it('lays no tile on another', () => {
    places.forEach((a, i) => {
      for (const b of places.slice(i + 1))
        expect(Math.hypot(a.x - b.x, a.y - b.y), `${a.key} and ${b.key}`).toBeGreaterThan(at.pitch * 0.999);
    });
  });

  it('letters every tile, and rings the chosen ones', () => {
    const letters = drawing.writing('tile-label').map(({ text }) => text);
    expect(letters.sort()).toEqual(spec.tiles.map(({ short }) => short).sort());
    for (const { key, slot } of spec.tiles)
      if (slot !== undefined) {
        const ring = middlesOf(markup, `ring slot-${slot}`);
        expect(
          ring.some((middle) =>
            near(
              middle,
              places.find((place) => place.key === key)!
            )
          )
        ).toBe(true);
      }
  });

  it('names each region in the sea, on no tile and on no other writing', () => {
    const names = drawing.writing('region-label');
    const said = names.map(({ text }) => text).join(' ');
    if (spec.tiles.length) for (const { label } of spec.regions) expect(said).toContain(label.split(' ').at(-1)!);
    const written = drawing.writing('region-label', 'legend', 'axis-title');
    written.forEach((a, i) => {
      for (const b of written.slice(i + 1)) expect(overlap(a, b), `${a.text} and ${b.text}`).toBeLessThan(1.5);
      const half = at.pitch / 2;
      for (const { x, y, key } of places) {
        const tile = { left: x - half * 0.9, right: x + half * 0.9, top: y - half * 0.9, bottom: y + half * 0.9 };
        expect(overlap(a, tile), `${a.text} and ${key}`).toBeLessThan(1.5);
      }
      expect(a.left).toBeGreaterThanOrEqual(0);
      expect(a.right).toBeLessThanOrEqual(drawing.box.right + 1);
      expect(a.bottom).toBeLessThanOrEqual(drawing.box.bottom);
    });
  });

  it('states its classes, the highest first, its unit, and why tiles are hatched', () => {
    const legend = drawing.writing('legend').map(({ text }) => text);
    const reasons = new Set(spec.tiles.filter((tile) => tile.class === null).map(({ text }) => text));
    expect(legend.slice(0, spec.classes.length)).toEqual(spec.classes.map(({ label }) => label).reverse());
    const hatched = legend.slice(spec.classes.length).join(' ');
    expect(new Set(hatched ? hatched.split(' or ') : [])).toEqual(reasons);
    const title = drawing.writing('axis-title').map(({ text }) => text);
    expect(title.join(' ')).toBe(spec.axisTitle);
  });
});

it('draws only its unit where there are no authorities', () => {
  const drawing = new Drawing(mapMarkup(MAP_CASES['no authorities']!, MAP_SIZES[0]!));
  expect(drawing.count('path')).toBe(0);
  expect(drawing.writing().map(({ text }) => text)).toEqual(['per 10,000 children']);
});

it('keeps a tile in its place from year to year', () => {
  const of = (name: string) =>
    new Map(placeMap(MAP_CASES[name]!, MAP_SIZES[1]!).places.map((place) => [place.key, place]));
  const [first, last] = [of('the first year'), of('the last year')];
  const both = [...first.keys()].filter((key) => last.has(key));
  expect(both.length).toBe(143);
  for (const key of both) expect(first.get(key)).toEqual(last.get(key));
});

describe('the colours of the classes', () => {
  const css = readFileSync(fileURLToPath(new URL('../../../app.css', import.meta.url)), 'utf8');
  const [light = '', dark = ''] = css.split('prefers-color-scheme: dark');
  const colour = (sheet: string, name: string): number[] => {
    const hex = new RegExp(`--${name}: #([0-9a-f]{6});`).exec(sheet)?.[1];
    if (!hex) throw new Error(`app.css: expected --${name}`);
    return [0, 2, 4].map((i) => Number.parseInt(hex.slice(i, i + 2), 16) / 255);
  };
  const luminance = (rgb: number[]): number => {
    const [r, g, b] = rgb.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)) as [
      number,
      number,
      number
    ];
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const names = ['1', '2', '3', '4', '5', 'low-2', 'low-1', 'mid', 'high-1', 'high-2'];

  it.each([
    ['light', light],
    ['dark', dark]
  ])('carry letters at 4.5 to 1 in the %s theme, and run from one end to the other', (_, sheet) => {
    for (const name of names) {
      const [a, b] = [luminance(colour(sheet, `class-${name}`)), luminance(colour(sheet, `class-${name}-ink`))];
      expect((Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05), name).toBeGreaterThanOrEqual(4.5);
    }
    const run = ['1', '2', '3', '4', '5'].map((name) => luminance(colour(sheet, `class-${name}`)));
    const steps = run.slice(1).map((each, i) => Math.sign(each - run[i]!));
    expect(new Set(steps).size).toBe(1);
  });
});
