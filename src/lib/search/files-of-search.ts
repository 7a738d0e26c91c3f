import type { PageFiles } from '#lib/files/page-files.ts';

/** What the search box of a page says of where the site is and which lists belong to the page. */
export const filesOfSearch = (): PageFiles => {
  const form = document.querySelector<HTMLFormElement>('form.site-search')!;
  return {
    base: new URL('..', form.action).href,
    refs: JSON.parse(form.dataset.files!) as PageFiles['refs']
  };
};
