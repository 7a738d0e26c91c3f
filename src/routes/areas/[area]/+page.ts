import type { PageLoad } from './$types';

/** Few areas have a section on a territory through its reorganisation: only their pages hold the code of its charts. */
export const load: PageLoad = async ({ data }) => ({
  ...data,
  Footprint: data.footprint?.kind === 'sum' ? (await import('./Footprint.svelte')).default : undefined
});
