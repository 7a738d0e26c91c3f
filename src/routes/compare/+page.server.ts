import { filesForPage } from '$lib/server/published';
import { COMPARED_FILES } from '$lib/views/compare.svelte';

export const load = () => ({
  pageFiles: filesForPage('similar.json', ...COMPARED_FILES.map((measure) => `series/${measure}.json`))
});
