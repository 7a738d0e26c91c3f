import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { colourOf } from './colours.ts';
import { mapGeometry, placeMap } from './layout.ts';
import type { MapSpec } from './spec.ts';
import { FIRST_MAP_YEAR } from '#lib/domain/index.ts';
import { CATALOGUE } from '#lib/domain/catalogue/index.ts';
import { unitForYears } from '#lib/address/trend.ts';
import { yearsHeld } from '#lib/figures/year/years-held.ts';
import { isWhy } from '#lib/series/estimates.ts';
import { Drawing, faultsOf, overlap } from '../../../../tests/charts/drawing.ts';
import { fileOf } from '../../../../tests/site.ts';
import { MAP_CASES, MAP_SIZES, mapMarkup, mapPictureOf, mapSpecOf } from '../../../../tests/charts/map-cases.ts';
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
  const at = mapGeometry(spec, size);
  // Those of the map itself; the maps of two years come before it.
  const places = placeMap(spec, size).places.slice(-spec.tiles.length || Infinity);

  it('looks as it did', async () => {
    await expectSnapshot(markup, `map-${name.replaceAll(' ', '-')}-${size.name}`);
  });

  it('carries no style of its own, no name that another drawing could have, and one for those who do not see it', () => {
    expect(drawing.count('style, [style], [id], pattern, clipPath')).toBe(0);
    expect(drawing.count('[aria-label]')).toBe(1);
    expect(markup).toContain(`aria-label="${spec.title}. ${spec.description}"`);
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
    for (const { value, class: index } of spec.tiles) if (value === null) expect(index).toBe(null);
    const hatched = [spec, ...(spec.pair ?? [])].filter(({ tiles }) => tiles.some((tile) => tile.class === null));
    if (!spec.pair) expect(drawing.count('.hatch')).toBe(hatched.length ? 2 : 0);
  });

  it('lays no tile on another', () => {
    places.forEach((a, i) => {
      for (const b of places.slice(i + 1))
        expect(Math.hypot(a.x - b.x, a.y - b.y), `${a.key} and ${b.key}`).toBeGreaterThan(at.pitch * 0.999);
    });
  });

  it('letters every tile where letters can be read, none where they cannot, and rings the chosen ones', () => {
    const letters = drawing.writing('tile-label');
    const isLettered = size.name === 'wide';
    expect(letters.map(({ text }) => text).sort()).toEqual(
      isLettered ? spec.tiles.map(({ short }) => short).sort() : []
    );
    // A drawing is shown at 600 pixels and more in its wide form, at 328 and more in its narrow one.
    const scale = (isLettered ? 600 : 328) / drawing.box.right;
    for (const font of drawing.fonts('tile-label')) expect(font * scale).toBeGreaterThanOrEqual(11);
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
    const written = drawing.writing(
      ...['region-label', 'legend', 'axis-title', 'legend-england', 'legend-note', 'class-count', 'map-heading']
    );
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

  it('states its unit, how many councils each class has, and why tiles are hatched', () => {
    const legend = drawing.writing('legend').map(({ text }) => text);
    const counts = drawing.writing('class-count').map(({ text }) => Number(text));
    const inClasses = spec.tiles.filter((tile) => tile.class !== null).length;
    if (spec.pair) {
      const stated = spec.classes.map(({ label, count }) => `${label} (${count})`).reverse();
      expect(legend.slice(0, stated.length)).toEqual(stated);
      expect(spec.classes.reduce((sum, { count }) => sum + count, 0)).toBe(inClasses);
    } else {
      expect(counts).toEqual(spec.classes.map(({ count }) => count));
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(inClasses);
      expect(legend.slice(0, spec.marks.length && spec.classes.length - 1)).toEqual(
        spec.classes.length ? spec.marks : []
      );
    }
    const reasons = spec.tiles.flatMap((tile) => (tile.class === null ? [tile.reason!] : []));
    const all = legend.join(' ');
    for (const reason of new Set(reasons))
      expect(all).toContain(`${reason} (${reasons.filter((each) => each === reason).length})`);
    if (spec.tiles.length)
      expect(
        drawing
          .writing('axis-title')
          .map(({ text }) => text)
          .join(' ')
      ).toContain(spec.unit);
  });

  it('marks England’s figure in its class', () => {
    const [label] = drawing.writing('legend-england');
    expect(label?.text).toBe(spec.classes.length ? spec.england?.text : undefined);
  });
});

