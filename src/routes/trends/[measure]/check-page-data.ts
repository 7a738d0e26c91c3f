import { resolve } from '$app/paths';
import { checkListed, parsePageData } from '#lib/files/page-data.ts';

let isChecked = false;

/**
 * From now on the router takes the data of a view only if it is the one that this page was made with. SvelteKit fetches it by
 * `window.fetch`, so that it can be replaced. What is refused ends in `handleError`, which loads the view's page in full.
 */
export const checkPageData = (): void => {
  const list = document.querySelector<HTMLMetaElement>('meta[name="page-data"]');
  // `vite dev` has no list: its pages are made when they are asked for.
  if (isChecked || !list) return;
  isChecked = true;
  window.fetch = checkListed(
    window.fetch.bind(window),
    parsePageData(list.content),
    new URL(resolve('/'), location.href).href
  );
};
