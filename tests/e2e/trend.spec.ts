import type { Page } from '@playwright/test';
import { downloadRows, expectSameFigures } from './download.ts';
import {
  axisLabels,
  cellsOf,
  drawing,
  eventLabels,
  expect,
  lineNames,
  open,
  readTable,
  sentences,
  tabTo,
  test,
  figuresTable
} from './support.ts';
import { SLOW } from '../ring.ts';

const LOOKED_AFTER = '/trends/looked-after/';
const BOTH = `${LOOKED_AFTER}?areas=309,894`;

const HARINGEY =
  /^On 31 March 2025, there were 60\.6 children looked after for every 10,000 children living in Haringey\./;
const TELFORD = /^On 31 March 2025, there were 92\.9 children looked after for every 10,000 children living in Telford/;
const ENGLAND =
  /^On 31 March 2025, there were 67\.1 children looked after for every 10,000 children living in England\./;

const table = figuresTable;
const field = (page: Page) => page.getByRole('combobox', { name: 'Add a council' });
const remove = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`^${name}\\W+remove$`) });
const unit = (page: Page, name: string) => page.getByRole('radio', { name });

/** Everything that a choice shows, the drawing to the last pixel of each line. */
const picture = async (page: Page) => ({
  caption: await page.locator('figcaption:visible').textContent(),
  drawing: await drawing(page).evaluate((svg) => svg.outerHTML),
  sentences: await sentences(page),
  table: await readTable(table(page)),
  about: await page.locator('[aria-labelledby="about-figures"]').textContent()
});

/** Waits until chart and table are those of some lines. */
const expectLines = async (page: Page, names: string[]) => {
  const columns = async () =>
    (await readTable(table(page))).columns
      .flatMap(({ label, printed, against }) => (printed || against ? [] : label))
      .sort();
  await expect.poll(() => lineNames(drawing(page))).toEqual(names);
  // The table follows the chart a moment later.
  await expect.poll(columns).toEqual(names);
};

/** Chooses an area as someone at the keyboard does; the field has the focus. */
const choose = async (page: Page, typed: string, name: string) => {
  await expect(field(page)).toBeFocused();
  await page.keyboard.type(typed);
  const options = page.getByRole('option');
  await expect(options.filter({ hasText: name })).toBeVisible();
  const place = (await options.allTextContents()).findIndex((text) => text.trim() === name);
  for (let at = 0; at < place; at++) await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('option', { selected: true })).toHaveText(name);
  await page.keyboard.press('Enter');
  await expect(remove(page, name)).toBeVisible();
};

test.describe('choosing by keyboard alone', () => {
  test('puts two areas into the address, the chart, the sentences and the table; removing takes them out', async ({
    page
  }) => {
    await open(page, LOOKED_AFTER);
    await tabTo(page, field(page));
    await choose(page, 'hari', 'Haringey');
    await expect(page).toHaveURL(`${LOOKED_AFTER}?areas=309`);
    await choose(page, 'te', 'Telford and Wrekin');
    await expect(page).toHaveURL(BOTH);

    await expectLines(page, ['England', 'Haringey', 'Telford and Wrekin']);
    await expect(page.locator('.sentences p:visible')).toHaveText([HARINGEY, TELFORD, ENGLAND]);
    expect(cellsOf(await readTable(table(page)), '2008')).toEqual({
      England: '53.2',
      'England, printed': '54',
      Haringey: '77.9',
      'Haringey, printed': '88',
      'Haringey, against England': 'higher',
      'Telford and Wrekin': '60.6',
      'Telford and Wrekin, printed': '61',
      'Telford and Wrekin, against England': 'similar'
    });

    await tabTo(page, remove(page, 'Haringey'));
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(`${LOOKED_AFTER}?areas=894`);
    await expectLines(page, ['England', 'Telford and Wrekin']);
    // The focus stays in the picker, one step from the field and from the next area.
    await tabTo(page, remove(page, 'Telford and Wrekin'), 'Tab', 2);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(LOOKED_AFTER);
    await expectLines(page, ['England']);
    await tabTo(page, field(page), 'Tab', 1);
  });

  test('holds six areas and says so at the seventh', { tag: SLOW }, async ({ page }) => {
    await open(page, `${LOOKED_AFTER}?areas=201,202,203,204,206`);
    await expect(remove(page, 'Hackney')).toBeVisible();
    await field(page).focus();
    await choose(page, 'haringey', 'Haringey');
    await expect(
      page.getByText('6 areas are chosen, as many as a chart holds. Remove one to add another.')
    ).toBeVisible();
    await expect(field(page)).toBeFocused();
    await page.keyboard.type('Barnet');
    await expect(page.getByRole('option')).toHaveCount(0);
    await expect(page).toHaveURL(`${LOOKED_AFTER}?areas=201,202,203,204,206,309`);
    await expect.poll(async () => (await lineNames(drawing(page))).length).toBe(7);

    await remove(page, 'Hackney').click();
    await expect(page).toHaveURL(`${LOOKED_AFTER}?areas=201,202,203,206,309`);
    await field(page).focus();
    await choose(page, 'Barnet', 'Barnet');
    await expect(page).toHaveURL(`${LOOKED_AFTER}?areas=201,202,203,206,309,302`);
  });

  test('closes the list with Escape and empties the field with a second', async ({ page }) => {
    await open(page, LOOKED_AFTER);
    await field(page).focus();
    await page.keyboard.type('north');
    await expect(page.getByRole('option').first()).toBeVisible();
    await expect(field(page)).toHaveAttribute('aria-expanded', 'true');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('option')).toHaveCount(0);
    await expect(field(page)).toHaveAttribute('aria-expanded', 'false');
    await expect(field(page)).toHaveValue('north');
    await page.keyboard.press('Escape');
    await expect(field(page)).toHaveValue('');
  });
});

