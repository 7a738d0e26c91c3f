import Papa from 'papaparse';
import {
  STATUS_MEANING,
  SYMBOLS,
  fullName,
  type AreaRecord,
  type SeriesFile,
  type Variant
} from '#lib/domain/index.ts';
import { CATALOGUE } from '#lib/domain/catalogue/index.ts';
import { AREA_COLUMNS, COLUMNS, columnNamed } from '#lib/domain/columns.ts';
import { ATTRIBUTION, LICENCE } from '#lib/domain/licence.ts';
import type { EstimatesFile } from '#lib/statistics/estimates-file.ts';
import type { ChangesFile } from '../estimates/changes.ts';
import { areaFigures, hasOwnTable, type AreaFigure } from './area-rows.ts';
import { rowsOf, type Tables } from '../read/table.ts';
import { toXlsx, type Cell } from './xlsx.ts';

type AreaColumn = (typeof AREA_COLUMNS)[number];

/** Areas have figures of years alone, so that their period is a number too. */
const isNumber = (name: AreaColumn): boolean => name === 'time_period' || columnNamed(name)?.number === true;

const WIDTHS: Partial<Record<AreaColumn, number>> = { area_name: 24, title: 40, unit: 26, break_before: 40, note: 40 };

const toCell = (row: AreaFigure, name: AreaColumn): Cell =>
  isNumber(name) ? (row[name] === '' ? null : Number(row[name])) : row[name];

/** The cover of a workbook: what it is, what its columns and symbols mean, its sources, its licence. */
const coverOf = (area: AreaRecord, rows: readonly AreaFigure[], tables: Tables): { rows: Cell[][]; bold: number[] } => {
  const used = new Set(rows.flatMap(({ source }) => source.split(' ').filter(Boolean)));
  const sources = rowsOf(tables, 'sources.csv').filter(({ source }) => used.has(source!));
  const statuses = new Map(rowsOf(tables, 'releases.csv').map(({ source, status = '' }) => [source, status]));
  const years = rows.map(({ time_period: year }) => year).sort();
  const parts: Cell[][][] = [
    [
      [`${fullName(area)}: all figures on Per 10,000`],
      [
        `${rows.length} figures of children’s social care, ${years[0]} to ${years.at(-1)}, one a row on the sheet Figures.`
      ],
      ['Figures of two segments cannot be compared: a break lies between them, and break_before says which.'],
      [
        'A rank is among the councils of the same year and is given with the range that chance leaves it, or with why there is none. Numbers are not ranked. A change is from the year before.'
      ],
      ['Per 10,000 is independent. The figures are official; the site is not.']
    ],
    [['Column', 'What it holds'], ...AREA_COLUMNS.map((name) => [name, COLUMNS[name].means])],
    [
      ['Symbol', 'What it means'],
      ...Object.entries(SYMBOLS).map(([symbol, status]) => [symbol, STATUS_MEANING[status]])
    ],
    [
      ['Source', 'Title', 'Publisher', 'Published', 'Address', 'Status'],
      ...sources.map(({ source = '', title = '', publisher = '', published = '', url = '' }) => [
        source,
        title,
        publisher,
        published,
        url,
        statuses.get(source) ?? ''
      ])
    ],
    [['Licence'], [LICENCE.url], [ATTRIBUTION]]
  ];
  const bold: number[] = [];
  const all: Cell[][] = [];
  for (const part of parts) {
    if (all.length) all.push([]);
    bold.push(all.length);
    all.push(...part);
  }
  return { rows: all, bold };
};

const workbookOf = (area: AreaRecord, rows: readonly AreaFigure[], tables: Tables): Uint8Array => {
  const cover = coverOf(area, rows, tables);
  return toXlsx(
    [
      { name: 'About', ...cover, widths: [26, 70, 40, 14, 60, 30] },
      {
        name: 'Figures',
        rows: [AREA_COLUMNS, ...rows.map((row) => AREA_COLUMNS.map((name) => toCell(row, name)))],
        widths: AREA_COLUMNS.map((name) => WIDTHS[name] ?? Math.max(10, name.length + 2)),
        bold: [0],
        freeze: true
      }
    ],
    `${fullName(area)}: all figures on Per 10,000`
  );
};

/** The description of all areas' tables as "CSV on the Web" metadata, which is looked for beside them under this name. */
const metadataOf = (areas: readonly AreaRecord[]): string => {
  const metadata = {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    'dc:title': 'All figures of each area',
    'dc:license': { '@id': LICENCE.url },
    'dc:rights': ATTRIBUTION,
    'dc:publisher': 'Per 10,000',
    dialect: { encoding: 'utf-8', header: true, delimiter: ',' },
    tableSchema: {
      columns: AREA_COLUMNS.map((name) => ({
        name,
        titles: [name, COLUMNS[name].means],
        datatype: name === 'time_period' ? { base: 'gYear' } : isNumber(name) ? 'decimal' : 'string'
      })),
      primaryKey: ['time_period', 'measure', 'line', 'unit']
    },
    tables: areas.map((area) => ({ url: `${area.key}.csv`, 'dc:title': fullName(area) }))
  };
  return `${JSON.stringify(metadata, null, 2)}\n`;
};

/** What the files of areas are made of. */
export interface AreaShapes {
  areas: readonly AreaRecord[];
  /** The series file of each measure, by slug. */
  series: ReadonlyMap<string, SeriesFile>;
  /** What is estimated of each measure whose chance can be worked out, and the tests of its changes. */
  estimates: ReadonlyMap<string, EstimatesFile>;
  changes: ReadonlyMap<string, ChangesFile>;
}

/** All figures of each area but England as one CSV and one workbook, at `areas/<code>.csv` and `.xlsx`; `rows` counts those of each CSV. */
export const areaFiles = (
  { areas, series, estimates, changes }: AreaShapes,
  tables: Tables
): { files: Map<string, string | Uint8Array>; rows: Map<string, number> } => {
  const measures = CATALOGUE.map((measure) => ({
    measure,
    file: series.get(measure.slug)!,
    estimates: estimates.get(measure.slug),
    changes: changes.get(measure.slug)
  }));
  const basesOf = ({ denominator }: Variant): SeriesFile | undefined => denominator && series.get(denominator.measure);
  const identifiers = new Map<string, string>();
  const timeIdentifierOf = (dataSet: string): string => {
    const known = identifiers.get(dataSet) ?? rowsOf(tables, `${dataSet}.csv`)[0]?.time_identifier ?? '';
    identifiers.set(dataSet, known);
    return known;
  };
  const files = new Map<string, string | Uint8Array>();
  const counts = new Map<string, number>();
  const own = areas.filter(hasOwnTable);
  for (const area of own) {
    const rows = areaFigures(area, measures, { areas, basesOf, timeIdentifierOf });
    files.set(
      `areas/${area.key}.csv`,
      `${Papa.unparse({ fields: [...AREA_COLUMNS], data: rows.map((row) => AREA_COLUMNS.map((name) => row[name])) }, { newline: '\n' })}\n`
    );
    files.set(`areas/${area.key}.xlsx`, workbookOf(area, rows, tables));
    counts.set(`areas/${area.key}.csv`, rows.length);
  }
  files.set('areas/csv-metadata.json', metadataOf(own));
  return { files, rows: counts };
};
