import { serve } from '../../tools/serve.mjs';
import { test as base, expect } from '@playwright/test';
import { downloadRows, expectSameFigures } from './download.ts';
import { Troubles, awake, drawing, figuresTable, lineNames, readTable } from './support.ts';
import { SLOW } from '../ring.ts';

// The same build under a folder of a host, as GitHub Pages serves a project.
const test = base.extend<{ troubles: Troubles }, { site: string }>({
  site: [
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const server = await serve({ dir: 'build', port: 0, base: '/repo' });
      await use(server.url);
      server.close();
    },
    { scope: 'worker' }
  ],
  baseURL: async ({ site }, use) => use(site),
  troubles: [
    async ({ page, site }, use) => {
      const troubles = new Troubles();
      // Every request begins with the folder, and is answered.
      troubles.watch(page, site.replace(/\/$/, ''));
      await use(troubles);
      expect(troubles.unexpected).toEqual([]);
    },
    { auto: true }
  ]
});

test.describe('served under /repo', () => {
  test('home finds a council and takes the reader to its page', async ({ page, site }) => {
    await page.goto('./');
    await awake(page);
    await expect(page.locator('figure svg.drawing:visible')).toHaveCount(1);
    await page.getByRole('combobox', { name: 'Find your council' }).focus();
    await page.keyboard.type('Haringey');
    await expect(page.getByRole('option')).toHaveText(['Haringey']);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(`${site}areas/haringey/`);
    await expect(page.locator('.verdict')).toContainText('60.6 in every 10,000 children');
  });

  test('a trend shows the areas of its address, and a choice stays under the folder', async ({ page, site }) => {
    await page.goto('./trends/looked-after/?areas=309');
    await awake(page);
    await expect.poll(() => lineNames(drawing(page))).toEqual(['England', 'Haringey']);
    await page.getByRole('combobox').focus();
    await page.keyboard.type('Telford');
    await expect(page.getByRole('option')).toHaveText(['Telford and Wrekin']);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(`${site}trends/looked-after/?areas=309,894`);
    await expect.poll(() => lineNames(drawing(page))).toEqual(['England', 'Haringey', 'Telford and Wrekin']);
    await page.goBack();
    await expect(page).toHaveURL(`${site}trends/looked-after/?areas=309`);
  });

  test('rows and whole data sets are downloaded from there', async ({ page, site }) => {
    await page.goto('./areas/haringey/');
    await page.getByRole('link', { name: 'Looked after', exact: true }).click();
    await expect(page).toHaveURL(`${site}trends/looked-after/?areas=309`);
    await awake(page);
    const { rows } = await downloadRows(page);
    expectSameFigures(await readTable(figuresTable(page)), rows);
    expect(rows[0]!.address).toBe(`${site}trends/looked-after/?areas=309`);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Whole data set (CSV)' }).click()
    ]);
    expect(file.url()).toBe(`${site}data/children_looked_after.csv`);
    expect(await file.failure()).toBeNull();
  });

  test(
    'the header, the way back and the data pages lead to where they should',
    { tag: SLOW },
    async ({ page, site }) => {
      await page.goto('./areas/haringey/');
      await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Data' }).click();
      await expect(page).toHaveURL(`${site}data/`);
      await page.getByRole('banner').getByRole('link', { name: 'Per 10,000' }).click();
      await expect(page).toHaveURL(site);
      await page.getByRole('link', { name: 'Explore the trends' }).click();
      await page.getByRole('link', { name: 'Children looked after, by legal status' }).click();
      await expect(page).toHaveURL(`${site}trends/legal-status/`);
    }
  );
});
