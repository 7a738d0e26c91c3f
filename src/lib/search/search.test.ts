import { describe, expect, it } from 'vitest';
import { areas } from '../../../tests/site.ts';
import { search } from './search.ts';

const names = (typed: string, most?: number): string[] => search(areas, typed, most).map(({ label }) => label);

describe('finding a council by what people type', () => {
  it.each([
    ['haringey', 'Haringey'],
    ['HARINGEY ', 'Haringey'],
    ['  hari', 'Haringey'],
    ['telf', 'Telford and Wrekin'],
    ['telford & wrekin', 'Telford and Wrekin'],
    ['wrekin', 'Telford and Wrekin'],
    ['hull', 'Kingston upon Hull, City of'],
    ['kingston upon hull', 'Kingston upon Hull, City of'],
    ['st helens', 'St. Helens'],
    ['st. helens', 'St. Helens'],
    ['St Hel', 'St. Helens'],
    ['herts', 'Hertfordshire'],
    ['hertf', 'Hertfordshire'],
    ['Bucks', 'Buckinghamshire'],
    ['north yorks', 'North Yorkshire'],
    ['durham', 'County Durham'],
    ['bristol', 'Bristol, City of'],
    ['bristol, city of', 'Bristol, City of'],
    ['stoke on trent', 'Stoke-on-Trent'],
    ['stoke-on-trent', 'Stoke-on-Trent'],
    ['southend', 'Southend-on-Sea'],
    ['poole', 'Poole (to 2019)'],
    ['christchurch', 'Bournemouth, Christchurch and Poole'],
    ['309', 'Haringey'],
    ['E09000014', 'Haringey'],
    ['e09000014', 'Haringey'],
    ['east midlands', 'East Midlands'],
    ['england', 'England']
  ])('%s finds %s', (typed, name) => {
    expect(names(typed)[0]).toBe(name);
  });

  it('puts the council of today before the one that ended', () => {
    expect(names('dorset')).toEqual(['Dorset', 'Dorset (to 2019)']);
  });

  it('offers all that begin so, the nearest first', () => {
    expect(names('newc')).toEqual(['Newcastle upon Tyne']);
    expect(names('lon')[0]).toBe('London');
    expect(names('lond')).toEqual(['London', 'City of London', 'Inner London', 'Outer London']);
  });

  it('tells regions from councils, and says by which former name it was found', () => {
    expect(search(areas, 'south west')[0]).toMatchObject({ hint: 'region' });
    const former = areas.find(({ formerNames }) => formerNames?.length)!;
    expect(areas.some(({ formerNames }) => formerNames?.includes('Durham'))).toBe(true);
    expect(search(areas, former.formerNames![0]!).some(({ area }) => area.key === former.key)).toBe(true);
    expect(search(areas, 'cornwall and isles')[0]).toMatchObject({ hint: 'formerly Cornwall and Isles of Scilly' });
  });

  it('finds nothing for nothing and for nonsense', () => {
    for (const typed of ['', '   ', '.', '&', 'and', 'zzz', 'Atlantis', '999', '(', '\\', '*'])
      expect(names(typed), typed).toEqual([]);
  });

  it('overlooks accents', () => {
    expect(names('häringéy')).toEqual(['Haringey']);
  });

  it('gives no more than asked for', () => {
    expect(names('e')).toHaveLength(8);
    expect(names('e', 3)).toHaveLength(3);
  });

  it('finds every area by its own name and by its code, and first of all', () => {
    for (const area of areas) {
      expect(search(areas, area.name, 20).map((each) => each.area.key)).toContain(area.key);
      expect(search(areas, area.key)[0]!.area.key).toBe(area.key);
      // A body that ended gives way to the one that took its place.
      if (!area.ended) expect(search(areas, area.name)[0]!.area.name).toBe(area.name);
    }
  });
});
