import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '#lib/domain/catalogue/index.ts';
import { rasterise } from '#lib/server/rasterise.ts';
import { pictureOf, type SharePicture } from '../../src/routes/pictures/pictures.ts';
import { sharingOf } from '../../src/routes/pictures/sharing.ts';
import { areas } from '../site.ts';

const page =
  '<head><title>Haringey · Per 10,000</title><meta name="description" content="A council’s “figures” &amp; more."/></head>';
const asked = { route: { id: '/areas/[area]' }, params: { area: 'haringey' }, url: { pathname: '/areas/haringey/' } };
const textsOf = (svg: string): string[] => [...svg.matchAll(/<text[^>]*>([^<]*)/g)].map(([, text]) => text!);

describe('the tags of a page for other sites', () => {
  it('are none without the address of the site, nor on the page that is served where there is none', async () => {
    expect(await sharingOf(page, asked, '')).toBe('');
    expect(await sharingOf(page, { ...asked, route: { id: '/404' } }, 'https://example.org')).toBe('');
  });

  it('name the page and its picture by whole addresses, with the page’s own title and description', async () => {
    const saved: SharePicture[] = [];
    const tags = await sharingOf(page, asked, 'https://example.org/sub', async (picture) => void saved.push(picture));
    expect(saved.map(({ name }) => name)).toEqual([expect.stringMatching(/^haringey-[0-9a-f]{10}$/)]);
    expect(tags).toContain('<link rel="canonical" href="https://example.org/sub/areas/haringey/" />');
    expect(tags).toContain('<meta property="og:title" content="Haringey · Per 10,000" />');
    expect(tags).toContain('<meta property="og:description" content="A council’s “figures” &amp; more." />');
    expect(tags).toContain(
      `<meta property="og:image" content="https://example.org/sub/pictures/${saved[0]!.name}.png" />`
    );
    expect(tags).toMatch(
      /og:image:alt" content="Haringey\. [\d.]+ in every 10,000 children in Haringey were looked after in March \d{4}\./
    );
  });

  it('lead from an embedded chart to its page', async () => {
    const embed = {
      route: { id: '/embed/[measure]' },
      params: { measure: 'looked-after' },
      url: { pathname: '/embed/looked-after/' }
    };
    const tags = await sharingOf(page, embed, 'https://example.org');
    expect(tags).toContain('<link rel="canonical" href="https://example.org/trends/looked-after/" />');
  });
});

describe('the picture of a link', () => {
  const all = [
    ...CATALOGUE.map(({ slug }) => pictureOf('/trends/[measure]', { measure: slug })),
    ...areas.filter((_, i) => i % 9 === 0).map(({ slug }) => pictureOf('/areas/[area]', { area: slug })),
    pictureOf('/before-and-after', {}),
    pictureOf('/', {})
  ];

  it('holds only letters that the fonts of pictures have', () => {
    const strange = all.flatMap(({ name, svg }) =>
      textsOf(svg).flatMap((text) =>
        /[^\u0020-\u00ff\u2013\u2014\u2018-\u201d\u2212]/.test(text) ? [`${name}: ${text}`] : []
      )
    );
    expect(strange).toEqual([]);
  });

  it('is of the page: a council’s has its name and its line, another page’s that of the site', () => {
    const own = pictureOf('/areas/[area]/brief', { area: 'haringey' });
    expect(textsOf(own.svg)[0]).toBe('Haringey');
    expect(own.svg.match(/Haringey/g)!.length).toBeGreaterThan(2);
    expect(pictureOf('/methods', {})).toBe(pictureOf('/', {}));
  });

  it('is a PNG of 1200 by 630 with the orange of the site, and the same bytes each time', async () => {
    const { svg } = pictureOf('/areas/[area]', { area: 'haringey' });
    const bytes = await rasterise(svg);
    const { width, height, data } = PNG.sync.read(bytes);
    expect([width, height]).toEqual([1200, 630]);
    let orange = 0;
    for (let i = 0; i < data.length; i += 4)
      if (data[i] === 0xb4 && data[i + 1] === 0x49 && data[i + 2] === 0x0f) orange += 1;
    expect(orange).toBeGreaterThan(200);
    expect(Buffer.compare(bytes, await rasterise(svg))).toBe(0);
    expect(bytes.length).toBeLessThan(150_000);
  });
});
