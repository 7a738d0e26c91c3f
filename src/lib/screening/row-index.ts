/** Remembers of each key the line on which it came first, in 16 bytes a key: a key is its 64-bit hash. */
export class RowIndex {
  #slots = 1 << 12;
  #high = new Uint32Array(this.#slots);
  #low = new Uint32Array(this.#slots);
  #lines = new Uint32Array(this.#slots);
  #size = 0;

  /** The line on which a key came first, or undefined where this is the first. */
  add(key: string, line: number): number | undefined {
    let [high, low] = [0x811c9dc5, 0x1b873593];
    for (let i = 0; i < key.length; i++) {
      const code = key.charCodeAt(i);
      high = Math.imul(high ^ code, 0x01000193);
      low = Math.imul(low ^ code, 0x5bd1e995);
      low ^= low >>> 15;
    }
    if (this.#size * 2 > this.#slots) this.#grow();
    const at = this.#slotOf(high >>> 0, low >>> 0);
    const before = this.#lines[at]!;
    if (before) return before;
    this.#set(at, high >>> 0, low >>> 0, line);
    this.#size++;
    return undefined;
  }

  // A slot is free where it has no line: lines count from 1.
  #slotOf(high: number, low: number): number {
    const mask = this.#slots - 1;
    let at = (high ^ (low >>> 7)) & mask;
    while (this.#lines[at] && (this.#high[at] !== high || this.#low[at] !== low)) at = (at + 1) & mask;
    return at;
  }

  #set(at: number, high: number, low: number, line: number): void {
    this.#high[at] = high;
    this.#low[at] = low;
    this.#lines[at] = line;
  }

  #grow(): void {
    const [high, low, lines] = [this.#high, this.#low, this.#lines];
    this.#slots *= 2;
    this.#high = new Uint32Array(this.#slots);
    this.#low = new Uint32Array(this.#slots);
    this.#lines = new Uint32Array(this.#slots);
    lines.forEach((line, at) => line && this.#set(this.#slotOf(high[at]!, low[at]!), high[at]!, low[at]!, line));
  }
}
