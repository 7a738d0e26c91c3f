import type { Page } from '@playwright/test';
import { sampleOf } from '../ring.ts';
import { csvButton, downloadRows, type Row } from './download.ts';
import { drawing, expect, lineNames, open, sentences, test } from './support.ts';
import {
  LOOKED_AFTER,
  VIEW_PATH,
  cellOf,
  dataSet,
  held,
  placeOf,
  pointer,
  rankRows,
  readYearTable,
  ready,
  slider,
  spoken,
  tab,
  tiles
} from './year-views.ts';

const WORDS: Record<string, string> = {
  c: 'not published',
  x: 'not available',
  z: 'does not apply',
  u: 'not reliable',
  low: 'rounds to zero'
};

const toNumber = (text: string): number => Number(text.replaceAll(',', '').replace('−', '-'));

/** Asserts that every authority's figure in the file and in the table is the one of the data set, and its place too. */
const expectAsPublished = async (
  page: Page,
  rows: Row[],
  { set, column, year, from }: { set: string; column: string; year: string; from: 'highest' | 'lowest' }
): Promise<void> => {
  const published = dataSet(set).filter(
    (row) => row.geographic_level === 'Local authority' && row.time_period === year && row[column] !== ''
  );
  expect(published.length).toBeGreaterThan(140);
  const ranked = held(published, column, year);
  const table = await readYearTable(page);
  const head = table.heads.find((each) => each.endsWith(`, ${year}`))!;
  const byKey = new Map(rows.map((row) => [row.area_key, row]));
  const cells = [...table.rows.values()];
  // The file and the table have the same rows in the same order.
  expect(rows).toHaveLength(cells.length);
  for (const [i, row] of rows.entries()) {
    const text = cells[i]![head]!;
    expect([row.area_name, text]).toEqual([
      row.area_name,
      row.value === '' ? WORDS[row.symbol!] : expect.stringMatching(/^[\d,.]+$/)
    ]);
    if (row.value) expect([row.area_name, toNumber(text)]).toEqual([row.area_name, Number(row.value)]);
  }
  for (const row of published) {
    const found = byKey.get(row.old_la_code);
    expect([row.la_name, found?.time_period]).toEqual([row.la_name, year]);
    const figure = ranked.find(({ key }) => key === row.old_la_code);
    expect([row.la_name, found!.value || found!.symbol, found!.place]).toEqual([
      row.la_name,
      /^[a-z]+$/.test(row[column]!) ? row[column] : String(Number(row[column])),
      figure ? placeOf(ranked, figure.value, from) : ''
    ]);
  }
};

