import { escapeMarkup } from '#lib/domain/index.ts';
import { embedMarkup } from './embed-markup.ts';

/** A sitemap (https://www.sitemaps.org) of pages, by their paths from the site's root: `areas/haringey/`. */
export const sitemapOf = (site: string, paths: readonly string[]): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...[...paths].sort().map((path) => `  <url><loc>${escapeMarkup(`${site}/${path}`)}</loc></url>`),
    '</urlset>',
    ''
  ].join('\n');

/** What robots may read: everything, and where the sitemap is. */
export const robotsOf = (site: string): string => `User-agent: *\nAllow: /\n\nSitemap: ${site}/sitemap.xml\n`;

/** How to report a weakness (RFC 9116); undefined where the build was told no address. It holds for a year from the day of the build. */
export const securityTxtOf = (
  site: string,
  { repository, email }: { repository?: string; email?: string },
  builtOn: string
): string | undefined => {
  const contacts = [...(email ? [`mailto:${email}`] : []), ...(repository ? [repository] : [])];
  if (!contacts.length) return undefined;
  const expires = `${Number(builtOn.slice(0, 4)) + 1}${builtOn.slice(4).replace('-02-29', '-02-28')}T00:00:00Z`;
  return [
    ...contacts.map((contact) => `Contact: ${contact}`),
    `Expires: ${expires}`,
    'Preferred-Languages: en',
    `Canonical: ${site}/.well-known/security.txt`,
    ''
  ].join('\n');
};

/** An embedded chart as oEmbed 1.0 describes it (https://oembed.com): `path` is that of its page, `embed/looked-after/`. */
export const oEmbedOf = (site: string, path: string, title: string) => ({
  version: '1.0',
  type: 'rich',
  title,
  provider_name: 'Per 10,000',
  provider_url: `${site}/`,
  cache_age: 86400,
  ...embedMarkup(`${site}/${path}`, title)
});
