import type { Page } from '@playwright/test';
import { drawing, expect, open, test } from './support.ts';

const ADDRESS = '/before-and-after/';
const SECTIONS = ['case', 'months', 'years', 'everywhere', 'rivals', 'since'];

const slider = (page: Page) => page.getByRole('slider', { name: 'Move the date of the event' });
/** Goes to a part that the reader steers and waits until it answers. */
const wake = async (page: Page, id: string): Promise<void> => {
  const part = page.locator(`#${id} [data-part]`);
  await part.evaluate((element) => element.scrollIntoView());
  await expect(part).toHaveAttribute('data-awake');
};
const restated = (page: Page) => page.locator('.restated');

test.describe('the article without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const width of [320, 1280])
    test(`is all there to read, ${width} pixels wide`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(ADDRESS);
      for (const id of SECTIONS) await expect(page.locator(`section#${id}`).getByRole('heading').first()).toBeVisible();
      await expect(page.getByText('there were 2,109 care applications')).toBeVisible();
      await expect(page.getByText('rose in 108 of the 145 councils')).toBeVisible();
      await expect(page.getByText('That is 5,960 more (5,150 to 6,770 more).')).toBeVisible();
      await expect(drawing(page.locator('#months'))).toHaveCount(3);
      await expect(drawing(page.locator('#years'))).toHaveCount(8);
      await expect(drawing(page.locator('#everywhere'))).toHaveCount(5);
      await expect(drawing(page.locator('#since'))).toHaveCount(7);
      await expect(slider(page)).toHaveCount(0);
      await expect(page.getByRole('combobox')).toHaveCount(0);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    });

  test('has each of its drawings, those of the later sections as pictures', async ({ page }) => {
    await page.goto(ADDRESS);
    const pictures = page.locator('figure img.drawing:visible');
    await expect(pictures).toHaveCount(23);
    for (const picture of await pictures.all()) {
      await expect(picture).toHaveAttribute('alt', /\w+/);
      const file = new URL((await picture.getAttribute('src'))!, page.url());
      const answer = await page.request.get(file.href);
      expect(answer.headers()['content-type']).toContain('image/svg+xml');
      const [, width] = /viewBox="0 0 ([\d.]+)/.exec(await answer.text())!;
      await picture.scrollIntoViewIfNeeded();
      await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(Number(width));
    }
  });

  test('every council is on a page of its own, in order', async ({ page }) => {
    await page.goto(ADDRESS);
    await page.getByRole('link', { name: /^All \d+ councils, in order of the change in starts/ }).click();
    await expect(page).toHaveURL(/\/before-and-after\/councils\/$/);
    const table = page.getByRole('table', { name: /^Each council, in order of the change in starts/ });
    await expect(table.getByRole('row')).toHaveCount(155);
    // On a phone the first figure stands beside the name.
    await page.setViewportSize({ width: 360, height: 800 });
    const figure = (await table.getByRole('row').nth(1).getByRole('cell').first().boundingBox())!;
    expect(figure.x + figure.width).toBeLessThanOrEqual(360);
    await expect(page.getByText('starting to be looked after in a year: higher in 118 of 144 councils')).toBeVisible();
  });
});

test('the drawings of the later sections come once the page is awake', async ({ page }) => {
  await open(page, ADDRESS);
  await expect(page.locator('svg.late')).toHaveCount(0);
  await expect(drawing(page.locator('#everywhere'))).toHaveCount(5);
  await expect(page.locator('#years g.band')).toHaveCount(4);
  await expect(page.locator('#years g.transition')).toHaveCount(4);
  // Months that are not held are gaps: November and December 2007, March to December 2008, March to September 2009, March
  // 2010 to March 2011.
  const line = page.locator('#months figure').first().locator('.wide g.line[stroke="var(--line-england)"] path');
  const runs = await line.evaluateAll((paths) => paths.flatMap((path) => path.getAttribute('d')!.match(/M/g)!));
  expect(runs).toHaveLength(4);
});

test('drawings that do not arrive are said, and tried again when asked', async ({ page, troubles }) => {
  troubles.expect(/Failed to load resource/);
  const file = '**/before-and-after/drawings.json';
  await page.route(file, (route) => route.abort());
  await open(page, ADDRESS);
  const again = page.locator('#since').getByRole('button', { name: 'Try again' });
  await expect(again).toBeVisible();
  await expect(page.locator('#since')).toContainText('The charts of this section did not arrive.');
  await page.unroute(file);
  // A file that lacks some fills no place with something else.
  await page.route(file, (route) => route.fulfill({ json: { 'slope-narrow': '<svg></svg>' } }));
  const asked = page.waitForResponse(file);
  await again.click();
  await (await asked).finished();
  await expect(again).toBeVisible();
  await expect(page.locator('svg.late')).not.toHaveCount(0);
  await page.unroute(file);
  await again.click();
  await expect(page.locator('svg.late')).toHaveCount(0);
  await expect(again).toBeHidden();
});

