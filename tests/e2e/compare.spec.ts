import type { Locator, Page } from '@playwright/test';
import { axe } from './axe.ts';
import { downloadRows } from './download.ts';
import { awake, drawing, expect, lineNames, open, tabTo, test } from './support.ts';
import { SLOW, sampleOf, themesAt } from '../ring.ts';

const COMPARE = '/compare/';
const HARINGEY = `${COMPARE}?areas=309`;
const SERIES = '**/app/series/children-in-need.*.json';

const part = (page: Page): Locator => page.getByRole('region', { name: 'Comparison', exact: true });
/** The part with the figures of one year, and that with the lines. */
const yearPart = (page: Page): Locator => part(page).getByRole('region', { name: /^The latest year of/ });
const linesPart = (page: Page): Locator => part(page).getByRole('region', { name: 'Over time', exact: true });
const field = (page: Page): Locator => part(page).getByRole('combobox', { name: /council or region$/ });
const offered = (page: Page, name: string): Locator =>
  part(page).getByRole('button', { name: new RegExp(`^${name}$`) });
/** What the field offers for what was typed. */
const found = (page: Page): Locator => part(page).getByRole('listbox').getByRole('option');
const notices = (page: Page): Locator => part(page).locator('.notices li');
const orderBy = (page: Page, label: string) =>
  part(page).getByRole('combobox', { name: 'Order of the rows' }).selectOption(label);

/** The names of the rows of the drawing, from the top, of its first panel; one on several lines is joined. */
const drawnNames = (page: Page): Promise<string[]> =>
  drawing(yearPart(page)).evaluate((svg) => {
    const texts = [...svg.querySelectorAll('g.label text')].map((text) => ({
      text: text.textContent ?? '',
      y: text.getBoundingClientRect().top,
      fill: text.getAttribute('fill')
    }));
    const rows: { text: string; y: number; fill: string | null }[] = [];
    for (const { text, y, fill } of texts) {
      const last = rows.at(-1);
      // Lines of one name are nearer to each other than rows; areas past the fifth share a colour.
      if (last?.fill === fill && y - last!.y < 18) Object.assign(last!, { text: `${last!.text} ${text}`, y });
      else rows.push({ text, y, fill });
    }
    return rows.map(({ text }) => text);
  });

