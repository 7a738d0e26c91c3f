import { untrack } from 'svelte';

/**
 * A value that follows another one after the next paint: what stands below a chart need not hold the chart up. While
 * prerendering, and at first, it is the value itself.
 */
export const later = <T>(get: () => T): { readonly current: T } => {
  let current = $state.raw(untrack(get));
  $effect(() => {
    const next = get();
    if (next === untrack(() => current)) return;
    let timer: ReturnType<typeof setTimeout>;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => (current = next));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  });
  return {
    get current() {
      return current;
    }
  };
};
