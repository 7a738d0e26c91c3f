import type { Locator, Page } from '@playwright/test';
import { axe } from './axe.ts';
import { download } from './download.ts';
import { awake, drawing, expect, open, tabTo, test } from './support.ts';

const HARINGEY = '/areas/haringey/';
const SERIES = '**/app/series/children-in-need.*.json';

const part = (page: Page): Locator => page.getByRole('region', { name: 'Compare with others' });
const field = (page: Page): Locator => part(page).getByRole('combobox', { name: /^Set up to five/ });
const offered = (page: Page, name: string): Locator =>
  part(page).getByRole('button', { name: new RegExp(`^${name}$`) });
const notices = (page: Page): Locator => part(page).locator('.notices li');
const orderBy = (page: Page, label: string) =>
  part(page).getByRole('combobox', { name: 'Order of the rows' }).selectOption(label);

/** The names of the rows of the drawing, from the top, of its first panel; one on several lines is joined. */
const drawnNames = (page: Page): Promise<string[]> =>
  drawing(part(page)).evaluate((svg) => {
    const texts = [...svg.querySelectorAll('g.label text')].map((text) => ({
      text: text.textContent ?? '',
      y: text.getBoundingClientRect().top,
      fill: text.getAttribute('fill')
    }));
    const rows: { text: string; fill: string | null }[] = [];
    for (const { text, fill } of texts) {
      const last = rows.at(-1);
      if (last?.fill === fill) last!.text += ` ${text}`;
      else rows.push({ text, fill });
    }
    return rows.map(({ text }) => text);
  });

/** The rows of each table: name, rate, side, place, change. */
const tables = (page: Page): Promise<string[][][]> =>
  part(page)
    .getByRole('table')
    .evaluateAll((all) =>
      all.map((table) =>
        [...table.querySelectorAll('tbody tr')].map((row) =>
          [...row.children].map((cell) => {
            const under = cell.querySelector('span')?.textContent ?? '';
            return (cell.textContent ?? '').replace(under, '').trim();
          })
        )
      )
    );

const namesIn = async (page: Page): Promise<string[][]> =>
  (await tables(page)).map((rows) => rows.map(([name = '']) => name));

const expectRows = async (page: Page, names: string[]): Promise<void> => {
  await expect.poll(() => namesIn(page)).toEqual([names, names, names]);
  expect((await drawnNames(page)).slice(0, names.length)).toEqual(names);
};

test('with the mouse: similar authorities at one click each, in one order of table and drawing, taken away as shown', async ({
  page
}) => {
  await open(page, HARINGEY);
  await expect(part(page).getByRole('table')).toHaveCount(0);

  await test.step('a click adds one, a second takes it back, and so does the browser', async () => {
    await offered(page, 'Waltham Forest').click();
    await expect(page).toHaveURL(`${HARINGEY}?with=320`);
    await expectRows(page, ['Haringey', 'Waltham Forest', 'England']);
    await offered(page, 'Ealing').click();
    await expect(page).toHaveURL(`${HARINGEY}?with=320,307`);
    await expectRows(page, ['Haringey', 'Waltham Forest', 'Ealing', 'England']);
    await page.goBack();
    await expectRows(page, ['Haringey', 'Waltham Forest', 'England']);
    await page.goForward();
    await expectRows(page, ['Haringey', 'Waltham Forest', 'Ealing', 'England']);
  });

  await test.step('figures, sides, places and changes are the published ones', async () => {
    const [lookedAfter, plans, inNeed] = await tables(page);
    expect(lookedAfter).toEqual([
      ['Haringey', '60.6', 'similar', '94', '−9.9'],
      ['Waltham Forest', '46.6', 'lower', '125', '−0.7'],
      ['Ealing', '33.4', 'lower', '146', '−6.9'],
      ['England', '67.1', '–', '–', '−0.8']
    ]);
    expect(plans![0]).toEqual(['Haringey', '36.3', 'similar', '=91', '+9.5']);
    expect(inNeed![0]).toEqual(['Haringey', '368.9', 'higher', '61', '−30.9']);
    await expect(part(page)).toContainText(
      'Of the three authorities here with a figure, that is the highest: they ran from 33.4 (Ealing) to 60.6 (Haringey).'
    );
  });

  await test.step('another order moves table and drawing together', async () => {
    await offered(page, 'Inner London').click();
    await orderBy(page, 'In need: the highest first');
    await expect(page).toHaveURL(`${HARINGEY}?with=320,307,E13000001&order=children-in-need`);
    await expectRows(page, ['Inner London', 'Haringey', 'Waltham Forest', 'Ealing', 'England']);
  });

  await test.step('the file has the rows of the tables, measure by measure', async () => {
    const { name, rows } = await download(page, part(page).getByRole('button', { name: 'Download these rows (CSV)' }));
    expect(name).toBe('haringey-beside-others.csv');
    const shown = (await tables(page)).flat();
    expect(
      rows.map(({ area_name, value, against_england, place, change }) => [
        area_name,
        value,
        against_england,
        place,
        change
      ])
    ).toEqual(
      shown.map(([area, rate, side, place, change]) => [
        area,
        String(Number(rate!.replace(',', ''))),
        side === '–' ? '' : side,
        place === '–' ? '' : place,
        String(Number(change!.replace('−', '-').replace('+', '')))
      ])
    );
    expect(rows[0]!.address).toContain('/areas/haringey/?with=320,307,E13000001&order=children-in-need#compare');
  });

  await test.step('a sixth is refused in words, and all are cleared at once', async () => {
    for (const name of ['Lewisham', 'Lambeth']) await offered(page, name).click();
    await expect(page).toHaveURL(/with=320,307,E13000001,209,208/);
    await offered(page, 'Barnet').click();
    await expect(notices(page)).toHaveText([
      'Five areas stand beside Haringey already, as many as fit: Barnet was left out. Remove one to add it.'
    ]);
    await expect(part(page).getByText('Five are chosen, as many as fit.')).toBeVisible();
    await part(page)
      .getByRole('button', { name: /^Ealing\W+remove$/ })
      .click();
    await expect(notices(page)).toHaveCount(0);
    await part(page).getByRole('button', { name: 'Clear all' }).click();
    await expect(page).toHaveURL(HARINGEY);
    await expect(part(page).getByRole('table')).toHaveCount(0);
  });
});