test.describe('opened cold, an address shows the same figures in the drawing, the words, the table and the file', () => {
  const LOOKED = { set: 'children_looked_after', column: 'looked_after_31_march_rate', from: 'highest' } as const;
  const cases: {
    address: string;
    set: string;
    column: string;
    year: string;
    from: 'highest' | 'lowest';
    says: RegExp;
    file: string;
  }[] = [
    {
      ...LOOKED,
      address: `${LOOKED_AFTER}ranked/?areas=309&year=2012&order=low`,
      year: '2012',
      from: 'lowest',
      says: /^On 31 March 2012, .* in Haringey\. That is 138th of 150 councils, counted from the lowest, or between about \d+(?:st|nd|rd|th) and \d+(?:st|nd|rd|th) once chance is allowed for, most likely in the highest quarter\./,
      file: 'looked-after-rank-2012.csv'
    },
    {
      ...LOOKED,
      address: `${LOOKED_AFTER}map/?areas=309,894&show=england`,
      year: '2025',
      says: /^On 31 March 2025, there were 60\.6 .* That is 94th of 151 councils, or between about/,
      file: 'looked-after-map-2025.csv'
    },
    {
      ...LOOKED,
      column: 'looked_after_31_march',
      address: `${LOOKED_AFTER}map/?areas=309&year=2010&unit=number`,
      year: '2010',
      says: /^On 31 March 2010, there were \d+ children looked after/,
      file: 'looked-after-map-2010.csv'
    },
    {
      set: 'child_protection_plans',
      column: 'on_plan_31_march_rate',
      from: 'highest',
      address: '/trends/child-protection-plans/spread/?areas=309&year=2015',
      year: '2015',
      says: /^On 31 March 2015, .* in Haringey\./,
      file: 'child-protection-plans-spread-2015.csv'
    },
    {
      set: 'referrals_and_assessments',
      column: 'core_assessments',
      from: 'highest',
      address: '/trends/assessments/ranked/?areas=309&year=2011&line=core',
      year: '2011',
      says: /^In the year to 31 March 2011, [\d,]+ core assessments were completed in Haringey\./,
      file: 'assessments-rank-2011.csv'
    }
  ];

  for (const each of sampleOf(cases, 2))
    test(each.address, async ({ page }) => {
      await open(page, each.address);
      await ready(page);
      await expect(page.locator('.notices')).toHaveCount(0);
      await expect.poll(async () => (await sentences(page))[0]).toMatch(each.says);

      const { name, rows } = await downloadRows(page);
      expect(name).toBe(each.file);
      expect(new Set(rows.map(({ address }) => address))).toEqual(new Set([page.url()]));
      await expectAsPublished(page, rows, each);

      const haringey = rows.find(({ area_name }) => area_name === 'Haringey')!;
      const figure = cellOf(
        await readYearTable(page),
        'Haringey',
        (await readYearTable(page)).heads.find((head) => head.endsWith(each.year))!
      )!;
      expect(toNumber(figure)).toBe(Number(haringey.value));
      expect((await sentences(page))[0]).toContain(figure);
      expect(await drawing(page).getAttribute('aria-label')).toContain((await sentences(page))[0]!);

      if (each.address.includes('/ranked/')) {
        const drawn = await rankRows(page);
        expect(drawn.length).toBeGreaterThan(10);
        expect(drawn).toContainEqual({ place: haringey.place, name: 'Haringey', figure });
        const inFile = new Set(rows.map(({ place, value }) => `${place} ${value}`));
        for (const row of drawn) expect(inFile).toContain(`${row.place} ${toNumber(row.figure)}`);
      }
      await pointer(page).focus();
      await page.keyboard.press('Home');
      const [, spokenName, spokenFigure] = /^(.+?): ([\d,.]+)/.exec((await spoken(page).textContent())!)!;
      expect(Number(rows.find(({ area_name }) => area_name === spokenName)?.value)).toBe(toNumber(spokenFigure!));
    });

  test('a change since 2008 is the difference of both unrounded rates, in the drawing and in the file', async ({
    page
  }) => {
    await open(page, `${LOOKED_AFTER}ranked/?areas=309,894&since=2008`);
    await ready(page);
    const { rows } = await downloadRows(page);
    const [now, then] = ['2025', '2008'].map((year) =>
      held(dataSet('children_looked_after'), 'looked_after_31_march_rate', year)
    );
    const unrounded = (year: string): Map<string, number> => {
      const people = held(dataSet('population_aged_0_to_17'), 'population', String(Number(year) - 1));
      const counts = held(dataSet('children_looked_after'), 'looked_after_31_march', year);
      return new Map(
        counts.map(({ key, value }) => [
          key,
          (value / (people.find((each) => each.key === key)?.value ?? NaN)) * 10_000
        ])
      );
    };
    const [exactNow, exactThen] = [unrounded('2025'), unrounded('2008')];
    const told = rows.filter(
      ({ change_since, geographic_level }) => change_since && geographic_level === 'Local authority'
    );
    expect(told.length).toBeGreaterThan(120);
    for (const row of told) {
      const [after, before] = [now, then].map((all) => all!.find(({ key }) => key === row.area_key)!.value);
      expect([row.area_name, row.value, row.value_then]).toEqual([row.area_name, String(after), String(before)]);
      const by = exactNow.get(row.area_key!)! - exactThen.get(row.area_key!)!;
      expect([row.area_name, Number(row.change)]).toEqual([row.area_name, Number(by.toFixed(1)) + 0]);
    }
    const drawn = await rankRows(page);
    expect(drawn.find(({ name }) => name === 'Haringey')?.figure).toBe('−17.4');
    expect(drawn.find(({ name }) => name === 'Telford and Wrekin')?.figure).toBe('+32.3');
  });
});

