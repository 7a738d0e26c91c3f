import { BROWSER } from 'esm-env';

/**
 * Markup that the page was prerendered with, and that the browser leaves as it is: Svelte keeps the server's markup of
 * `{@html}` where the browser's first value is another one and not empty. `make` runs while prerendering, and in the
 * browser once `changed` is true.
 */
export const keep = (changed: boolean, make: () => string): string => (BROWSER && !changed ? ' ' : make());
