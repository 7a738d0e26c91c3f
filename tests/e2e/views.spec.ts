import type { Page } from '@playwright/test';
import { drawing, expect, lineNames, open, sentences, tabTo, test } from './support.ts';
import {
  LOOKED_AFTER,
  VIEW_PATH,
  cellOf,
  choose,
  dataSet,
  field,
  held,
  placeOf,
  pointer,
  rankRows,
  readYearTable,
  ready,
  remove,
  slider,
  spoken,
  tab,
  tiles,
  tip
} from './year-views.ts';
import { SLOW } from '../ring.ts';

const RATE = 'looked_after_31_march_rate';
const data = dataSet('children_looked_after');
const in2025 = held(data, RATE, '2025');
const rateOf = (name: string, year = '2025') => held(data, RATE, year).find((each) => each.name === name)!.value;

const HARINGEY =
  'On 31 March 2025, there were 60.6 children looked after for every 10,000 children living in Haringey. That is 94th of 151 ' +
  'councils, or between about 76th and 110th once chance is allowed for, most likely in the lower middle quarter. England’s figure was 67.1: Haringey’s was similar, lower by ' +
  '6.5, which chance alone could explain.';

test('the data set says what the tests below expect of it', () => {
  expect(in2025).toHaveLength(151);
  expect(rateOf('Haringey')).toBe(60.6);
  expect(placeOf(in2025, 60.6)).toBe('94');
  expect(in2025.filter(({ value }) => placeOf(in2025, value) === '=74').map(({ name }) => name)).toEqual([
    'Milton Keynes',
    'North Northamptonshire'
  ]);
});