test.describe('an address that cannot be followed', () => {
  const notice = (page: Page) => page.locator('.notices li');
  const cases: { what: string; address: string; says: RegExp[]; view: string }[] = [
    {
      what: 'an unknown view',
      address: `${LOOKED_AFTER}?view=pie`,
      says: [/^There is no view called “pie”, so it is shown over time\.\s*$/],
      view: 'time'
    },
    {
      what: 'a year before the figures begin',
      address: `${LOOKED_AFTER}ranked/?year=1990`,
      says: [/no figures of councils are held for 1990; they begin in 2006, so 2006 is taken\.\s*$/],
      view: 'rank'
    },
    {
      what: 'a year to come',
      address: `${LOOKED_AFTER}map/?year=2099`,
      says: [/no figures of councils are held for 2099; they end in 2025, so 2025 is taken\.\s*$/],
      view: 'map'
    },
    {
      what: 'a word in place of a year',
      address: `${LOOKED_AFTER}spread/?year=last`,
      says: [/^“last” is not a year, so 2025 is shown\.\s*$/],
      view: 'spread'
    },
    {
      what: 'a change since a later year',
      address: `${LOOKED_AFTER}ranked/?year=2010&since=2020`,
      says: [
        /^A change is shown from an earlier year, and 2020 is not before 2010: the figures themselves are shown\.\s*$/
      ],
      view: 'rank'
    },
    {
      what: 'an unknown area',
      address: `${LOOKED_AFTER}ranked/?areas=999,309`,
      says: [/^No area has the code “999”, so it was left out\.\s*$/],
      view: 'rank'
    },
    {
      what: 'seven areas',
      address: `${LOOKED_AFTER}map/?areas=201,202,203,204,206,309,894`,
      says: [/^The address names 7 areas; a chart holds 6, so the first 6 are shown\.\s*$/],
      view: 'map'
    },
    {
      what: 'an empty choice of areas',
      address: `${LOOKED_AFTER}spread/?areas=`,
      says: [/^The address names no area, so England alone is marked\.\s*$/],
      view: 'spread'
    },
    {
      what: 'an unknown order, line and switch',
      address: `${LOOKED_AFTER}ranked/?order=best&line=red&show=fireworks`,
      says: [
        /has no line called “red”\.\s*$/,
        /^There is no order called “best”, so the highest stand first\.\s*$/,
        /“fireworks”/
      ],
      view: 'rank'
    },
    {
      what: 'an unknown unit',
      address: `${LOOKED_AFTER}ranked/?unit=pounds`,
      says: [/^Children looked after has no unit called “pounds”, so it is shown as: rate per 10,000 children\.\s*$/],
      view: 'rank'
    },
    {
      what: 'a unit that has no councils side by side',
      address: `${LOOKED_AFTER}ranked/?unit=index`,
      says: [/cannot be shown for councils side by side, so it is shown as: rate per 10,000 children\.\s*$/],
      view: 'rank'
    },
    {
      what: 'a map of a measure of England alone',
      address: '/trends/legal-status/?view=map',
      says: [
        /England’s figures alone are held here, so there are no councils to show side by side\. It is shown over time\.\s*$/
      ],
      view: 'time'
    }
  ];

  for (const { what, address, says, view } of sampleOf(cases, 4))
    test(`${what}: a notice says what happened, and the nearest view stands`, async ({ page }) => {
      await open(page, address);
      await expect(notice(page)).toHaveText(says);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect(
        new URL(page.url()).pathname.endsWith(view === 'time' ? `/trends/${address.split('/')[2]}/` : VIEW_PATH[view]!)
      ).toBe(true);
      await expect(drawing(page)).toHaveCount(1);
      await expect.poll(async () => (await sentences(page)).length).toBeGreaterThan(0);
      expect(await sentences(page)).not.toContain('');
    });

  test('an area that did not exist then: the notice says since when it does, and leads to that year', async ({
    page
  }) => {
    await open(page, `${LOOKED_AFTER}ranked/?areas=839&year=2008`);
    await expect(notice(page)).toHaveText([
      /^Bournemouth, Christchurch and Poole did not exist on 31 March 2008: it began on 1 April 2019\.\s+Show 2020$/
    ]);
    await notice(page).getByRole('link', { name: 'Show 2020' }).click();
    await expect(page).toHaveURL(`${LOOKED_AFTER}ranked/?areas=839&year=2020`);
    await expect(notice(page)).toHaveCount(0);
    await expect
      .poll(async () => (await sentences(page))[0])
      .toMatch(/^On 31 March 2020, .* Bournemouth, Christchurch/);
  });

  test('a measure of England alone has no tabs', async ({ page }) => {
    await open(page, '/trends/legal-status/');
    await expect(page.getByRole('navigation', { name: 'Views' })).toHaveCount(0);
    await expect(slider(page)).toHaveCount(0);
  });

  test('a measure of several lines shows one, and another when it is chosen', async ({ page }) => {
    await open(page, '/trends/assessments/ranked/');
    const which = page.getByRole('combobox', { name: 'Which' });
    await which.selectOption('Core');
    await expect(page).toHaveURL('/trends/assessments/ranked/?line=core');
    await expect(page.locator('figcaption:visible')).toHaveText(
      /^Assessments completed \(core\) in \d{4}: from .* Councils in order · Assessments completed: core, /
    );
    const year = /(\d{4})$/.exec((await slider(page).getAttribute('aria-valuetext'))!)![1]!;
    const [highest] = held(dataSet('referrals_and_assessments'), 'core_assessments', year);
    await expect
      .poll(async () => (await rankRows(page))[0])
      .toMatchObject({ place: '1', figure: highest!.value.toLocaleString('en-GB') });
  });

  for (const [asked, name, to] of [
    ['/trends/looked-aftr/?view=map&areas=309', 'Children looked after', '/trends/looked-after/map/?areas=309'],
    ['/trends/nothing/?view=rank', undefined, undefined]
  ] as const)
    test(`${asked} is not there, and the nearest measure is named`, async ({ page, troubles }) => {
      troubles.expect(/status of 404/);
      await page.goto(asked);
      const place = page.locator('#nearest');
      await expect(place).toHaveText(/^There is no measure with the address “[a-z-]+”\. The nearest is .+\.$/);
      const link = place.getByRole('link');
      if (name) await expect(link).toHaveText(name);
      await link.click();
      if (to) await expect(page).toHaveURL(to);
      else {
        expect(new URL(page.url()).pathname).toMatch(/^\/trends\/[a-z0-9-]+\/(ranked\/)?$/);
      }
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    });
});

