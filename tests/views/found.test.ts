import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { catalogueOf } from '#lib/server/found/catalogue.ts';
import { catalogueJsonLd, datasetJsonLd, jsonLdElement } from '#lib/server/found/dataset.ts';
import { dcatOf } from '#lib/server/found/dcat.ts';
import { securityTxtOf } from '#lib/server/found/site-files.ts';
import { writeFound } from '#lib/server/found/write-found.ts';
import { readPublished } from '#lib/server/published.ts';
import { faultsBy } from '../schemas/faults.ts';

const SITE = 'https://example.org/sub';
const catalogue = catalogueOf(SITE);

describe('what the site says to search engines and catalogues', () => {
  it('every data set has the fields that schema.org and Google ask for', () => {
    expect(catalogue.sets.length).toBeGreaterThan(1);
    for (const set of catalogue.sets) expect(faultsBy('dataset', datasetJsonLd(catalogue, set)), set.name).toEqual([]);
    const whole = catalogueJsonLd(catalogue);
    expect(faultsBy('data-catalog', whole)).toEqual([]);
    expect(whole.dataset).toHaveLength(catalogue.sets.length);
  });

  it('the catalogue is DCAT, with the size and fingerprint of each file', () => {
    expect(faultsBy('dcat', dcatOf(catalogue))).toEqual([]);
  });

  it('a fault is found', () => {
    const spoiled = { ...datasetJsonLd(catalogue, catalogue.sets[0]!), name: '', description: 'Short.' };
    expect(faultsBy('dataset', spoiled)).toEqual([
      'dataset: without name',
      'dataset/name: "" is not .',
      expect.stringContaining('dataset/description: "Short." is not')
    ]);
  });

  it('no text can end its element', () => {
    expect(jsonLdElement({ name: '</script><b>' })).toBe(
      '<script type="application/ld+json">{"name":"\\u003c/script>\\u003cb>"}</script>'
    );
  });

  it('datapackage.json describes every data set with relative paths', () => {
    const { resources, ...rest } = readPublished<{ resources: { path: string; schema: { fields: unknown[] } }[] }>(
      'datapackage.json'
    );
    expect(faultsBy('data-package', { ...rest, resources })).toEqual([]);
    expect(resources.map(({ path }) => path)).toEqual(catalogue.sets.map(({ files }) => files.csv));
  });

  it('the web manifest names icons that are there', () => {
    const manifest = JSON.parse(readFileSync('static/site.webmanifest', 'utf8')) as { icons: { src: string }[] };
    expect(faultsBy('web-manifest', manifest)).toEqual([]);
    for (const { src } of manifest.icons) expect(existsSync(`static/${src}`), src).toBe(true);
  });
});

describe('files of a built site whose address is known', () => {
  const build = mkdtempSync(join(tmpdir(), 'built-'));
  afterAll(() => rmSync(build, { recursive: true }));
  for (const path of ['', 'areas/haringey/', '404/', 'embed/looked-after/']) {
    mkdirSync(join(build, path), { recursive: true });
    writeFileSync(join(build, path, 'index.html'), '<title>A &amp; “b” · Per 10,000</title>');
  }
  const written = writeFound(build, SITE, { email: 'us@example.org' }, '2028-02-29');
  const read = (path: string) => readFileSync(join(build, path), 'utf8');

  it('are the sitemap of all pages but errors and embedded charts, named in robots.txt', () => {
    expect([...read('sitemap.xml').matchAll(/<loc>([^<]*)</g)].map(([, loc]) => loc)).toEqual([
      `${SITE}/`,
      `${SITE}/areas/haringey/`
    ]);
    expect(read('robots.txt')).toContain(`Sitemap: ${SITE}/sitemap.xml`);
  });

  it('oEmbed of each embedded chart, with its title escaped in the frame', () => {
    const answer = JSON.parse(read('embed/looked-after/oembed.json')) as { html: string; title: string };
    expect(faultsBy('oembed', answer)).toEqual([]);
    expect(answer.title).toBe('A & “b” · Per 10,000');
    expect(answer.html).toContain(`src="${SITE}/embed/looked-after/"`);
    expect(answer.html).toContain('title="A &amp; “b” · Per 10,000"');
  });

  it('the DCAT catalogue, and security.txt with the fields that RFC 9116 asks for', () => {
    expect(written).toContain('data/catalog.jsonld');
    expect(read('.well-known/security.txt')).toBe(
      `Contact: mailto:us@example.org\nExpires: 2029-02-28T00:00:00Z\nPreferred-Languages: en\nCanonical: ${SITE}/.well-known/security.txt\n`
    );
  });

  it('no security.txt where there is no address to write to', () => {
    expect(securityTxtOf(SITE, {}, '2028-01-01')).toBeUndefined();
  });
});
