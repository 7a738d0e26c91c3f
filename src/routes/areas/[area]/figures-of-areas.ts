import { readAreas, readEstimates, readSeries, readSimilar } from '#lib/server/published.ts';
import { shelfOf, type Shelf } from '#lib/figures/year/figure-store.ts';

let held: Shelf | undefined;

/** One for the pages and the briefs of all authorities, as all ask for the same years. */
export const shelf = (): Shelf =>
  (held ??= shelfOf({ series: readSeries, estimates: readEstimates, areas: readAreas(), similar: readSimilar() }));
