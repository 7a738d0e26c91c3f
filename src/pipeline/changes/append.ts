import Papa from 'papaparse';
import { CHANGE_COLUMNS, REVISION_COLUMNS, type ChangeKind } from '#lib/domain/data-change.ts';
import { parseSheet } from '#lib/screening/parse.ts';
import type { Comparison } from './compare.ts';

/** What a person says of a comparison. */
export interface Particulars {
  /** The day on which the change was made, ISO. */
  date: string;
  /** The edition that was compared with: a short hash, or the name of a folder. */
  comparedWith: string;
  scheduled: boolean;
  note: string;
  /** The kind of every change but pure additions; where it is not given, revised figures are a revision by their publisher. */
  kind?: ChangeKind;
}

/** The texts of the two logs. */
export interface Logs {
  changes: string;
  revisions: string;
}

type Row = Record<string, string>;

const rowsOf = (file: string, text: string): Row[] => parseSheet(file, text).sheet.rows;

const toCsv = (columns: readonly string[], rows: readonly Row[]): string => {
  const data = rows.map((row) => columns.map((name) => row[name] ?? ''));
  // Without rows Papa Parse ends the header with a line of its own.
  return `${Papa.unparse({ fields: [...columns], data }, { newline: '\n' }).trimEnd()}\n`;
};

// One comparison that is run twice is in the log once.
const withNew = (known: readonly Row[], added: readonly Row[], keys: readonly string[]): Row[] => {
  const keyOf = (row: Row): string => JSON.stringify(keys.map((name) => row[name] ?? ''));
  const replaced = new Set(added.map(keyOf));
  return [...known.filter((row) => !replaced.has(keyOf(row))), ...added];
};

/** Both logs with a comparison appended. */
export const appendTo = (logs: Logs, { files, revisions }: Comparison, said: Particulars): Logs => {
  const { date, comparedWith, note } = said;
  const kindOf = (kind: ChangeKind): ChangeKind => (kind === 'addition' ? kind : (said.kind ?? kind));
  const changes = files.map((change) => ({
    date,
    compared_with: comparedWith,
    file: change.file,
    kind: kindOf(change.kind),
    scheduled: said.scheduled ? 'yes' : 'no',
    rows_added: String(change.rowsAdded),
    rows_removed: String(change.rowsRemoved),
    cells_filled: String(change.cellsFilled),
    cells_revised: String(change.cellsRevised),
    note
  }));
  const cells = revisions.map((cell) => ({
    date,
    kind: kindOf('revision'),
    data_set: cell.dataSet,
    indicator: cell.indicator,
    geographic_level: cell.level,
    area_code: cell.area,
    time_period: cell.period,
    time_identifier: cell.timeIdentifier,
    filters: cell.filters,
    before: cell.before,
    after: cell.after
  }));
  return {
    changes: toCsv(
      CHANGE_COLUMNS,
      withNew(rowsOf('changes.csv', logs.changes), changes, ['date', 'compared_with', 'file', 'kind'])
    ),
    revisions: toCsv(
      REVISION_COLUMNS,
      withNew(
        rowsOf('revisions.csv', logs.revisions),
        cells,
        REVISION_COLUMNS.filter((name) => name !== 'kind')
      )
    )
  };
};
