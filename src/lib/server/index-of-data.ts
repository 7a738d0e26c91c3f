import type { DataSetRelease } from '#lib/domain/data-release.ts';
import type { Level } from '#lib/domain/index.ts';
import { readPublished } from './published.ts';

/** One data set as `index.json` lists it. */
export interface IndexedDataSet {
  name: string;
  title: string;
  description: string;
  files: { csv: string; metadata: string; dictionary: string };
  rows: number;
  first: string;
  last: string;
  /** Absent where all of its newest figures were worked out here. */
  release?: DataSetRelease;
  levels: { level: Level; rows: number; first: string; last: string }[];
  filters: { name: string; label: string; hint?: string; values: string[] }[];
  indicators: { name: string; label: string; unit: string; dp: number }[];
  sources: string[];
}

/** One file as `manifest.json` lists it. */
export interface PublishedFile {
  path: string;
  bytes: number;
  rows?: number;
  sha256: string;
}

/** The edition of the data: the day of its last change, and a version that changes with any file. */
export const readEdition = (): { version: string; release: string } =>
  readPublished<{ version: string; release: string }>('index.json');

/** The data sets of `index.json`, in its order. */
export const readDataSets = (): IndexedDataSet[] =>
  readPublished<{ dataSets: IndexedDataSet[] }>('index.json').dataSets;

/** Every published file but the manifest itself, in order of path. */
export const readManifest = (): PublishedFile[] => readPublished<{ files: PublishedFile[] }>('manifest.json').files;

/** The manifest's entry of a path; throws where there is none. */
export const publishedFile = (path: string): PublishedFile => {
  const file = readManifest().find((each) => each.path === path);
  if (!file) throw new Error(`static/data/manifest.json: expected ${path}, found no such file; run npm run data`);
  return file;
};