test.describe('the figures do not come', () => {
  const SERIES = '**/app/series/looked-after.*.json';

  for (const view of sampleOf(['rank', 'map', 'spread'], 1))
    test(`in ${view}: the page says so, keeps the drawing it has, and tries again when asked`, async ({
      page,
      troubles
    }) => {
      troubles.expect(/Failed to load resource/);
      await page.route(SERIES, (route) => route.abort());
      await open(page, `${LOOKED_AFTER}${VIEW_PATH[view]}?areas=309`);
      const failure = page.getByText(
        'What you chose could not be shown: looked-after.json did not arrive: there is no connection, or something on the way blocks it.'
      );
      await expect(failure).toBeVisible();
      await expect(drawing(page)).toHaveCount(1);
      const before = await sentences(page);
      expect(before.at(-1)).toMatch(/^Children looked after\. On 31 March 2025, the figures of 151 councils/);
      expect((await readYearTable(page)).rows.size).toBe(154);

      await page.unroute(SERIES);
      // As an event alone: a pointer on its way to the button already makes the page fetch what a choice will need.
      await page.getByRole('button', { name: 'Try again' }).dispatchEvent('click');
      await expect.poll(async () => (await sentences(page))[0]).toContain('That is 94th of 151');
      await expect(failure).toHaveCount(0);
    });

  test('rows that were asked for and did not come are not handed out', async ({ page, troubles }) => {
    troubles.expect(/Failed to load resource/);
    await page.route(SERIES, (route) => route.abort());
    await open(page, `${LOOKED_AFTER}ranked/`);
    await (await csvButton(page)).dispatchEvent('click');
    await expect(page.getByRole('alert')).toContainText('The rows could not be written');
    await page.unroute(SERIES);
    const { name, rows } = await downloadRows(page);
    expect(name).toBe('looked-after-rank-2025.csv');
    expect(rows).toHaveLength(154);
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const width of sampleOf([360, 1280], 1))
    test(`at ${width} pixels each view is a page of its own, with its words and its table, and links to the others`, async ({
      page
    }) => {
      await page.setViewportSize({ width, height: 900 });
      const views = page.getByRole('navigation', { name: 'Views' });
      // An old address shows the measure over time, with links to the views.
      await page.goto(`${LOOKED_AFTER}?view=map`);
      await expect(drawing(page)).toHaveCount(1);
      expect(await lineNames(drawing(page))).toEqual(['England']);
      const inView: Record<string, string> = { Ranked: 'g.place', Map: '.hatch', Spread: '.point' };
      for (const [name, mark] of Object.entries(inView)) {
        await views.getByRole('link', { name }).click();
        await expect(views.getByRole('link', { name })).toHaveAttribute('aria-current', 'page');
        await expect(drawing(page)).toHaveCount(1);
        await expect(drawing(page).locator(mark).first()).toBeVisible();
        expect((await sentences(page)).join(' ')).toMatch(/ran from 27\.5 \(Richmond upon Thames\) to 183\.6/);
        await expect(page.getByRole('table')).toHaveCount(1);
        await expect(page.getByRole('row', { name: /^Haringey 94 76–110 60\.6/ })).toBeVisible();
      }
      expect((await sentences(page)).join(' ')).toContain('by chance alone about 8 would lie outside');
    });
});

test.describe('an old address', () => {
  const moved = [
    [`${LOOKED_AFTER}?view=map`, `${LOOKED_AFTER}map/`],
    [`${LOOKED_AFTER}?areas=309,894&view=rank&year=2012`, `${LOOKED_AFTER}ranked/?areas=309,894&year=2012`],
    ['/embed/looked-after/?view=spread', '/embed/looked-after/spread/']
  ] as const;
  for (const [from, to] of sampleOf(moved, 1))
    test(`${from} leads to ${to}, and back to where the reader came from`, async ({ page }) => {
      await page.goto('/about/');
      await page.goto(from);
      await expect(page).toHaveURL(to);
      await expect(drawing(page)).toHaveCount(1);
      await page.goBack();
      await expect(page).toHaveURL('/about/');
    });

  test('of a view of a measure that has none stays, and says why', async ({ page }) => {
    await open(page, '/trends/legal-status/?view=map');
    await expect(page).toHaveURL('/trends/legal-status/?view=map');
    await expect(page.locator('.notices li')).toContainText('It is shown over time.');
  });
});

test.describe('at 320 pixels', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  for (const view of sampleOf(['rank', 'spread', 'map'], 1))
    test(`${view} keeps to the window, every row of its drawing too`, async ({ page }) => {
      await open(page, `${LOOKED_AFTER}${VIEW_PATH[view]}?areas=309,839${view === 'rank' ? '&show=all' : ''}`);
      await ready(page);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      ).toBe(0);
      // The drawing is made anew once its figures are here: one that has just gone has no box.
      await expect.poll(() => drawing(page).boundingBox()).not.toBeNull();
      const box = (await drawing(page).boundingBox())!;
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(320);
      if (view === 'rank') expect((await rankRows(page)).length).toBe(151);
      if (view === 'map') expect(await tiles(page)).toEqual({ all: 153, hatched: 2 });
      await expect(tab(page, 'Spread')).toBeVisible();
    });
});
