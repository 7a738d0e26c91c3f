import { quote, type Problem } from '#lib/screening/problem.ts';
import type { RowFault } from '#lib/screening/rule.ts';
import type { CellType } from './cell-types.ts';
import type { ReadTable } from '../read/read.ts';

/** What a reference file must be: its columns with the type of each, the columns that make a row unique, and what holds between them. */
export interface Schema {
  file: string;
  columns: Readonly<Record<string, CellType>>;
  key: readonly string[];
  /** What is wrong between the cells of one row. */
  between?: (row: Record<string, string>) => RowFault[];
}

/** Puts a schema to a table and gives all problems in order of rows. */
export const screenReference = (schema: Schema, table: ReadTable): Problem[] => {
  const { file } = schema;
  const expected = Object.keys(schema.columns);
  const header = [
    ...expected
      .filter((name) => !table.columns.includes(name))
      .map((column): Problem => ({ file, row: 1, column, found: 'the column', expected: 'is missing' })),
    ...table.columns
      .filter((name, index) => !expected.includes(name) || table.columns.indexOf(name) !== index)
      .map((name): Problem => ({ file, row: 1, found: `the column ${quote(name)}`, expected: 'is not expected here' }))
  ];
  if (header.length) return header;

  const first = new Map<string, number>();
  return table.rows.flatMap((row, index): Problem[] => {
    const line = table.lines[index] ?? index + 2;
    const at = ([column, found, wanted]: RowFault): Problem => ({ file, row: line, column, found, expected: wanted });
    const cells = Object.entries(schema.columns).flatMap(([column, type]): Problem[] => {
      const text = row[column] ?? '';
      const wanted = type(text);
      return wanted ? [at([column, text === '' ? 'blank' : quote(text), wanted])] : [];
    });
    const between = cells.length ? [] : (schema.between?.(row) ?? []).map(at);
    const key = JSON.stringify(schema.key.map((name) => row[name]));
    const before = first.get(key);
    if (before === undefined) first.set(key, line);
    const again: Problem[] =
      before === undefined
        ? []
        : [
            {
              file,
              row: line,
              column: schema.key.join(', '),
              found: schema.key.map((name) => quote(row[name] ?? '')).join(', '),
              expected: `stands here again, the first is row ${before}`
            }
          ];
    return [...cells, ...between, ...again];
  });
};