/** The rows of each table: name, rate, side, place, side of the first area chosen, change. */
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
  await expectRows(page, ['Haringey', 'England']);

  await test.step('a click adds one, a second takes it back, and so does the browser', async () => {
    await offered(page, 'Waltham Forest').click();
    await expect(page).toHaveURL(`${HARINGEY},320`);
    await expectRows(page, ['Haringey', 'Waltham Forest', 'England']);
    await offered(page, 'Ealing').click();
    await expect(page).toHaveURL(`${HARINGEY},320,307`);
    await expectRows(page, ['Haringey', 'Waltham Forest', 'Ealing', 'England']);
    await page.goBack();
    await expectRows(page, ['Haringey', 'Waltham Forest', 'England']);
    await page.goForward();
    await expectRows(page, ['Haringey', 'Waltham Forest', 'Ealing', 'England']);
    await expect(drawing(linesPart(page))).toHaveCount(3);
    await expect
      .poll(() => lineNames(drawing(linesPart(page)).first()))
      .toEqual(expect.arrayContaining(['Ealing', 'England', 'Haringey']));
  });

  await test.step('figures, sides, places and changes are the published ones', async () => {
    const [lookedAfter, plans, inNeed] = await tables(page);
    expect(lookedAfter).toEqual([
      ['Haringey', '60.6', 'similar', '94', '–', '−10.0'],
      ['Waltham Forest', '46.6', 'lower', '125', 'lower', '−0.7'],
      ['Ealing', '33.4', 'lower', '146', 'lower', '−6.9'],
      ['England', '67.1', '–', '–', '–', '−0.7']
    ]);
    expect(plans![0]).toEqual(['Haringey', '36.3', 'similar', '=91', '–', '+9.6']);
    expect(inNeed![0]).toEqual(['Haringey', '368.9', 'higher', '61', '–', '−30.9']);
    await expect(part(page)).toContainText(
      'Of the three authorities here with a figure, that is the highest: they ran from 33.4 (Ealing) to 60.6 (Haringey).'
    );
  });

  await test.step('another order moves table and drawing together', async () => {
    await offered(page, 'Inner London').click();
    await orderBy(page, 'In need: the highest first');
    await expect(page).toHaveURL(`${HARINGEY},320,307,E13000001&order=children-in-need`);
    await expectRows(page, ['Inner London', 'Haringey', 'Waltham Forest', 'Ealing', 'England']);
  });

  await test.step('the file has the rows of the tables, measure by measure', async () => {
    const { name, rows } = await downloadRows(page, part(page));
    expect(name).toBe('haringey-compared.csv');
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
      shown.map(([area, rate, side, place, , change]) => [
        area,
        String(Number(rate!.replace(',', ''))),
        side === '–' ? '' : side,
        place === '–' ? '' : place,
        String(Number(change!.replace('−', '-').replace('+', '')))
      ])
    );
    expect(rows[0]!.address).toContain('/compare/?areas=309,320,307,E13000001&order=children-in-need');
  });

  await test.step('those most like the first come with one press, a twelfth is refused, and all are cleared at once', async () => {
    await offered(page, 'The rest').click();
    await expect(page).toHaveURL(/areas=309,320,307,E13000001(,\d{3}){7}&/);
    await offered(page, 'Redbridge').click();
    await expect(notices(page)).toHaveText([
      'Eleven areas are compared already, as many as fit: Redbridge was left out. Remove one to add it.'
    ]);
    await expect(part(page).getByText('Eleven are chosen, as many as fit.')).toBeVisible();
    await part(page)
      .getByRole('button', { name: /^Ealing\W+remove$/ })
      .click();
    await expect(notices(page)).toHaveCount(0);
    await part(page).getByRole('button', { name: 'Clear all' }).click();
    await expect(page).toHaveURL(COMPARE);
    await expect(part(page).getByRole('table')).toHaveCount(0);
  });
});

