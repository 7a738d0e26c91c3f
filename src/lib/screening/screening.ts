import type { Context } from './context.ts';
import type { Finding, Rule, RuleSpec, Test } from './rule.ts';

/** Puts rules to a file, a row at a time. A rule that needs what the file has not is not put to it. */
export class Screening {
  /** The rules that are put to it. */
  readonly applied: readonly Rule[];
  readonly #context: Context;
  readonly #rows: NonNullable<Test['row']>[];
  readonly #ends: NonNullable<Test['end']>[];

  constructor(context: Context, rules: readonly Rule[], report: (rule: RuleSpec, finding: Finding) => void) {
    this.#context = context;
    this.applied = rules.filter((rule) => applies(rule, context));
    const tests = this.applied.map((rule) => rule.start(context, (finding) => report(rule, finding)));
    this.#rows = tests.flatMap(({ row }) => (row ? [row] : []));
    this.#ends = tests.flatMap(({ end }) => (end ? [end] : []));
  }

  row(cells: readonly string[], line: number): void {
    this.#context.values.add(cells, line);
    for (const test of this.#rows) test(cells, line);
  }

  end(): void {
    for (const test of this.#ends) test();
  }
}

const applies = ({ needs = [], needsMeta, group }: Rule, { meta, at }: Context): boolean => {
  if (needsMeta && !meta) return false;
  // Metadata without their columns have one fault, not one for each of their cells.
  if (group === 'Data against metadata' && !meta?.columns.includes('col_name')) return false;
  return needs.every((column) => at(column) >= 0);
};
