import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { cache } from '../run.mjs';

// A page without its figures lacks all of them; a few say enough.
const most = 3;

/** @typedef {import('./run.mjs').Browser} Browser */
/** @typedef {import('./walks.mjs').Walk} Walk */

/**
 * What a page shows: its words, the words of its drawings, the cells of its tables, and what it warns of.
 * @typedef {object} Seen
 * @property {string} text
 * @property {string[]} headings
 * @property {{ marks: number, words: string[] }[]} drawings
 * @property {string[][][]} tables rows of cells; of tables behind a button too
 * @property {string[]} alerts
 */

/**
 * Opens a page and looks at it until it shows what it should, or no longer has the time to; gives what is wrong with it.
 * @param {Browser} browser
 * @param {Walk} walk
 * @param {string} site
 * @param {string} engine
 * @returns {Promise<string[]>}
 */
export async function walk(browser, { page, address, patience = 15_000, check }, site, engine) {
  await browser.open(new URL(address, site).href);
  const end = Date.now() + patience;
  for (;;) {
    const reasons = check(await browser.evaluate(look));
    if (reasons.length === 0) break;
    if (Date.now() > end)
      return [...reasons.slice(0, most), ...(await browser.errors()), await picture(browser, `${engine}-${page}`)];
    await wait(500);
  }
  // An error may come after what is looked for: of a script that starts when the page is idle, for instance.
  await wait(1_000);
  const late = [...check(await browser.evaluate(look)), ...(await browser.errors())];
  return late.length > 0 ? [...late, await picture(browser, `${engine}-${page}`)] : [];
}

/**
 * Reads a page. It runs in the page, so it can use nothing outside itself.
 * @returns {Seen}
 */
function look() {
  const all = (/** @type {string} */ selector, /** @type {ParentNode} */ within = document) => [
    ...within.querySelectorAll(selector)
  ];
  // Texts that stand in elements of their own are kept apart: a cell reads "87.6 87.2 to 88.1".
  const textOf = (/** @type {Element} */ each) => {
    const texts = document.createTreeWalker(each, NodeFilter.SHOW_TEXT);
    const found = [];
    while (texts.nextNode()) found.push(texts.currentNode.nodeValue?.replace(/\s+/g, ' ').trim());
    return found.filter(Boolean).join(' ');
  };
  const isShown = (/** @type {Element} */ each) => each.getBoundingClientRect().height > 0;
  return {
    text: (document.querySelector('main')?.innerText ?? '').replace(/\s+/g, ' '),
    headings: all('main :is(h1, h2, h3)').filter(isShown).map(textOf),
    drawings: all('main svg')
      .filter((each) => isShown(each) && each.getBoundingClientRect().width > 100)
      .map((each) => ({ marks: all('path, rect, circle, line', each).length, words: all('text', each).map(textOf) })),
    tables: all('main table').map((table) => all('tr', table).map((row) => all('th, td', row).map(textOf))),
    alerts: all('[role=alert]').filter(isShown).map(textOf).filter(Boolean)
  };
}

/**
 * Keeps a picture of a page that failed and says where it is.
 * @param {Browser} browser
 * @param {string} name
 */
async function picture(browser, name) {
  const file = join(cache, 'engines', `${name.replaceAll(' ', '-')}.png`);
  mkdirSync(join(cache, 'engines'), { recursive: true });
  await browser.screenshot(file).catch(() => undefined);
  return `see ${file}`;
}
