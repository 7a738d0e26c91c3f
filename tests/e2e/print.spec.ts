import { drawing, expect, lineNames, open, test } from './support.ts';
import { rankRows, ready } from './year-views.ts';

test.describe('on paper', () => {
  // A sheet of A4 at 96 pixels an inch, without its margins.
  test.use({ viewport: { width: 718, height: 1046 } });

  test('a trend is its chart, its sentences and its whole table, without what only a screen can do', async ({
    page
  }) => {
    await open(page, '/trends/looked-after/?areas=309,894');
    await expect.poll(() => lineNames(drawing(page))).toEqual(['England', 'Haringey', 'Telford and Wrekin']);
    await page.emulateMedia({ media: 'print' });

    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(drawing(page)).toHaveCount(1);
    await expect(page.locator('.sentences p').first()).toBeVisible();
    await expect(page.getByRole('row', { name: /^2025 / })).toBeVisible();
    await expect(page.getByRole('row', { name: /^2001 / })).toBeVisible();
    // All of the table, not the part that a box on the screen shows.
    const hidden = await page
      .getByRole('region', { name: /^Children looked after, / })
      .evaluate((box) => box.scrollHeight - box.clientHeight);
    expect(hidden).toBeLessThanOrEqual(1);

    for (const role of ['combobox', 'radio', 'checkbox', 'button', 'navigation'] as const)
      await expect(page.getByRole(role)).toHaveCount(0);
    await expect(page.getByText('Skip to the content')).not.toBeInViewport();
    await expect(page.getByRole('group', { name: /^Read the chart/ })).toHaveCount(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });

  test('authorities in order are one drawing, what is said of them, and the table of them all', async ({ page }) => {
    await open(page, '/trends/looked-after/ranked/?areas=309');
    await ready(page);
    await page.emulateMedia({ media: 'print' });
    await expect(drawing(page)).toHaveCount(1);
    expect(await rankRows(page)).toContainEqual({ place: '94', name: 'Haringey', figure: '60.6' });
    await expect(page.locator('.sentences p:visible').first()).toContainText('That is 94th of 151');
    await expect(page.getByRole('row', { name: /^Blackpool 1 1–2 183\.6/ })).toBeVisible();
    await expect(page.getByRole('row', { name: /^Isles of Scilly not ranked/ })).toBeVisible();
    const hidden = await page
      .getByRole('region', { name: /^Children looked after, / })
      .evaluate((box) => box.scrollHeight - box.clientHeight);
    expect(hidden).toBeLessThanOrEqual(1);
    for (const role of ['combobox', 'radio', 'checkbox', 'button', 'slider', 'navigation'] as const)
      await expect(page.getByRole(role)).toHaveCount(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });

  test('a council’s page keeps its charts and sentences, and says whose it is', async ({ page }) => {
    await open(page, '/areas/haringey/');
    await page.emulateMedia({ media: 'print' });
    await expect(drawing(page)).toHaveCount(3);
    await expect(page.locator('.verdict')).toContainText('60.6 in every 10,000 children in Haringey were looked after');
    await expect(page.getByRole('row', { name: /^2008/ }).first()).toBeVisible();
    await expect(page.getByRole('button')).toHaveCount(0);
    await expect(page.getByRole('combobox')).toHaveCount(0);
    await expect(page.getByRole('contentinfo')).toContainText('It is not a government site');
  });

  test('is black on white, in the dark theme too', async ({ page }) => {
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await open(page, '/trends/looked-after/');
    const [ink, paper] = await page.evaluate(() => {
      const { color, backgroundColor } = getComputedStyle(document.documentElement);
      return [color, backgroundColor];
    });
    expect([ink, paper]).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
    // The line of England is drawn in something dark.
    const stroke = await drawing(page)
      .locator('g.line path[stroke="var(--line-england)"]')
      .first()
      .evaluate((line) => getComputedStyle(line).stroke);
    const channels = stroke.match(/\d+/g)!.map(Number);
    expect(Math.max(...channels.slice(0, 3))).toBeLessThan(128);
  });
});
