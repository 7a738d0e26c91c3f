export { compare } from '$lib/views/comparison';
export { shelfOf } from '$lib/views/year-shelf';
export { default as ComparisonFigure } from './ComparisonFigure.svelte';
