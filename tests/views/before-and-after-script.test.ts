import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { NAMES, readArticle } from './article.ts';

/*
 * `npm run before-and-after` gives every number that the story and the chapters give, page by page: in prose, lists, captions and tables. Dates
 * and years are left out, and so is how many events of the timeline are folded.
 */

const root = fileURLToPath(new URL('../..', import.meta.url));
const { stdout, status } = spawnSync(process.execPath, ['tools/before-and-after.mjs'], { cwd: root, encoding: 'utf8' });

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December';

/** The numbers of a text as they are printed, without sign; no dates and no years. A number of four digits without a comma is a year. */
const numbersIn = (text: string): Set<string> =>
  new Set(
    text
      .replace(new RegExp(`\\b\\d{1,2} (${MONTHS})\\b`, 'g'), '')
      .replace(/\b(19|20)\d\d(–\d\d)?\b(?![,.]\d)/g, '')
      .match(/(?<![A-Za-z\d])\d[\d,]*(\.\d+)?%?/g)
      ?.map((number) => number.replace(/,$/, '')) ?? []
  );

const listed = new Map(
  stdout.split(/^# /m).map((section) => [section.slice(0, section.indexOf(':')), numbersIn(section)] as const)
);
const article = readArticle();

it('the script runs', () => expect(status).toBe(0));

describe.each(NAMES)('%s', (name) => {
  const { blocks, tables } = article[name];
  const missing = (texts: string[]) =>
    texts.flatMap((text) => {
      const absent = [...numbersIn(text)].filter((number) => !listed.get(name)!.has(number));
      return absent.length ? [`${absent.join(' ')} in “${text}”`] : [];
    });

  it('every number of its text is in the script’s list', () => {
    expect(blocks.length).toBeGreaterThan(3);
    expect(missing(blocks.filter((text) => !/^[^.]*: \d+ events$/.test(text)))).toEqual([]);
  });

  it('every number of its tables is in the script’s list', () => {
    expect(missing(tables.flatMap(({ caption, rows }) => [caption, ...rows.map((row) => row.join(' | '))]))).toEqual(
      []
    );
  });
});
