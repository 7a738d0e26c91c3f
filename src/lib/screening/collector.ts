import type { Problem } from './problem.ts';
import type { Finding, Level, RuleSpec } from './rule.ts';
import { problemOf } from './screen.ts';

const MOST_ROWS = 100;
const MOST_VALUES = 10;

/** What came of one rule, as reports have it: the first lines and different values of all that was found. */
export interface Result {
  rule: string;
  level: 'pass' | Level;
  message: string;
  rows: number[];
  values: string[];
}

/** What was found by one rule. */
class Found {
  count = 0;
  level: Level = 'warn';
  first: Problem | undefined;
  readonly rows = new Set<number>();
  readonly values = new Set<string>();
  readonly columns = new Set<string>();

  add(finding: Finding, level: Level, problem: () => Problem): void {
    this.count++;
    if (level === 'fail') this.level = 'fail';
    this.first ??= problem();
    const { row, value, column } = finding;
    if (row !== undefined && this.rows.size < MOST_ROWS) this.rows.add(row);
    if (value !== undefined && this.values.size < MOST_VALUES) this.values.add(value.slice(0, 200));
    if (column !== undefined && this.columns.size < MOST_VALUES) this.columns.add(column);
  }
}

/** Gathers what rules find in one file, in a size that does not grow with the file. */
export class Collector {
  readonly #found = new Map<string, Found>();
  readonly #file: string;
  readonly #meta: string | undefined;

  constructor(file: string, meta: string | undefined) {
    this.#file = file;
    this.#meta = meta;
  }

  add(rule: RuleSpec, finding: Finding): void {
    let found = this.#found.get(rule.id);
    if (!found) this.#found.set(rule.id, (found = new Found()));
    found.add(finding, finding.level ?? rule.level, () => problemOf(finding, this.#file, this.#meta));
  }

  /** What came of each of the rules that were put to the file, in their order. */
  resultsOf(rules: readonly RuleSpec[]): Result[] {
    return rules.map((rule) => {
      const found = this.#found.get(rule.id);
      if (!found?.first) return { rule: rule.id, level: 'pass', message: `${rule.asks}.`, rows: [], values: [] };
      const { level, rows, values } = found;
      return { rule: rule.id, level, message: messageOf(found), rows: [...rows], values: [...values] };
    });
  }
}

const messageOf = ({ count, first, columns }: Found): string => {
  const { row, column, found, expected, file } = first!;
  const where = [file, row === undefined ? '' : `row ${row}`, column ?? ''].filter(Boolean).join(', ');
  const one = `${where}: ${found} ${expected}.`;
  if (count === 1) return one;
  const among =
    columns.size > 1 ? ` in ${columns.size === MOST_VALUES ? `${MOST_VALUES} or more` : columns.size} columns` : '';
  return `${count.toLocaleString('en-GB')} times${among}, first in ${one}`;
};
