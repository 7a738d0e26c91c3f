import { filesForPage } from '#lib/server/published.ts';
import { COMPARED_FILES } from '#lib/figures/compare/view.svelte.ts';

export const load = () => ({ pageFiles: filesForPage(...COMPARED_FILES) });
