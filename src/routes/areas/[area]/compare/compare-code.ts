export { compare } from '$lib/views/comparison';
export { shelfOf } from '$lib/views/year-shelf';
export { default as Beside } from './Beside.svelte';
