import { readFileSync } from 'node:fs';
import {
  columnsOf,
  unpackDistricts,
  type Area,
  type Measure,
  type PackedDistricts,
  type SeriesFile,
  type Similar,
  type Tiles,
  type TimelineEvent,
  type Unit,
  type Variant
} from '#lib/domain/index.ts';
import { measureOf } from '#lib/domain/catalogue/index.ts';
import { compose, type Picture } from '#lib/figures/time/picture.ts';
import { readEstimates } from '#lib/server/published.ts';
import { pageFile } from './page-file.ts';

/*
 * The files that the pipeline made for the pages, as the pages read them.
 */

const read = <T>(name: string): T => JSON.parse(readFileSync(pageFile(name), 'utf8')) as T;

export const areas = read<Area[]>('areas.json');
export const districts = unpackDistricts(read<PackedDistricts[]>('postcodes.json'));
export const england = areas.find(({ level }) => level === 'National')!;
export const events = read<TimelineEvent[]>('events.json');
export const tiles = read<Tiles>('tiles.json');
export const similar = read<Similar>('similar.json');
export const keyEvents = events.filter(({ shown }) => shown);

const files = new Map<string, SeriesFile>();

/** The series file of a measure. */
export const fileOf = (slug: string): SeriesFile => {
  if (!files.has(slug)) files.set(slug, read<SeriesFile>(`series/${slug}.json`));
  return files.get(slug)!;
};

export { readEstimates as estimatesOf };

export const areaOf = (key: string): Area => {
  const area = areas.find((each) => each.key === key);
  if (!area) throw new Error(`area ${key}: expected one that the site lists`);
  return area;
};

/** The series file of what a variant's figures are out of; undefined where that is not held. */
export const basesOf = ({ denominator }: Pick<Variant, 'denominator'>): SeriesFile | undefined =>
  denominator && fileOf(denominator.measure);

/** What a page shows of some choices, without the tests of chance. */
export const pictureOf = (measure: Measure | string, unit: Unit, keys: string[]): Picture => {
  const found = typeof measure === 'string' ? measureOf(measure)! : measure;
  return compose(fileOf(found.slug), found, unit, england, keys.map(areaOf));
};

/** What a page shows of some choices, with the tests of chance. */
export const testedPictureOf = (slug: string, unit: Unit, keys: string[]): Picture => {
  const measure = measureOf(slug)!;
  return compose(fileOf(slug), measure, unit, england, keys.map(areaOf), basesOf(columnsOf(measure, unit)), () => ({
    areas,
    estimates: readEstimates(slug)
  }));
};
