import type { Handle } from '@sveltejs/kit';
import { basePath, toAnyDepth } from '$lib/server/any-depth';

/**
 * Scripts are not preloaded: the chart, its sentence and its table are in the HTML, and on a slow line nothing may compete
 * with them (docs/decisions). The page wakes a fifth of a second later for it, after the reader has begun to read.
 *
 * Hosts serve build/404.html at any address that is not there, however deep, so its links cannot be relative as those of
 * every other page are. The path the site is served under is told to the build: `BASE_PATH=/repository npm run build`.
 */
export const handle: Handle = ({ event, resolve }) =>
  resolve(event, {
    preload: ({ type }) => type !== 'js',
    transformPageChunk: ({ html }) => (event.route.id === '/404' ? toAnyDepth(html, basePath()) : html)
  });
