import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { AreaRecord } from './area.ts';
import { footprintOf } from './footprint.ts';

const areas = JSON.parse(readFileSync('static/data/areas-full.json', 'utf8')) as AreaRecord[];

describe('what became of a territory', () => {
  it.each([
    ['Cheshire', '875', ['895', '896'], '2009-03-31'],
    ['Bedfordshire', '820', ['822', '823'], '2009-03-31'],
    ['Northamptonshire', '928', ['940', '941'], '2021-03-31'],
    ['Cumbria', '909', ['942', '943'], '2023-03-31']
  ])('%s can be added up, whichever of its bodies is asked for', (_, before, parts, ended) => {
    for (const key of [before, ...parts])
      expect(footprintOf(areas, key), key).toEqual({ kind: 'sum', before, parts, ended });
  });

  it('Dorset, Bournemouth and Poole cannot, whichever is asked for', () => {
    for (const key of ['835', '836', '837', '838', '839'])
      expect(footprintOf(areas, key), key).toEqual({
        kind: 'mixed',
        before: ['835', '836', '837'],
        after: ['838', '839'],
        ended: '2019-03-31'
      });
  });

  it('no other area has one: not one that only changed its code, nor Cornwall and Scilly, which both are in being', () => {
    const concerned = areas.filter(({ key }) => footprintOf(areas, key)).map(({ key }) => key);
    expect(concerned).toHaveLength(4 * 3 + 5);
    expect(concerned).not.toContain('908');
    expect(concerned).not.toContain('825');
  });
});