test.describe('by mouse', () => {
  test('the four views are turned through, each with its drawing, its sentences and its table, and back again', async ({
    page
  }) => {
    await open(page, LOOKED_AFTER);
    expect(await lineNames(drawing(page))).toEqual(['England']);
    await expect(slider(page)).toHaveCount(0);
    await page.evaluate(() => Object.assign(globalThis, { sameDocument: true }));

    await tab(page, 'Ranked').click();
    await expect(page).toHaveURL(`${LOOKED_AFTER}ranked/`);
    await expect(tab(page, 'Ranked')).toHaveAttribute('aria-current', 'page');
    await expect(drawing(page)).toHaveCount(1);
    const top = await rankRows(page);
    expect(top.slice(0, 3)).toEqual(
      in2025.slice(0, 3).map(({ name, value }, i) => ({ place: String(i + 1), name, figure: value.toFixed(1) }))
    );

    await tab(page, 'Map').click();
    await expect(page).toHaveURL(`${LOOKED_AFTER}map/`);
    await expect(drawing(page)).toHaveCount(1);
    await expect.poll(() => tiles(page)).toEqual({ all: 153, hatched: 2 });

    await tab(page, 'Spread').click();
    await expect(page).toHaveURL(`${LOOKED_AFTER}spread/`);
    // Each council in the strip and in the funnel.
    await expect(drawing(page).locator('g.point > *')).toHaveCount(2 * 151);
    await expect(drawing(page).locator('g.limit')).toHaveCount(2);

    for (const view of ['map', 'rank']) {
      await page.goBack();
      await expect(page).toHaveURL(`${LOOKED_AFTER}${VIEW_PATH[view]}`);
      await expect(tab(page, view === 'map' ? 'Map' : 'Ranked')).toHaveAttribute('aria-current', 'page');
      await expect(drawing(page)).toHaveCount(1);
    }
    await page.goBack();
    await expect(page).toHaveURL(LOOKED_AFTER);
    await expect.poll(() => lineNames(drawing(page))).toEqual(['England']);
    await page.goForward();
    await expect(page).toHaveURL(`${LOOKED_AFTER}ranked/`);
    await expect.poll(async () => (await rankRows(page)).length).toBeGreaterThan(10);
    // The router went from view to view: the page was loaded once.
    expect(await page.evaluate(() => (globalThis as { sameDocument?: boolean }).sameDocument)).toBe(true);
  });

  test('an area that was chosen is kept from view to view, and is marked in each', async ({ page }) => {
    await open(page, `${LOOKED_AFTER}?areas=309`);
    await expect.poll(() => lineNames(drawing(page))).toEqual(['England', 'Haringey']);
    await tab(page, 'Ranked').click();
    await expect(page).toHaveURL(`${LOOKED_AFTER}ranked/?areas=309`);
    await expect.poll(async () => (await sentences(page))[0]).toBe(HARINGEY);
    await expect.poll(() => rankRows(page)).toContainEqual({ place: '94', name: 'Haringey', figure: '60.6' });
    await expect(drawing(page).locator('g.reference-label text')).toHaveText(['England 67.1', 'Inner London 59.3']);

    await tab(page, 'Map').click();
    await expect(drawing(page).locator('.ring.slot-1')).toHaveCount(1);
    await tab(page, 'Spread').click();
    await expect(drawing(page).locator('g.label text', { hasText: /^Haringey/ })).toHaveCount(2);
    await tab(page, 'Over time').click();
    await expect(page).toHaveURL(`${LOOKED_AFTER}?areas=309`);
    await expect.poll(() => lineNames(drawing(page))).toEqual(['England', 'Haringey']);
  });

  test('a click on the drawing marks the area under it, and a second takes the mark away', async ({ page }) => {
    await open(page, `${LOOKED_AFTER}ranked/?areas=309`);
    await ready(page);
    // What was prerendered marks nobody; its places are those of the drawing only once Haringey is marked.
    await expect(drawing(page).locator('g.label text', { hasText: /^Haringey/ })).toHaveCount(1);
    const row = drawing(page).locator('g.label text', { hasText: /^Blackpool$/ });
    const [name, box] = [(await row.boundingBox())!, (await drawing(page).boundingBox())!];
    const figure = drawing(page).locator('g.figure text', { hasText: /^183\.6$/ });
    const at = (await figure.boundingBox())!;
    // The dot stands to the left of its figure.
    expect(at.x).toBeGreaterThan(box.x + box.width / 2);
    await page.mouse.move(at.x - 8, name.y + name.height / 2);
    await expect(tip(page)).toHaveText(
      /^Blackpool\s*183\.6 per 10,000 children; rank 1, or 1–\d+ once chance is allowed for\s*$/
    );
    await expect(spoken(page)).toHaveText('');
    await page.mouse.down();
    await page.mouse.up();
    await expect(page).toHaveURL(`${LOOKED_AFTER}ranked/?areas=309,890`);
    await expect(remove(page, 'Blackpool')).toBeVisible();
    await expect.poll(async () => (await sentences(page))[1]).toContain('That is 1st of 151 councils, or ');

    await remove(page, 'Blackpool').click();
    await expect(page).toHaveURL(`${LOOKED_AFTER}ranked/?areas=309`);
    await expect.poll(async () => (await sentences(page))[0]).toBe(HARINGEY);
  });
});

