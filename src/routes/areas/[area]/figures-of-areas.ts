import { readAreas, readEstimates, readSeries, readSimilar } from '#lib/server/published.ts';
import { storeOf, type FigureStore } from '#lib/figures/year/figure-store.ts';

let held: FigureStore | undefined;

/** One for the pages and the briefs of all authorities, as all ask for the same years. */
export const store = (): FigureStore =>
  (held ??= storeOf({ series: readSeries, estimates: readEstimates, areas: readAreas(), similar: readSimilar() }));
