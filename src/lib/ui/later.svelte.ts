import { untrack } from 'svelte';
import { afterPaint } from './after-paint.ts';

/**
 * A value that follows another one after the next paint: what stands below a chart need not hold the chart up. While
 * prerendering, and at first, it is the value itself. Without this and without showing a choice before the router writes it, a
 * choice took 184 ms (p50) and 252 (p95) on the slow phone of `bench`; with both 114 and 147, in the same run.
 */
export const later = <T>(get: () => T): { readonly current: T } => {
  let current = $state.raw(untrack(get));
  $effect(() => {
    const next = get();
    if (next === untrack(() => current)) return;
    return afterPaint(() => (current = next));
  });
  return {
    get current() {
      return current;
    }
  };
};
