import { from, op } from 'arquero';
import { ENGLAND, LEVELS } from '#lib/domain/index.ts';
import { CATALOGUE } from '#lib/domain/catalogue/index.ts';
import { CALENDAR_YEAR, periodOf } from '#lib/screening/time.ts';
import { ATTRIBUTION, LICENCE } from '#lib/domain/licence.ts';
import { filtersOf, indicatorsOf, sourcesOf, unitOf, wordsOf, type DataSet } from '../read/data-set.ts';
import type { NamedFile } from './page-files.ts';
import { editionOf, releaseOf } from './release-of.ts';
import type { Tables } from '../read/table.ts';

/** Rows and periods of one level of a data set. */
interface Coverage {
  level: string;
  rows: number;
  first: string;
  last: string;
}

const coverageOf = (dataSet: DataSet): Coverage[] => {
  const rows = dataSet.table.rows.map((row) => ({ level: row.geographic_level, period: periodOf(row) }));
  const found = from(rows)
    .groupby('level')
    .rollup({ rows: op.count(), first: op.min('period'), last: op.max('period') })
    .objects() as Coverage[];
  return LEVELS.flatMap((level) => found.filter((each) => each.level === level));
};

/** What is not as in most data sets: calendar years, and another country than England. */
const periodAndCountryOf = ({ table }: DataSet): { identifier?: string; country?: string } => {
  const { time_identifier: identifier, country_code: country } = table.rows[0] ?? {};
  return {
    ...(identifier === CALENDAR_YEAR ? { identifier } : {}),
    ...(country && country !== ENGLAND ? { country } : {})
  };
};

const describeDataSet = (dataSet: DataSet, tables: Tables) => {
  const coverage = coverageOf(dataSet);
  return {
    name: dataSet.name,
    ...wordsOf(dataSet.name),
    files: {
      csv: `${dataSet.name}.csv`,
      metadata: `${dataSet.name}.csv-metadata.json`,
      dictionary: `${dataSet.name}.meta.csv`
    },
    rows: dataSet.table.rows.length,
    ...periodAndCountryOf(dataSet),
    first: coverage.map(({ first }) => first).sort()[0],
    last: coverage
      .map(({ last }) => last)
      .sort()
      .at(-1),
    release: releaseOf(dataSet.name, tables),
    levels: coverage,
    filters: filtersOf(dataSet).map(({ col_name: name = '', label, filter_hint: hint }) => ({
      name,
      label,
      ...(hint ? { hint } : {}),
      values: [...new Set(dataSet.table.rows.map((row) => row[name] ?? ''))]
    })),
    indicators: indicatorsOf(dataSet).map((column) => ({
      name: column.col_name,
      label: column.label,
      unit: unitOf(column),
      dp: Number(column.indicator_dp)
    })),
    licence: LICENCE.url,
    sources: sourcesOf(dataSet.name, tables).map(({ source }) => source)
  };
};

/** The catalogue of all that is published, as JSON text: each data set with its columns, each measure with its series file. */
export const indexOf = (dataSets: DataSet[], tables: Tables, forPages: readonly NamedFile[]): string => {
  const pathOf = new Map(forPages.map(({ name, path }) => [name, path]));
  const index = {
    title: 'Per 10,000',
    ...editionOf(tables),
    licence: LICENCE.url,
    attribution: ATTRIBUTION,
    dataSets: dataSets.map((dataSet) => describeDataSet(dataSet, tables)),
    measures: CATALOGUE.map((measure) => ({
      slug: measure.slug,
      title: measure.title,
      series: `../${pathOf.get(`series/${measure.slug}.json`)}`,
      variants: measure.variants.map(({ key, label, unit, dp, dataSet, indicator, filter, lines }) => ({
        key,
        label,
        unit,
        dp,
        dataSet,
        ...(lines ? { indicators: lines.map((line) => line.indicator) } : { indicator }),
        ...(filter ? { filter } : {})
      }))
    }))
  };
  return `${JSON.stringify(index, null, 2)}\n`;
};
