import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { SeriesFile } from '#lib/domain/index.ts';
import { pageFile } from '../page-file.ts';
import { sampleOf } from '../ring.ts';
import { csvButton } from './download.ts';
import { cellsOf, drawing, expect, lineNames, open, readTable, sentences, test, figuresTable } from './support.ts';

const LOOKED_AFTER = '/trends/looked-after/';
const SERIES = '**/app/series/looked-after.*.json';
const AREAS = '**/app/areas.*.json';
const CODE = '**/_app/immutable/chunks/*.js';
const CHUNKS = 'build/_app/immutable/chunks';

const again = (page: Page) => page.getByRole('button', { name: 'Try again' });
// As an event alone: a pointer on its way to the button already makes the page fetch what a choice will need.
const tryAgain = (page: Page) => again(page).dispatchEvent('click');
const failure = (page: Page, why: string | RegExp) =>
  page.getByText('What you chose could not be shown').filter({ hasText: why });

const figure = async (page: Page, area: string) => cellsOf(await readTable(figuresTable(page)), '2025')[area];

/** England alone, as the page was opened, and the controls at hand. */
const expectEngland = async (page: Page) => {
  expect(await lineNames(drawing(page))).toEqual(['England']);
  expect(await sentences(page)).toHaveLength(1);
  expect(await figure(page, 'England')).toBe('67.1');
};

const expectBoth = async (page: Page) => {
  await expect.poll(() => lineNames(drawing(page))).toEqual(['England', 'Haringey']);
  await expect(page.locator('.sentences p:visible').first()).toContainText('60.6 children looked after');
  await expect.poll(() => figure(page, 'Haringey')).toBe('60.6');
};

test.beforeEach(({ troubles }) => troubles.expect(/Failed to load resource/));

test.describe('the figures of the areas chosen do not come', () => {
  const none = 'looked-after.json did not arrive: there is no connection, or something on the way blocks it';
  const damaged = /looked-after\.json is damaged, or of another release than this page: expected [\d,]+ bytes/;
  const text = readFileSync(pageFile('series/looked-after.json'), 'utf8');
  const file = JSON.parse(text) as SeriesFile;
  const answers: Record<string, { status?: number; body?: string; why: string | RegExp }> = {
    'no connection': { why: none },
    'an error of the host': {
      status: 500,
      body: 'oops',
      why: 'looked-after.json did not arrive: the host answered 500'
    },
    'a file cut short': { body: text.slice(0, 5000), why: damaged },
    'a page instead of the file': { body: '<!doctype html><p>Log in', why: damaged },
    'the file of another measure': {
      body: readFileSync(pageFile('series/children-in-need.json'), 'utf8'),
      why: damaged
    },
    'a file with one changed figure': { body: text.replace('81770', '99990'), why: damaged },
    'a file with other digits everywhere': { body: text.replace(/\d/g, '9'), why: damaged },
    'a file of another layout': {
      body: JSON.stringify({ ...file, areas: file.areas.map((key) => ({ key })) }),
      why: damaged
    }
  };

  for (const [name, { status = 200, body, why }] of sampleOf(Object.entries(answers), 3))
    test(`${name}: the page says why, keeps what it has, and tries again when asked`, async ({ page }) => {
      await page.route(SERIES, (route) =>
        body === undefined ? route.abort() : route.fulfill({ status, body, contentType: 'application/json' })
      );
      await open(page, `${LOOKED_AFTER}?areas=309`);
      await expect(failure(page, why)).toBeVisible();
      await expectEngland(page);

      // Asking again while it still fails says so again.
      await tryAgain(page);
      await expect(failure(page, why)).toBeVisible();

      await page.unroute(SERIES);
      await tryAgain(page);
      await expectBoth(page);
      await expect(failure(page, why)).toHaveCount(0);
      await expect(again(page)).toHaveCount(0);
    });

  test('the reader may take the choice back instead, and choose anew when the line is there again', async ({
    page
  }) => {
    await page.route(SERIES, (route) => route.abort());
    await open(page, `${LOOKED_AFTER}?areas=309`);
    await expect(again(page)).toBeVisible();
    await page.getByRole('button', { name: /^Haringey\W+remove$/ }).click();
    await expect(page).toHaveURL(LOOKED_AFTER);
    await expect(again(page)).toHaveCount(0);
    await page.unroute(SERIES);
    await page.goBack();
    await expectBoth(page);
  });
});