test.describe('the control of the year', () => {
  test('its buttons step, stop at both ends, and take the drawing, the sentences and the table with them', async ({
    page
  }) => {
    await open(page, `${LOOKED_AFTER}ranked/`);
    const [before, after] = [
      page.getByRole('button', { name: 'Year before' }),
      page.getByRole('button', { name: 'Year after' })
    ];
    await expect(after).toHaveAttribute('aria-disabled', 'true');
    await before.click();
    await expect(page).toHaveURL(`${LOOKED_AFTER}ranked/?year=2024`);
    await expect(slider(page)).toHaveAttribute('aria-valuetext', '31 March 2024');
    const [highest] = held(data, RATE, '2024');
    await expect
      .poll(async () => (await rankRows(page))[0])
      .toEqual({ place: '1', name: highest!.name, figure: highest!.value.toFixed(1) });
    await expect
      .poll(async () => (await sentences(page)).at(-1))
      .toMatch(/^Children looked after\. On 31 March 2024, /);
    await expect
      .poll(async () => cellOf(await readYearTable(page), 'Haringey', 'per 10,000 children, 2024'))
      .toBe(rateOf('Haringey', '2024').toFixed(1));

    await after.click();
    await expect(page).toHaveURL(`${LOOKED_AFTER}ranked/`);
    await expect(page.locator('figcaption:visible')).toHaveText(/31 March 2025$/);

    await page.goto(`${LOOKED_AFTER}ranked/?year=2006`);
    await ready(page);
    await expect(before).toHaveAttribute('aria-disabled', 'true');
    // Playwright waits for a control that says it is off; a reader presses it all the same.
    await before.click({ force: true });
    await expect(page).toHaveURL(`${LOOKED_AFTER}ranked/?year=2006`);
  });

  test('plays from the year shown to the last, and stops there', async ({ page }) => {
    await open(page, `${LOOKED_AFTER}map/?year=2022`);
    await ready(page);
    const seen: string[] = [];
    await page.getByRole('button', { name: 'Play' }).click();
    await expect(page.getByRole('button', { name: 'Pause' })).toHaveAttribute('aria-pressed', 'true');
    await expect(async () => {
      const year = (await slider(page).getAttribute('aria-valuetext'))!;
      if (seen.at(-1) !== year) seen.push(year);
      expect(year).toBe('31 March 2025');
    }).toPass({ intervals: [100], timeout: 30_000 });
    expect(seen).toEqual(['2022', '2023', '2024', '2025'].map((year) => `31 March ${year}`).slice(-seen.length));
    expect(seen.length).toBeGreaterThan(2);
    await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();
    await expect(page).toHaveURL(`${LOOKED_AFTER}map/`);
    await expect(page.locator('figcaption:visible')).toHaveText(/31 March 2025$/);
  });

  test(
    'from the last year it plays from the first, and Pause holds it where it is',
    { tag: SLOW },
    async ({ page }) => {
      await open(page, `${LOOKED_AFTER}spread/`);
      await slider(page).focus();
      await ready(page);
      await page.getByRole('button', { name: 'Play' }).click();
      await expect(slider(page)).toHaveAttribute('aria-valuetext', /^31 March 20[01]\d$/);
      await page.getByRole('button', { name: 'Pause' }).click();
      const year = /\d{4}$/.exec((await slider(page).getAttribute('aria-valuetext'))!)![0];
      await expect(page).toHaveURL(`${LOOKED_AFTER}spread/?year=${year}`);
      await expect(page.locator('figcaption:visible')).toHaveText(new RegExp(`31 March ${year}$`));
      // Longer than a year stands while it plays.
      await page.waitForTimeout(1200);
      await expect(page).toHaveURL(`${LOOKED_AFTER}spread/?year=${year}`);
    }
  );
});

test('the back button leads from year to year as the reader stopped at them, whatever was passed on the way', async ({
  page
}) => {
  const year = () => new URL(page.url()).searchParams.get('year');
  // The clock stands still, so that presses follow each other at once however slow the machine is.
  await page.clock.setFixedTime(new Date('2026-01-01T12:00:00'));
  await open(page, `${LOOKED_AFTER}map/?areas=309`);
  await ready(page);
  const before = page.getByRole('button', { name: 'Year before' });
  for (let press = 0; press < 3; press++) await before.click();
  await expect.poll(year).toBe('2022');

  // A pause, then the slider is dragged through many years and let go.
  await page.clock.setFixedTime(new Date('2026-01-01T12:01:00'));
  const box = (await slider(page).boundingBox())!;
  const at = (part: number): [number, number] => [box.x + 8 + (box.width - 16) * part, box.y + box.height / 2];
  await page.mouse.move(...at(16 / 19));
  await page.mouse.down();
  await page.mouse.move(...at(4 / 19), { steps: 12 });
  await page.mouse.up();
  await expect.poll(year).toBe('2010');

  await page.getByRole('button', { name: 'Play' }).click();
  // A year stands for less than the poll's own steps.
  await expect.poll(year, { intervals: [50] }).toBe('2012');
  await page.getByRole('button', { name: 'Pause' }).click();

  const back: (string | null)[] = [];
  for (let step = 0; step < 3; step++) {
    await page.goBack();
    await expect.poll(() => page.url()).not.toContain(`year=${back.at(-1) ?? '2012'}`);
    back.push(year());
  }
  expect(back).toEqual(['2010', '2022', null]);
  await expect(page.locator('figcaption:visible')).toHaveText(/31 March 2025$/);
  await expect(slider(page)).toHaveAttribute('aria-valuetext', '31 March 2025');
});

