import type { Timing } from '#lib/domain/index.ts';
import { CATALOGUE } from '#lib/domain/catalogue/index.ts';
import { MemoOfAll } from '#lib/domain/memo.ts';
import { authoritiesOf, type Authorities } from '#lib/screening/context.ts';
import type { Problem } from '#lib/screening/problem.ts';
import { screen as screenSheet } from '#lib/screening/screen.ts';
import { breaksStraddle, lineageCovers, revisionsHold, tenNeighbours } from './links.ts';
import { DATA_SET_TEXTS } from '../read/data-set-titles.ts';
import { LOGS } from '../read/logs.ts';
import type { ReadTables } from '../read/rows.ts';
import type { ReadTable } from '../read/read.ts';
import { referencesOf } from './references.ts';
import { screenReference } from './schema.ts';
import { schemasOfAuthorities } from './schemas/authorities.ts';
import { schemasOfFigures } from './schemas/figures.ts';
import { schemasOfLogs } from './schemas/logs.ts';
import { schemasOfSeeds } from './schemas/seeds.ts';
import { schemasOfSources } from './schemas/sources.ts';
import { tilesAreFree } from '../shape/tiles.ts';

const isMeta = (file: string): boolean => file.endsWith('.meta.csv');

/** What a reporting year means in a data set: a year to 31 March unless the catalogue says another day. */
const timingOf = (dataSet: string): Timing =>
  CATALOGUE.flatMap(({ variants }) => variants).find((variant) => variant.dataSet === dataSet)?.timing ??
  'year to 31 March';

const schemasOf = (tables: ReadTables) => {
  const references = referencesOf(tables);
  const schemas = [schemasOfAuthorities, schemasOfFigures, schemasOfSources, schemasOfLogs, schemasOfSeeds].flatMap(
    (schemas) => schemas(references)
  );
  return { references, schemas };
};

/** Puts its own schema to every reference file, and looks at what the files say of each other: all problems. */
export const screenReferences = (tables: ReadTables, { references, schemas } = schemasOf(tables)): Problem[] => [
  ...schemas.flatMap((schema) => {
    const table = tables.get(schema.file);
    return table ? screenReference(schema, table) : [];
  }),
  ...lineageCovers(tables),
  ...breaksStraddle(tables, references),
  ...tenNeighbours(tables),
  ...revisionsHold(tables),
  ...tilesAreFree(tables)
];

/** Puts the standard's rules to every data set and its own schema to every reference file, and gives all problems of all files. */
export const screen = (tables: ReadTables): Problem[] => {
  const made = schemasOf(tables);
  const known = new Set(made.schemas.map(({ file }) => file));
  const absent = [...known].filter((file) => !tables.has(file));
  // Without what the rest points at, every reference would be a problem of its own.
  for (const name of Object.keys(DATA_SET_TEXTS))
    for (const file of [`${name}.csv`, `${name}.meta.csv`]) if (!tables.has(file)) absent.push(file);
  if (absent.length) return absent.map((file) => ({ file, found: 'the file', expected: 'is missing' }));
  if ([...tables.values()].some(({ file, rows }) => rows.length === 0 && !LOGS.has(file))) return [];

  const authorities = authoritiesOf(tables.get('local_authorities.csv')?.rows ?? []);
  const ofDataSets = [...tables.values()]
    .filter(({ file }) => !known.has(file))
    .flatMap((table) => screenDataSet(table, tables, authorities));
  // A column that is missing is missing for all that points at it: it is told once.
  const hasHeaderFault = ofDataSets.some(({ row }) => row === 1);
  return hasHeaderFault ? ofDataSets : [...ofDataSets, ...screenReferences(tables, made)];
};

// Tests screen the tables again with one of them changed: the others are the same objects.
const screened = new MemoOfAll<Problem[]>();

const screenDataSet = (table: ReadTable, tables: ReadTables, authorities: Authorities): Problem[] => {
  const { file } = table;
  if (isMeta(file)) {
    const dataSet = file.replace(/\.meta\.csv$/, '.csv');
    return tables.has(dataSet)
      ? []
      : [{ file, found: 'a dictionary', expected: `without its data set, expected ${dataSet}` }];
  }
  const meta = tables.get(file.replace(/\.csv$/, '.meta.csv'));
  if (!meta) {
    const expected = 'is no reference file known here, nor a data set with a dictionary beside it';
    return [{ file, found: 'this', expected }];
  }
  return screened.get([table, meta, tables.get('local_authorities.csv')!], () =>
    screenSheet(table, { meta, authorities, timing: timingOf(file.replace(/\.csv$/, '')) })
  );
};
