import type { Page } from '@playwright/test';
import { SLOW, sampleOf } from '../ring.ts';
import { axe } from './axe.ts';
import { PAGES, PAGE_TYPES, expect, test } from './support.ts';

const box = (page: Page) => page.getByRole('search').locator('input');
const options = (page: Page) => page.getByRole('search').getByRole('option');
const says = (page: Page) => page.locator('#site-find-message');

/** Turns to the box and waits until it finds as one types. */
const turnTo = async (page: Page) => {
  await box(page).focus();
  await expect(box(page)).toHaveRole('combobox');
};

test.describe('the search box', () => {
  for (const type of sampleOf(PAGE_TYPES, 3))
    test(`is on ${type}, and finds`, async ({ page, troubles }) => {
      if (type === 'a page that is not there') troubles.expect(/status of 404/);
      await page.goto(PAGES[type]);
      await turnTo(page);
      await box(page).fill('telf');
      await expect(options(page)).toHaveText(['Telford and Wrekin']);
    });

  test('costs a page nothing but its few lines until it is used', async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname.replace(/\.[0-9a-f]{16}\./, '.')));
    await page.goto('/about/', { waitUntil: 'networkidle' });
    expect(asked.filter((path) => /\.(js|json)$/.test(path))).toEqual(['/site-search.js']);
    await turnTo(page);
    await box(page).fill('hari');
    await expect(options(page)).toHaveText(['Haringey']);
    expect(asked.filter((path) => path.endsWith('.json'))).toEqual(['/app/areas.json']);
    await box(page).fill('N17');
    await expect(options(page)).toHaveText(['Haringey']);
    expect(asked.filter((path) => path.endsWith('.json'))).toEqual(['/app/areas.json', '/app/postcodes.json']);
  });

  test('by keyboard alone: slash, letters, arrow, Enter', async ({ page }) => {
    await page.goto('/methods/');
    await page.keyboard.press('/');
    await expect(box(page)).toBeFocused();
    await expect(box(page)).toHaveRole('combobox');
    await page.keyboard.type('cheshire');
    await expect(options(page)).toHaveText(['Cheshire East', 'Cheshire West and Chester', 'Cheshire (to 2009)']);
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('option', { selected: true })).toHaveText('Cheshire West and Chester');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await expect(page.getByRole('option', { selected: true })).toHaveText('Cheshire (to 2009)');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL('/areas/cheshire/');
  });

  test('takes the slash and letters that are typed before its script is there', async ({ page }) => {
    let arrive = () => {};
    const held = new Promise<void>((done) => (arrive = done));
    await page.route('**/site-search.js', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto('/methods/', { waitUntil: 'commit' });
    await page.getByRole('contentinfo').waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('cheshire east');
    await expect(box(page)).toHaveValue('cheshire east');
    arrive();
    await expect(options(page)).toHaveText(['Cheshire East']);
  });

  test('closes with Escape, and empties with a second', async ({ page }) => {
    await page.goto('/about/');
    await turnTo(page);
    await page.keyboard.type('north');
    await expect(box(page)).toHaveAttribute('aria-expanded', 'true');
    await page.keyboard.press('Escape');
    await expect(options(page)).toHaveCount(0);
    await expect(box(page)).toHaveValue('north');
    await page.keyboard.press('Escape');
    await expect(box(page)).toHaveValue('');
  });

  test(
    'leaves the slash to a field that is being typed in, and to a reader who switched it off',
    { tag: SLOW },
    async ({ page }) => {
      await page.goto('/about/');
      await turnTo(page);
      await page.keyboard.type('n/a');
      await expect(box(page)).toHaveValue('n/a');

      await page.goto('/accessibility/');
      await page.getByLabel('Let the key / go to the search box.').uncheck();
      await page.goto('/about/', { waitUntil: 'networkidle' });
      await page.keyboard.press('/');
      await expect(box(page)).not.toBeFocused();

      await page.goto('/accessibility/');
      await expect(page.getByLabel('Let the key / go to the search box.')).not.toBeChecked();
      await page.getByLabel('Let the key / go to the search box.').check();
      await page.goto('/about/', { waitUntil: 'networkidle' });
      await page.keyboard.press('/');
      await expect(box(page)).toBeFocused();
    }
  );

  test('says when its list does not arrive, and tries again', async ({ page, troubles }) => {
    troubles.expect(/status of 503/);
    await page.route('**/app/areas.*.json', (route) => route.fulfill({ status: 503 }));
    await page.goto('/about/');
    await turnTo(page);
    await expect(says(page)).toHaveText(/The list of councils did not arrive\./);
    await page.unroute('**/app/areas.*.json');
    await page.keyboard.type('Haringey');
    await expect(options(page)).toHaveText(['Haringey']);
  });
});

