import { drawing, eventLabels, expect, lineNames, open, test } from './support.ts';
import { choose, rankRows, tab, tiles, viewAddress } from './year-views.ts';

test('what is chosen while other figures are on their way is fetched and shown as well', async ({ page }) => {
  // Every file of figures waits until the test lets it go.
  const waiting: (() => void)[] = [];
  let isHeld = true;
  await page.route(/\/app\/(series\/|events|tiles|similar)/, async (route) => {
    if (isHeld) await new Promise<void>((resolve) => waiting.push(resolve));
    await route.continue();
  });
  await open(page, viewAddress('time'));
  await choose(page, 'haringey', 'Haringey');
  await page.getByText('More', { exact: true }).click();
  for (const kind of await page.getByRole('group', { name: 'Events marked on the chart' }).getByRole('checkbox').all())
    await kind.check();
  await page.getByRole('button', { name: /Similar councils/ }).click();
  await expect(page.getByText('Fetching the figures that you chose…')).toBeVisible();
  await expect.poll(() => waiting.length).toBeGreaterThanOrEqual(3);
  isHeld = false;
  for (const go of waiting) go();

  await expect(page.getByText('Fetching the figures that you chose…')).toHaveCount(0);
  await expect.poll(async () => (await lineNames(drawing(page))).join(' ')).toMatch(/England.*Haringey.*[Ss]imilar/);
  // More events than those that are marked at first: they are numbered, and listed under the chart.
  await expect.poll(async () => (await eventLabels(drawing(page))).length).toBeGreaterThan(3);
  await expect(page.locator('ol.events li').nth(3)).toBeVisible();
});

test('another unit and the map, chosen while the figures of a council are on their way, are shown', async ({
  page
}) => {
  const waiting: (() => void)[] = [];
  let isHeld = true;
  await page.route(/\/app\/(series\/|tiles)/, async (route) => {
    if (isHeld) await new Promise<void>((resolve) => waiting.push(resolve));
    await route.continue();
  });
  await open(page, viewAddress('time'));
  await choose(page, 'haringey', 'Haringey');
  await page.getByRole('radio', { name: 'Number', exact: true }).check();
  await tab(page, 'Map').click();
  await page.getByText('More', { exact: true }).click();
  await page.getByRole('checkbox', { name: 'Colour by difference from England' }).check();
  await page.getByRole('checkbox', { name: 'Colour by difference from England' }).uncheck();
  await expect.poll(() => waiting.length).toBeGreaterThanOrEqual(2);
  isHeld = false;
  for (const go of waiting) go();

  await expect(drawing(page).locator('path.ring.slot-1')).toHaveCount(1);
  expect((await tiles(page)).all).toBeGreaterThan(100);
  await expect(page.locator('figcaption:visible')).toContainText('children looked after');
  await tab(page, 'Ranked').click();
  await expect.poll(async () => (await rankRows(page)).map(({ name }) => name)).toContain('Haringey');
  await tab(page, 'Over time').click();
  await expect.poll(() => lineNames(drawing(page))).toContain('Haringey');
});
