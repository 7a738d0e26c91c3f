import type { HandleClientError } from '@sveltejs/kit';
import { navigating } from '$app/state';

/**
 * What goes wrong in the router. On the way to another page the browser is sent there itself: every page reads without scripts.
 * While a page starts the error goes on to the page's inline start (lib/server/start-safely.ts), which keeps what was prerendered.
 */
export const handleError: HandleClientError = ({ error, event, message }) => {
  if (navigating.to) {
    location.assign(event.url);
    // The page stays as it is until the other one is there.
    return new Promise(() => undefined);
  }
  if (event.url.href === location.href) throw error;
  return { message };
};
