import type { HandleClientError } from '@sveltejs/kit';
import { navigating } from '$app/state';

/**
 * What goes wrong in the router. On the way to another page the browser is sent there itself: every page reads without scripts.
 * While a page starts the error goes on to the page's inline start (lib/server/start-safely.ts), which keeps what was prerendered.
 * What is fetched ahead of a click may fail: the click fetches it again.
 */
export const handleError: HandleClientError = ({ error, event: { url }, message }) => {
  if (navigating.to?.url.href === url.href) {
    // After the back button the address is that of the other page already.
    if (url.href === location.href) location.reload();
    else location.assign(url);
    // The page stays as it is until the other one is there.
    return new Promise(() => undefined);
  }
  if (url.href === location.href) throw error;
  return { message };
};
