import { hydrate, unmount } from 'svelte';
import { fetchFile, orTryAgain } from './or-try-again';
import { partCode, type SteeredPart } from './parts';
import { PartView, type Steered } from './view.svelte';

/** How far outside the window a part is woken, so that it answers when it is seen. */
const NEAR = '600px';

/**
 * Takes over each part of an article that the reader steers, once it comes near the window, with the code and the data that
 * it was written with, fetched from `address`. Marks it `data-awake`; where something does not arrive, shows the words beside
 * the part that say so and offer to try again. The returned function gives all parts up.
 */
export const wakeWhenNear = (article: HTMLElement, view: Steered, address: (file: string) => string): (() => void) => {
  const roots: Record<string, unknown>[] = [];
  let gone = false;

  const wake = async (host: HTMLElement): Promise<void> => {
    const part = host.dataset.part as SteeredPart;
    const [component, data] = await Promise.all([partCode(part), fetchFile<unknown>(address(`${part}.json`))]);
    if (gone) return;
    const own = new PartView(view);
    roots.push(hydrate(component, { target: host, props: { data, made: undefined, view: own } }));
    own.awake = true;
    host.dataset.awake = '';
  };

  const attempt = (host: HTMLElement): void => {
    const words = article.querySelector<HTMLElement>(`[data-failed="${host.dataset.part}"]`)!;
    void orTryAgain([words], () => wake(host));
  };

  const watch = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        watch.unobserve(target);
        attempt(target as HTMLElement);
      }
    },
    { rootMargin: NEAR }
  );
  for (const host of article.querySelectorAll<HTMLElement>('[data-part]')) watch.observe(host);

  return () => {
    gone = true;
    watch.disconnect();
    for (const root of roots) void unmount(root);
  };
};