test.describe('the address', () => {
  test('steps back and forward through the choices', async ({ page }) => {
    await open(page, LOOKED_AFTER);
    const start = await sentences(page);
    await field(page).focus();
    await choose(page, 'Haringey', 'Haringey');
    await choose(page, 'Telford', 'Telford and Wrekin');
    await unit(page, 'Number').check();
    await expect(page).toHaveURL(`${BOTH}&unit=number`);

    await page.goBack();
    await expect(page).toHaveURL(BOTH);
    await expectLines(page, ['England', 'Haringey', 'Telford and Wrekin']);
    await expect(unit(page, 'Rate per 10,000 children')).toBeChecked();
    await page.goBack();
    await expect(page).toHaveURL(`${LOOKED_AFTER}?areas=309`);
    await expectLines(page, ['England', 'Haringey']);
    await page.goBack();
    await expect(page).toHaveURL(LOOKED_AFTER);
    await expectLines(page, ['England']);
    expect(await sentences(page)).toEqual(start);

    await page.goForward();
    await page.goForward();
    await expect(page).toHaveURL(BOTH);
    await expectLines(page, ['England', 'Haringey', 'Telford and Wrekin']);
  });

  test('opened cold shows the picture that was chosen, and offers the same file', async ({ page, browser }) => {
    await open(page, LOOKED_AFTER);
    await field(page).focus();
    await choose(page, 'Haringey', 'Haringey');
    await choose(page, 'Telford', 'Telford and Wrekin');
    await expectLines(page, ['England', 'Haringey', 'Telford and Wrekin']);
    await expect(page).toHaveURL(BOTH);

    // In a window of its own, as one page behind another paints once a second.
    const cold = await browser.newPage();
    await open(cold, page.url());
    await expectLines(cold, ['England', 'Haringey', 'Telford and Wrekin']);
    await expect(async () => expect(await picture(cold)).toEqual(await picture(page))).toPass({ timeout: 10_000 });

    const { name, rows } = await downloadRows(cold);
    expect(name).toBe('looked-after-rate.csv');
    expectSameFigures(await readTable(table(cold)), rows);
    expect(new Set(rows.map(({ address }) => address))).toEqual(new Set([page.url()]));
    expect(rows).toEqual((await downloadRows(page)).rows);
  });

  test('asks for the figures once, and for none before an area is chosen', async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (/^\/(data|app)\//.test(pathname)) asked.push(pathname.replace(/\.[0-9a-f]{16}\./, '.'));
    });
    await open(page, LOOKED_AFTER);
    await page.waitForLoadState('networkidle');
    expect(asked).toEqual([]);
    await open(page, BOTH);
    await expectLines(page, ['England', 'Haringey', 'Telford and Wrekin']);
    // The number of children is what limits of chance go by; the places on the map wait for the map's page.
    await expect
      .poll(() => asked.toSorted())
      .toEqual([
        '/app/areas.json',
        '/app/estimates/looked-after.json',
        '/app/series/children.json',
        '/app/series/looked-after.json'
      ]);
  });

  test('leads from a council’s page to its trend, with the council chosen', { tag: SLOW }, async ({ page }) => {
    await open(page, '/areas/haringey/');
    await page.getByRole('heading', { level: 2 }).getByRole('link', { name: 'Looked after' }).click();
    await expect(page).toHaveURL(`${LOOKED_AFTER}?areas=309`);
    await expectLines(page, ['England', 'Haringey']);
  });
});

