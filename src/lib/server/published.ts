import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AreaRecord, SeriesFile, Similar, Tiles, TimelineEvent } from '$lib/domain';

const cache = new Map<string, unknown>();

/** Reads one JSON file that the pipeline wrote, once a build. Throws where the pipeline has not run. */
export const readPublished = <T>(path: string): T => {
  if (!cache.has(path)) {
    const file = join(process.cwd(), 'static', 'data', path);
    let text: string;
    try {
      text = readFileSync(file, 'utf8');
    } catch {
      throw new Error(`static/data/${path}: expected the pipeline's file, found none; run npm run data`);
    }
    cache.set(path, JSON.parse(text));
  }
  return cache.get(path) as T;
};

export const readSeries = (slug: string): SeriesFile => readPublished<SeriesFile>(`series/${slug}.json`);

export const readAreas = (): AreaRecord[] => readPublished<AreaRecord[]>('areas-full.json');

export const readEvents = (): TimelineEvent[] => readPublished<TimelineEvent[]>('events.json');

export const readTiles = (): Tiles => readPublished<Tiles>('tiles.json');
export const readSimilar = (): Similar => readPublished<Similar>('similar.json');
