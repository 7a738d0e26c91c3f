import { readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import { areas } from '../site.ts';

/*
 * What a reader of a council's page meets twice, in the pages as they are built: no figure more than twice on the first screen,
 * no sentence twice on the page.
 */

const PARTICULAR =
  /^(haringey|telford-and-wrekin|cumbria|cheshire|city-of-london|isles-of-scilly|hackney|kent|london)$/;
// One in twelve, and those of which something is particular.
const slugs = areas
  .filter(({ level }) => level !== 'National')
  .flatMap(({ slug }, i) => (i % 12 === 0 || PARTICULAR.test(slug) ? [slug] : []));

const mainOf = (slug: string): Element => {
  const { document } = parseHTML(readFileSync(`build/areas/${slug}/index.html`, 'utf8'));
  return document.querySelector('main')!;
};

/** What is read, part by part: the axis of a chart says nothing of a council. */
const textOf = (element: Element): string => {
  const copy = element.cloneNode(true) as Element;
  for (const each of copy.querySelectorAll('script, .axis')) each.remove();
  for (const each of copy.querySelectorAll('text, p, dt, dd, li, td, th, h2, h3, strong')) each.append(' ');
  return copy.textContent!.replace(/\s+/g, ' ');
};

it.each(slugs)('%s: a figure stands at most twice among the verdict and a card', (slug) => {
  const main = mainOf(slug);
  const verdict = main.querySelector('.verdict')?.textContent ?? '';
  const cards = [...main.querySelectorAll('.card')];
  expect(cards).toHaveLength(3);
  for (const [i, card] of cards.entries()) {
    const figures = `${i ? '' : verdict} ${textOf(card)}`.match(/\d[\d,]*\.\d/g) ?? [];
    const often = [...new Set(figures)].filter((each) => figures.filter((other) => other === each).length > 2);
    expect(often, slug).toEqual([]);
  }
});

it.each(slugs)('%s: no sentence stands twice', (slug) => {
  const seen = new Map<string, number>();
  for (const element of mainOf(slug).querySelectorAll('p:not(.head), li, figcaption, summary')) {
    // Notes and sources are given with each measure that they are of, and a former county's charts with each of theirs.
    if (element.querySelector('p, li') || element.closest('.about, [aria-labelledby="footprint"]')) continue;
    // Under the name of a measure a sentence is of that measure.
    const of = element.closest('.columns > div')?.querySelector('h3')?.textContent ?? '';
    const text = element.textContent!.replace(/\s+/g, ' ').trim();
    for (const sentence of text.split(/(?<=\.) (?=[A-Z])/))
      if (sentence.split(' ').length > 5) seen.set(of + sentence, (seen.get(of + sentence) ?? 0) + 1);
  }
  expect([...seen].filter(([, many]) => many > 1).map(([sentence]) => sentence)).toEqual([]);
});
