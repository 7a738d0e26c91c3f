import type { Cell, CellKind } from '#lib/query/connector.ts';
import { toCsv } from './csv.ts';
import type { Workbook } from './workbook.ts';

/** An answer of the database as a file holds it: `cells[i]` are those of `columns[i]`. */
export interface FileTable {
  columns: string[];
  kinds: CellKind[];
  cells: Cell[][];
  rows: number;
}

/** What is said of the table on the first sheet of a workbook. */
export interface FileAbout {
  title: string;
  /** ISO date of the day. */
  date: string;
  lines: { head: string; text: string; link?: string }[];
}

/** The formats of a download, in the order in which they are offered. */
export const FORMATS = {
  csv: { label: 'CSV', extension: 'csv', type: 'text/csv;charset=utf-8' },
  excel: { label: 'CSV for Excel', extension: 'csv', type: 'text/csv;charset=utf-8' },
  xlsx: {
    label: 'XLSX',
    extension: 'xlsx',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  },
  json: { label: 'JSON', extension: 'json', type: 'application/json' },
  arrow: { label: 'Arrow', extension: 'arrow', type: 'application/vnd.apache.arrow.file' },
  parquet: { label: 'Parquet', extension: 'parquet', type: 'application/vnd.apache.parquet' }
} as const;

export type Format = keyof typeof FORMATS;

/** What the cells of a column are, where nothing else says so: text, unless all of them are numbers or true and false. */
export const kindOfCells = (cells: readonly Cell[]): CellKind => {
  const kinds = new Set(cells.flatMap((cell) => (cell === null ? [] : [typeof cell])));
  if (kinds.size !== 1) return 'text';
  return kinds.has('number') ? 'number' : kinds.has('boolean') ? 'boolean' : 'text';
};

/** Names that are each there once: of two columns called `n` the second becomes `n_2`. */
export const uniqueNames = (columns: readonly string[]): string[] => {
  const taken = new Set<string>();
  return columns.map((column) => {
    let name = column;
    for (let i = 2; taken.has(name); i++) name = `${column}_${i}`;
    taken.add(name);
    return name;
  });
};

const rowsOf = ({ cells, rows }: FileTable): Cell[][] =>
  Array.from({ length: rows }, (_, row) => cells.map((column) => column[row] ?? null));

const toJson = (table: FileTable): string =>
  `[\n${rowsOf(table)
    .map((row) => JSON.stringify(Object.fromEntries(table.columns.map((name, i) => [name, row[i]]))))
    .join(',\n')}\n]\n`;

const toXlsx = async (table: FileTable, { title, date, lines }: FileAbout): Promise<BlobPart> => {
  const { toXlsx: write } = await import('./workbook-file.ts');
  const workbook: Workbook = {
    about: [
      { kind: 'title', cells: [title] },
      ...lines.map(({ head, text, link }) => ({
        kind: 'line' as const,
        cells: [head, text],
        ...(link ? { link } : {})
      }))
    ],
    columns: table.columns,
    rows: rowsOf(table).map((row) => row.map((cell) => (typeof cell === 'boolean' ? String(cell) : cell)))
  };
  return write(workbook, { title, date });
};

const toArrow = async (table: FileTable): Promise<BlobPart> => (await import('./arrow-file.ts')).toArrow(table);

const toParquet = async ({ columns, kinds, cells }: FileTable): Promise<BlobPart> => {
  const { parquetWriteBuffer } = await import('hyparquet-writer');
  const types = { number: 'DOUBLE', boolean: 'BOOLEAN', text: 'STRING' } as const;
  return parquetWriteBuffer({
    columnData: columns.map((name, i) => ({ name, data: cells[i]!, type: types[kinds[i]!], nullable: true }))
  });
};

/** Writes a table in a format. The code of a format is fetched when it is first chosen. */
export const toFile = async (format: Format, table: FileTable, about: FileAbout): Promise<Blob> => {
  const named = { ...table, columns: uniqueNames(table.columns) };
  const write = {
    csv: () => toCsv(named.columns, rowsOf(named)),
    excel: () => toCsv(named.columns, rowsOf(named), true),
    xlsx: () => toXlsx(named, about),
    json: () => toJson(named),
    arrow: () => toArrow(named),
    parquet: () => toParquet(named)
  };
  return new Blob([await write[format]()], { type: FORMATS[format].type });
};
