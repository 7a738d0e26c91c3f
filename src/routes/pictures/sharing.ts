import { mkdir, writeFile } from 'node:fs/promises';
import { sharingTags } from '#lib/server/sharing-tags.ts';
import type { SharePicture } from './pictures';

/** Where SvelteKit collects what prerendering makes besides pages; the adapter copies it into the site. */
const MADE = '.svelte-kit/output/prerendered/dependencies/pictures';

const written = new Map<string, Promise<void>>();

const write = async ({ name, svg }: SharePicture): Promise<void> => {
  const { rasterise } = await import('#lib/server/rasterise.ts');
  const bytes = await rasterise(svg);
  await mkdir(MADE, { recursive: true });
  await writeFile(`${MADE}/${name}.png`, bytes);
};

/** Writes a picture into the site that is being built, once for all pages that show it. */
export const writePicture = (picture: SharePicture): Promise<void> => {
  if (!written.has(picture.name)) written.set(picture.name, write(picture));
  return written.get(picture.name)!;
};

/** What is asked of a page: its route, "/areas/[area]", with its parameters and its path. */
interface Asked {
  route: { id: string | null };
  params: Partial<Record<string, string>>;
  url: { pathname: string };
}

/** Where a page of a measure says how its chart is embedded (oEmbed); empty for other pages. */
const oEmbedLink = (site: string, path: string): string => {
  const chart = /^\/trends\/(.+)$/.exec(path)?.[1];
  return chart
    ? `<link rel="alternate" type="application/json+oembed" href="${site}/embed/${chart}oembed.json" />`
    : '';
};

/**
 * The tags by which other sites show a page; empty without the site’s address, and for the page that is served where there is none.
 * `save` is given the picture that they name.
 */
export const sharingOf = async (
  html: string,
  { route, params, url }: Asked,
  site: string,
  save?: (picture: SharePicture) => Promise<void>
): Promise<string> => {
  if (!site || !route.id || route.id === '/404') return '';
  // What draws is asked for by such a build alone.
  const { SHARE_SIZE, pictureOf } = await import('./pictures');
  const picture = pictureOf(route.id, params);
  await save?.(picture);
  // An embedded chart is found at its page.
  const address = `${site}${url.pathname.replace(/^\/embed\//, '/trends/')}`;
  const shown = { address: `${site}/pictures/${picture.name}.png`, alt: picture.alt, ...SHARE_SIZE };
  return sharingTags(html, { address, picture: shown }) + oEmbedLink(site, url.pathname);
};
