import { atomOf } from '#lib/server/atom.ts';
import { changeEntries } from '#lib/server/changes.ts';
import { readEdition } from '#lib/server/index-of-data.ts';
import { siteUrl } from '#lib/server/site-url.ts';

export const prerender = true;
export const trailingSlash = 'never';

/** The page of changes as a feed. */
export const GET = () =>
  new Response(atomOf(changeEntries(), siteUrl(), readEdition().release), {
    headers: { 'Content-Type': 'application/atom+xml' }
  });
