/** Packs a list into runs of one value: [value, length, value, length, …]. */
export const toRuns = (values: number[]): number[] => {
  const out: number[] = [];
  for (const value of values) {
    if (out.length && out.at(-2) === value) out[out.length - 1]!++;
    else out.push(value, 1);
  }
  return out;
};

/** A list that holds each distinct value once; `place` gives where a value stands, adding it at need. */
export class Dictionary<T> {
  readonly all: T[] = [];
  readonly #places = new Map<string, number>();

  place(value: T): number {
    const key = JSON.stringify(value);
    const found = this.#places.get(key);
    if (found !== undefined) return found;
    this.#places.set(key, this.all.length);
    return this.all.push(value) - 1;
  }
}
