export { compare, compareOthers } from '#lib/figures/compare/picture.ts';
export { storeOf } from '#lib/figures/year/figure-store.ts';
export { default as ComparisonLines } from './ComparisonLines.svelte';
export { default as ComparisonFigure } from './ComparisonFigure.svelte';
export { default as OtherMeasures } from './OtherMeasures.svelte';
