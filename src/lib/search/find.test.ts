import { describe, expect, it } from 'vitest';
import { areas, districts } from '../../../tests/site.ts';
import { find, needsDistricts } from './find.ts';

const some = areas.filter(({ level }) => level !== 'National');
const found = (typed: string, without?: string[]) => find(some, typed, districts, without);
const names = (typed: string): string[] => found(typed).hits.map(({ label }) => label);

describe('finding a council by postcode', () => {
  it.each(['N17', 'n17', ' N17 ', 'N 17', 'N17 0', 'N17 0A', 'N17 0AA', 'n170aa', 'N170', 'n17  0aa'])(
    '%s lies in one authority',
    (typed) => {
      expect(found(typed)).toMatchObject({ message: 'N17 lies in Haringey.' });
      expect(names(typed)).toEqual(['Haringey']);
    }
  );

  it.each(['SW1A', 'SW1A 1AA', 'sw1a1aa', 'SW1A1'])('%s lies in two: both are offered, the likelier first', (typed) => {
    const { hits, message } = found(typed);
    expect(message).toBe('SW1A lies in Westminster and Wandsworth. The first is the most likely.');
    expect(hits.map(({ label, hint }) => [label, hint])).toEqual([
      ['Westminster', 'most likely'],
      ['Wandsworth', '']
    ]);
  });

  it('reads E1 6AN as E1 and not as E16, with and without its space', () => {
    expect(found('E1 6AN').message).toMatch(/^E1 lies in Tower Hamlets, /);
    expect(found('e16an').message).toMatch(/^E1 lies in /);
    expect(found('E16').message).toMatch(/^E16 lies in Newham/);
    expect(found('m11a').message).toMatch(/^M1 lies in Manchester/);
  });

  it('offers all that the start of several districts may mean', () => {
    const { hits, message } = found('SW1');
    expect(message).toMatch(/^Districts that begin with SW1 lie in /);
    expect(hits.map(({ label }) => label)).toContain('Westminster');
    expect(hits.every(({ hint }) => hint === '')).toBe(true);
    // SW10 to SW19 are other districts.
    expect(hits.map(({ label }) => label)).not.toContain('Merton');
  });

  it.each([
    ['ZZ99', 'ZZ99'],
    ['CF10 1AA', 'CF10'],
    ['EH1', 'EH1'],
    ['Q1', 'Q1']
  ])('%s is unknown, and that is said', (typed, district) => {
    expect(found(typed)).toEqual({ hits: [], message: `${district} is not among the postcode districts of England.` });
  });

  it.each(['N17 XYZ', 'a1a1a1', 'N1 7AA 5', 'N17 0AA9', 'N123456'])('%s is nonsense, and that is said', (typed) => {
    expect(found(typed)).toEqual({
      hits: [],
      message: `“${typed}” does not read as a postcode, such as N17 or N17 0AA.`
    });
  });

  it('says where it lies though that is chosen already', () => {
    expect(found('N17', ['309'])).toEqual({ hits: [], message: 'N17 lies in Haringey. Chosen already.' });
  });

  it('asks for the index for a postcode alone', () => {
    expect(['n1', 'N17 0AA', ' sw1a', 'E10'].map(needsDistricts)).toEqual([true, true, true, true]);
    expect(['', 'haringey', '309', 'E06', 'E09000014', 'n', 'st helens'].some(needsDistricts)).toBe(false);
  });

  it('finds every district in the authorities that the index has for it, in its order', () => {
    for (const [district, keys] of districts)
      expect(
        found(district).hits.map(({ area }) => area.key),
        district
      ).toEqual(keys);
  });
});

describe('finding a council by a misspelt name', () => {
  it.each([
    ['Harringay', 'Haringey'],
    ['Birmingam', 'Birmingham'],
    ['Nothumberland', 'Northumberland'],
    ['Kamden', 'Camden'],
    ['sheffeild', 'Sheffield'],
    ['cumbira', 'Cumbria (to 2023)'],
    ['Newcastle on Tyne', 'Newcastle upon Tyne'],
    ['Leister', 'Leicester'],
    ['Glouster', 'Gloucestershire']
  ])('%s is taken for %s', (typed, name) => {
    expect(names(typed)[0]).toBe(name);
    expect(found(typed).message).toMatch(/^No council or region is spelt “.*”\. (This one comes|These come) near\.$/);
  });

  it.each([
    ['Tower Hamlet', 'Tower Hamlets'],
    ['Stoke on Trent', 'Stoke-on-Trent'],
    ['St Helens', 'St. Helens'],
    ['Saint Helens', 'St. Helens'],
    ['Hull', 'Kingston upon Hull, City of'],
    ['BCP', 'Bournemouth, Christchurch and Poole']
  ])('%s is no slip: it is %s', (typed, name) => {
    expect(names(typed)[0]).toBe(name);
    expect(found(typed).message).toMatch(/match(es)?$/);
  });

  it('finds each name with two neighbours swapped', () => {
    for (const area of some.filter(({ name }) => name.length > 5)) {
      const typed = area.name[0]! + area.name[2]! + area.name[1]! + area.name.slice(3);
      expect(find(some, typed, districts).hits.map(({ area: { name } }) => name)).toContain(area.name);
    }
  });

  it('takes nonsense for nothing', () => {
    for (const typed of ['Atlantis', 'zzz', 'qwertyuiop', '999', '(((', 'xy'])
      expect(found(typed), typed).toEqual({ hits: [], message: `No council or region matches “${typed}”.` });
    expect(found('30').message).toBe('The code of a council has three digits, such as 309.');
    expect(found('  ')).toEqual({ hits: [], message: '' });
  });
});

describe('finding a council by its codes', () => {
  it('knows a nine-character code that was superseded, and says so', () => {
    expect(found('E10000002').hits).toMatchObject([{ label: 'Buckinghamshire', hint: 'formerly E10000002' }]);
    expect(found('e06000048').hits).toMatchObject([{ label: 'Northumberland', hint: 'formerly E06000048' }]);
  });

  it('finds every code of every authority, current and superseded', () => {
    for (const area of some)
      for (const code of [area.key, area.code, ...(area.formerCodes ?? [])])
        expect(found(code).hits[0]?.area.key, code).toBe(area.key);
    expect(some.flatMap(({ formerCodes }) => formerCodes ?? [])).toHaveLength(12);
  });

  it('offers what a code may become while it is typed', () => {
    expect(names('E0900001')).toContain('Haringey');
  });
});
