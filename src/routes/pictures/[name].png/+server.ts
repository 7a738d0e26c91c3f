import { error } from '@sveltejs/kit';
import { rasterise } from '#lib/server/rasterise.ts';
import { pictureNamed } from '../pictures';

// Each is asked for by the pages that show it (src/hooks.server.ts): none without SITE_URL.
export const prerender = true;
export const trailingSlash = 'never';
export const entries = () => [];

const made = new Map<string, Promise<Buffer>>();

/** The picture of a link to a page. */
export const GET = async ({ params }) => {
  const picture = pictureNamed(params.name);
  if (!picture) error(404, 'There is no such picture.');
  if (!made.has(picture.name)) made.set(picture.name, rasterise(picture.svg));
  return new Response(new Uint8Array(await made.get(picture.name)!), { headers: { 'Content-Type': 'image/png' } });
};
