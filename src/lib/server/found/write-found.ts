import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { catalogueOf } from './catalogue.ts';
import { dcatOf } from './dcat.ts';
import { oEmbedOf, robotsOf, securityTxtOf, sitemapOf } from './site-files.ts';
import type { Contact } from '#lib/server/contact.ts';

/** The pages of a built site, by their paths from its root: `areas/haringey/`, and the empty text for its first. */
const pagesIn = (build: string): string[] =>
  readdirSync(build, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name === 'index.html')
    .map((entry) => relative(build, entry.parentPath).split('\\').join('/'))
    .map((path) => (path ? `${path}/` : ''));

const titleOf = (html: string): string => (/<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '').replaceAll('&amp;', '&');

/**
 * Writes what helps others to find a built site whose address is known: sitemap.xml, robots.txt, the data sets as DCAT, oEmbed for each
 * embedded chart, and security.txt where there is an address to write to. Gives the paths written.
 */
export const writeFound = (build: string, site: string, contact: Contact, builtOn: string): string[] => {
  const pages = pagesIn(build);
  const files = new Map<string, string | undefined>([
    [
      'sitemap.xml',
      sitemapOf(
        site,
        pages.filter((path) => !/^(404|embed)\//.test(path))
      )
    ],
    ['robots.txt', robotsOf(site)],
    ['data/catalog.jsonld', `${JSON.stringify(dcatOf(catalogueOf(site)), null, 2)}\n`],
    ['.well-known/security.txt', securityTxtOf(site, contact, builtOn)]
  ]);
  for (const path of pages.filter((each) => each.startsWith('embed/'))) {
    const title = titleOf(readFileSync(join(build, path, 'index.html'), 'utf8'));
    files.set(`${path}oembed.json`, `${JSON.stringify(oEmbedOf(site, path, title))}\n`);
  }
  const written = [...files].flatMap(([path, text]) => (text === undefined ? [] : [{ path, text }]));
  for (const { path, text } of written) {
    mkdirSync(dirname(join(build, path)), { recursive: true });
    writeFileSync(join(build, path), text);
  }
  return written.map(({ path }) => path);
};
