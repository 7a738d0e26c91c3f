import { ATTRIBUTION, LICENCE } from '#lib/domain/licence.ts';
import { IDENTIFIERS, SYMBOLS } from '#lib/domain/index.ts';
import { filtersOf, sourcesOf, unitOf, wordsOf, type DataSet } from '../read/data-set.ts';
import { rowsOf, type Tables } from '../read/table.ts';

const NULLS = [...Object.keys(SYMBOLS), ''];

const TITLES: Readonly<Record<(typeof IDENTIFIERS)[number], string>> = {
  time_period: 'Year',
  time_identifier: 'Kind of period: reporting year, or the month',
  geographic_level: 'Geographic level',
  country_code: 'Code of the country',
  country_name: 'Country',
  region_code: 'Code of the region',
  region_name: 'Region',
  old_la_code: 'Three-digit code of the local authority',
  new_la_code: 'Nine-character code of the local authority',
  la_name: 'Local authority'
};

/** The columns that tell a row of a data set from every other. */
export const primaryKeyOf = (dataSet: DataSet): string[] => [
  'time_period',
  'time_identifier',
  'geographic_level',
  'region_code',
  'old_la_code',
  ...filtersOf(dataSet).map(({ col_name }) => col_name!)
];

const CODES =
  'A cell that is not a number is a code: c suppressed, x not available, z not applicable, u unreliable, low or k rounds to zero.';

const text = (name: string, title: string) => ({ name, titles: [name, title], datatype: 'string' });

const datatypeOf = (dp: number) =>
  dp === 0 ? { base: 'integer' } : { base: 'decimal', format: `0.${'#'.repeat(dp)}` };

/** Takes a data set and gives its description as W3C's "CSV on the Web" metadata, as JSON text. */
export const metadataOf = (dataSet: DataSet, tables: Tables): string => {
  const { title, description } = wordsOf(dataSet.name);
  const columns = dataSet.table.columns.map((name) => {
    const meta = dataSet.columns.find(({ col_name }) => col_name === name);
    if (name === 'time_period')
      return { ...text(name, TITLES.time_period), datatype: { base: 'gYear' }, required: true };
    if (!meta) return text(name, TITLES[name as keyof typeof TITLES]);
    if (meta.col_type === 'Filter') {
      return {
        ...text(name, meta.label ?? name),
        required: true,
        ...(meta.filter_hint ? { 'dc:description': meta.filter_hint } : {})
      };
    }
    return {
      name,
      titles: [name, meta.label],
      'dc:description': `${meta.label}. Unit: ${unitOf(meta)}. ${CODES}`,
      datatype: datatypeOf(Number(meta.indicator_dp)),
      null: NULLS
    };
  });
  const statuses = new Map(rowsOf(tables, 'releases.csv').map(({ source, status }) => [source, status]));
  const metadata = {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    url: `${dataSet.name}.csv`,
    'dc:title': title,
    'dc:description': description,
    'dc:license': { '@id': LICENCE.url },
    'dc:rights': ATTRIBUTION,
    'dc:publisher': 'Per 10,000',
    'dc:source': sourcesOf(dataSet.name, tables).map(({ source, title, publisher, published, url }) => ({
      'dc:title': title,
      'dc:publisher': publisher,
      'dc:date': published,
      ...(url ? { 'dc:identifier': url } : {}),
      ...(statuses.has(source) ? { 'dc:type': statuses.get(source) } : {})
    })),
    dialect: { encoding: 'utf-8', header: true, delimiter: ',' },
    tableSchema: {
      columns,
      primaryKey: primaryKeyOf(dataSet)
    }
  };
  return `${JSON.stringify(metadata, null, 2)}\n`;
};
