import { publishedFile, readDataSets, readEdition } from '#lib/server/index-of-data.ts';
import type { Catalogue } from './dataset.ts';

/** The data sets as the pipeline published them, at an address. */
export const catalogueOf = (site: string): Catalogue => ({
  site,
  edition: readEdition(),
  sets: readDataSets(),
  fileOf: publishedFile
});