test.describe('the list of areas does not come', () => {
  test('a trend says so and tries again when asked', async ({ page }) => {
    await page.route(AREAS, (route) => route.abort());
    await open(page, `${LOOKED_AFTER}?areas=309`);
    await expect(
      failure(page, 'areas.json did not arrive: there is no connection, or something on the way blocks it')
    ).toBeVisible();
    await expectEngland(page);
    await page.unroute(AREAS);
    await tryAgain(page);
    await expectBoth(page);
  });

  for (const [address, label] of [
    ['/', 'Find your council'],
    ['/areas/', 'Find a council or region'],
    [LOOKED_AFTER, 'Add a council']
  ] as const)
    test(`the field on ${address} says so and works once it comes`, async ({ page }) => {
      await page.route(AREAS, (route) => route.fulfill({ status: 503 }));
      await open(page, address);
      const field = page.getByRole('combobox', { name: label });
      await field.focus();
      await expect(page.getByText(/The list of councils did not arrive\./)).toBeVisible();
      await page.unroute(AREAS);
      await page.keyboard.type('Haringey');
      await expect(page.getByRole('option')).toHaveText(['Haringey']);
    });
});

test('the list of events does not come: the switch says so and tries again when asked', async ({ page }) => {
  await page.route('**/app/events.*.json', (route) => route.abort());
  await open(page, `${LOOKED_AFTER}?events=key,climbie`);
  await expect(
    failure(page, 'events.json did not arrive: there is no connection, or something on the way blocks it')
  ).toBeVisible();
  await expect(drawing(page).locator('g.event-band rect')).toHaveCount(1);
  await page.unroute('**/app/events.*.json');
  await tryAgain(page);
  await expect(drawing(page).locator('g.event line')).toHaveCount(5);
});

test.describe('code does not come', () => {
  const isPlot = (name: string) => readFileSync(join(CHUNKS, name), 'utf8').includes('plot-d6a7b5');
  const plotChunks = () =>
    readdirSync(CHUNKS).flatMap((name) => (name.endsWith('.js') && isPlot(name) ? [`**/${name}`] : []));

  for (const [what, lostIn] of [
    ['what a choice needs', () => [CODE]],
    ['what draws it alone', plotChunks]
  ] as const)
    test(`${what}: what was on the page stays, and it is fetched again when asked`, async ({ page }) => {
      const lost = lostIn();
      expect(lost.length).toBeGreaterThan(0);
      await open(page, LOOKED_AFTER);
      for (const pattern of lost) await page.route(pattern, (route) => route.abort());
      await page.getByRole('combobox').focus();
      await page.keyboard.type('Haringey');
      await expect(page.getByRole('option')).toHaveText(['Haringey']);
      await page.keyboard.press('Enter');
      await expect(failure(page, 'a part of the site did not arrive')).toBeVisible();
      await expectEngland(page);
      for (const pattern of lost) await page.unroute(pattern);
      await tryAgain(page);
      await expectBoth(page);
      await expect(failure(page, /./)).toHaveCount(0);
    });

  test('the download says that the rows could not be written, and points to the whole data set', async ({ page }) => {
    await open(page, '/areas/cheshire/');
    await page.route(CODE, (route) => route.abort());
    const part = page.getByRole('region', { name: 'Cheshire before and after 2009' }).locator('details').first();
    const csv = await csvButton(part);
    await csv.click();
    await expect(part.getByRole('alert')).toContainText(
      'The rows could not be written: a part of the site did not arrive.'
    );
    await expect(part.getByRole('link', { name: 'Whole data set (CSV)' })).toBeVisible();
    await page.unroute(CODE);
    const [file] = await Promise.all([page.waitForEvent('download'), csv.click()]);
    expect(file.suggestedFilename()).toMatch(/-looked-after-rate\.csv$/);
    await expect(part.getByRole('alert')).toHaveCount(0);
  });

  test('none of it: the page is the one without JavaScript', async ({ page, troubles }) => {
    troubles.expect(/Failed to fetch dynamically imported module/);
    await page.route('**/_app/**/*.js', (route) => route.abort());
    await page.goto('/areas/haringey/');
    const card = page.getByRole('region', { name: 'Looked after', exact: true });
    expect(await lineNames(drawing(card))).toEqual(expect.arrayContaining(['England', 'Haringey']));
    await expect(page.locator('.verdict')).toContainText('60.6 in every 10,000 children');
    const years = page.getByRole('region', { name: 'Figures of each year' });
    await years.locator('summary').first().click();
    expect(cellsOf(await readTable(years.getByRole('table').first()), '2025').Haringey).toBe('60.6');
  });
});
