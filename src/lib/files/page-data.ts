import { fetchVerified } from './fetch-verified.ts';
import type { FileRef } from './page-files.ts';

/** The list that tools/list-page-data.mjs writes into the head of a page: "path bytes sha256, …". */
export const parsePageData = (list: string): FileRef[] =>
  list.split(', ').map((entry) => {
    const [path = '', bytes, sha256 = ''] = entry.split(' ');
    return { path, bytes: Number(bytes), sha256 };
  });

/**
 * A fetch that gives a listed file only when it is the one that the page was made with, and fetches anything else as `plain` does.
 * `base` is the site's absolute address. For a listed file it throws FileError.
 */
export const checkListed =
  (plain: typeof fetch, listed: readonly FileRef[], base: string): typeof fetch =>
  async (input, init) => {
    const { origin, pathname } = new URL(input instanceof Request ? input.url : input, base);
    const ref = listed.find(({ path }) => base + path === origin + pathname);
    if (!ref) return plain(input, init);
    return new Response(await fetchVerified(ref, base, { fetch: plain }), {
      headers: { 'Content-Type': 'application/json' }
    });
  };