test.describe('ranked', () => {
  const order = (page: Page) => page.getByRole('combobox', { name: 'Order' });
  const by = (page: Page) => page.getByRole('combobox', { name: 'Sort by', exact: true });
  const more = (page: Page) => page.getByText('More', { exact: true }).click();

  test('shows both ends and what is near the area chosen, and all 151 when asked, ties as “=74”', async ({ page }) => {
    await open(page, `${LOOKED_AFTER}ranked/?areas=309`);
    await ready(page);
    expect(await rankRows(page)).toHaveLength(19);
    await expect(drawing(page).locator('g.gap-label text')).toHaveText([/^… 84 councils$/, /^… 48 councils$/]);

    // The controls are one row above the chart.
    const [field, view] = await Promise.all([slider(page).boundingBox(), drawing(page).boundingBox()]);
    expect(field!.y).toBeLessThan(view!.y);
    await more(page);
    await page.getByRole('checkbox', { name: 'Show every council' }).check();
    await expect(page).toHaveURL(`${LOOKED_AFTER}ranked/?areas=309&show=all`);
    await expect.poll(async () => (await rankRows(page)).length).toBe(151);
    await expect(drawing(page).locator('g.gap-label text')).toHaveCount(0);
    const rows = await rankRows(page);
    expect(rows.map(({ place, figure }) => `${place} ${figure}`)).toEqual(
      in2025.map(({ value }) => `${placeOf(in2025, value)} ${value.toFixed(1)}`)
    );
    expect(rows.filter(({ place }) => place === '=74').map(({ name }) => name)).toEqual([
      'Milton Keynes',
      'North Northamptonshire'
    ]);
    expect(cellOf(await readYearTable(page), 'Milton Keynes', 'Rank')).toBe('=74');
  });

  test('lists apart those without a place', async ({ page }) => {
    await open(page, `${LOOKED_AFTER}ranked/`);
    const table = await readYearTable(page);
    expect([...table.rows.keys()].slice(-2)).toEqual(['City of London', 'Isles of Scilly']);
    expect(cellOf(table, 'City of London', 'Rank')).toBe('not ranked');
    expect(cellOf(table, 'City of London', 'per 10,000 children, 2025')).toBe('not published');
    expect((await sentences(page)).at(-1)).toContain(
      'Not ranked (too few children for a reliable rate): the City of London and the Isles of Scilly.'
    );
  });

  test('turns round, and stands by name', { tag: SLOW }, async ({ page }) => {
    await open(page, `${LOOKED_AFTER}ranked/`);
    await more(page);
    await order(page).selectOption('Lowest first');
    await expect(page).toHaveURL(`${LOOKED_AFTER}ranked/?order=low`);
    const lowest = in2025.at(-1)!;
    await expect
      .poll(async () => (await rankRows(page))[0])
      .toEqual({ place: '1', name: lowest.name, figure: lowest.value.toFixed(1) });
    await expect.poll(async () => (await readYearTable(page)).heads[1]).toBe('Rank (1 = lowest)');

    await order(page).selectOption('By name');
    await expect(page).toHaveURL(`${LOOKED_AFTER}ranked/?order=name`);
    await expect
      .poll(async () => (await rankRows(page))[0])
      .toEqual({
        place: placeOf(in2025, rateOf('Barking and Dagenham')),
        name: 'Barking and Dagenham',
        figure: rateOf('Barking and Dagenham').toFixed(1)
      });
  });

  test('goes by the change since 2008, where both figures can be compared', async ({ page }) => {
    await open(page, `${LOOKED_AFTER}ranked/?areas=309`);
    await ready(page);
    await more(page);
    await by(page).selectOption('Change since 2008');
    await expect(page).toHaveURL(`${LOOKED_AFTER}ranked/?areas=309&since=2008`);
    // From counts and children, not from the printed 60.6 and 77.9.
    const change = ((325 / 53_648 - 425 / 54_524) * 10_000).toFixed(1).replace('-', '−');
    expect(change).toBe('−17.4');
    await expect.poll(async () => (await rankRows(page)).find(({ name }) => name === 'Haringey')?.figure).toBe(change);
    await expect
      .poll(async () => (await sentences(page))[0])
      .toMatch(
        /That is a fall of 17\.4 from 77\.9 on 31 March 2008 \(95% interval of the change −[\d.]+ to −[\d.]+\)\./
      );
    const table = await readYearTable(page);
    expect(cellOf(table, 'Haringey', 'Change since 2008')).toBe(change);
    expect(cellOf(table, 'Haringey', 'By our test')).toBe('fell');
    // A change has no rank: the drawing marks those that pass the test.
    expect((await rankRows(page)).find(({ name }) => name === 'Haringey')?.place).toBe('fell');
    expect(table.heads.some((head) => head.startsWith('Rank'))).toBe(false);
    expect(cellOf(table, 'Haringey', 'per 10,000 children, 2008')).toBe('77.9');
    // Dorset of today began in 2019: what an authority of that name had in 2008 is not its own.
    expect(cellOf(table, 'Dorset', 'Change since 2008')).toBe('not comparable');
    await by(page).selectOption('');
    await expect(page).toHaveURL(`${LOOKED_AFTER}ranked/?areas=309`);
  });
});

