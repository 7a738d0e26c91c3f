import { ATTRIBUTION, LICENCE } from '#lib/domain/licence.ts';
import type { IndexedDataSet } from '#lib/server/index-of-data.ts';
import {
  CATALOGUE_DESCRIPTION,
  CATALOGUE_TITLE,
  KEYWORDS,
  catalogueAddress,
  dataSetAddress,
  fileAddress,
  type Catalogue
} from './dataset.ts';

const CONTEXT = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  spdx: 'http://spdx.org/rdf/terms#',
  xsd: 'http://www.w3.org/2001/XMLSchema#'
};

const ENGLAND = { '@id': 'http://statistics.data.gov.uk/id/statistical-geography/E92000001' };
const CSV = { '@id': 'https://www.iana.org/assignments/media-types/text/csv' };

const publisherOf = (site: string) => ({ '@id': `${site}/`, '@type': 'foaf:Agent', 'foaf:name': 'Per 10,000' });
const inEnglish = (text: string) => ({ '@value': text, '@language': 'en' });
const dayOf = (date: string) => ({ '@value': date, '@type': 'xsd:date' });
const periodOf = (period: string) => ({
  '@value': period,
  '@type': period.length === 4 ? 'xsd:gYear' : 'xsd:gYearMonth'
});

const datasetOf = ({ site, edition, fileOf }: Catalogue, set: IndexedDataSet) => {
  const csv = fileOf(set.files.csv);
  const page = { '@id': dataSetAddress(site, set.name) };
  return {
    ...page,
    '@type': 'dcat:Dataset',
    'dct:identifier': set.name,
    'dct:title': inEnglish(set.title),
    'dct:description': inEnglish(set.description),
    'dct:publisher': publisherOf(site),
    'dct:spatial': ENGLAND,
    'dct:temporal': {
      '@type': 'dct:PeriodOfTime',
      'dcat:startDate': periodOf(set.first),
      'dcat:endDate': periodOf(set.last)
    },
    'dcat:version': edition.version,
    'dcat:keyword': KEYWORDS.map(inEnglish),
    'dcat:landingPage': page,
    'dcat:distribution': [
      {
        '@id': fileAddress(site, csv.path),
        '@type': 'dcat:Distribution',
        'dct:title': inEnglish(`${set.title} (CSV)`),
        'dct:license': { '@id': LICENCE.url },
        'dct:rights': inEnglish(ATTRIBUTION),
        'dcat:accessURL': page,
        'dcat:downloadURL': { '@id': fileAddress(site, csv.path) },
        'dcat:mediaType': CSV,
        'dcat:byteSize': csv.bytes,
        'spdx:checksum': {
          '@type': 'spdx:Checksum',
          'spdx:algorithm': { '@id': 'spdx:checksumAlgorithm_sha256' },
          'spdx:checksumValue': csv.sha256
        }
      }
    ]
  };
};

/** The data sets as a catalogue of W3C's DCAT 3, as JSON-LD. */
export const dcatOf = (catalogue: Catalogue) => ({
  '@context': CONTEXT,
  '@id': catalogueAddress(catalogue.site),
  '@type': 'dcat:Catalog',
  'dct:title': inEnglish(CATALOGUE_TITLE),
  'dct:description': inEnglish(CATALOGUE_DESCRIPTION),
  'dct:publisher': publisherOf(catalogue.site),
  'dct:license': { '@id': LICENCE.url },
  'dct:language': { '@id': 'http://publications.europa.eu/resource/authority/language/ENG' },
  'dct:modified': dayOf(catalogue.edition.release),
  'foaf:homepage': { '@id': `${catalogue.site}/` },
  'dcat:dataset': catalogue.sets.map((set) => datasetOf(catalogue, set))
});