test.describe('units', () => {
  test('numbers leave England out, and say so', { tag: SLOW }, async ({ page }) => {
    await open(page, BOTH);
    await unit(page, 'Number').check();
    await expect(page).toHaveURL(`${BOTH}&unit=number`);
    await expectLines(page, ['Haringey', 'Telford and Wrekin']);
    await expect(
      page.getByText(
        'England is left out of this chart and its table: its number would flatten the others. Rates compare them.'
      )
    ).toBeVisible();
    expect(cellsOf(await readTable(table(page)), '2025').Haringey).toBe('325');
    await expect(page.locator('.sentences p:visible').first()).toContainText('325 children looked after by Haringey');
  });

  test('an index takes 31 March 2008 as 100', async ({ page }) => {
    await open(page, BOTH);
    await unit(page, 'Index').check();
    await expect(page).toHaveURL(`${BOTH}&unit=index`);
    await expectLines(page, ['England', 'Haringey', 'Telford and Wrekin']);
    expect(await axisLabels(drawing(page))).toContain('31 March 2008 = 100');
    await expect(table(page).locator('caption')).toContainText('31 March 2008 = 100');
    expect(cellsOf(await readTable(table(page)), '2008')).toEqual({
      England: '100.0',
      Haringey: '100.0',
      'Telford and Wrekin': '100.0'
    });
    expect(cellsOf(await readTable(table(page)), '2025')).toMatchObject({ England: '137.8', Haringey: '76.5' });
  });

  test('the axis grows with what is chosen and does not shrink again; the height of the chart stays', async ({
    page
  }) => {
    await open(page, LOOKED_AFTER);
    const box = (await drawing(page).boundingBox())!;
    const values = async () => (await axisLabels(drawing(page))).map(Number).filter((value) => value < 1990);
    const england = await values();
    await field(page).focus();
    await choose(page, 'Haringey', 'Haringey');
    await expectLines(page, ['England', 'Haringey']);
    const both = await values();
    expect(Math.max(...both)).toBeGreaterThan(Math.max(...england));
    await page.getByRole('button', { name: /^Haringey/ }).click();
    await expectLines(page, ['England']);
    expect(await values()).toEqual(both);
    const { x, y, width, height } = (await drawing(page).boundingBox())!;
    expect({ x, y, width, height }).toEqual({ x: box.x, y: box.y, width: box.width, height: box.height });
  });
});

test.describe('events', () => {
  const labels = (page: Page) => drawing(page).locator('g.event-label text');

  test('are the verdicts and Laming’s report until others are switched on, numbered and listed', async ({ page }) => {
    await open(page, LOOKED_AFTER);
    expect(await eventLabels(drawing(page))).toEqual(['Nov 2008 verdicts – Mar 2009 report']);
    await expect(page.locator('ol.events')).toHaveCount(0);

    await page.getByText('More', { exact: true }).click();
    await page.getByRole('checkbox', { name: 'The case of Victoria Climbié' }).check();
    await expect(page).toHaveURL(`${LOOKED_AFTER}?events=key,climbie`);
    // The chart begins in March 2001: Victoria Climbié’s death in 2000 lies before it and has no number.
    await expect(page.locator('ol.events li')).toHaveText([
      /^12 January 2001: /,
      /^20 April 2001: Laming inquiry/,
      /^28 January 2003: Laming inquiry report published/,
      /^11 November 2008: Verdicts/,
      /^12 March 2009: Laming progress report/
    ]);
    await expect(drawing(page).locator('g.event line')).toHaveCount(5);
    await expect.poll(() => eventLabels(drawing(page))).toEqual(['1–2', '3', '4–5']);

    await page.getByRole('checkbox', { name: 'The verdicts and Lord Laming’s report' }).uncheck();
    await expect(page).toHaveURL(`${LOOKED_AFTER}?events=climbie`);
    await expect(drawing(page).locator('g.event line')).toHaveCount(3);
    await page.getByRole('checkbox', { name: 'The case of Victoria Climbié' }).uncheck();
    await expect(page).toHaveURL(`${LOOKED_AFTER}?events=none`);
    await expect(drawing(page).locator('g.event line')).toHaveCount(0);
  });

  test('switched on in the address are there when it is opened cold', async ({ page }) => {
    await open(page, `${LOOKED_AFTER}?events=pandemic`);
    await expect(labels(page)).toHaveText([/Mar 2020$/]);
    await page.getByText('More', { exact: true }).click();
    await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(1);
    await expect(page.getByRole('checkbox', { name: 'The pandemic', exact: true })).toBeChecked();
  });
});

