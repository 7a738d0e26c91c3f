import type { Context } from './context.ts';

/** How bad it is where a rule is broken. */
export type Level = 'warn' | 'fail';

/** What the rules are grouped by where they are listed, in that order. */
export const GROUPS = [
  'The file',
  'Columns',
  'Metadata',
  'Data against metadata',
  'Time',
  'Geography',
  'Filters',
  'Indicators',
  'Rows and cells'
] as const;

export type Group = (typeof GROUPS)[number];

/** What a rule found: `row` is the line of the file, the header being 1; `found` stands in for the value where there is none. */
export interface Finding {
  row?: number;
  column?: string;
  value?: string;
  found?: string;
  expected: string;
  /** In the metadata and not in the data. */
  inMeta?: true;
  /** Where it differs from the level of the rule. */
  level?: Level;
}

export type Report = (finding: Finding) => void;

/** A rule at work on one file: it is given each row in turn, then told that there are no more. */
export interface Test {
  row?: (cells: readonly string[], line: number) => void;
  end?: () => void;
}

/** What a rule is: its name in reports, what it asks in one sentence, and what it cannot be tested without. */
export interface RuleSpec {
  /** The name of the Department's screener, or one of ours, which begins with `own_`. */
  id: string;
  asks: string;
  group: Group;
  level: Level;
  /** Columns of the data without which the rule is not tested. */
  needs?: readonly string[];
  /** It is not tested without metadata. */
  needsMeta?: true;
  /** A warning for others, but no data set of this site is published with one. */
  stopsSite?: true;
}

/** One rule of the standard, or of ours. */
export interface Rule extends RuleSpec {
  start: (context: Context, report: Report) => Test;
}

/** True for a rule of ours, which the Department's screener does not have. */
export const isOurs = ({ id }: Pick<RuleSpec, 'id'>): boolean => id.startsWith('own_');

/** What is wrong with one row: the column, what stands there and what should. */
export type RowFault = [column: string, found: string, expected: string];

/** Makes a rule of what can be told from header, name and metadata alone. */
export const headerRule = (spec: RuleSpec, test: (context: Context) => Finding[]): Rule => ({
  ...spec,
  start: (context, report) => ({ end: () => test(context).forEach(report) })
});

/** Makes a rule of a test of each row. */
export const rowRule = (
  spec: RuleSpec,
  start: (context: Context, report: Report) => NonNullable<Test['row']>
): Rule => ({
  ...spec,
  start: (context, report) => ({ row: start(context, report) })
});

/** A fault of a cell: its column and what it should have been. */
export type CellFault = [column: string, expected: string];

const MOST_REMEMBERED = 50_000;

/**
 * Makes a rule of a test of a few cells of a row that are the same in many rows, such as those of a place: what came of the
 * cells is remembered.
 */
export const cellsRule = (
  spec: RuleSpec,
  columns: readonly string[],
  test: (row: Record<string, string>, context: Context) => CellFault[]
): Rule =>
  rowRule(spec, (context, report) => {
    const there = columns.flatMap((column): [string, number][] => {
      const at = context.at(column);
      return at < 0 ? [] : [[column, at]];
    });
    const remembered = new Map<string, CellFault[]>();
    return (cells, line) => {
      let key = '';
      for (const [, at] of there) key += `${cells[at]}\u0000`;
      let faults = remembered.get(key);
      if (!faults) {
        faults = test(Object.fromEntries(there.map(([column, at]) => [column, cells[at] ?? ''])), context);
        if (remembered.size >= MOST_REMEMBERED) remembered.clear();
        remembered.set(key, faults);
      }
      for (const [column, expected] of faults) {
        report({ row: line, column, value: cells[context.at(column)] ?? '', expected });
      }
    };
  });

/** Makes a rule of a test of each cell of some columns: it gives what the cell should have been, or undefined where it is right. */
export const columnsRule = (
  spec: RuleSpec,
  columns: (context: Context) => readonly string[],
  test: (cell: string, column: string) => string | undefined
): Rule =>
  rowRule(spec, (context, report) => {
    const tested = columns(context).map((column): [string, number] => [column, context.at(column)]);
    return (cells, line) => {
      for (const [column, at] of tested) {
        const value = cells[at] ?? '';
        const expected = test(value, column);
        if (expected !== undefined) report({ row: line, column, value, expected });
      }
    };
  });
