/** Values worked out once for a key; when there are more than `most` all are let go, and kept anew as they are asked for. */
export class Kept<T> {
  readonly #known = new Map<string, T>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  get(key: string, make: () => T): T {
    if (this.#known.has(key)) return this.#known.get(key)!;
    const value = make();
    if (this.#known.size >= this.#most) this.#known.clear();
    this.#known.set(key, value);
    return value;
  }
}