test.describe('reading one year', () => {
  const pointer = (page: Page) => page.getByRole('group', { name: 'Read the chart year by year with the arrow keys' });
  const tip = (page: Page) => page.locator('.tip');
  const spoken = (page: Page) => page.locator('.chart > [aria-live="polite"]');

  test('a mouse shows the figures of the year under it', async ({ page }) => {
    await open(page, BOTH);
    await expectLines(page, ['England', 'Haringey', 'Telford and Wrekin']);
    const rule = (await drawing(page).locator('g.event-band rect').boundingBox())!;
    await page.mouse.move(rule.x - 8, rule.y + 100);
    await expect(tip(page).locator('strong')).toHaveText('2008');
    await expect(tip(page).locator('dt')).toHaveText(['England', 'Haringey', 'Telford and Wrekin']);
    await expect(tip(page).locator('dd')).toHaveText(['53.2', '77.9', '60.6']);
    await expect(spoken(page)).toHaveText('');
    await page.mouse.move(5, 5);
    await expect(tip(page)).toHaveCount(0);
  });

  test('arrow keys show and speak the same figures, Escape ends it', async ({ page }) => {
    await open(page, BOTH);
    await expectLines(page, ['England', 'Haringey', 'Telford and Wrekin']);
    await tabTo(page, pointer(page));
    await page.keyboard.press('ArrowLeft');
    await expect(spoken(page)).toHaveText(
      '2025: England 67.1, Haringey 60.6, Telford and Wrekin 92.9, per 10,000 children'
    );
    await expect(tip(page).locator('dd')).toHaveText(['67.1', '60.6', '92.9']);
    await page.keyboard.press('ArrowLeft');
    await expect(spoken(page)).toHaveText(/^2024: England 69\.3, Haringey 62\.1, Telford and Wrekin 95\.3, /);
    await page.keyboard.press('Home');
    await expect(spoken(page)).toHaveText(/^2001: England 52\.7, per 10,000 children$/);
    await expect(tip(page).locator('strong')).toHaveText('2001');
    await page.keyboard.press('End');
    await expect(spoken(page)).toHaveText(/^2025: /);
    await page.keyboard.press('Escape');
    await expect(tip(page)).toHaveCount(0);
    await expect(spoken(page)).toHaveText('');
  });
});

test.describe('a break', () => {
  /** Paths of lines that have points on both sides of the rule of a cutting break. */
  const crossing = (page: Page) =>
    drawing(page).evaluate((svg) => {
      const rule = svg.querySelector('g.break line')!;
      const at = Number(rule.getAttribute('x1'));
      const paths = [...svg.querySelectorAll('g.line path')].map((path) => {
        const places = [...path.getAttribute('d')!.matchAll(/[ML](-?[\d.]+)/g)].map(([, x]) => Number(x));
        return { from: Math.min(...places), to: Math.max(...places) };
      });
      return { paths: paths.length, crossing: paths.filter(({ from, to }) => from < at && to > at).length };
    });

  for (const unit of ['rate', 'number'])
    test(`between 2009 and 2010 is crossed by no line of England’s plans, as ${unit}`, async ({ page }) => {
      await open(page, `/trends/child-protection-plans/${unit === 'rate' ? '' : `?unit=${unit}`}`);
      if (unit === 'number') await expect(page.locator('figcaption:visible')).toContainText('Number');
      const found = await crossing(page);
      expect(found.paths).toBeGreaterThanOrEqual(2);
      expect(found.crossing).toBe(0);
      await expect(drawing(page).locator('g.break-label', { hasText: 'new data source from 2010' })).toBeVisible();
    });

  test('stands in the table between 34,100 and 39,100, with its reason', async ({ page }) => {
    await open(page, '/trends/child-protection-plans/?unit=number');
    await expect(page).toHaveURL(/unit=number$/);
    await expect.poll(async () => cellsOf(await readTable(table(page)), '2010').England).toBe('39,100');
    const { rows } = await readTable(table(page));
    const at = rows.findIndex((row) => 'period' in row && row.period === '2010');
    expect(rows.slice(at, at + 3)).toMatchObject([
      { period: '2010', cells: [{ text: '39,100' }] },
      { says: expect.stringMatching(/^Break: the source changes between 2009 and 2010\. The CPR3 return gave way/) },
      { period: '2009', cells: [{ text: '34,100' }] }
    ]);
    // Nor does a sentence compare across it.
    expect((await sentences(page)).join(' ')).not.toMatch(/200\d/);
  });
});

test('the table opens under the chart by a click or a key, and follows what is chosen', async ({ page }) => {
  await open(page, '/trends/looked-after/');
  const summary = page.getByText('Table of the figures in this chart');
  await expect(page.getByRole('table')).toHaveCount(0);
  await summary.click();
  await expect(page.getByRole('table')).toBeVisible();
  await open(page, '/trends/looked-after/?areas=309');
  await summary.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('table').getByRole('columnheader', { name: 'Haringey' }).first()).toBeVisible();
});
