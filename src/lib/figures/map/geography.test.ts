import { describe, expect, it } from 'vitest';
import { gzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { toMarkup } from '#lib/figures/prerender.ts';
import { Drawing, faultsOf } from '../../../../tests/charts/drawing.ts';
import { mapPictureOf } from '../../../../tests/charts/map-cases.ts';
import { tiles } from '../../../../tests/site.ts';
import { BOUNDARY_LINES, layerOn, outlinesIn, reachOf } from './boundaries.ts';
import { toGeography } from './geography.ts';
import { isIn, middleOf } from './polygons.ts';

interface Authority {
  old_la_code: string;
  start: string;
  end: string;
}

const authorities = Papa.parse<Authority>(readFileSync('data/local_authorities.csv', 'utf8'), {
  header: true,
  skipEmptyLines: true
}).data;
const inBeing = (day: string): string[] => [
  ...new Set(
    authorities
      .filter(({ start, end }) => (!start || start <= day) && (!end || end >= day))
      .map(({ old_la_code }) => old_la_code)
  )
];
const GROUND = { x: 0, y: 0, corner: { east: 0, north: 0 }, scale: 0.001 };
const geographyOf = (choices: Parameters<typeof mapPictureOf>[2]) =>
  toGeography(mapPictureOf('looked-after', 'rate', choices), { extras: [], tiles });

describe('the boundaries', () => {
  it.each(['2008-03-31', '2009-03-31', '2010-03-31', '2019-03-31', '2020-03-31', '2022-03-31', '2025-03-31'])(
    'of %s are those of the councils in being',
    (day) => {
      const keys = outlinesIn(layerOn(day), GROUND).map(({ key }) => key);
      expect(keys.toSorted()).toEqual(inBeing(day).sort());
    }
  );

  it('are 150 in 2008 and 153 in 2025, and England is where it is', () => {
    expect(outlinesIn(layerOn('2008-03-31'), GROUND)).toHaveLength(150);
    expect(outlinesIn(layerOn('2025-03-31'), GROUND)).toHaveLength(153);
    const { from, to } = reachOf(layerOn('2025-03-31'));
    // Scilly in the west, Lowestoft in the east, Berwick in the north.
    expect([from.east, to.east, from.north, to.north].map((metres) => Math.round(metres / 10_000))).toEqual([
      9, 66, 1, 66
    ]);
  });

  it('take at most 22 KB', () => {
    expect(
      gzipSync(readFileSync('data/boundaries/authorities_bng_30.topo.json'), { level: 9 }).length
    ).toBeLessThanOrEqual(22_000);
  });
});

describe('the map by boundaries', () => {
  const drawing = geographyOf({ year: '2025', areas: ['309', '908'] });

  it.each(['narrow', 'wide'] as const)(
    'has no word on another or over the edge, and names who must be named, %s',
    (name) => {
      for (const made of [drawing, geographyOf({ year: '2025', since: '2008' })]) {
        const drawn = new Drawing(toMarkup((document) => made.draw(made.sizes[name], document)));
        expect(faultsOf(drawn)).toEqual([]);
        const lines = drawn.writing('boundary-lines').map(({ text }) => text);
        expect(lines.join(' ')).toBe(BOUNDARY_LINES.join(' '));
        expect(BOUNDARY_LINES.join(' ')).toMatch(/Office for National Statistics.*Contains OS data/);
      }
    }
  );

  it('reads each council where its shape is', () => {
    const { places, hit } = drawing.place(drawing.sizes.wide);
    expect(places.map(({ key }) => key).toSorted()).toEqual(inBeing('2025-03-31').sort());
    const shapes = new Map(outlinesIn(layerOn('2025-03-31'), GROUND).map((each) => [each.key, each]));
    const whole = places.filter(({ key }) => isIn(shapes.get(key)!, middleOf(shapes.get(key)!)));
    expect(whole.length).toBeGreaterThan(140);
    for (const place of whole) expect(places[hit!(place)!]!.key).toBe(place.key);
    expect(hit!({ x: 1, y: 1 })).toBeUndefined();
  });

  it('hatches a council that did not exist in the earlier year, and never colours a change for it', () => {
    const { places } = geographyOf({ year: '2025', since: '2008' }).place(drawing.sizes.wide);
    // Cumberland began in 2023; Cumbria is on the map of 2008 alone.
    const count = (key: string) => places.filter((place) => place.key === key).length;
    expect([count('942'), count('909'), count('309')]).toEqual([2, 1, 3]);
    const picture = mapPictureOf('looked-after', 'rate', { year: '2025', since: '2008' });
    const markup = toMarkup((document) =>
      toGeography(picture, { extras: [], tiles }).draw(drawing.sizes.wide, document)
    );
    expect(
      new Drawing(markup)
        .writing('legend')
        .map(({ text }) => text)
        .join(' ')
    ).toContain('did not exist in 2008 (10)');
  });
});
