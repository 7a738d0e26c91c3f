import { CATALOGUE } from '#lib/domain/catalogue/index.ts';
import { catalogueOf } from '#lib/server/found/catalogue.ts';
import { catalogueJsonLd, jsonLdElement } from '#lib/server/found/dataset.ts';
import { publishedFile, readDataSets, readManifest } from '#lib/server/index-of-data.ts';
import { readPublished } from '#lib/server/published.ts';
import { siteUrl } from '#lib/server/site-url.ts';
import { readTable } from '#lib/server/tables.ts';
import { codeColumns, samplesOf } from './code-samples';
import { DOCUMENT_FILES, REFERENCE_FILES } from './reference-files';

// The order in which the site's measures first use them.
const order = [...new Set(CATALOGUE.flatMap(({ variants }) => variants.map(({ dataSet }) => dataSet)))];

interface AreasMetadata {
  tableSchema: { columns: { name: string; titles: [name: string, title: string] }[] };
  tables: unknown[];
}

const ofAreas = () => {
  const { tableSchema, tables } = readPublished<AreasMetadata>('areas/csv-metadata.json');
  return { count: tables.length, columns: tableSchema.columns.map(({ name, titles }) => ({ name, title: titles[1] })) };
};

const EXAMPLE = 'children_looked_after';

export const load = () => {
  const sets = readDataSets().sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
  const site = siteUrl();
  return {
    jsonLd: site ? jsonLdElement(catalogueJsonLd(catalogueOf(site))) : '',
    sets: sets.map((set) => ({ ...set, bytes: publishedFile(set.files.csv).bytes })),
    rows: sets.reduce((sum, { rows }) => sum + rows, 0),
    references: REFERENCE_FILES.map(({ name, title, description, attribution }) => ({
      title,
      description,
      attribution,
      file: publishedFile(`${name}.csv`),
      page: `/data/${name}`
    })),
    documents: DOCUMENT_FILES.map(({ name, title, description }) => ({
      title,
      description,
      file: publishedFile(`documents_2009/${name}.csv`)
    })),
    ofAreas: ofAreas(),
    measures: CATALOGUE.map(({ slug, title }) => ({ title, file: publishedFile(`measures/${slug}.csv`) })),
    everything: publishedFile('everything.zip'),
    files: readManifest().length + 1,
    last: sets.find(({ name }) => name === EXAMPLE)!.last,
    code: samplesOf({
      file: `${EXAMPLE}.csv`,
      text: codeColumns(readTable(`${EXAMPLE}.csv`).columns),
      figures: { indicator: 'looked_after_31_march_rate', keys: ['time_period'] }
    })
  };
};
