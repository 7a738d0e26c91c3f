import type { Page } from '@playwright/test';
import { axe } from './axe.ts';
import { expect, open, test } from './support.ts';

const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

test.describe('the page of a council', () => {
  test('shows the verdict and three cards on the first screen, and the ten councils most like it below', async ({
    page
  }) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await open(page, '/areas/haringey/');
    for (const name of ['Looked after', 'On a protection plan', 'In need']) {
      const box = (await section(page, name).boundingBox())!;
      expect(box.y + box.height, name).toBeLessThanOrEqual(800);
    }
    const similar = section(page, 'Among similar councils');
    await expect(similar).toContainText('Of the eleven, itself and the ten most like it, Haringey is the 4th highest');
    await similar.getByText('Show all ten').click();
    await expect(similar.getByRole('row', { name: /^Haringey/ })).toHaveText(/60\.6\s*36\.3\s*368\.9/);
    await expect(similar.getByRole('row', { name: /^England/ })).toHaveText(/67\.1\s*40\.6\s*330\.3/);
    await expect(similar.getByRole('row', { name: /^Lewisham/ })).toContainText('higher');

    await page.setViewportSize({ width: 390, height: 844 });
    await page.evaluate(() => scrollTo(0, 0));
    const second = (await section(page, 'On a protection plan').getByRole('heading').boundingBox())!;
    expect(second.y + second.height).toBeLessThanOrEqual(844);
    await section(page, 'In need').getByRole('link', { name: 'In need' }).click();
    await expect(page).toHaveURL('/trends/children-in-need/?areas=309');
  });

  test('says what stands out, by a rule that is written there, five at most', async ({ page }) => {
    const out = section(page, 'What stands out');
    await open(page, '/areas/kent/');
    await expect(out.getByRole('listitem')).toHaveCount(5);
    await expect(out.getByRole('listitem').first()).toContainText('from 34.0 in the year to 31 March 2021');
    await expect(out).toContainText('Rates, and percentages whose denominator we have');
    await open(page, '/areas/haringey/');
    await expect(out).toContainText('Nothing here is far enough from England to stand out.');
    await open(page, '/areas/city-of-london/');
    await expect(section(page, 'What stands out')).toContainText('Nothing is picked out for the City of London');
    await expect(page.locator('.verdict')).toContainText('is not published, so that no one can be identified');
  });

  test('compares the years around 2008, and says plainly when the number fell', async ({ page }) => {
    await open(page, '/areas/hackney/');
    const around = section(page, 'Before and after 2008');
    await expect(around.getByRole('row', { name: /^Children looked after/ })).toHaveText(/415\s*291\s*−30%\s*\+9%/);
    await expect(around).toContainText('So here the number fell, while England’s rose.');
    await expect(around).toContainText('Of most measures we have no council figures before 2010');
    await open(page, '/areas/cumberland/');
    await expect(section(page, 'Before and after 2008')).toContainText('Cumberland began on 1 April 2023');
    await expect(section(page, 'About Cumberland')).toContainText('Cumberland is younger than the indices');
  });

  for (const slug of ['bournemouth-christchurch-and-poole', 'city-of-london'])
    test(`${slug}: fits a screen of 320 pixels, and axe finds nothing`, async ({ page }) => {
      await page.setViewportSize({ width: 320, height: 640 });
      await open(page, `/areas/${slug}/`);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      expect((await axe(page).analyze()).violations).toEqual([]);
    });
});
