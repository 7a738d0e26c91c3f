import { oneByOne } from '$lib/components/when-idle';
import { fetchFile, orTryAgain } from './or-try-again';

/**
 * Puts the drawings of the article's later sections into their places, a section at a time while nothing else is to be done,
 * from the file at `address`. Where it does not arrive, or lacks one of them, shows the words in each of those sections that
 * say so and offer to try again. The returned function gives it up.
 */
export const fetchLate = (article: HTMLElement, address: string): (() => void) => {
  const places = [...article.querySelectorAll<SVGElement>('[data-late]')];
  let stop = (): void => undefined;
  let gone = false;

  const fill = async (): Promise<void> => {
    const drawings = await fetchFile<Record<string, string>>(address);
    if (gone) return;
    const absent = places.find((place) => !drawings[place.dataset.late!]);
    if (absent) throw new Error(`${address}: expected the drawing ${absent.dataset.late}, found none`);
    const sections = [...new Set(places.map((place) => place.closest('section')))];
    stop = oneByOne(
      sections.map((section) => () => {
        for (const place of places)
          if (place.closest('section') === section) place.outerHTML = drawings[place.dataset.late!]!;
      })
    );
  };
  void orTryAgain([...article.querySelectorAll<HTMLElement>('[data-failed-drawings]')], fill);

  return () => {
    gone = true;
    stop();
  };
};
