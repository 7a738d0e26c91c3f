import { MOST_VALUES } from './standard.ts';

/** The most different values that are remembered of all columns together. */
const MOST_IN_ALL = 2_000_000;

/** The different values of some columns of a file, each with the line on which it comes first. */
export class DistinctValues {
  readonly #values: ReadonlyMap<number, Map<string, number>>;
  #count = 0;

  constructor(columns: readonly number[]) {
    this.#values = new Map(columns.map((at) => [at, new Map()]));
  }

  /** Looks at one row. A column is counted to one more than a filter may have; a file of more than two million values is not counted to its end. */
  add(cells: readonly string[], line: number): void {
    for (const [at, values] of this.#values) {
      const value = cells[at] ?? '';
      if (values.has(value) || values.size > MOST_VALUES || this.#count >= MOST_IN_ALL) continue;
      values.set(value, line);
      this.#count++;
    }
  }

  /** The values of a column, each with its first line; none for a column that is not watched. */
  of(at: number): ReadonlyMap<string, number> {
    return this.#values.get(at) ?? new Map();
  }
}
