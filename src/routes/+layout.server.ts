import { filesForPage } from '#lib/server/published.ts';

/** The lists that the search of every page reads. */
export const load = () => ({ lists: filesForPage('areas.json', 'postcodes.json') });
