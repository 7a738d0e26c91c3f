import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import script from './old-addresses.js?raw';

/** Where the script leads from an address; undefined where it stays. `metas` are the names that the page says of itself. */
const lead = (
  address: string,
  metas: string[] = /\/(trends|embed)\//.test(address) ? ['old-views'] : []
): string | undefined => {
  const { pathname, search, hash } = new URL(address, 'https://example.org');
  const to: string[] = [];
  runInNewContext(script, {
    URLSearchParams,
    Map,
    location: { pathname, search, hash, replace: (place: string) => to.push(place) },
    document: {
      querySelector: (selector: string) => (metas.some((name) => selector === `meta[name="${name}"]`) ? {} : null)
    }
  });
  expect(to.length).toBeLessThan(2);
  return to[0] && new URL(to[0], new URL(address, 'https://example.org')).href.replace('https://example.org', '');
};

describe('an old address', () => {
  it.each([
    ['/trends/looked-after/?view=rank', '/trends/looked-after/ranked/'],
    ['/trends/looked-after/?view=map&areas=309,894', '/trends/looked-after/map/?areas=309,894'],
    ['/trends/looked-after/?areas=309&view=spread&year=2010', '/trends/looked-after/spread/?areas=309&year=2010'],
    ['/a/sub/path/trends/looked-after/?view=map', '/a/sub/path/trends/looked-after/map/'],
    ['/embed/looked-after/?view=rank&order=low', '/embed/looked-after/ranked/?order=low'],
    ['/trends/looked-after/?view=map&areas=309#chart', '/trends/looked-after/map/?areas=309#chart'],
    ['/a/sub/path/areas/haringey/?order=low&with=330', '/a/sub/path/compare/?order=low&areas=haringey,330'],
    ['/before-and-after/?area=894#by-region', '/before-and-after/councils/?area=894#by-region'],
    ['/areas/haringey/?with=330,894', '/compare/?areas=haringey,330,894'],
    ['/before-and-after/#everywhere', '/before-and-after/councils/'],
    ['/before-and-after/?area=894#everywhere', '/before-and-after/councils/?area=894'],
    ['/before-and-after/?area=894&show=counts', '/before-and-after/councils/?area=894&show=counts'],
    ['/before-and-after/#by-region', '/before-and-after/councils/#by-region'],
    ['/before-and-after/?event=2009-03#years', '/before-and-after/years/?event=2009-03'],
    ['/before-and-after/#model-looked-after', '/before-and-after/years/#model-looked-after'],
    ['/before-and-after/?transition=with', '/before-and-after/years/?transition=with'],
    ['/before-and-after/#months', '/before-and-after/months/'],
    ['/before-and-after/#event-date', '/before-and-after/months/#event-date'],
    ['/before-and-after/?event=2009-03&base=same', '/before-and-after/months/?event=2009-03&base=same'],
    ['/before-and-after/#documents', '/before-and-after/documents/'],
    ['/before-and-after/#since', '/before-and-after/since/'],
    ['/before-and-after/#since-rotherham', '/before-and-after/since/#since-rotherham'],
    ['/before-and-after/#rivals', '/before-and-after/other-explanations/'],
    ['/a/sub/path/before-and-after/#case', '/a/sub/path/before-and-after/timeline/']
  ])('%s leads to %s', (from, to) => expect(lead(from)).toBe(to));

  it.each([
    '/trends/looked-after/',
    '/trends/looked-after/?view=time',
    '/trends/looked-after/?view=pie',
    '/trends/looked-after/?view=constructor',
    '/trends/looked-after/map/?view=rank',
    '/areas/haringey/?view=rank',
    '/before-and-after/',
    '/before-and-after/#content',
    '/before-and-after/months/?event=2009-03',
    '/before-and-after/since/#since-rotherham',
    '/trends/?view=map'
  ])('%s stays', (from) => expect(lead(from)).toBeUndefined());

  it('of a measure without views stays too', () => expect(lead('/trends/adoptions/?view=map', [])).toBeUndefined());
});

it('is at most fifteen lines', () => expect(script.trimEnd().split('\n').length).toBeLessThanOrEqual(15));
