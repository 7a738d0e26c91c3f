import { describe, expect, it } from 'vitest';
import { packDistricts, unpackDistricts } from './postcode.ts';

describe('the index of postcode districts', () => {
  const districts = new Map([
    ['W1A', ['213']],
    ['N17', ['309']],
    ['N8', ['309']],
    ['NW1', ['202', '213']],
    ['N4', ['309', '206']],
    ['W10', ['207', '213']],
    ['NW10', ['304']]
  ]);

  it('comes out as it went in, the likeliest authority first', () => {
    const back = unpackDistricts(packDistricts(districts));
    expect(new Map([...back].sort())).toEqual(new Map([...districts].sort()));
  });

  it('leaves out letters that repeat, and puts districts in order of their numbers', () => {
    expect(packDistricts(new Map([...districts].filter(([, keys]) => keys[0] === '309')))).toEqual([
      ['309 206', 'N4'],
      ['309', 'N8 17']
    ]);
  });

  it('refuses what is no outward code', () => {
    expect(() => packDistricts(new Map([['N17 0AA', ['309']]]))).toThrow('N17 0AA: expected an outward code');
  });
});