test('with the keyboard alone: a name, an order, the drawing figure by figure, and away again', async ({ page }) => {
  await open(page, COMPARE);
  await field(page).focus();
  await page.keyboard.type('Haringey');
  await expect(found(page)).toHaveText(['Haringey']);
  await page.keyboard.press('Enter');
  await expectRows(page, ['Haringey', 'England']);
  await page.keyboard.type('Islington');
  await expect(found(page)).toHaveText(['Islington']);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${HARINGEY},206`);
  await expectRows(page, ['Haringey', 'Islington', 'England']);
  await expect(field(page)).toBeFocused();

  const order = part(page).getByRole('combobox', { name: 'Order of the rows' });
  await tabTo(page, order);
  await page.keyboard.press('ArrowDown');
  await expect(page).toHaveURL(`${HARINGEY},206&order=looked-after`);

  const reader = part(page).getByRole('group', { name: /^Read the chart area by area/ });
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
  await expect(page).toHaveURL(`${HARINGEY}&order=looked-after`);
  await expect(part(page).getByRole('group', { name: 'Areas to compare' })).toBeFocused();
});

test('opened cold from an address: the same rows, and what cannot be followed said', async ({ page }) => {
  const NOTHING = /^Nothing is compared yet: .* Compare North East, North West and Yorkshire and The Humber$/;
  const cases: [address: string, rows: string[] | undefined, says: RegExp[]][] = [
    [
      '/compare/?areas=309,206,309,999,206,E92000001&order=best',
      ['Haringey', 'Islington', 'England'],
      [
        /^Haringey is named more than once/,
        /code “999”/,
        /^Islington is named more than once/,
        /^England is always in the last row/,
        /no order called “best”/
      ]
    ],
    [
      '/compare/?areas=309,201,202,203,204,205,206,207,208,209,210,211',
      [
        ...['Haringey', 'City of London', 'Camden', 'Greenwich', 'Hackney', 'Hammersmith and Fulham', 'Islington'],
        ...['Kensington and Chelsea', 'Lambeth', 'Lewisham', 'Southwark', 'England']
      ],
      [/^Eleven areas .*: Tower Hamlets was left out\./]
    ],
    [
      '/compare/?areas=309,875,206',
      ['Haringey', 'Islington', 'England'],
      [
        /^Cheshire has no figures to compare with those of Haringey on 31 March 2025: it ended on 31 March 2009\. It was left out\./
      ]
    ],
    ['/compare/?areas=nonsense,%00', undefined, [/code “nonsense”/, /No area has the code/, NOTHING]],
    ['/compare/?areas=', undefined, [/^The address names no area to compare/, NOTHING]],
    ['/compare/', undefined, [NOTHING]],
    ['/compare/?areas=nonsense,haringey', ['Haringey', 'England'], [/code “nonsense”/]],
    ['/compare/?areas=E12000007,309', ['London', 'Haringey', 'England'], []]
  ];
  for (const [address, rows, says] of sampleOf(cases, 5))
    await test.step(address, async () => {
      await open(page, address);
      await expect(notices(page)).toHaveText(says);
      if (rows) await expectRows(page, rows);
      else await expect(part(page).getByRole('table')).toHaveCount(0);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    });

  await test.step('where nothing can be compared, the nearest comparison is a link', async () => {
    await open(page, '/compare/?areas=harringey');
    const link = notices(page).getByRole('link', { name: /^Compare Haringey, .+ and .+$/ });
    await link.click();
    await expect(page).toHaveURL(/\?areas=309,/);
    await expect.poll(async () => (await namesIn(page))[0]?.[0]).toBe('Haringey');
    await expect(notices(page)).toHaveCount(0);
  });

  await test.step('an authority that ended is compared with those of its last year', async () => {
    await open(page, '/compare/?areas=875,820,942&order=children-in-need');
    await expect(notices(page)).toHaveText([
      /^Cumberland has no figures to compare with those of Cheshire \(to 2009\) on 31 March 2009: it began on 1 April 2023\./,
      /^Children in need: no rate is shown for the years of Cheshire \(to 2009\)/
    ]);
    await expect.poll(() => tables(page)).toHaveLength(1);
    expect(await namesIn(page)).toEqual([['Cheshire (to 2009)', 'Bedfordshire (to 2009)', 'England']]);
    await expect(part(page).getByRole('table')).toContainText('31 March 2009, per 10,000 children');
  });

  await test.step('what is not published is said, in the drawing, the table, the words and the file', async () => {
    await open(page, '/compare/?areas=201,330');
    await expectRows(page, ['City of London', 'Birmingham', 'England']);
    expect((await tables(page))[0]![0]).toEqual(['City of London', 'not published', '–', '–', '–', '–']);
    await expect(drawing(yearPart(page)).locator('g.missing-label text')).toHaveText([
      'not published',
      'not published'
    ]);
    await expect(part(page)).toContainText(
      'Not published, so that no one can be identified: the figure of the City of London.'
    );
    const { rows } = await downloadRows(page, part(page));
    expect(rows[0]).toMatchObject({ value: '', symbol: 'c', out_of: '', difference_from_england: '', change: '' });
  });
});

test(
  'other measures: by the keyboard a group opens with its tables and drawings, the rows in the same order',
  { tag: SLOW },
  async ({ page, troubles }) => {
    await open(page, `${HARINGEY},330&order=looked-after`);
    await expectRows(page, ['Birmingham', 'Haringey', 'England']);
    const group = (name: string) =>
      part(page)
        .locator('details')
        .filter({ hasText: new RegExp(`^${name}`) });

    const protection = group('Child protection');
    await protection.locator('summary').focus();
    await page.keyboard.press('Enter');
    const started = protection.getByRole('table', { name: /^Child protection plans started/ });
    await expect(started.getByRole('rowheader')).toHaveText(['Birmingham', 'Haringey', 'England']);
    await expect(started.getByRole('row', { name: /^Haringey/ })).toContainText('42.7');
    await expect(protection.locator('figure svg').first()).toBeVisible();
    const repeated = protection.getByRole('table', { name: /^Second or later child protection plans.*%$/ });
    await expect(repeated.getByRole('row', { name: /^Haringey/ })).toContainText('24.9');

    await test.step('figures that are out of nothing held are not tested, and the page says so', async () => {
      const workforce = group('Workforce');
      await workforce.locator('summary').click();
      await expect(workforce).toContainText('no range can be given for a rank');
      await expect(workforce.getByRole('table', { name: /^Average caseload/ })).toContainText('14.6');
    });

    await test.step('what does not come is said, and tried again when asked', async () => {
      troubles.expect(/Failed to load resource/);
      await page.route('**/app/series/referrals.*.json', (route) => route.abort());
      const need = group('Need, referral and assessment');
      await need.locator('summary').click();
      await expect(need.getByRole('alert')).toContainText(
        'These measures could not be shown: referrals.json did not arrive'
      );
      await page.unroute('**/app/series/referrals.*.json');
      await need.getByRole('button', { name: 'Try again' }).click();
      await expect(need.getByRole('table', { name: /^Referrals to/ })).toContainText('617.4');
      await expect(need.getByRole('alert')).toHaveCount(0);
    });
  }
);

test('figures that do not come: the page says so, and tries again when asked', async ({ page, troubles }) => {
  troubles.expect(/Failed to load resource/);
  await page.route(SERIES, (route) => route.abort());
  await open(page, `${HARINGEY},206`);
  const failure = part(page).getByText(
    'The areas that you chose could not be shown: children-in-need.json did not arrive: there is no connection, or something on the way blocks it.'
  );
  await expect(failure).toBeVisible();
  await expect(part(page).getByRole('table')).toHaveCount(0);
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
  for (const [place, width] of [1280, 320].entries()) {
    await page.setViewportSize({ width, height: 720 });
    await page.goto(`${HARINGEY},839,201,207,E12000007,330`);
    await awake(page);
    await expect.poll(() => tables(page)).toHaveLength(3);
    await expect(drawing(yearPart(page))).toBeVisible();
    expect(await page.evaluate(() => (window as unknown as { seen: { shift: number } }).seen.shift)).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    for (const colorScheme of themesAt(place)) {
      await page.emulateMedia({ colorScheme });
      expect((await axe(page).include('main').analyze()).violations).toEqual([]);
    }
  }
});

test.describe('the page of a council or region', () => {
  test('leads to comparisons, with the councils most like it among them', async ({ page }) => {
    await open(page, '/areas/haringey/');
    await page.getByText('Show all ten').click();
    await page.getByRole('main').getByRole('link', { name: 'Waltham Forest' }).click();
    await expect(page).toHaveURL('/compare/?areas=309,320');
    await expectRows(page, ['Haringey', 'Waltham Forest', 'England']);
    await page.goBack();
    await page.getByRole('link', { name: 'Compare', exact: true }).click();
    await expect(page).toHaveURL('/compare/?areas=309');
    await expectRows(page, ['Haringey', 'England']);
  });

  test('its old addresses of comparisons lead to the new ones', async ({ page }) => {
    await open(page, '/areas/haringey/?with=206,330&order=looked-after');
    await expect(page).toHaveURL('/compare/?areas=haringey,206,330&order=looked-after');
    await expectRows(page, ['Islington', 'Birmingham', 'Haringey', 'England']);
    await open(page, '/areas/haringey/?with=');
    await expect(page).toHaveURL('/compare/?areas=haringey,');
    await expectRows(page, ['Haringey', 'England']);
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the page says what it needs and leads to councils and measures, and has no dead control', async ({ page }) => {
    await page.goto(`${HARINGEY},206`);
    const instead = page.getByRole('main').locator('noscript p');
    await expect(instead).toContainText('Comparing needs JavaScript.');
    await expect(instead.getByRole('link')).toHaveText([
      'each council has a page',
      'children looked after',
      'children subject of a child protection plan',
      'children in need'
    ]);
    const main = page.getByRole('main');
    for (const role of ['button', 'combobox'] as const) await expect(main.getByRole(role)).toHaveCount(0);
  });

  test('an old address still shows the council, with links to comparisons', async ({ page }) => {
    await page.goto('/areas/haringey/?with=206');
    await page.getByText('Show all ten').click();
    await expect(page.getByRole('link', { name: 'Waltham Forest' })).toHaveAttribute(
      'href',
      /compare\/\?areas=309,320$/
    );
    await expect(page.getByRole('main').getByRole('combobox')).toHaveCount(0);
  });
});
