export { footprintPicture } from '#lib/areas/footprint.ts';
export { measureOf } from '#lib/domain/catalogue/index.ts';
export { headingOf, legendOf, notesOf, sourcesOf } from '#lib/figures/time/citation.ts';
export { compose } from '#lib/figures/time/picture.ts';
export { toRows } from '#lib/figures/time/rows.ts';
export { toSpec } from '#lib/figures/time/spec.ts';
export { load } from '#lib/series/load.ts';
