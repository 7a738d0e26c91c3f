/** Memo by key; cleared when it would hold more than `max` values. */
export class Memo<Key, Value> {
  readonly #values = new Map<Key, Value>();
  readonly #max: number;

  constructor(max = Infinity) {
    this.#max = max;
  }

  /** The value of a key: worked out by `make` when it is first asked for. */
  get(key: Key, make: () => Value): Value {
    if (this.#values.has(key)) return this.#values.get(key)!;
    const value = make();
    if (this.#values.size >= this.#max) this.#values.clear();
    this.#values.set(key, value);
    return value;
  }
}

/** A memo for each object, let go together with it. */
export class MemoOf<Owner extends object, Value> {
  readonly #memos = new WeakMap<Owner, Memo<string, Value>>();

  get(owner: Owner, key: string, make: () => Value): Value {
    let memo = this.#memos.get(owner);
    if (!memo) this.#memos.set(owner, (memo = new Memo()));
    return memo.get(key, make);
  }
}

interface Branch<Value> {
  next: WeakMap<object, Branch<Value>>;
  found?: { value: Value };
}

/** A memo for some objects together, let go together with the first of them. */
export class MemoOfAll<Value> {
  readonly #root: Branch<Value> = { next: new WeakMap() };

  get(owners: readonly object[], make: () => Value): Value {
    const last = owners.reduce<Branch<Value>>((branch, owner) => {
      const known = branch.next.get(owner);
      if (known) return known;
      const fresh: Branch<Value> = { next: new WeakMap() };
      branch.next.set(owner, fresh);
      return fresh;
    }, this.#root);
    last.found ??= { value: make() };
    return last.found.value;
  }
}
