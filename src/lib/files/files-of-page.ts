import { resolve } from '$app/paths';
import { page } from '$app/state';
import type { PageFiles } from './page-files.ts';

/** The files that the page shown may fetch: those of every page's search, and its own. */
export const pageFiles = (): PageFiles => ({
  base: resolve('/'),
  refs: { ...page.data.lists, ...page.data.pageFiles }
});
