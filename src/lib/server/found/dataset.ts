import { ATTRIBUTION, LICENCE } from '#lib/domain/licence.ts';
import type { IndexedDataSet, PublishedFile } from '#lib/server/index-of-data.ts';

/** What the site says of itself to search engines and catalogues. */
export interface Catalogue {
  /** The site's address, without a slash at its end. */
  site: string;
  /** The edition of the data: day of its last change, and version. */
  edition: { version: string; release: string };
  sets: readonly IndexedDataSet[];
  /** A published file by its path under `data/`. */
  fileOf: (path: string) => PublishedFile;
}

export const CATALOGUE_TITLE = 'Per 10,000: statistics on children’s social care in England';
export const CATALOGUE_DESCRIPTION =
  'Children in need, on child protection plans and looked after in England, its regions and councils, with breaks, rounding and the source of every figure. Compiled from official publications.';
export const KEYWORDS = [
  'children’s social care',
  'England',
  'local authorities',
  'child protection',
  'looked after children'
];

export const catalogueAddress = (site: string): string => `${site}/data/`;
export const dataSetAddress = (site: string, name: string): string => `${site}/data/${name}/`;
export const fileAddress = (site: string, path: string): string => `${site}/data/${path}`;

const publisherOf = (site: string) => ({ '@type': 'Organization', name: 'Per 10,000', url: `${site}/` });

/** One data set as schema.org describes it. */
const datasetOf = ({ site, edition, fileOf }: Catalogue, set: IndexedDataSet) => {
  const csv = fileOf(set.files.csv);
  return {
    '@type': 'Dataset',
    '@id': dataSetAddress(site, set.name),
    name: set.title,
    description: set.description,
    url: dataSetAddress(site, set.name),
    identifier: dataSetAddress(site, set.name),
    license: LICENCE.url,
    creditText: ATTRIBUTION,
    isAccessibleForFree: true,
    inLanguage: 'en-GB',
    keywords: KEYWORDS,
    creator: publisherOf(site),
    publisher: publisherOf(site),
    version: edition.version,
    temporalCoverage: `${set.first}/${set.last}`,
    spatialCoverage: { '@type': 'Place', name: 'England' },
    variableMeasured: set.indicators.map(({ label, unit }) => ({
      '@type': 'PropertyValue',
      name: label,
      unitText: unit
    })),
    distribution: [
      {
        '@type': 'DataDownload',
        encodingFormat: 'text/csv',
        contentUrl: fileAddress(site, csv.path),
        contentSize: `${csv.bytes} B`
      }
    ]
  };
};

/** A data set by itself, for its page. */
export const datasetJsonLd = (catalogue: Catalogue, set: IndexedDataSet) => ({
  '@context': 'https://schema.org',
  ...datasetOf(catalogue, set),
  includedInDataCatalog: { '@type': 'DataCatalog', '@id': catalogueAddress(catalogue.site), name: CATALOGUE_TITLE }
});

/** All data sets as a catalogue of schema.org, for the page of the data. */
export const catalogueJsonLd = (catalogue: Catalogue) => {
  const { site, edition, sets } = catalogue;
  return {
    '@context': 'https://schema.org',
    '@type': 'DataCatalog',
    '@id': catalogueAddress(site),
    name: CATALOGUE_TITLE,
    description: CATALOGUE_DESCRIPTION,
    url: catalogueAddress(site),
    license: LICENCE.url,
    publisher: publisherOf(site),
    dateModified: edition.release,
    dataset: sets.map(({ name, title, description }) => ({
      '@type': 'Dataset',
      '@id': dataSetAddress(site, name),
      name: title,
      description,
      url: dataSetAddress(site, name),
      license: LICENCE.url,
      creator: publisherOf(site)
    }))
  };
};

/**
 * A description as an element for the head of a page. Browsers do not run a script of this type, so the policy needs no hash of it; no
 * `<` can end it.
 */
export const jsonLdElement = (description: object): string =>
  `<script type="application/ld+json">${JSON.stringify(description).replaceAll('<', '\\u003c')}</script>`;
