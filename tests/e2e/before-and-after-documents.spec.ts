import type { Page } from '@playwright/test';
import { drawing, expect, open, tabTo, test } from './support.ts';

const ADDRESS = '/before-and-after/documents/';
const TIMELINE = '/before-and-after/timeline/';

const section = (page: Page) => page.getByRole('main');
const recommendations = (page: Page) =>
  section(page).locator('details').filter({ hasText: 'What was recommended, to whom' });

test.describe('the documents, the timeline and the other explanations without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const width of [320, 1280])
    test(`are all there to read, ${width} pixels wide`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      const text = section(page);
      const fits = async () =>
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await page.goto(TIMELINE);
      await expect(text.getByText('Peter Connelly (known then as Baby P) died, aged 17 months.')).toBeVisible();
      await expect(text.getByText('The Children Act 1989 took effect')).toBeHidden();
      await text.getByText(/^Before: 1970 to July 2007/).click();
      await expect(text.getByText('The Children Act 1989 took effect')).toBeVisible();
      await fits();
      await page.goto(ADDRESS);
      await expect(text.getByRole('table', { name: /^Numbers of children in England as printed/ })).toContainText(
        'about 60,000'
      );
      await expect(text.getByText(/232 children looked after by Telford and Wrekin/)).toBeVisible();
      await expect(drawing(text)).toHaveCount(1);
      await expect(drawing(text).locator('g.dated path')).toHaveCount(2);
      await fits();
      await page.goto('/before-and-after/other-explanations/');
      await expect(text.getByRole('heading', { level: 2 })).toHaveCount(8);
      await expect(text.getByText('536 in March 2008, 380 in April and 399 in May')).toBeVisible();
      await expect(text.getByText('Our figures cannot tell the explanations apart.')).toBeVisible();
      await fits();
    });

  test('the recommendations can be chosen by addressee', async ({ page }) => {
    await page.goto(ADDRESS);
    const part = recommendations(page);
    await part.locator('summary').click();
    const rows = part.locator('tbody tr:visible');
    const all = await rows.count();
    await expect(part.getByRole('status')).toHaveText(`All ${all} rows are shown.`, { useInnerText: true });
    await part.getByRole('radio', { name: /^Inspectors/ }).check();
    await expect(rows).toHaveCount(2);
    for (const row of await rows.all()) await expect(row).toContainText('Ofsted');
  });
});

test('the recommendations are chosen by keyboard, and the number of rows is announced', async ({ page }) => {
  await open(page, ADDRESS);
  const part = recommendations(page);
  await part.locator('summary').focus();
  await page.keyboard.press('Enter');
  await tabTo(page, part.getByRole('radio', { name: /^All/ }), 'Tab', 2);
  for (let presses = 0; presses < 5; presses++) await page.keyboard.press('ArrowDown');
  await expect(part.getByRole('radio', { name: /^Local safeguarding children boards/ })).toBeChecked();
  await expect(part.locator('tbody tr:visible')).toHaveCount(3);
  await expect(part.getByRole('status')).toHaveText(
    '3 rows of 34 are shown: addressed to local safeguarding children boards.',
    { useInnerText: true }
  );
});

test('on paper the choice is left out and the whole list stands', async ({ page }) => {
  await open(page, ADDRESS);
  await page.emulateMedia({ media: 'print' });
  await expect(section(page).getByRole('radio')).toHaveCount(0);
  await expect(recommendations(page).locator('tbody tr:visible')).toHaveCount(34);
  await open(page, TIMELINE);
  await page.emulateMedia({ media: 'print' });
  await expect(section(page).getByText('The Children Act 1989 took effect')).toBeVisible();
});
