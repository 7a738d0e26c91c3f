import type { SeriesFile, Similar, Tiles } from '#lib/domain/index.ts';
import { fetchVerified } from '#lib/files/fetch-verified.ts';
import { refOf, type PageFiles } from '#lib/files/page-files.ts';
import type { EstimatesFile } from '#lib/statistics/estimates-file.ts';

// What is parsed here has the checksum that the page was made with: nothing of its layout is left to check.
const loadJson = async <T>(name: string, files: PageFiles, signal?: AbortSignal): Promise<T> => {
  const bytes = await fetchVerified(refOf(files, name), files.base, { signal });
  return JSON.parse(new TextDecoder().decode(bytes)) as T;
};

/** Fetches the series file of a measure. Throws FileError. */
export const load = (measure: string, files: PageFiles, signal?: AbortSignal): Promise<SeriesFile> =>
  loadJson(`series/${measure}.json`, files, signal);

/** Fetches the estimates of a measure, to be read with `#lib/series/estimates.ts`. Throws FileError. */
export const loadEstimates = (measure: string, files: PageFiles, signal?: AbortSignal): Promise<EstimatesFile> =>
  loadJson(`estimates/${measure}.json`, files, signal);

/** Fetches one of the site's own small lists. Throws FileError. */
export const loadList = <T>(
  name: 'areas' | 'events' | 'postcodes',
  files: PageFiles,
  signal?: AbortSignal
): Promise<T[]> => loadJson(`${name}.json`, files, signal);

/** Fetches which authorities are similar to which. Throws FileError. */
export const loadSimilar = (files: PageFiles, signal?: AbortSignal): Promise<Similar> =>
  loadJson('similar.json', files, signal);

/** Fetches the places of authorities on the map. Throws FileError. */
export const loadTiles = (files: PageFiles, signal?: AbortSignal): Promise<Tiles> =>
  loadJson('tiles.json', files, signal);