test('with the keyboard alone: a name, an order, the drawing figure by figure, and away again', async ({ page }) => {
  await open(page, HARINGEY);
  await field(page).focus();
  await page.keyboard.type('Islington');
  await expect(page.getByRole('option')).toHaveText(['Islington']);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${HARINGEY}?with=206`);
  await expectRows(page, ['Haringey', 'Islington', 'England']);
  await expect(field(page)).toBeFocused();

  const order = part(page).getByRole('combobox', { name: 'Order of the rows' });
  await tabTo(page, order);
  await page.keyboard.press('ArrowDown');
  await expect(page).toHaveURL(`${HARINGEY}?with=206&order=looked-after`);

  const reader = part(page).getByRole('group', { name: /^Read the chart/ });
  await tabTo(page, reader);
  await page.keyboard.press('Home');
  const spoken = reader.locator('xpath=following-sibling::p[@aria-live]');
  const [first] = (await tables(page))[0]!;
  await expect(spoken).toHaveText(`${first![0]}: Looked after, 2025: ${first![1]} per 10,000 children`);
  await page.keyboard.press('ArrowRight');
  await expect(spoken).toContainText(`${first![0]}: On a protection plan, 2025`);

  const chip = part(page).getByRole('button', { name: /^Islington\W+remove$/ });
  await tabTo(page, chip, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(HARINGEY);
  await expect(part(page).getByRole('group', { name: 'Areas beside Haringey' })).toBeFocused();
});

test('opened cold from an address: the same rows, and what cannot be followed said', async ({ page }) => {
  const cases: [address: string, rows: string[] | undefined, says: RegExp[]][] = [
    [
      '/areas/haringey/?with=206,309,999,206&order=best',
      ['Haringey', 'Islington', 'England'],
      [
        /^Haringey stands in the first row/,
        /code “999”/,
        /^Islington is named more than once/,
        /no order called “best”/
      ]
    ],
    [
      '/areas/haringey/?with=201,202,203,204,205,206',
      ['Haringey', 'City of London', 'Camden', 'Greenwich', 'Hackney', 'Hammersmith and Fulham', 'England'],
      [/as many as fit: Islington was left out\./]
    ],
    [
      '/areas/haringey/?with=875,206',
      ['Haringey', 'Islington', 'England'],
      [
        /^Cheshire has no figures beside those of Haringey on 31 March 2025: it ended on 31 March 2009\. It was left out\./
      ]
    ],
    ['/areas/haringey/?with=nonsense,%00', undefined, [/code “nonsense”/, /No area has the code/]],
    ['/areas/haringey/?with=', undefined, [/^The address names no area to set beside Haringey/]]
  ];
  for (const [address, rows, says] of cases)
    await test.step(address, async () => {
      await open(page, address);
      await expect(notices(page)).toHaveText(says);
      if (rows) await expectRows(page, rows);
      else await expect(part(page).getByRole('table')).toHaveCount(0);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    });

  await test.step('an authority that ended stands beside those of its last year', async () => {
    await open(page, '/areas/cheshire/?with=820,942&order=children-in-need');
    await expect(notices(page)).toHaveText([
      /^Cumberland has no figures beside those of Cheshire \(to 2009\) on 31 March 2009: it began on 1 April 2023\./,
      /^Children in need: no rate is shown beside Cheshire \(to 2009\)/
    ]);
    await expect.poll(() => tables(page)).toHaveLength(1);
    expect(await namesIn(page)).toEqual([['Cheshire (to 2009)', 'Bedfordshire (to 2009)', 'England']]);
    await expect(part(page).getByRole('table')).toContainText('31 March 2009, per 10,000 children');
  });

  await test.step('what is not published is said, in the drawing, the table, the words and the file', async () => {
    await open(page, '/areas/city-of-london/?with=330');
    await expectRows(page, ['City of London', 'Birmingham', 'England']);
    expect((await tables(page))[0]![0]).toEqual(['City of London', 'not published', '–', '–', '–']);
    await expect(drawing(part(page)).locator('g.missing-label text')).toHaveText(['not published', 'not published']);
    await expect(part(page)).toContainText(
      'Not published, so that no one can be identified: the figure of the City of London.'
    );
    const { rows } = await download(page, part(page).getByRole('button', { name: 'Download these rows (CSV)' }));
    expect(rows[0]).toMatchObject({ value: '', symbol: 'c', out_of: '', difference_from_england: '', change: '' });
  });
});

test('figures that do not come: the section says so, the page stands, and it tries again when asked', async ({
  page,
  troubles
}) => {
  troubles.expect(/Failed to load resource/);
  await page.route(SERIES, (route) => route.abort());
  await open(page, `${HARINGEY}?with=206`);
  const failure = part(page).getByText(
    'The areas that you chose could not be shown: children-in-need.json did not arrive: there is no connection, or something on the way blocks it. The rest of the page still holds.'
  );
  await expect(failure).toBeVisible();
  await expect(part(page).getByRole('table')).toHaveCount(0);
  await expect(
    page.getByRole('region', { name: 'Children looked after', exact: true }).getByRole('table')
  ).toBeAttached();
  await page.unroute(SERIES);
  await part(page).getByRole('button', { name: 'Try again' }).dispatchEvent('click');
  await expectRows(page, ['Haringey', 'Islington', 'England']);
  await expect(failure).toHaveCount(0);
});

test('opened, it moves nothing in sight, axe finds nothing in either theme, and it fits 320 pixels', async ({
  page
}) => {
  await page.addInitScript(() => {
    const seen = { shift: 0 };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      // The header of every page may be painted in two steps while the page is still arriving.
      const [{ domInteractive: parsed }] = performance.getEntriesByType('navigation') as [PerformanceNavigationTiming];
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
        if (parsed && entry.startTime > parsed) seen.shift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  for (const [width, hash] of [
    [1280, ''],
    [320, '#compare']
  ] as const) {
    // Another hash alone would not open the page anew.
    await page.goto('about:blank');
    await page.setViewportSize({ width, height: 720 });
    await page.goto(`${HARINGEY}?with=839,201,207,E12000007,330${hash}`);
    await awake(page);
    await expect.poll(() => tables(page)).toHaveLength(3);
    await expect(drawing(part(page))).toBeVisible();
    expect(await page.evaluate(() => (window as unknown as { seen: { shift: number } }).seen.shift)).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect((await axe(page).include('section[aria-labelledby=compare]').analyze()).violations).toEqual([]);
    }
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the section says what it needs and leads to the measures, and has no dead control', async ({ page }) => {
    await page.goto(`${HARINGEY}?with=206`);
    const instead = part(page).locator('noscript p');
    await expect(instead).toContainText('To set Haringey beside others here needs JavaScript.');
    await expect(instead.getByRole('link')).toHaveText([
      'children looked after',
      'children subject of a child protection plan',
      'children in need'
    ]);
    for (const role of ['button', 'combobox'] as const) await expect(part(page).getByRole(role)).toHaveCount(0);
  });
});
