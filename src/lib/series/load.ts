import type { SeriesFile, Similar, Tiles } from '../domain/index.ts';

/** A file of figures that did not arrive, or that is not what its name says. */
export class SeriesError extends Error {
  constructor(
    message: string,
    readonly address: string
  ) {
    super(message);
    this.name = 'SeriesError';
  }
}

const fetchJson = async (address: string, signal?: AbortSignal): Promise<unknown> => {
  let response: Response;
  try {
    response = await fetch(address, signal ? { signal } : {});
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new SeriesError('the figures did not arrive: no connection', address);
  }
  if (!response.ok) throw new SeriesError(`the figures did not arrive: the host answered ${response.status}`, address);
  try {
    return await response.json();
  } catch {
    throw new SeriesError('the figures arrived damaged: expected JSON', address);
  }
};

const isSeriesFile = (value: unknown, measure: string): value is SeriesFile => {
  const file = value as Partial<SeriesFile> | null;
  const lists = [file?.areas, file?.breaks, file?.notes, file?.lineages, file?.sources];
  return file?.measure === measure && typeof file.variants === 'object' && lists.every(Array.isArray);
};

/** Fetches the series file of a measure. `base` is the site's address with a trailing slash. Throws SeriesError. */
export const load = async (measure: string, base: string, signal?: AbortSignal): Promise<SeriesFile> => {
  const address = `${base}data/series/${measure}.json`;
  const value = await fetchJson(address, signal);
  if (!isSeriesFile(value, measure))
    throw new SeriesError(`the figures arrived damaged: expected the series of ${measure}`, address);
  return value;
};

/** Fetches one of the site's own small lists, such as `areas`, `events` or `postcodes`. Throws SeriesError. */
export const loadList = async <T>(
  name: 'areas' | 'events' | 'postcodes',
  base: string,
  signal?: AbortSignal
): Promise<T[]> => {
  const address = `${base}data/${name}.json`;
  const value = await fetchJson(address, signal);
  if (!Array.isArray(value)) throw new SeriesError(`the list arrived damaged: expected ${name}`, address);
  return value as T[];
};

const isSimilar = (value: unknown): value is Similar => {
  const file = value as Partial<Similar> | null;
  return Array.isArray(file?.key) && Array.isArray(file.near) && file.key.length === file.near.length;
};

/** Fetches which authorities are similar to which. Throws SeriesError. */
export const loadSimilar = async (base: string, signal?: AbortSignal): Promise<Similar> => {
  const address = `${base}data/similar.json`;
  const value = await fetchJson(address, signal);
  if (!isSimilar(value)) throw new SeriesError('the list arrived damaged: expected similar authorities', address);
  return value;
};

/** Fetches the places of authorities on the map. Throws SeriesError. */
export const loadTiles = async (base: string, signal?: AbortSignal): Promise<Tiles> => {
  const address = `${base}data/tiles.json`;
  const value = (await fetchJson(address, signal)) as Partial<Tiles> | null;
  if (![value?.key, value?.column, value?.row, value?.short].every(Array.isArray))
    throw new SeriesError('the map arrived damaged: expected its tiles', address);
  return value as Tiles;
};
