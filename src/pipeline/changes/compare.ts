import type { Sheet } from '#lib/screening/sheet.ts';
import { placeOf } from '../read/rows.ts';
import type { Edition } from './edition.ts';
import type { ChangeKind } from '#lib/domain/data-change.ts';

type Row = Record<string, string>;

/** What changed in one file, in counts. */
export interface FileChange {
  file: string;
  kind: ChangeKind;
  rowsAdded: number;
  rowsRemoved: number;
  /** Cells that held no figure (x) and now hold one, or a symbol that says more. */
  cellsFilled: number;
  /** Cells that held something else before. */
  cellsRevised: number;
}

/** One cell of a data set that held something else before. */
export interface Revision {
  dataSet: string;
  indicator: string;
  level: string;
  area: string;
  period: string;
  timeIdentifier: string;
  /** The values of filters: `category_of_abuse=Neglect`, several with `; ` between. */
  filters: string;
  before: string;
  after: string;
}

/** What changed between two editions, file by file, and every revised cell. */
export interface Comparison {
  files: FileChange[];
  revisions: Revision[];
}

/** A cell without a figure: the column was not there, or it says that no figure is held. */
const isEmpty = (cell: string | undefined): boolean => cell === undefined || cell === '' || cell === 'x';

const columnsOfType = (meta: Sheet | undefined, type: string): string[] =>
  (meta?.rows ?? []).filter(({ col_type }) => col_type === type).map(({ col_name }) => col_name ?? '');

const keyOf = (row: Row, filters: readonly string[]): string =>
  JSON.stringify([
    row.time_period,
    row.time_identifier,
    row.geographic_level,
    placeOf(row),
    ...filters.map((name) => row[name] ?? '')
  ]);

const compareDataSet = (name: string, before: Edition, after: Edition): Comparison => {
  const [file, dictionary] = [`${name}.csv`, `${name}.meta.csv`];
  const filters = columnsOfType(after.get(dictionary), 'Filter');
  const indicators = [
    ...new Set([before, after].flatMap((edition) => columnsOfType(edition.get(dictionary), 'Indicator')))
  ];
  const old = new Map((before.get(file)?.rows ?? []).map((row) => [keyOf(row, filters), row]));
  const revisions: Revision[] = [];
  let [rowsAdded, cellsFilled, found] = [0, 0, 0];
  for (const row of after.get(file)?.rows ?? []) {
    const was = old.get(keyOf(row, filters));
    if (!was) {
      rowsAdded += 1;
      continue;
    }
    found += 1;
    for (const indicator of indicators) {
      const [from, to] = [was[indicator], row[indicator]];
      if ((from ?? '') === (to ?? '') || (isEmpty(from) && isEmpty(to))) continue;
      if (isEmpty(from)) cellsFilled += 1;
      else
        revisions.push({
          dataSet: name,
          indicator,
          level: row.geographic_level ?? '',
          area: placeOf(row),
          period: row.time_period ?? '',
          timeIdentifier: row.time_identifier ?? '',
          filters: filters.map((filter) => `${filter}=${row[filter]}`).join('; '),
          before: from ?? '',
          after: to ?? 'x'
        });
    }
  }
  const none = { file, rowsAdded: 0, rowsRemoved: 0, cellsFilled: 0, cellsRevised: 0 };
  const files: FileChange[] = [];
  if (rowsAdded || cellsFilled) files.push({ ...none, kind: 'addition', rowsAdded, cellsFilled });
  const rowsRemoved = old.size - found;
  if (revisions.length || rowsRemoved)
    files.push({ ...none, kind: 'revision', rowsRemoved, cellsRevised: revisions.length });
  return { files, revisions };
};

/** A reference file has no key of its own here: a changed row counts as one removed and one added. */
const compareReference = (file: string, before: Sheet | undefined, after: Sheet | undefined): FileChange[] => {
  const columns = after?.columns ?? before?.columns ?? [];
  const textOf = (row: Row): string => JSON.stringify(columns.map((name) => row[name] ?? ''));
  const counts = new Map<string, number>();
  for (const row of after?.rows ?? []) counts.set(textOf(row), (counts.get(textOf(row)) ?? 0) + 1);
  let rowsRemoved = 0;
  for (const row of before?.rows ?? []) {
    const left = counts.get(textOf(row)) ?? 0;
    if (left) counts.set(textOf(row), left - 1);
    else rowsRemoved += 1;
  }
  const rowsAdded = [...counts.values()].reduce((sum, count) => sum + count, 0);
  if (!rowsAdded && !rowsRemoved) return [];
  const kind = rowsRemoved ? 'correction' : 'addition';
  return [{ file, kind, rowsAdded, rowsRemoved, cellsFilled: 0, cellsRevised: 0 }];
};

/** Compares two editions of `data/`: data sets cell by cell, reference files row by row. A dictionary counts with its data set. */
export const compareEditions = (before: Edition, after: Edition): Comparison => {
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  const parts = names
    .filter((file) => !file.endsWith('.meta.csv'))
    .map((file): Comparison => {
      const name = file.replace(/\.csv$/, '');
      const isDataSet = [before, after].some((edition) => edition.has(`${name}.meta.csv`));
      return isDataSet
        ? compareDataSet(name, before, after)
        : { files: compareReference(file, before.get(file), after.get(file)), revisions: [] };
    });
  return { files: parts.flatMap(({ files }) => files), revisions: parts.flatMap(({ revisions }) => revisions) };
};
