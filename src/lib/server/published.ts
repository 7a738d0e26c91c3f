import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Memo } from '#lib/domain/memo.ts';
import type { FileRef } from '#lib/files/page-files.ts';
import type { EstimatesFile } from '#lib/statistics/estimates-file.ts';
import type { AreaRecord, SeriesFile, Similar, Tiles, TimelineEvent } from '#lib/domain/index.ts';

const files = new Memo<string, unknown>();

/** A file that pages fetch as `manifest.json` lists it, by the name that code knows it under. */
const pageFile = (name: string): FileRef | undefined => {
  if (name === 'manifest.json') return undefined;
  const { pages } = readPublished<{ pages: (FileRef & { name: string })[] }>('manifest.json');
  return pages.find((each) => each.name === name);
};

/** What a page has to know of the files that it may fetch, by name: `filesForPage('areas.json', 'series/looked-after.json')`. */
export const filesForPage = (...names: string[]): Record<string, FileRef> =>
  Object.fromEntries(
    names.map((name) => {
      const found = pageFile(name);
      if (!found) throw new Error(`static/data/manifest.json: expected ${name} among its pages, found none`);
      const { path, bytes, sha256 } = found;
      return [name, { path, bytes, sha256 }];
    })
  );

/** Reads one JSON file that the pipeline wrote, once a build. Throws where the pipeline has not run. */
export const readPublished = <T>(path: string): T => files.get(path, () => readJson(path)) as T;

const readJson = (path: string): unknown => {
  const file = join(process.cwd(), 'static', pageFile(path)?.path ?? `data/${path}`);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new Error(`static/data/${path}: expected the pipeline's file, found none; run npm run data`);
  }
  return JSON.parse(text);
};

export const readSeries = (slug: string): SeriesFile => readPublished<SeriesFile>(`series/${slug}.json`);

/** The estimates of a measure, to be read with `#lib/series/estimates.ts`; undefined where its chance cannot be worked out. */
export const readEstimates = (slug: string): EstimatesFile | undefined => {
  const name = `estimates/${slug}.json`;
  return pageFile(name) && readPublished<EstimatesFile>(name);
};

export const readAreas = (): AreaRecord[] => readPublished<AreaRecord[]>('areas-full.json');

export const readEvents = (): TimelineEvent[] => readPublished<TimelineEvent[]>('events.json');

export const readTiles = (): Tiles => readPublished<Tiles>('tiles.json');
export const readSimilar = (): Similar => readPublished<Similar>('similar.json');
