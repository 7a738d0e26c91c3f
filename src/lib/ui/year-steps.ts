import type { Period } from '#lib/domain/index.ts';

/** Milliseconds after which a press is a choice of its own: a reader who stops to look wants to come back to what they saw. */
const PAUSE = 1000;

/**
 * Tells a step of the year that goes on from the one before from one that begins anew: the steps of one drag, of one film, of
 * presses in quick succession are one choice, and one entry in the browser's history. `now` gives the time in milliseconds.
 */
export class YearSteps {
  readonly #now: () => number;
  #last: { year: Period; at: number } | undefined;
  #isHeld = false;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Begins a drag or a film: its first step is a choice of its own, all others go on from it, however slow they are. */
  hold(): void {
    this.#last = undefined;
    this.#isHeld = true;
  }

  /** Ends a drag or a film: what follows is a choice of its own. */
  release(): void {
    if (this.#isHeld) this.#last = undefined;
    this.#isHeld = false;
  }

  /** True where the step from one year to another goes on from the last. It does not where something else chose the year since. */
  replacesLast(from: Period, to: Period): boolean {
    const [last, at] = [this.#last, this.#now()];
    this.#last = { year: to, at };
    return last?.year === from && (this.#isHeld || at - last.at < PAUSE);
  }
}
