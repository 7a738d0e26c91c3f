/**
 * Where the site will be found, without a slash at its end: `SITE_URL=https://example.org/path npm run build`. Only what
 * leaves the site needs it: canonical addresses, pictures of links, a printed brief. Empty where the build was not told.
 */
export const siteUrl = (env: Record<string, string | undefined> = process.env): string => {
  const given = (env.SITE_URL ?? '').trim();
  if (!given) return '';
  if (!/^https?:\/\//.test(given) || !URL.canParse(given))
    throw new Error(`SITE_URL: expected an address that begins with https://, found "${given}"`);
  return given.replace(/\/+$/, '');
};

/** What the build says where it was not told the site's address. */
export const missingSiteUrl = (url: string): string | undefined =>
  url
    ? undefined
    : 'SITE_URL is not set: pages have no canonical address and no picture for sites that show a link to them';