test.describe('by keyboard alone', () => {
  test('a view, a year and an area are chosen without a mouse', async ({ page }) => {
    await open(page, LOOKED_AFTER);
    await tabTo(page, tab(page, 'Ranked'));
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(`${LOOKED_AFTER}ranked/`);
    await expect(tab(page, 'Ranked')).toBeFocused();

    await tabTo(page, slider(page));
    await page.keyboard.press('ArrowLeft');
    await expect(page).toHaveURL(`${LOOKED_AFTER}ranked/?year=2024`);
    await expect(slider(page)).toBeFocused();
    await page.keyboard.press('Home');
    await expect(page).toHaveURL(`${LOOKED_AFTER}ranked/?year=2006`);
    await expect(page.locator('figcaption:visible')).toHaveText(/31 March 2006$/);
    await page.keyboard.press('End');
    await expect(page).toHaveURL(`${LOOKED_AFTER}ranked/`);

    await tabTo(page, page.getByRole('button', { name: 'Play' }));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Pause' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Play' })).toBeFocused();
    await tabTo(page, slider(page), 'Shift+Tab');
    await page.keyboard.press('End');
    await expect(page).toHaveURL(`${LOOKED_AFTER}ranked/`);

    await tabTo(page, field(page));
    await choose(page, 'haringey', 'Haringey');
    await expect(page).toHaveURL(`${LOOKED_AFTER}ranked/?areas=309`);
    await expect.poll(async () => (await sentences(page))[0]).toBe(HARINGEY);
  });

  test('arrow keys walk the rows and speak them, Enter marks an area, Escape ends it', async ({ page }) => {
    await open(page, `${LOOKED_AFTER}ranked/?areas=309`);
    await ready(page);
    await tabTo(page, pointer(page), 'Tab', 60);
    await page.keyboard.press('Home');
    await expect(spoken(page)).toHaveText(
      /^Blackpool: 183\.6 per 10,000 children; rank 1, or 1–\d+ once chance is allowed for$/
    );
    await expect(tip(page)).toContainText('Blackpool');
    await page.keyboard.press('ArrowDown');
    await expect(spoken(page)).toHaveText(
      /^Stoke-on-Trent: 170\.0 per 10,000 children; rank 2, or \d+–\d+ once chance is allowed for$/
    );
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(`${LOOKED_AFTER}ranked/?areas=309,890`);
    await expect(pointer(page)).toBeFocused();
    await expect.poll(async () => (await sentences(page))[1]).toContain('living in Blackpool');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(`${LOOKED_AFTER}ranked/?areas=309`);
    await page.keyboard.press('Escape');
    await expect(spoken(page)).toHaveText('');
    await expect(tip(page)).toHaveCount(0);
  });

  test('the tiles of the map are walked from the north to Cornwall, each with its full name and figure', async ({
    page
  }) => {
    await open(page, `${LOOKED_AFTER}map/?areas=309`);
    await ready(page);
    await tabTo(page, pointer(page), 'Tab', 60);
    const walk: [key: string, name: string][] = [
      ['Home', 'Blackpool'],
      ['ArrowUp', 'Lancashire'],
      ['ArrowUp', 'Cumberland'],
      ['ArrowUp', 'Northumberland'],
      ['ArrowLeft', 'Cumberland'],
      ['ArrowLeft', 'Wigan'],
      ['ArrowLeft', 'Blackpool'],
      ['ArrowLeft', 'Sefton'],
      ['ArrowLeft', 'Wirral'],
      ['ArrowLeft', 'Wirral'],
      ['End', 'Isles of Scilly'],
      ['ArrowRight', 'Cornwall']
    ];
    for (const [key, name] of walk) {
      await page.keyboard.press(key);
      const figure = in2025.find((each) => each.name === name)?.value.toFixed(1);
      await expect(spoken(page)).toHaveText(
        figure
          ? new RegExp(
              `^${name}: ${figure.replace('.', '\\.')} per 10,000 children; rank [=\\d]+, or \\d+–\\d+ once chance is allowed for$`
            )
          : `${name}: not available`
      );
    }
    // As far as the land goes: a step into the sea stays where it is.
    await page.keyboard.press('End');
    await expect(spoken(page)).toHaveText('Isles of Scilly: not available');
    await page.keyboard.press('ArrowLeft');
    await expect(spoken(page)).toHaveText('Isles of Scilly: not available');
  });

  test('the points of the spread are walked too, and a figure that is not published is said to be', async ({
    page
  }) => {
    await open(page, `${LOOKED_AFTER}spread/?areas=309`);
    await ready(page);
    await tabTo(page, pointer(page), 'Tab', 60);
    await page.keyboard.press('ArrowRight');
    const start = await spoken(page).textContent();
    expect(start).toMatch(/^[A-Z].+: [\d.]+ per 10,000 children/);
    await page.keyboard.press('ArrowDown');
    await expect(spoken(page)).not.toHaveText(start!);
    await expect(spoken(page)).toHaveText(/^[A-Z].+: [\d.]+ per 10,000 children/);

    await tab(page, 'Map').click();
    await ready(page);
    // Haringey is marked: the drawing is the one with the choice.
    await expect(drawing(page).locator('.ring.slot-1')).toHaveCount(1);
    await pointer(page).focus();
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowRight');
    await expect(spoken(page)).toHaveText(/^Cornwall: /);
    await expect(tiles(page)).resolves.toEqual({ all: 153, hatched: 2 });
    expect((await drawing(page).locator('g.legend text').allTextContents()).join(' ')).toMatch(
      /not (published \(\d+\) or not available|available \(\d+\) or not published) \(\d+\)$/
    );
  });
});