describe('two years compared', () => {
  const spec = MAP_CASES['two years compared']!;
  const picture = mapPictureOf('looked-after', 'rate', { year: '2025', since: String(FIRST_MAP_YEAR) });

  it.each(MAP_SIZES)('are two maps on one scale over the map of change, $name', (size) => {
    const drawing = new Drawing(mapMarkup(spec, size));
    expect(drawing.writing('map-heading').map(({ text }) => text)).toEqual([
      ...spec.pair!.map(({ heading }) => heading),
      spec.heading
    ]);
    const [earlier, later] = spec.pair!;
    expect(earlier!.marks).toEqual(later!.marks);
    expect(faultsOf(drawing)).toEqual([]);
  });

  it('a class of change says what the test says, and nothing else is a rise or a fall', () => {
    const classOfKey = new Map(spec.tiles.map((tile) => [tile.key, tile]));
    for (const { area, tested, change } of picture.ranked) {
      if (!tested || isWhy(tested)) continue;
      const word = spec.classes[classOfKey.get(area.key)!.class!]!.label!.split(' ')[0];
      expect(word, area.name).toBe(tested.verdict.split(' ')[0]);
      if (word !== 'no') expect(Math.sign(change!.by), area.name).toBe(word === 'rose' ? 1 : -1);
    }
    expect(
      new Set(picture.ranked.map(({ tested }) => tested && !isWhy(tested) && tested.verdict)).size
    ).toBeGreaterThan(1);
  });

  it('a council that did not exist in the earlier year is hatched, and one that ended is on the earlier map alone', () => {
    const then = new Set(spec.pair![0]!.tiles.map(({ key }) => key));
    const begun = spec.tiles.filter(({ key }) => !then.has(key));
    expect(begun.length).toBeGreaterThan(0);
    for (const tile of begun) expect([tile.class, tile.reason]).toEqual([null, 'not comparable']);
    const now = new Set(spec.tiles.map(({ key }) => key));
    expect(spec.ended!.map(({ key }) => key)).toEqual([...then].filter((key) => !now.has(key)));
    for (const { text } of spec.ended!) expect(text).toMatch(/did not exist in 2025$/);
  });

  it('where changes are not tested the legend says so', () => {
    const numbers = mapSpecOf('looked-after', 'number', { year: '2025', since: '2015' });
    expect(numbers.unit).toMatch(/not tested, so small changes may be chance$/);
    for (const { label } of numbers.classes) expect(label).not.toMatch(/rose|fell/);
  });
});

it('keeps its classes from year to year', () => {
  expect(MAP_CASES['the first year']!.marks).toEqual(MAP_CASES['the last year']!.marks);
  expect(MAP_CASES['fifths of the year']!.marks).not.toEqual(MAP_CASES['the last year']!.marks);
  expect(MAP_CASES['fifths of the year']!.unit).toMatch(/fifths of 2025$/);
});

describe.each(CATALOGUE.filter((measure) => unitForYears(measure, yearsHeld(fileOf(measure.slug), measure))))(
  'the map of $slug',
  (measure) => {
    const unit = unitForYears(measure, yearsHeld(fileOf(measure.slug), measure))!;

    it.each(MAP_SIZES)('has no word on another or over the edge, $name', (size) => {
      const { years } = mapPictureOf(measure.slug, unit);
      // The longest words are those of a change; where there is room for them under the map they cannot meet a tile.
      const specs = [
        mapSpecOf(measure.slug, unit, { areas: ['309', '839', '894'] }),
        ...(years.length > 1 && size.name === 'wide' ? [mapSpecOf(measure.slug, unit, { since: years[0]! })] : [])
      ];
      for (const spec of specs) expect(faultsOf(new Drawing(mapMarkup(spec, size)))).toEqual([]);
    });
  }
);

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
