import { untrack } from 'svelte';
import { afterPaint } from './after-paint.ts';

/**
 * A value that follows another one after the next paint: what stands below a chart need not hold the chart up. While
 * prerendering, and at first, it is the value itself.
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
