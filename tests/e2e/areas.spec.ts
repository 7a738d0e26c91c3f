import type { Page } from '@playwright/test';
import { axe } from './axe.ts';
import { expect, open, test } from './support.ts';

const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

test.describe('the page of an authority', () => {
  test('says where Haringey stands now, beside England, its region, similar and all authorities', async ({ page }) => {
    await open(page, '/areas/haringey/');
    const now = section(page, 'How it compares');
    await expect(now.getByRole('row', { name: /^Haringey/ })).toHaveText(/60\.6\s*36\.3\s*368\.9/);
    await expect(now.getByRole('row', { name: /^England/ })).toHaveText(/67\.1\s*40\.6\s*330\.3/);
    await expect(now.getByRole('row', { name: /^Rank \(1 = highest\)/ })).toContainText('joint 91st of 151');
    await expect(now.getByRole('row', { name: /^Rank, allowing for chance/ })).toContainText(/\d+\w\w to \d+\w\w/);
    await expect(now.getByRole('row', { name: /^Compared with England/ })).toHaveText(/similar\s*similar\s*higher/);
    await expect(now.getByRole('row', { name: /^Lewisham/ })).toContainText('higher');
    await expect(now).toContainText('Of the eleven, itself and the ten most like it, Haringey is the 4th highest');
    await expect(now).toContainText('That is joint 91st of 151 councils, or between about');
    await expect(now).toContainText('better detection or a lower threshold for help');
    await now.getByRole('link', { name: 'Children in need', exact: true }).click();
    await expect(page).toHaveURL('/trends/children-in-need/?areas=309');
  });

  test('says what stands out, by a rule that is written there, five at most', async ({ page }) => {
    const out = section(page, 'What stands out');
    await open(page, '/areas/kent/');
    await expect(out.getByRole('listitem')).toHaveCount(5);
    await expect(out.getByRole('listitem').first()).toContainText('from 34.0 in the year to 31 March 2021');
    await expect(out).toContainText('How these are found: rates, and percentages whose base is held here');
    await open(page, '/areas/haringey/');
    await expect(out).toContainText('Nothing here is far enough from England to stand out.');
    await open(page, '/areas/city-of-london/');
    await expect(section(page, 'What stands out')).toContainText('Nothing is picked out for the City of London');
    await expect(section(page, 'How it compares')).toContainText('not published');
  });

  test('compares the years around 2008, and says plainly when the number fell', async ({ page }) => {
    await open(page, '/areas/hackney/');
    const around = section(page, 'Before and after 2008');
    await expect(around.getByRole('row', { name: /^Children looked after/ })).toHaveText(/415\s*291\s*−30%\s*\+9%/);
    await expect(around).toContainText('So here the number fell, while England’s rose.');
    await expect(around).toContainText('We have no council figures before 2010 for these measures');
    await open(page, '/areas/cumberland/');
    await expect(section(page, 'Before and after 2008')).toContainText('Cumberland began on 1 April 2023');
    await expect(section(page, 'Workforce and deprivation')).toContainText('Cumberland is younger than the indices');
  });

  for (const slug of ['bournemouth-christchurch-and-poole', 'city-of-london'])
    test(`${slug}: fits a screen of 320 pixels, and axe finds nothing`, async ({ page }) => {
      await page.setViewportSize({ width: 320, height: 640 });
      await open(page, `/areas/${slug}/`);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      expect((await axe(page).analyze()).violations).toEqual([]);
    });
});