test.describe('a postcode', () => {
  const postcodes = [
    ['N17', ['Haringey'], 'N17 lies in Haringey.'],
    ['n170aa', ['Haringey'], 'N17 lies in Haringey.'],
    [
      'SW1A 1AA',
      ['Westminstermost likely', 'Wandsworth'],
      'SW1A lies in Westminster and Wandsworth. The first is the most likely.'
    ],
    ['ZZ99 9ZZ', [], 'ZZ99 is not among the postcode districts of England.'],
    ['N17 XYZ', [], '“N17 XYZ” does not read as a postcode, such as N17 or N17 0AA.']
  ] as const;
  for (const [typed, names, sentence] of sampleOf(postcodes, 2))
    test(`${typed} in the box of every page and in that of the first`, async ({ page }) => {
      await page.goto('/');
      await turnTo(page);
      await box(page).fill(typed);
      await expect(says(page)).toHaveText(sentence);
      await expect(options(page)).toHaveText([...names]);
      const own = page.getByRole('combobox', { name: 'Find your council' });
      await own.fill(typed);
      await expect(page.locator('#find-message')).toHaveText(sentence);
      await expect(page.locator('#find-list').getByRole('option')).toHaveText([...names]);
    });

  test('and Enter lead to the likeliest council, even before the lists have come', async ({ page }) => {
    let letThrough = () => {};
    const gate = new Promise<void>((done) => (letThrough = done));
    await page.route('**/app/postcodes.*.json', async (route) => {
      await gate;
      await route.continue();
    });
    await page.goto('/about/');
    await turnTo(page);
    await page.keyboard.type('SW1A 1AA');
    await expect(says(page)).toHaveText('Fetching the list of postcodes…');
    await page.keyboard.press('Enter');
    letThrough();
    await expect(page).toHaveURL('/areas/westminster/');
  });
});

test.describe('a search that was sent', () => {
  test('with the button: the councils that answer are listed', async ({ page }) => {
    await page.goto('/about/');
    await box(page).fill('E1 6AN');
    await page.getByRole('search').getByRole('button', { name: 'Find' }).click();
    await expect(page).toHaveURL(/\/areas\/\?find=E1(\+|%20)6AN$/);
    const section = page.getByRole('region', { name: 'Search for “E1 6AN”' });
    await expect(section.getByRole('listitem')).toHaveText([/^Tower Hamlets/, 'City of London', 'Hackney']);
    await section.getByRole('link', { name: 'Hackney' }).click();
    await expect(page).toHaveURL('/areas/hackney/');
  });

  test('of the list of measures shows those that have the words, and says how many', async ({ page }) => {
    await page.goto('/trends/', { waitUntil: 'networkidle' });
    await page.getByLabel('Find a measure').fill('leaving adopt');
    await expect(page.getByRole('status')).toHaveText('None has these words.');
    await page.getByLabel('Find a measure').fill('vacanc');
    await expect(page.getByRole('main').getByRole('rowheader')).toHaveText([/^Social worker vacancies/]);
    await expect(page.getByRole('heading', { level: 2 })).toHaveCount(1);
    await page.getByLabel('Find a measure').fill('');
    await expect(page.getByRole('rowheader').filter({ hasText: 'Children looked after' }).first()).toBeVisible();
  });

  test('costs the list of councils nothing where none was sent', async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto('/areas/', { waitUntil: 'networkidle' });
    expect(asked.filter((path) => path.endsWith('.js')).toSorted()).toEqual([
      '/found.js',
      '/site-search.js',
      '/sort-rows.js'
    ]);

    // The table is sorted by its heads: by name as it comes, by a rate from the highest down, then from the lowest up.
    const rows = page.locator('tbody tr');
    const rates = async (): Promise<number[]> =>
      (await rows.locator('td:nth-child(2)').allTextContents()).map(Number).filter((value) => !isNaN(value));
    const names = await rows.locator('th').allTextContents();
    const head = page.getByRole('button', { name: /^Looked after/ });
    await head.click();
    await expect(page.getByRole('columnheader', { name: /^Looked after \d/ })).toHaveAttribute(
      'aria-sort',
      'descending'
    );
    const down = await rates();
    expect(down).toEqual(down.toSorted((a, b) => b - a));
    await head.click();
    expect(await rates()).toEqual(down.toSorted((a, b) => a - b));
    await page.getByRole('button', { name: /^Council/ }).click();
    expect(await rows.locator('th').allTextContents()).toEqual(names);
  });

  test('for a misspelt name, and for nothing that is known', async ({ page }) => {
    await page.goto('/areas/?find=Harringay');
    await expect(page.getByText('No council or region is spelt “Harringay”. This one comes near.')).toBeVisible();
    await expect(page.getByRole('region', { name: 'Search for' }).getByRole('link')).toHaveText(['Haringey']);
    await page.goto('/areas/?find=%3Cb%3EAtlantis');
    await expect(page.getByText('No council or region matches “<b>Atlantis”. All councils are below')).toBeVisible();
  });

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false });
    test('leads to all councils, by region', async ({ page }) => {
      await page.goto('/about/');
      await box(page).fill('Haringey');
      await box(page).press('Enter');
      await expect(page).toHaveURL('/areas/?find=Haringey');
      await expect(page.getByRole('link', { name: 'Haringey' })).toBeVisible();
    });
  });
});

for (const [width, colorScheme] of sampleOf(
  [
    [360, 'light'],
    [1280, 'dark']
  ] as const,
  1
))
  test.describe(`${width} pixels wide, ${colorScheme}`, () => {
    test.use({ viewport: { width, height: 800 }, colorScheme });
    test('axe finds nothing wrong with the list open, nor with the answer to a search', async ({ page }) => {
      await page.goto('/about/');
      await turnTo(page);
      await box(page).fill('SW1A');
      await expect(options(page)).toHaveCount(2);
      expect((await axe(page).analyze()).violations).toEqual([]);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide).toBeLessThanOrEqual(width);
      await page.goto('/areas/?find=north');
      await expect(page.getByRole('region', { name: 'Search for' }).getByRole('link').first()).toBeVisible();
      expect((await axe(page).analyze()).violations).toEqual([]);
    });
  });
