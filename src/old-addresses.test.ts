import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import script from './old-addresses.js?raw';

/** Where the script leads from an address; undefined where it stays. `metas` are the names that the page says of itself. */
const lead = (address: string, metas: string[] = ['old-views']): string | undefined => {
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
    ['/areas/haringey/?with=330,894', '/compare/?areas=haringey,330,894']
  ])('%s leads to %s', (from, to) => expect(lead(from)).toBe(to));

  it.each([
    '/trends/looked-after/',
    '/trends/looked-after/?view=time',
    '/trends/looked-after/?view=pie',
    '/trends/looked-after/?view=constructor',
    '/trends/looked-after/map/?view=rank',
    '/areas/haringey/?view=rank',
    '/trends/?view=map'
  ])('%s stays', (from) => expect(lead(from)).toBeUndefined());

  it('of a measure without views stays too', () => expect(lead('/trends/adoptions/?view=map', [])).toBeUndefined());
});

it('is at most fifteen lines', () => expect(script.trimEnd().split('\n').length).toBeLessThanOrEqual(15));