test('the date of the event is moved by keyboard, and the change restated', async ({ page }) => {
  await open(page, ADDRESS);
  await wake(page, 'months');
  await slider(page).focus();
  await expect(slider(page)).toHaveAttribute('aria-valuetext', 'November 2008');
  await page.keyboard.press('ArrowRight');
  await expect(slider(page)).toHaveAttribute('aria-valuetext', 'December 2008');
  await expect(restated(page)).toContainText('the twelve months that begin with December 2008');
  await expect(page).toHaveURL(/\?event=2008-12$/);
  await expect(slider(page)).toBeFocused();
  await page.keyboard.press('Home');
  await expect(restated(page)).toContainText('Only one month of the base can be compared');
  await expect(page).toHaveURL(/\?event=2007-08$/);
  await expect(page.locator('#months ol.events')).toContainText('The month that you set as that of the event');
});

test('the lines are fitted again for another date, and with the year of transition', async ({ page }) => {
  await open(page, ADDRESS);
  await wake(page, 'years');
  const first = page.locator('#years [data-part]').locator('div:has(> #model-looked-after)');
  await page.getByRole('checkbox', { name: 'Count the year of transition with the later years' }).check();
  await expect(page).toHaveURL(/\?transition=with$/);
  await expect(first).toContainText('On 31 March 2009, 60,920 children were looked after.');
  // The table is of the lines that are shown.
  await first.locator('summary').click();
  await expect(first.getByRole('row', { name: /^2009 60,920 / })).not.toContainText('left out');
  await expect(first.locator('g.dot.transition circle:visible')).toHaveCount(0);
});

test('the address keeps the date and the base, opened cold', async ({ page }) => {
  await open(page, `${ADDRESS}?event=2009-03&base=spring-2008&area=894`);
  await wake(page, 'months');
  await expect(slider(page)).toHaveAttribute('aria-valuetext', 'March 2009');
  await expect(page.getByRole('radio', { name: 'April to June 2008' })).toBeChecked();
  await expect(restated(page)).toContainText('taken from the dip of spring 2008');
  await wake(page, 'everywhere');
  await expect(page.getByLabel('Pick out a council')).toHaveValue('894');
  await expect(page.locator('#everywhere')).toContainText('In Telford and Wrekin the mean number of children starting');
  await expect(page.locator('#everywhere figure').first()).toContainText('Telford and Wrekin');
});

test('what is shown of every council stands in the address, and the back button brings the earlier view', async ({
  page
}) => {
  await open(page, `${ADDRESS}?area=894`);
  await wake(page, 'everywhere');
  const part = page.locator('#everywhere [data-part]');
  await part.getByRole('radio', { name: 'Children looked after' }).check();
  await part.getByRole('radio', { name: 'Counts' }).check();
  await expect(page).toHaveURL(/\?area=894&measure=looked-after&show=counts$/);
  await expect(part.getByRole('figure')).toContainText('Children looked after, each council in England');
  await expect(part.locator('svg.drawing:visible g.axis-title')).toContainText('equal steps are equal percentages');
  await page.goBack();
  await expect(part.getByRole('radio', { name: 'Index, 2008 = 100' })).toBeChecked();
  await expect(part.locator('svg.drawing:visible g.axis-title')).toContainText('31 March 2008 = 100');
  await page.goto(`${ADDRESS}?area=894&measure=looked-after&show=counts`);
  await wake(page, 'everywhere');
  await expect(part.getByRole('radio', { name: 'Counts' })).toBeChecked();
  await expect(part).toContainText('In Telford and Wrekin the mean number of children looked after at 31 March');
});

test('a part whose code or figures do not arrive says so, and tries again when asked', async ({ page, troubles }) => {
  troubles.expect(/Failed to load resource/);
  await page.route('**/before-and-after/models.json', (route) => route.abort());
  await open(page, ADDRESS);
  const part = page.locator('#years [data-part]');
  await part.evaluate((element) => element.scrollIntoView());
  const again = page.locator('#years').getByRole('button', { name: 'Try again' });
  await expect(again).toBeVisible();
  await expect(page.getByText('That is 5,960 more (5,150 to 6,770 more).')).toBeVisible();
  await page.unroute('**/before-and-after/models.json');
  await again.click();
  await expect(part).toHaveAttribute('data-awake');
  await expect(again).toBeHidden();
});

test('a way to a section ends at its heading, though what lies between was not laid out', async ({ page }) => {
  await open(page, ADDRESS);
  await page.getByRole('navigation', { name: 'On this page' }).getByRole('link', { name: 'And since' }).click();
  await expect(page).toHaveURL(/#since$/);
  await expect(page.getByRole('heading', { name: 'And since' })).toBeInViewport();
});

test('what cannot be followed in the address is said', async ({ page }) => {
  await open(page, `${ADDRESS}?event=1066&base=none`);
  await expect(page.getByRole('main')).toContainText('The event cannot be set to “1066”');
  await expect(page.getByRole('main')).toContainText('There is no base called “none”');
});

test('on paper the controls are left out and the article stands', async ({ page }) => {
  await open(page, ADDRESS);
  await page.emulateMedia({ media: 'print' });
  await expect(slider(page)).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Month by month' })).toBeVisible();
  await expect(page.getByText('there were 2,109 care applications')).toBeVisible();
  await expect(drawing(page.locator('#years'))).toHaveCount(8);
  // What is folded on the screen is open.
  await expect(page.getByRole('table', { name: 'Haringey, children looked after at 31 March' })).toBeVisible();
});
