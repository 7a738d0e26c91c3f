import { contextOf, type Reference } from './context.ts';
import { quote, type Problem } from './problem.ts';
import type { Finding } from './rule.ts';
import { RULES_OF_SITE } from './rules.ts';
import { Screening } from './screening.ts';
import type { Sheet } from './sheet.ts';

/** A finding as a problem of a file: where, what stands there and what should. */
export const problemOf = (
  { row, column, value, found, expected, inMeta }: Finding,
  file: string,
  meta: string | undefined
): Problem => ({
  file: inMeta && meta !== undefined ? meta : file,
  ...(row === undefined ? {} : { row }),
  ...(column === undefined ? {} : { column }),
  found: found ?? (value === undefined || value === '' ? 'blank' : quote(value)),
  expected
});

/**
 * Puts the rules for the data sets of this site to one of them, and gives all problems, from the first line of the file to the
 * last and then those of its metadata.
 */
export const screen = (sheet: Sheet, reference: Reference): Problem[] => {
  const rows = sheet.rows.map((row) => sheet.columns.map((column) => row[column] ?? ''));
  const context = contextOf(sheet.file, sheet.columns, rows, reference);
  const problems: Problem[] = [];
  const screening = new Screening(context, RULES_OF_SITE, (_, finding) =>
    problems.push(problemOf(finding, sheet.file, reference.meta?.file))
  );
  rows.forEach((cells, index) => screening.row(cells, sheet.lines[index] ?? index + 2));
  screening.end();
  return problems.sort(
    (a, b) => Number(a.file !== sheet.file) - Number(b.file !== sheet.file) || (a.row ?? 0) - (b.row ?? 0)
  );
};
