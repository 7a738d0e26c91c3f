import type { Page } from '@playwright/test';
import { sampleOf } from '../ring.ts';
import { PAGES, expect, open, test } from './support.ts';

// No page holds markup that it never shows. An element counts as shown where it has a box on a phone, on a tablet, on a wide screen or on paper,
// or where its style leaves the box to what it holds.
const VIEWS = [
  { width: 360, media: 'screen' },
  { width: 768, media: 'screen' },
  { width: 1280, media: 'screen' },
  { width: 1280, media: 'print' }
] as const;

/**
 * What may be without a box, and why: parts that no browser gives one (head, scripts, the words behind a drawing), tables and notes
 * behind a summary that the reader opens, the choices of a select, the code of a brief's address, which its script fills in, and the dots of
 * home that the reader has not chosen.
 */
const ALLOWED = [
  'script, style, link, noscript, source, br, wbr, option, optgroup, datalist',
  'svg *',
  'details:not([open]) > :not(summary), details:not([open]) > :not(summary) *',
  '[data-code], [data-code] *',
  'fieldset:has([name="dots"]) .field, fieldset:has([name="dots"]) .field *'
].join(',');

/** What a reader opens: tables, notes on a chart, ways to take it away, and evidence that is longer than a page can be read. */
const OPENED = [
  /^Table of /,
  /^The eight largest rises/,
  /^The same(, with the event in| three months)/,
  /^(What the model assumes|How well these lines fit)/,
  /^(Welcomed|Criticised|Spoke) .* \(\d+\)$/,
  /^What was recommended, to whom/,
  /: \d+ events?$/,
  /^\d+ runs? of figures$/,
  /^What the columns mean$/,
  /^Councils by name, with their figures and pages$/,
  /^How (to read these cards|these are found)$/,
  /^Show all ten$/,
  /^Children (looked after|subject of a child protection plan|in need)$/,
  /^Children .*, former .* as one area$/
];

/** What leads to something closed, other than to choices and to what is fetched only when it is opened. */
const summaries = (page: Page): Promise<string[]> =>
  page
    .locator('details:not([open]):not(:has(input, select), :has(> summary + p[role="status"]:last-child)) > summary')
    .evaluateAll((all) => all.map((summary) => summary.textContent?.trim() ?? ''));

/** The start tags of what has no box on a phone, on a wide screen or on paper. */
const neverShown = async (page: Page): Promise<string[]> => {
  await page.evaluate((allowed) => {
    for (const element of document.querySelectorAll('body *'))
      if (!element.matches(allowed)) element.setAttribute('data-never-shown', '');
  }, ALLOWED);
  for (const { width, media } of VIEWS) {
    await page.emulateMedia({ media });
    await page.setViewportSize({ width, height: 800 });
    await page.evaluate(() => {
      for (const element of document.querySelectorAll('[data-never-shown]'))
        if (element.getClientRects().length > 0 || getComputedStyle(element).display === 'contents')
          element.removeAttribute('data-never-shown');
    });
  }
  // What is empty is no markup that waits: a box for messages, the place of the next drawing.
  return page.evaluate(() =>
    [...document.querySelectorAll('[data-never-shown]')]
      .filter((element) => element.childElementCount > 0 || element.textContent?.trim() || element.matches('template'))
      .map((element) => (element.cloneNode(false) as Element).outerHTML.slice(0, 160))
  );
};

/** Pages that other tests open in ways of their own. */
const OTHER_PAGES = {
  'a table of your own': '/explore/',
  'an embedded chart': '/embed/looked-after/',
  'an embedded ranking': '/embed/looked-after/ranked/',
  'an embedded map': '/embed/looked-after/map/',
  'an embedded spread': '/embed/looked-after/spread/'
};

for (const [type, address] of sampleOf(Object.entries({ ...PAGES, ...OTHER_PAGES }), 7))
  test(`${type}: nothing is in the page that it never shows`, async ({ page, troubles }) => {
    if (type === 'a page that is not there') troubles.expect(/status of 404/);
    await open(page, address);
    expect(await neverShown(page)).toEqual([]);
    for (const text of await summaries(page))
      expect(
        OPENED.some((each) => each.test(text)),
        text
      ).toBe(true);
  });

test('markup that waits out of sight is found', async ({ page }) => {
  await open(page, PAGES['one measure']);
  await page.evaluate(() => {
    const waits = document.createElement('div');
    waits.hidden = true;
    waits.append(document.createElement('p'));
    document.querySelector('main')!.append(waits);
  });
  expect(await neverShown(page)).toEqual(['<div hidden="" data-never-shown=""></div>']);
});
