/**
 * Where the site will be found, without a slash at its end: `SITE_URL=https://example.org/path npm run build`. Only what
 * leaves the site needs it: a picture or a printed brief that names its address. Empty where the build was not told.
 */
export const siteUrl = (env: Record<string, string | undefined> = process.env): string => {
  const given = (env.SITE_URL ?? '').trim();
  if (!given) return '';
  if (!/^https?:\/\//.test(given) || !URL.canParse(given))
    throw new Error(`SITE_URL: expected an address that begins with https://, found "${given}"`);
  return given.replace(/\/+$/, '');
};
