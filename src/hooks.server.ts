import type { Handle } from '@sveltejs/kit';

/**
 * Scripts are not preloaded: the chart, its sentence and its table are in the HTML, and on a slow line nothing may compete
 * with them (docs/decisions). The page wakes a fifth of a second later for it, after the reader has begun to read.
 */
export const handle: Handle = ({ event, resolve }) => resolve(event, { preload: ({ type }) => type !== 'js' });
