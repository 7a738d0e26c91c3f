import type { Locator, Page } from '@playwright/test';
import { downloadRows, expectSameFigures } from './download.ts';
import {
  awake,
  cellsOf,
  drawing,
  eventLabels,
  expect,
  figuresTable,
  lineNames,
  open,
  readTable,
  test
} from './support.ts';
import { SLOW } from '../ring.ts';

const lookedAfter = (page: Page): Locator => page.getByRole('region', { name: 'Looked after', exact: true });

/** The table of every year, which the page holds open or closed. */
const everyYear = (page: Page): Locator =>
  page.locator('section', { hasText: 'Figures of each year' }).locator('table').first();

const VERDICT =
  '60.6 in every 10,000 children in Haringey were looked after in March 2025. That is down from 77.9 in March 2008, ' +
  'similar to England (67.1) and higher than the councils most like it (median 42.9).';

const expectHaringey = async (page: Page) => {
  await expect(page).toHaveURL('/areas/haringey/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Haringey');
  await expect(page.locator('.verdict')).toHaveText(VERDICT);
};

test.describe('someone who has never been here', () => {
  test('types Haringey, presses Enter and is on its page', async ({ page }) => {
    await open(page, '/');
    const field = page.getByRole('combobox', { name: 'Find your council' });
    await field.click();
    await page.keyboard.type('Haringey');
    await expect(page.getByRole('option')).toHaveText(['Haringey']);
    await page.keyboard.press('Enter');
    await expectHaringey(page);
  });

  test('presses Enter before the list of councils has come, and is taken there when it has', async ({ page }) => {
    let letThrough = () => {};
    const gate = new Promise<void>((done) => (letThrough = done));
    await page.route('**/app/areas.*.json', async (route) => {
      await gate;
      await route.continue();
    });
    await open(page, '/');
    const asked = page.waitForRequest('**/app/areas.*.json');
    await page.getByRole('combobox', { name: 'Find your council' }).click();
    await asked;
    await page.keyboard.type('haringey');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Fetching the list of councils…')).toBeVisible();
    letThrough();
    await expectHaringey(page);
  });

  test('finds a council by part of its name or by its code, and is told when there is none', async ({ page }) => {
    await open(page, '/');
    const field = page.getByRole('combobox', { name: 'Find your council' });
    await field.fill('wrekin');
    await expect(page.getByRole('option')).toHaveText(['Telford and Wrekin']);
    await field.fill('hull');
    await expect(page.getByRole('option')).toHaveText(['Kingston upon Hull, City of', 'Solihull']);
    await field.fill('309');
    await expect(page.getByRole('option')).toHaveText(['Haringey']);
    await field.fill('durham');
    await expect(page.getByRole('option')).toHaveText(['County Durham']);
    await field.fill('Cheshire');
    await expect(page.getByRole('option')).toHaveText([
      'Cheshire East',
      'Cheshire West and Chester',
      'Cheshire (to 2009)'
    ]);
    await field.fill('Atlantis');
    await expect(page.getByText('No council or region matches “Atlantis”.')).toBeVisible();
    await expect(page.getByRole('option')).toHaveCount(0);
  });

  test('sees the chart from 2006 to 2025 against England, with both dates marked and named', async ({ page }) => {
    await open(page, '/areas/haringey/');
    const chart = drawing(lookedAfter(page));
    await expect(chart).toHaveCount(1);
    expect(await lineNames(chart)).toEqual(expect.arrayContaining(['England', 'Haringey']));
    await expect(chart.locator('g.event-band rect')).toHaveCount(1);
    expect(await eventLabels(chart)).toEqual(['Nov 2008 verdicts – Mar 2009 report']);
    await expect(chart.locator('g.axis text').last()).toHaveText('2025');
    // Twenty years of Haringey in one line without a gap: twenty places joined.
    const path = await chart.locator('g.line path[stroke="var(--line-1)"]').getAttribute('d');
    expect(path!.match(/[ML]/g)).toHaveLength(20);
    await expect(chart).toHaveAttribute('aria-label', /England, Haringey, Similar .*, 2006 to 2025/);
  });

  test('reads the same on the card and in the table, with the rates printed at the time beside', async ({ page }) => {
    await open(page, '/areas/haringey/');
    const card = lookedAfter(page);
    for (const words of ['60.6', '325 in March 2025', '94th highest of 151 councils'])
      await expect(card.getByText(words)).toBeVisible();
    await expect(card.getByRole('term')).toHaveText(['Since March 2008:', 'Against England:', 'Last five years:']);
    await expect(card.getByRole('definition')).toHaveText([
      'down 17.4, more than chance is likely to explain',
      '6.5 below, a gap small enough to be chance',
      /^no clear trend \(of \d+ councils, rising in \d+ and falling in \d+\)$/
    ]);

    const table = await readTable(everyYear(page));
    expect(table.columns.filter(({ printed }) => printed)).toHaveLength(2);
    expect(cellsOf(table, '2025')).toMatchObject({ Haringey: '60.6', 'Haringey, printed': '61', England: '67.1' });
    expect(cellsOf(table, '2010')).toMatchObject({ Haringey: '104.1', 'Haringey, printed': '121', England: '57.4' });
    expect(cellsOf(table, '2008')).toMatchObject({ Haringey: '77.9', 'Haringey, printed': '88', England: '53.2' });
    expect(cellsOf(table, '2006')).toMatchObject({ Haringey: '92.6', 'Haringey, printed': '100' });
    expect(table.rows.some((row) => 'period' in row && row.period < '2006')).toBe(false);
  });

  test('downloads exactly the figures of the table, with codes, status, source and the address', async ({ page }) => {
    await open(page, '/areas/haringey/');
    await lookedAfter(page).getByRole('link', { name: 'Looked after' }).click();
    await expect(page).toHaveURL('/trends/looked-after/?areas=309');
    await awake(page);
    const { rows } = await downloadRows(page);
    expectSameFigures(await readTable(figuresTable(page)), rows);

    const haringey = rows.filter(({ area_name }) => area_name === 'Haringey');
    expect(haringey.map(({ time_period }) => time_period)).toEqual(
      Array.from({ length: 20 }, (_, i) => String(2006 + i))
    );
    for (const row of haringey)
      expect(row).toMatchObject({
        area_key: '309',
        area_code: 'E09000014',
        geographic_level: 'Local authority',
        measure: 'looked-after',
        unit: 'Rate per 10,000 children',
        status: 'ok',
        address: page.url()
      });
    for (const row of rows) expect(row.source).not.toBe('');
    expect(haringey.find(({ time_period }) => time_period === '2010')!.break_before).toContain(
      'The quality changes between 2009 and 2010'
    );
  });
});

