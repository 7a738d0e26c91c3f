import { describe, expect, it } from 'vitest';
import { FIRST_MAP_YEAR } from '#lib/domain/index.ts';
import { MAP_CASES, MAP_SIZES, mapSpecOf } from '../../../../tests/charts/map-cases.ts';
import { placeMap } from './layout.ts';
import { keyboardNeighbour, type Direction } from '#lib/drawing/keyboard-neighbour.ts';

const DIRECTIONS: Direction[] = ['left', 'right', 'up', 'down'];

describe.each(MAP_SIZES)('arrow keys on the $name map', (size) => {
  const { places } = placeMap(MAP_CASES['the last year']!, size);
  const from = (key: string, direction: Direction) => keyboardNeighbour(places, key, direction);

  it('lead along a row and back', () => {
    expect(from('391', 'right')).toBe('392');
    expect(from('392', 'left')).toBe('391');
  });

  it('stay where nothing lies that way, and for a key that is not there', () => {
    expect(from('929', 'up')).toBe('929');
    // West of Wirral lies the sea, not the Isles of Scilly at the foot of the map.
    expect(from('344', 'left')).toBe('344');
    expect(from('999', 'up')).toBe('999');
    expect(keyboardNeighbour([], '309', 'left')).toBe('309');
  });

  it('always lead in their direction', () => {
    const at = new Map(places.map((place) => [place.key, place]));
    for (const { key, x, y } of places) {
      expect(at.get(from(key, 'left'))!.x).toBeLessThanOrEqual(x);
      expect(at.get(from(key, 'right'))!.x).toBeGreaterThanOrEqual(x);
      expect(at.get(from(key, 'up'))!.y).toBeLessThanOrEqual(y);
      expect(at.get(from(key, 'down'))!.y).toBeGreaterThanOrEqual(y);
    }
  });
});

it.each([String(FIRST_MAP_YEAR), '2012', '2019', '2025'])('from any tile of %s all others can be reached', (year) => {
  const spec = mapSpecOf('looked-after', 'rate', { year });
  const { places } = placeMap(spec, MAP_SIZES[1]!);
  const steps = new Map(places.map(({ key }) => [key, DIRECTIONS.map((each) => keyboardNeighbour(places, key, each))]));
  for (const { key } of places) {
    const reached = new Set([key]);
    for (const at of reached) for (const next of steps.get(at)!) reached.add(next);
    expect(reached.size, key).toBe(places.length);
  }
});
