import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { blocksOf, sentencesOf, wordsOf } from './built-sentences.ts';

/*
 * The length of sentences, over one built page of each type. long-sentences.json lists those over the limit that there still are;
 * it only shrinks. A sentence that was shortened is taken out of it by hand, or all at once with
 * LONG_SENTENCES=write npx vitest run tests/views/long-sentences.test.ts, which adds none.
 */

const MOST_WORDS = 30;
const LIST = 'tests/views/long-sentences.json';

const PAGES = [
  ...[
    '',
    'trends',
    'areas',
    'compare',
    'explore',
    'data',
    'data/children_looked_after',
    'methods',
    'about',
    'accessibility'
  ],
  ...['looked-after', 'child-protection-plans', 'legal-status', 'referrals', 'assessments'].map(
    (slug) => `trends/${slug}`
  ),
  ...['ranked', 'map', 'spread'].map((view) => `trends/looked-after/${view}`),
  ...['haringey', 'telford-and-wrekin', 'cheshire', 'isles-of-scilly', 'city-of-london', 'london'].map(
    (slug) => `areas/${slug}`
  ),
  'areas/haringey/brief',
  'before-and-after',
  ...['months', 'years', 'councils', 'other-explanations', 'since', 'documents', 'timeline'].map(
    (slug) => `before-and-after/${slug}`
  )
];

const read = (page: string): string => {
  const file = join('build', page, 'index.html');
  if (!existsSync(file)) throw new Error(`${file}: expected a built page, found none; run the build first`);
  return readFileSync(file, 'utf8');
};

/** A sentence without its numbers, so that the next figures do not make another of it. */
const plain = (text: string): string =>
  text.replace(/\d[\d,.]*(?=\D|$)/g, (number) => (/[,.]$/.test(number) ? `#${number.at(-1)}` : '#'));

it(`no sentence of the built pages is longer than ${MOST_WORDS} words, but those listed`, () => {
  const long = new Map(
    PAGES.flatMap((page) =>
      sentencesOf(read(page)).flatMap((text) => (wordsOf(text) > MOST_WORDS ? [[plain(text), page] as const] : []))
    )
  );
  const listed = JSON.parse(readFileSync(LIST, 'utf8')) as string[];
  if (process.env.LONG_SENTENCES === 'write')
    writeFileSync(
      LIST,
      `${JSON.stringify(
        listed.filter((text) => long.has(text)),
        null,
        2
      )}\n`
    );
  const added = [...long].filter(([text]) => !listed.includes(text)).map(([text, page]) => `/${page}: ${text}`);
  expect(added, 'sentences that are too long: shorten them').toEqual([]);
  if (process.env.LONG_SENTENCES !== 'write')
    expect(
      listed.filter((text) => !long.has(text)),
      `sentences that are no longer there: take them out of ${LIST}`
    ).toEqual([]);
});

it('the story has about 1,800 words', () => {
  const page = read('before-and-after');
  // The other explanations are a table of words, and part of what is read.
  const explanations = /<tbody>(.*?)<\/tbody>/s.exec(page.slice(page.indexOf('Other explanations:')))![1]!;
  const words = [...blocksOf(page), explanations.replace(/<[^>]*>/g, ' ')].reduce(
    (sum, text) => sum + wordsOf(text.replace(/\s+/g, ' ').trim()),
    0
  );
  expect(words).toBeGreaterThan(1500);
  expect(words).toBeLessThan(2100);
});