test.describe('the same by touch on a small phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  test('finds Haringey with a finger and reads chart, sentence and table', async ({ page }) => {
    await open(page, '/');
    await page.getByRole('combobox', { name: 'Find your council' }).tap();
    await page.keyboard.type('harin');
    await page.getByRole('option', { name: 'Haringey' }).tap();
    await expectHaringey(page);
    await awake(page);

    const chart = drawing(lookedAfter(page));
    await expect(chart).toHaveAttribute('viewBox', /^0 0 344 /);
    expect(await lineNames(chart)).toEqual(expect.arrayContaining(['England', 'Haringey']));
    expect(await eventLabels(chart)).toEqual(['Nov 2008 verdicts – Mar 2009 report']);
    expect(cellsOf(await readTable(everyYear(page)), '2025').Haringey).toBe('60.6');
  });

  test('touches the chart and reads the year under the finger', async ({ page }) => {
    await open(page, '/areas/haringey/');
    const pointer = lookedAfter(page).getByRole('group', { name: 'Read the chart year by year' });
    await pointer.scrollIntoViewIfNeeded();
    const box = (await pointer.boundingBox())!;
    await page.touchscreen.tap(box.x + (256 / 344) * box.width, box.y + box.height / 2);
    await expect(lookedAfter(page).locator('.tip')).toContainText('2025');
    await expect(lookedAfter(page).locator('.tip dd')).toHaveText(['67.1', '60.6', '42.9']);
  });

  test('downloads the rows with a finger', { tag: SLOW }, async ({ page }) => {
    await open(page, '/trends/looked-after/?areas=309');
    const { rows } = await downloadRows(page);
    expectSameFigures(await readTable(figuresTable(page)), rows);
  });
});
