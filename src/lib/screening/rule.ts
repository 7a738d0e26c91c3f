import type { Context } from './context.ts';
import type { Problem } from './problem.ts';
import type { Sheet } from './sheet.ts';

/** One rule of the standard: what it asks, in words, the columns it cannot do without, and its test. */
export interface Rule {
  name: string;
  needs: readonly string[];
  test: (sheet: Sheet, context: Context) => Problem[];
}

/** What is wrong with one row: the column, what stands there and what should. */
export type RowFault = [column: string, found: string, expected: string];

/** Makes a rule of a test of one row. */
export const rowRule = (
  name: string,
  needs: readonly string[],
  test: (row: Record<string, string>, context: Context) => RowFault[]
): Rule => ({
  name,
  needs,
  test: (sheet, context) =>
    sheet.rows.flatMap((row, index) =>
      test(row, context).map(([column, found, expected]) => ({
        file: sheet.file,
        row: sheet.lines[index] ?? index + 2,
        column,
        found,
        expected
      }))
    )
});
