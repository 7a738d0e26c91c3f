import { createHash } from 'node:crypto';
import { SYMBOLS } from '#lib/domain/index.ts';
import { ATTRIBUTION, LICENCE } from '#lib/domain/licence.ts';
import { indicatorsOf, sourcesOf, wordsOf, type DataSet } from '../read/data-set.ts';
import type { Tables } from '../read/table.ts';
import { primaryKeyOf } from './csvw.ts';
import { editionOf } from './release-of.ts';

const resourceOf = (dataSet: DataSet, tables: Tables) => {
  const { name, table } = dataSet;
  const { title, description } = wordsOf(name);
  const indicators = new Map(indicatorsOf(dataSet).map((column) => [column.col_name, column]));
  return {
    name: name.replaceAll('_', '-'),
    path: `${name}.csv`,
    title,
    description,
    profile: 'tabular-data-resource',
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes: Buffer.byteLength(table.text),
    hash: `sha256:${createHash('sha256').update(table.text).digest('hex')}`,
    sources: sourcesOf(name, tables).map(({ title, url }) => ({ title, ...(url ? { path: url } : {}) })),
    schema: {
      fields: table.columns.map((column) => {
        const indicator = indicators.get(column);
        if (!indicator) return { name: column, type: column === 'time_period' ? 'year' : 'string' };
        return {
          name: column,
          type: Number(indicator.indicator_dp) === 0 ? 'integer' : 'number',
          title: indicator.label
        };
      }),
      missingValues: ['', ...Object.keys(SYMBOLS)],
      primaryKey: primaryKeyOf(dataSet).filter((column) => table.columns.includes(column))
    }
  };
};

/** All data sets as a Data Package (https://specs.frictionlessdata.io), as JSON text: paths are relative, so it holds wherever the files are. */
export const dataPackageOf = (dataSets: DataSet[], tables: Tables): string => {
  const { version, release } = editionOf(tables);
  const dataPackage = {
    profile: 'tabular-data-package',
    name: 'per-10000',
    title: 'Per 10,000: statistics on children’s social care in England',
    description: ATTRIBUTION,
    version: `${release}+${version}`,
    licenses: [{ name: 'OGL-UK-3.0', path: LICENCE.url, title: LICENCE.name }],
    resources: dataSets.map((dataSet) => resourceOf(dataSet, tables))
  };
  return `${JSON.stringify(dataPackage, null, 2)}\n`;
};
