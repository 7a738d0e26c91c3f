import type { Page, Route } from '@playwright/test';
import { SLOW, sampleOf } from '../ring.ts';
import { drawing, expect, figuresTable, open, readTable, sentences, test } from './support.ts';

/*
 * From view to view of a measure, when a script or the data of the next view is lost, damaged or of another release: the reader
 * gets to that view all the same, with the figures of its own page.
 */

const TIME = '/trends/looked-after/';
const MAP = '/trends/looked-after/map/';
const DATA = '**/map/__data.json*';

const lost: Record<string, (route: Route) => Promise<void>> = {
  'nothing comes': (route) => route.abort(),
  'the host is busy': (route) => route.fulfill({ status: 503, body: 'busy' }),
  'the host has none': (route) => route.fulfill({ status: 404, body: '' }),
  'a page comes instead': (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><p>Log in' })
};

const changed: Record<string, (text: string) => string> = {
  'it is empty': () => '',
  'a digit is another': (text) => text.replace(/\b60\.6\b/, '99.9'),
  'it is cut': (text) => text.slice(0, -200),
  // What all pages of a release have in common changes with it: here the list of areas.
  'it is of another release': (text) => text.replace(/areas\.[0-9a-f]{16}\.json/, 'areas.0123456789abcdef.json')
};

/** What a reader reads there, also while nothing can be chosen: title, drawing, sentences, table. */
const read = async (page: Page) => ({
  title: await page.title(),
  drawn: await drawing(page).locator('text').allTextContents(),
  sentences: await sentences(page),
  table: await readTable(figuresTable(page))
});

const toMap = (page: Page) => page.getByRole('link', { name: 'Map', exact: true }).click();

/** Opens the chart over time, and marks the page so that a load of another in its place is seen. */
const openTime = async (page: Page) => {
  await open(page, TIME);
  await page.evaluate(() => document.documentElement.setAttribute('data-first', ''));
};
const isFirst = (page: Page) => page.evaluate(() => document.documentElement.hasAttribute('data-first'));

const expectMap = async (page: Page, whole: Awaited<ReturnType<typeof read>>) => {
  await expect(page).toHaveURL(MAP);
  await expect(async () => expect(await read(page)).toEqual(whole)).toPass({ timeout: 10_000 });
};

test.beforeEach(({ troubles }) => troubles.expect(/^console: (Failed to load|.*module script)/));

test('the data of the next view does not come right: its page is loaded in full', async ({ page }) => {
  await open(page, MAP);
  const whole = await read(page);
  const faults = {
    ...lost,
    ...Object.fromEntries(
      Object.entries(changed).map(([name, make]) => [
        name,
        async (route: Route) => {
          const response = await route.fetch();
          const text = await response.text();
          expect(make(text), name).not.toBe(text);
          await route.fulfill({ response, body: make(text) });
        }
      ])
    )
  };
  for (const [name, fault] of sampleOf(Object.entries(faults), 3))
    await test.step(name, async () => {
      await openTime(page);
      let asked = 0;
      await page.route(DATA, (route) => {
        asked += 1;
        return fault(route);
      });
      await toMap(page);
      await expectMap(page, whole);
      expect(await isFirst(page)).toBe(false);
      expect(asked).toBeGreaterThan(0);
      await page.unroute(DATA);
    });
});

test('a damaged first answer and a right second: the router goes on', { tag: SLOW }, async ({ page }) => {
  await open(page, MAP);
  const whole = await read(page);
  await openTime(page);
  let asked = 0;
  await page.route(DATA, async (route) => {
    const response = await route.fetch();
    const text = await response.text();
    await route.fulfill({ response, body: ++asked === 1 ? changed['it is cut']!(text) : text });
  });
  await toMap(page);
  await expectMap(page, whole);
  expect(asked).toBe(2);
  expect(await isFirst(page)).toBe(true);
});

test('the script of the next view does not come: its page is there to read, and says what is missing', async ({
  page
}) => {
  const script = '**/_app/immutable/**/*.js';
  await open(page, MAP);
  const whole = await read(page);
  for (const name of ['nothing comes', 'the host is busy', 'a page comes instead'])
    await test.step(name, async () => {
      const had = new Set<string>();
      const note = (request: { url: () => string }) => had.add(request.url());
      page.on('request', note);
      await openTime(page);
      page.off('request', note);
      let missed = 0;
      await page.route(script, (route) => {
        if (had.has(route.request().url())) return route.continue();
        missed += 1;
        return lost[name]!(route);
      });
      await toMap(page);
      await expectMap(page, whole);
      expect(missed).toBeGreaterThan(0);
      expect(await isFirst(page)).toBe(false);
      await expect(page.getByText('A part of this page did not arrive')).toBeVisible();
      await page.unroute(script);
    });
});

test(
  'the back button, when the data of the view before is damaged: its page is loaded in full',
  { tag: SLOW },
  async ({ page }) => {
    await open(page, MAP);
    const whole = await read(page);
    await page.evaluate(() => history.replaceState(history.state, '', '#figures'));
    await page.getByRole('link', { name: 'Over time', exact: true }).click();
    await expect(page).toHaveURL(TIME);
    await page.route(DATA, lost['nothing comes']!);
    await page.goBack();
    await expect(page).toHaveURL(`${MAP}#figures`);
    await expect(async () => expect(await read(page)).toEqual(whole)).toPass({ timeout: 10_000 });
  }
);
