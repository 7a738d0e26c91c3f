import { sharingTags } from '#lib/server/sharing-tags.ts';

/** What is asked of a page: its route, "/areas/[area]", with its parameters and its path. */
interface Asked {
  route: { id: string | null };
  params: Partial<Record<string, string>>;
  url: { pathname: string };
}

/**
 * The tags by which other sites show a page, and the path of its picture; undefined without the site’s address, and for the page that
 * is served where there is none.
 */
export const sharingOf = async (
  html: string,
  { route, params, url }: Asked,
  site: string
): Promise<{ tags: string; path: string } | undefined> => {
  if (!site || !route.id || route.id === '/404') return undefined;
  // What draws is asked for by such a build alone.
  const { SHARE_SIZE, pictureOf } = await import('./pictures');
  const { name, alt } = pictureOf(route.id, params);
  const path = `/pictures/${name}.png`;
  // An embedded chart is found at its page.
  const address = `${site}${url.pathname.replace(/^\/embed\//, '/trends/')}`;
  return { tags: sharingTags(html, { address, picture: { address: `${site}${path}`, alt, ...SHARE_SIZE } }), path };
};
