import { oneByOne } from '$lib/components/when-idle';

/**
 * Puts the drawings of the article's last sections into their places, a section at a time while nothing else is to be done,
 * from the file at `address`. Where it does not arrive, shows the words in each of those sections that say so and offer to
 * try again. The returned function gives it up.
 */
export const fetchLate = (article: HTMLElement, address: string): (() => void) => {
  const failed = [...article.querySelectorAll<HTMLElement>('[data-failed-drawings]')];
  let stop = (): void => undefined;
  let gone = false;

  const fill = (section: Element, drawings: Record<string, string>): void => {
    for (const place of section.querySelectorAll<SVGElement>('[data-late]'))
      place.outerHTML = drawings[place.dataset.late!]!;
  };

  const attempt = async (): Promise<void> => {
    try {
      const answer = await fetch(address);
      if (!answer.ok) throw new Error(`${address}: expected an answer, found ${answer.status}`);
      const drawings = (await answer.json()) as Record<string, string>;
      if (gone) return;
      const sections = [...article.querySelectorAll('section')].filter((each) => each.querySelector('[data-late]'));
      stop = oneByOne(sections.map((section) => () => fill(section, drawings)));
      for (const words of failed) words.hidden = true;
    } catch {
      for (const words of failed) {
        words.hidden = false;
        words.querySelector('button')!.onclick = () => void attempt();
      }
    }
  };
  void attempt();

  return () => {
    gone = true;
    stop();
  };
};
