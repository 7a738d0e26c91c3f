import { createHash } from 'node:crypto';
import { beforeAfterOf } from '../shape/before-after/compute.ts';
import { beforeAfterFiles } from '../shape/before-after/files.ts';
import { areaFiles, type AreaShapes } from './area-files.ts';
import { indexOf } from './catalogue-index.ts';
import { metadataOf } from './csvw.ts';
import { dataPackageOf } from './data-package.ts';
import { dataSetsOf } from '../read/data-set.ts';
import type { AreaRecord, SeriesFile } from '#lib/domain/index.ts';
import { EVERYTHING, everything } from './everything.ts';
import { measureFiles } from './measure-files.ts';
import { namePageFiles, type NamedFile } from './page-files.ts';
import type { Output } from './write.ts';
import type { EstimatesFile } from '#lib/statistics/estimates-file.ts';
import type { ChangesFile } from '../estimates/changes.ts';
import type { Tables } from '../read/table.ts';

/** Where the facts of the documents of 2009 are published. */
const SEEDS = 'documents_2009';

/** All that is published: `data` at addresses that stay, `app` for the site's own pages under names that change with the content. */
export interface Published {
  data: Output;
  app: Output;
}

/** Takes every table read, every file for pages and the tested changes of each measure, and gives all that is published. */
export const publish = (
  tables: Tables,
  shapes: ReadonlyMap<string, string>,
  changes: ReadonlyMap<string, string>
): Published => {
  const { forPages, kept } = namePageFiles(shapes);
  const files = new Map<string, string | Uint8Array>(kept);
  for (const [file, { text }] of tables) files.set(file.replace(/^seeds\//, `${SEEDS}/`), text);
  for (const [path, text] of beforeAfterFiles(beforeAfterOf(tables))) files.set(path, text);
  const dataSets = dataSetsOf(tables);
  for (const dataSet of dataSets) files.set(`${dataSet.name}.csv-metadata.json`, metadataOf(dataSet, tables));
  files.set('datapackage.json', dataPackageOf(dataSets, tables));
  files.set('index.json', indexOf(dataSets, tables, forPages));
  const ofMeasures = measureFiles(shapesOfAreas(shapes, changes));
  for (const [path, text] of ofMeasures.files) files.set(path, text);
  files.set(EVERYTHING, everything(files));
  const ofAreas = areaFiles(shapesOfAreas(shapes, changes), tables);
  for (const [path, content] of ofAreas.files) files.set(path, content);
  const rows = new Map([...ofMeasures.rows, ...ofAreas.rows]);
  files.set('manifest.json', manifestOf(files, tables, rows, forPages));
  return {
    data: new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1))),
    app: new Map(forPages.map(({ path, text }) => [path.replace(/^app\//, ''), text]))
  };
};

/** What the files of areas are made of, as pages read it: what is taken away is what is shown. */
export const shapesOfAreas = (
  shapes: ReadonlyMap<string, string>,
  changes: ReadonlyMap<string, string>
): AreaShapes => {
  const bySlug = <T>(files: ReadonlyMap<string, string>, folder: string): Map<string, T> =>
    new Map(
      [...files]
        .filter(([path]) => path.startsWith(folder))
        .map(([path, text]) => [path.slice(folder.length, -'.json'.length), JSON.parse(text) as T])
    );
  return {
    areas: JSON.parse(shapes.get('areas-full.json')!) as AreaRecord[],
    series: bySlug<SeriesFile>(shapes, 'series/'),
    estimates: bySlug<EstimatesFile>(shapes, 'estimates/'),
    changes: bySlug<ChangesFile>(changes, 'changes/')
  };
};

// Every file but the manifest itself, in order of path, and those of the site's own pages, from the site's root; nothing of the clock, so that two runs give the same bytes.
const manifestOf = (
  files: Output,
  tables: Tables,
  moreRows: ReadonlyMap<string, number>,
  forPages: readonly NamedFile[]
): string => {
  const rows = new Map([
    ...[...tables].map(([file, table]) => [file.replace(/^seeds\//, `${SEEDS}/`), table.rows.length] as const),
    ...moreRows
  ]);
  const entries = [...files]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, content]) => ({
      path,
      bytes: Buffer.byteLength(content),
      ...(rows.has(path) ? { rows: rows.get(path) } : {}),
      sha256: createHash('sha256').update(content).digest('hex')
    }));
  const pages = forPages.map(({ name, path, bytes, sha256 }) => ({ name, path, bytes, sha256 }));
  return `${JSON.stringify({ files: entries, pages }, null, 2)}\n`;
};
