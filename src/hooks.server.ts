import { building } from '$app/environment';
import type { Handle } from '@sveltejs/kit';
import { readManifest, withAllScripts, type Manifest } from '#lib/server/all-scripts.ts';
import { basePath, toAnyDepth } from '#lib/server/any-depth.ts';
import { scriptsLast } from '#lib/server/scripts-last.ts';
import { sendOnce } from '#lib/server/send-once.ts';
import { missingSiteUrl, siteUrl } from '#lib/server/site-url.ts';
import { startSafely } from '#lib/server/start-safely.ts';
import { sharingOf, writePicture } from './routes/pictures/sharing';
import oldAddresses from './old-addresses.js?raw';

// Read when the first page is made: it is not there yet when the build looks at the routes.
let manifest: Manifest | undefined;
const complete = (html: string): string => (building ? withAllScripts(html, (manifest ??= readManifest())) : html);

const site = siteUrl();
const warning = missingSiteUrl(site);
if (building && warning) process.emitWarning(warning);

/**
 * Scripts are asked for at the end of a page, not in its head as SvelteKit would: the chart, its sentence and its table are
 * in the HTML, and on a slow line nothing may compete with them (docs/decisions). All are asked for at once there, so that
 * the page wakes without waiting for one script to name the next.
 *
 * Hosts serve build/404.html at any address that is not there, however deep, so its links cannot be relative as those of
 * every other page are. The path the site is served under is told to the build: `BASE_PATH=/repository npm run build`.
 */
export const handle: Handle = ({ event, resolve }) =>
  resolve(event, {
    // A font is not: a page does not wait for it, and the chart comes before it.
    preload: ({ type }) => type !== 'font',
    transformPageChunk: async ({ html }) => {
      // `vite dev` sends the policy as a header, so its pages do not hold the hash that changes with the script.
      const whole = complete(scriptsLast(html));
      const started = building ? startSafely(sendOnce(whole)) : whole;
      const tags = await sharingOf(html, event, site, building ? writePicture : undefined);
      const page = started.replace('<!-- old-addresses.js -->', () => `${tags}<script>${oldAddresses}</script>`);
      return event.route.id === '/404' ? toAnyDepth(page, basePath()) : page;
    }
  });
