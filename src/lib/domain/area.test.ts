import { readFileSync } from 'node:fs';
import { pageFile } from '../../../tests/page-file.ts';
import { describe, expect, it } from 'vitest';
import { byName, fullName, inProse, toSlug, type Area } from './area.ts';

const area = (name: string, level: Area['level'] = 'Local authority', ended?: string) => ({
  name,
  level,
  ...(ended ? { ended } : {})
});

describe('addresses of areas', () => {
  it.each([
    ['Bristol, City of', 'bristol-city-of'],
    ['County Durham', 'county-durham'],
    ['St. Helens', 'st-helens'],
    ['Kingston upon Hull, City of', 'kingston-upon-hull-city-of'],
    ['Herefordshire, County of', 'herefordshire-county-of'],
    ['Stoke-on-Trent', 'stoke-on-trent'],
    ['Bournemouth, Christchurch and Poole', 'bournemouth-christchurch-and-poole'],
    ['Yorkshire and The Humber', 'yorkshire-and-the-humber'],
    ['  Two  spaces ', 'two-spaces'],
    ['Ynys Môn', 'ynys-mon']
  ])('%s is at %s', (name, slug) => {
    expect(toSlug(name)).toBe(slug);
  });
});

describe('names inside a sentence', () => {
  it.each([
    ['Bristol, City of', 'Bristol'],
    ['Kingston upon Hull, City of', 'Kingston upon Hull'],
    ['Herefordshire, County of', 'Herefordshire'],
    ['City of London', 'the City of London'],
    ['Isles of Scilly', 'the Isles of Scilly'],
    ['Isle of Wight', 'the Isle of Wight'],
    ['East Riding of Yorkshire', 'the East Riding of Yorkshire'],
    ['East Sussex', 'East Sussex'],
    ['North Yorkshire', 'North Yorkshire'],
    ['Haringey', 'Haringey']
  ])('the authority %s is said as %s', (name, said) => {
    expect(inProse(area(name))).toBe(said);
  });

  it.each([
    ['North East', 'the North East'],
    ['East of England', 'the East of England'],
    ['West Midlands', 'the West Midlands'],
    ['Yorkshire and The Humber', 'Yorkshire and The Humber'],
    ['London', 'London'],
    ['Inner London', 'Inner London']
  ])('the region %s is said as %s', (name, said) => {
    expect(inProse(area(name, 'Regional'))).toBe(said);
  });

  it('says England plainly, and of a body that ended its last year', () => {
    expect(inProse(area('England', 'National'))).toBe('England');
    expect(inProse(area('Dorset', 'Local authority', '2019-03-31'))).toBe('Dorset (to 2019)');
  });
});

it('tells two bodies of one name apart in a list', () => {
  expect(fullName({ name: 'Dorset' })).toBe('Dorset');
  expect(fullName({ name: 'Dorset', ended: '2019-03-31' })).toBe('Dorset (to 2019)');
});

it('sorts names as a reader expects, whatever their capitals', () => {
  const names = ['Yorkshire and The Humber', 'Ynys Môn', 'barnet', 'Bexley'].map((name) => ({ name }));
  expect(names.sort(byName).map(({ name }) => name)).toEqual([
    'barnet',
    'Bexley',
    'Ynys Môn',
    'Yorkshire and The Humber'
  ]);
});

it('sorts the names of all areas as the platform’s own collator does', () => {
  const areas = JSON.parse(readFileSync(pageFile('areas.json'), 'utf8')) as Area[];
  const names = areas.map((each) => ({ name: fullName(each) }));
  const collator = new Intl.Collator('en-GB');
  expect(names.length).toBeGreaterThan(150);
  expect([...names].sort(byName)).toEqual([...names].sort((a, b) => collator.compare(a.name, b.name)));
});
