import { readFileSync } from 'node:fs';
import type { Page, Route } from '@playwright/test';
import { sampleOf } from '../ring.ts';
import { cellsOf, drawing, expect, figuresTable, lineNames, open, readTable, test } from './support.ts';

/*
 * What a page shows of files that are not those it was made with. Wrong answers are made of the real ones.
 */

const COMPARED = '/trends/looked-after/?areas=309';
const EXPLORE = '/explore/?measures=children_looked_after/looked_after_31_march_rate&areas=E92000001,309&from=2000';
const SERIES = '**/app/series/looked-after.*.json';
const CSV = '**/data/children_looked_after.csv';
const patience = { timeout: 40_000 };

/** Answers the next requests with what a change makes of the file; the request's own number, from 1, says which. */
const change = async (page: Page, address: string, make: (text: string, time: number) => string): Promise<string[]> => {
  const asked: string[] = [];
  await page.route(address, async (route: Route) => {
    asked.push(route.request().url());
    const response = await route.fetch();
    await route.fulfill({ response, body: make(await response.text(), asked.length) });
  });
  return asked;
};

const haringey = async (page: Page) => cellsOf(await readTable(figuresTable(page)), '2025').Haringey;

test('one file of another release: never on the page, said with its name, and the page goes on when it is right', async ({
  page
}) => {
  const asked = await change(page, SERIES, (text) => text.replace(/60\.6/g, '9999'));
  await open(page, COMPARED);
  await expect(page.getByText('What you chose could not be shown: looked-after.json is damaged')).toBeVisible();
  expect(asked).toHaveLength(2);
  expect(await page.locator('main').innerText()).not.toMatch(/9,?999\b/);
  expect(await lineNames(drawing(page))).toEqual(['England']);
  await page.unroute(SERIES);
  await page.getByRole('button', { name: 'Try again' }).dispatchEvent('click');
  await expect.poll(() => haringey(page)).toBe('60.6');
  expect(await lineNames(drawing(page))).toEqual(['England', 'Haringey']);
  await expect(page.getByText('could not be shown')).toHaveCount(0);
});

test('a damaged first answer and a right second: the page works and says nothing', async ({ page }) => {
  const asked = await change(page, SERIES, (text, time) => (time === 1 ? text.slice(0, -100) : text));
  await open(page, COMPARED);
  await expect.poll(() => haringey(page)).toBe('60.6');
  expect(asked).toHaveLength(2);
  await expect(page.getByText('could not be shown')).toHaveCount(0);
});

test('a series file of another layout does not lead to the sentence that no figures are held', async ({ page }) => {
  await change(page, SERIES, (text) => JSON.stringify({ ...JSON.parse(text), areas: [] }));
  await open(page, COMPARED);
  await expect(page.getByText('looked-after.json is damaged, or of another release')).toBeVisible();
  await expect(page.getByText('No figures of this measure are held')).toHaveCount(0);
});

test.describe('a browser without checksums of its own, as on plain http', () => {
  test.beforeEach(({ page }) =>
    page.addInitScript(() => Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined }))
  );

  test('takes every good file', async ({ page }) => {
    await open(page, COMPARED);
    expect(await page.evaluate(() => crypto.subtle)).toBeUndefined();
    await expect.poll(() => haringey(page)).toBe('60.6');
  });

  test('and no other', async ({ page }) => {
    await change(page, SERIES, (text) => text.replace(/60\.6/g, '60.7'));
    await open(page, COMPARED);
    await expect(page.getByText('looked-after.json is damaged, or of another release')).toBeVisible();
  });
});

test.describe('the search', () => {
  const AREAS = '**/app/areas.*.json';

  test('finds nothing in a list of another release, and says so', async ({ page }) => {
    await change(page, AREAS, (text) => text.replaceAll('Haringey', 'Haringay'));
    await page.goto('/about/');
    const box = page.getByRole('combobox', { name: /^Find a council or region/ });
    await page.getByRole('searchbox').or(box).first().focus();
    await page.keyboard.type('Harin');
    await expect(page.getByText('The list of councils did not arrive.')).toBeVisible();
    await expect(page.getByRole('option')).toHaveCount(0);
    await page.unroute(AREAS);
    await page.keyboard.type('g');
    await expect(page.getByRole('option')).toHaveText(['Haringey']);
  });

  test('the page for addresses that are not there suggests a council from the right list only', async ({
    page,
    troubles
  }) => {
    troubles.expect(/404/);
    await change(page, AREAS, (text) => text.replaceAll('haringey', 'haringay'));
    await page.goto('/areas/harringey/');
    await page.waitForLoadState('networkidle');
    await expect(page.locator('#nearest')).toBeHidden();
    await page.unroute(AREAS);
    await page.goto('/areas/harringey/');
    await expect(page.locator('#nearest')).toHaveText(
      'There is no council or region with the address “harringey”. The nearest is Haringey.'
    );
  });
});

test.describe('the database', () => {
  const rows = (page: Page) => page.getByRole('table').first().locator('tbody tr');
  const alert = (page: Page) => page.getByRole('alert');

  const damage = {
    'cut at the end of a line': (text: string) => text.split('\n').slice(0, 1500).join('\n') + '\n',
    'with one changed figure': (text: string) => text.replace(',81770,', ',81771,')
  };
  for (const [name, make] of sampleOf(Object.entries(damage), 1))
    test(`reads no CSV ${name}: the page says which, and goes on when it is right`, async ({ page }) => {
      const whole = readFileSync('build/data/children_looked_after.csv', 'utf8');
      expect(make(whole)).not.toBe(whole);
      const asked = await change(page, CSV, make);
      await open(page, EXPLORE);
      await expect(alert(page)).toContainText(
        'A file of figures could not be read: children_looked_after.csv is damaged, or of another release than this page',
        patience
      );
      expect(asked).toHaveLength(2);
      await expect(rows(page)).toHaveCount(0);
      await page.unroute(CSV);
      await page.getByRole('button', { name: 'Try again' }).click();
      await expect(page.locator('[data-answers="1"]')).toBeVisible(patience);
      expect(await rows(page).count()).toBeGreaterThan(10);
    });

  test('never starts an engine of which one byte is another', async ({ page }) => {
    let times = 0;
    await page.route('**/engine/*.bin', async (route) => {
      times++;
      const response = await route.fetch();
      const body = await response.body();
      // A byte of gzip's own trailer: every byte of the module comes out right.
      body[body.length - 6] = body[body.length - 6]! ^ 1;
      await route.fulfill({ response, body });
    });
    await open(page, EXPLORE);
    await expect(alert(page)).toContainText(
      'The database engine could not start: duckdb-eh.bin is damaged, or of another release than this page',
      patience
    );
    expect(times).toBe(2);
    await page.unroute('**/engine/*.bin');
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.locator('[data-answers="1"]')).toBeVisible(patience);
  });
});
