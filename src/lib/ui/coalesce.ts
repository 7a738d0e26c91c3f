/** Writes one thing; `replacesLast` says that it takes the place of what was written last. */
type Write<T> = (what: T, replacesLast: boolean) => Promise<void>;

/**
 * Writes one after the other what a reader chooses faster than it can be written. A choice that goes on from the one before it,
 * as a step of a slider does while it is dragged, takes the place of that one where it still waits; a choice of its own is never
 * left out. The promise ends when nothing waits any more; it fails as `write` does, and what waited is given up.
 */
export const coalesce = <T>(write: Write<T>): Write<T> => {
  let waiting: { what: T; replacesLast: boolean }[] = [];
  let running: Promise<void> | undefined;
  const run = async (): Promise<void> => {
    try {
      for (let next = waiting.shift(); next; next = waiting.shift()) await write(next.what, next.replacesLast);
    } finally {
      waiting = [];
      running = undefined;
    }
  };
  return (what, replacesLast) => {
    const last = waiting.at(-1);
    if (replacesLast && last) last.what = what;
    else waiting.push({ what, replacesLast });
    return (running ??= run());
  };
};
