import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import Papa from 'papaparse';
import { SLOW, sampleOf, themesAt } from '../ring.ts';
import { violations } from './axe.ts';
import { download } from './download.ts';
import { drawing, expect, lineNames, open, tabTo, test } from './support.ts';

const EXPLORE = '/explore/';
const ENGINE = '**/engine/*.bin';

// The engine is 34 MB to compile, and the computers that test are slow and shared.
test.describe.configure({ timeout: 120_000 });
const patience = { timeout: 60_000 };

const answer = (page: Page) => page.getByRole('region', { name: 'Answer', exact: true });
const table = (page: Page) => page.getByRole('region', { name: /^Table: / }).getByRole('table');
const sql = (page: Page) => page.getByRole('region', { name: /^The SQL of this answer/ });
const summary = (page: Page) => answer(page).locator('p.lede');
const count = async (page: Page) => Number(await answer(page).getAttribute('data-answers'));

/** The body of the only table, a row a line: "England 2025 67.1". */
const lines = async (page: Page): Promise<string[]> =>
  table(page)
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.children]
          .slice(0, 3)
          .map((cell) => cell.textContent?.trim())
          .join(' ')
      )
    );

/** The start of the SHA-256 of a data set's CSV. */
const release = (name: string): string =>
  createHash('sha256')
    .update(readFileSync(`static/data/${name}.csv`))
    .digest('hex')
    .slice(0, 8);

/** Opens an address and waits for the first answer. */
const openAnswered = async (page: Page, address = EXPLORE): Promise<void> => {
  await open(page, address);
  await expect(answer(page)).toHaveAttribute('data-answers', '1', patience);
};

/** Does something and waits for the answer to it. */
const answered = async (page: Page, act: () => Promise<unknown>): Promise<void> => {
  const before = await count(page);
  await act();
  await expect.poll(() => count(page), patience).toBeGreaterThan(before);
};

const addArea = (page: Page, name: string) =>
  answered(page, async () => {
    await page.getByRole('combobox', { name: 'Add a council or region' }).fill(name);
    await page.getByRole('option', { name, exact: true }).click();
  });

const expectEngland = async (page: Page) => {
  await expect(summary(page)).toHaveText('On 31 March 2025: England 67.1 per 10,000 children.');
  await expect.poll(() => lineNames(drawing(answer(page)))).toEqual(['England']);
  expect((await lines(page))[0]).toBe('England 2025 67.1');
  await expect(sql(page)).toContainText("WHERE (area_key IN ('E92000001'))");
};

const expectHaringey = async (page: Page) => {
  await expect(summary(page)).toHaveText('On 31 March 2025: England 67.1, Haringey 60.6 per 10,000 children.');
  await expect.poll(() => lineNames(drawing(answer(page)))).toEqual(['England', 'Haringey']);
  expect(await lines(page)).toContain('Haringey 2009 87.6');
  await expect(sql(page)).toContainText("WHERE (area_key IN ('E92000001', '309'))");
};

test('choosing Haringey changes table, chart, SQL and address; the back button brings the earlier question and its answer; the address opened cold says the same', async ({
  page
}) => {
  await openAnswered(page);
  await addArea(page, 'Haringey');
  await expectHaringey(page);
  await expect(page).toHaveURL(`${EXPLORE}?areas=E92000001,309`);

  await answered(page, () => page.goBack());
  await expect(page).toHaveURL(EXPLORE);
  await expectEngland(page);
  await answered(page, () => page.goForward());
  await expectHaringey(page);

  await page.goto('about:blank');
  await openAnswered(page, `${EXPLORE}?areas=E92000001,309`);
  await expectHaringey(page);
  await expect(page.getByRole('button', { name: /^Haringey\W+remove$/ })).toBeVisible();
});

test.describe('one engine, asked one question after another', () => {
  // One test after another in one page: the first opens it, and the engine is started once.
  test.describe.configure({ mode: 'default' });

  let kept: Page | undefined;
  const asking = test.extend({
    page: async ({ browser }, use) => {
      kept ??= await browser.newPage();
      await use(kept);
    }
  });
  asking.afterAll(async () => {
    await kept?.close();
    kept = undefined;
  });

  /** Follows an address as the page's own links do, without leaving it; opens it where no page has been opened. */
  const ask = (page: Page, address = EXPLORE): Promise<void> =>
    page.url().includes(EXPLORE)
      ? answered(page, () =>
          page.evaluate((address) => {
            const link = document.querySelector('main')!.appendChild(document.createElement('a'));
            link.href = address;
            link.dataset.sveltekitReload = 'off';
            link.click();
            link.remove();
          }, address)
        )
      : openAnswered(page, address);

  asking(
    'opens with the rate of children looked after in England, answered by the engine; its SQL can be copied as it stands',
    async ({ page }) => {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await ask(page);
      await expectEngland(page);
      expect(await lines(page)).toHaveLength(32);
      await expect(answer(page).getByText('32 rows', { exact: true })).toBeVisible();
      await expect(answer(page)).toHaveAttribute('data-answer-ms', /^\d+$/);

      await page.getByRole('button', { name: /^Copy\W+The SQL of this answer, Children looked after$/ }).click();
      await expect(page.getByText('Copied', { exact: true })).toBeVisible();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
        await sql(page).locator('code').textContent()
      );
    }
  );

  asking('an address that asks for what is not there says so and answers what is', async ({ page }) => {
    await ask(page, `${EXPLORE}?measures=no/such&areas=999,309&from=long ago`);
    await expect(page.locator('.notices li')).toHaveText([
      'There is no measure called “no/such”, so it was left out.',
      'No area has the code “999”, so it was left out.',
      '“long ago” is not a year, so no year was left out for it.'
    ]);
    await expect(summary(page)).toHaveText('On 31 March 2025: Haringey 60.6 per 10,000 children.');
  });

  asking(
    'measures of two data sets, years and whole levels are asked together and answered apart',
    async ({ page }) => {
      await ask(page);
      await answered(page, () => page.getByRole('combobox', { name: 'From', exact: true }).selectOption('2023'));
      await page.getByText('Referrals and assessments', { exact: true }).first().click();
      await answered(page, () => page.getByLabel('Referrals during the year', { exact: true }).first().check());
      await answered(page, () => page.getByLabel('All councils').check());
      await expect(page).toHaveURL(
        `${EXPLORE}?measures=children_looked_after/looked_after_31_march_rate,referrals_and_assessments/referrals&areas=E92000001,authorities&from=2023`
      );
      await expect(answer(page).getByRole('heading', { level: 2 })).toHaveText([
        'Children looked after',
        'Referrals and assessments'
      ]);
      await expect(answer(page).getByText(/^No chart: it holds up to 8 lines, and this answer would have/)).toHaveCount(
        2
      );
      await expect(answer(page).getByRole('table')).toHaveCount(2);
      await expect(sql(page).nth(1)).toContainText(`FROM "referrals_and_assessments"`);
    }
  );

  asking('a line stops where the source changes, and the reason stands under the chart', async ({ page }) => {
    await ask(page, `${EXPLORE}?measures=child_protection_plans/on_plan_31_march_rate`);
    await expect(answer(page).getByText(/^Break: the source changes between 2009 and 2010\./)).toBeVisible();
    const paths = drawing(answer(page)).locator('.line path');
    // One path before the break and one after it.
    await expect.poll(() => paths.count()).toBe(2);
  });

  asking(
    'a long answer shows its first 500 rows, and the file has every row, with codes and statuses',
    async ({ page }) => {
      await ask(page, `${EXPLORE}?areas=authorities`);
      const { data: all } = Papa.parse<Record<string, string>>(
        readFileSync('static/data/children_looked_after.csv', 'utf8').trimEnd(),
        { header: true }
      );
      const wanted = all.filter(({ geographic_level }) => geographic_level === 'Local authority');
      expect(await lines(page)).toHaveLength(500);
      await expect(table(page).getByRole('caption')).toHaveText(
        `Children looked after, the first 500 of ${wanted.length.toLocaleString('en-GB')} rows`
      );

      const { name, rows } = await download(page, page.getByRole('button', { name: 'Download this answer (CSV)' }));
      const years = wanted.map(({ time_period }) => time_period!).sort();
      expect(name).toBe(
        `children_looked_after.looked_after_31_march_rate.all-authorities.${years[0]}-${years.at(-1)}.release-${release('children_looked_after')}.csv`
      );
      const figure = 'looked_after_31_march_rate';
      const line = (row: Record<string, string>) =>
        [row.time_period, row.old_la_code, row.new_la_code, row[figure]].join();
      expect(rows.map(line).sort()).toEqual(wanted.map(line).sort());
      expect(rows.find((row) => row.la_name === 'City of London' && row.time_period === '2025')).toMatchObject({
        [figure]: 'c',
        [`${figure}_value`]: '',
        [`${figure}_status`]: 'suppressed'
      });
    }
  );

  asking('figures that were read in the press say so under the table', async ({ page }) => {
    await ask(page, `${EXPLORE}?measures=care_applications_by_month/applications`);
    await expect(answer(page)).toContainText(/: read in a press report, not in the publication itself: England, /);
  });

  asking('all regions say that London is the sum of its halves', async ({ page }) => {
    await ask(page);
    await answered(page, () => page.getByLabel('All regions').check());
    const note = page.getByText(/^Inner London and Outer London add up to London\./);
    await expect(note.locator('visible=true')).toHaveCount(2);
  });

  asking('the file of a short answer has the rows of the table, in its order', async ({ page }) => {
    await ask(page, `${EXPLORE}?areas=309,201&from=2008&to=2012`);
    const { rows } = await download(page, page.getByRole('button', { name: 'Download this answer (CSV)' }));
    const words: Record<string, string> = { c: 'not published', x: 'not available', z: 'does not apply' };
    expect(
      rows.map((row) => {
        const figure = row.looked_after_31_march_rate!;
        return `${row.la_name} ${row.time_period} ${words[figure] ?? Number(figure).toFixed(1)}`;
      })
    ).toEqual(await lines(page));
  });

  asking('a choice of nothing asks for a choice; a data set without the area says what it holds', async ({ page }) => {
    await ask(page);
    await answered(page, () => page.getByLabel('England', { exact: true }).uncheck());
    await expect(summary(page)).toHaveText('Choose at least one area.');
    await expect(page).toHaveURL(`${EXPLORE}?areas=none`);
    await ask(page, `${EXPLORE}?measures=looked_after_by_legal_status/looked_after_31_march&areas=309`);
    await expect(summary(page)).toHaveText('No rows answer this question.');
    await expect(answer(page)).toContainText('This data set holds England 2005 to 2024.');
  });
});

test(
  'cancelled while the engine is on its way, nothing more is fetched; run again, it answers',
  { tag: SLOW },
  async ({ page }) => {
    let asked = 0;
    let release = () => {};
    const held = new Promise<void>((done) => (release = done));
    await page.route(ENGINE, async (route) => {
      asked++;
      if (asked === 1) await held;
      await route.continue().catch(() => undefined);
    });
    await open(page, EXPLORE);
    await expect(
      page.getByRole('progressbar', { name: /^Fetching the database engine: 0\.0 of 7\.7 MB$/ })
    ).toBeVisible();
    await expect.poll(() => asked).toBe(1);
    await page.getByRole('button', { name: 'Cancel' }).click();
    release();
    await expect(page.getByText('Cancelled. Nothing is shown until you run the question again.')).toBeVisible();
    await expect(page.getByRole('progressbar')).toHaveCount(0);
    const again = page.getByRole('button', { name: 'Run again' });
    await expect(again).toBeFocused();
    expect(await count(page)).toBe(0);
    await expect.poll(() => page.workers().length).toBe(0);

    await again.click();
    await expect(answer(page)).toHaveAttribute('data-answers', '1', patience);
    await expectEngland(page);
    expect(asked).toBe(2);
  }
);

test.describe('the engine cannot start', () => {
  test.beforeEach(({ troubles }) => troubles.expect(/Failed to load resource/));

  const faults: Record<string, { fulfil?: { status: number; body: string }; why: string }> = {
    'its file is blocked': {
      why: 'duckdb-eh.bin did not arrive: there is no connection, or something on the way blocks it.'
    },
    'the host has it not': {
      fulfil: { status: 404, body: 'no' },
      why: 'duckdb-eh.bin did not arrive: the host answered 404.'
    },
    'a page comes in its place': {
      fulfil: { status: 200, body: '<!doctype html><p>Log in' },
      why: 'duckdb-eh.bin is damaged, or of another release than this page'
    }
  };

  for (const [name, { fulfil, why }] of sampleOf(Object.entries(faults), 1))
    test(`${name}: the page says why, has the files, and tries again when asked`, async ({ page }) => {
      await page.route(ENGINE, (route) => (fulfil ? route.fulfill(fulfil) : route.abort()));
      await open(page, EXPLORE);
      const alert = page.getByRole('alert');
      await expect(alert).toContainText(`The database engine could not start: ${why}`, patience);
      const file = alert.getByRole('link', { name: 'Children looked after (CSV)' });
      expect((await page.request.get(await file.evaluate((a) => (a as HTMLAnchorElement).href))).status()).toBe(200);
      await expect(page.getByRole('progressbar')).toHaveCount(0);

      await page.unroute(ENGINE);
      await page.getByRole('button', { name: 'Try again' }).click();
      await expect(answer(page)).toHaveAttribute('data-answers', '1', patience);
      await expect(alert).toHaveCount(0);
      await expectEngland(page);
    });

  for (const script of sampleOf(['chunks/*.js', 'engine.worker-*.js'], 1))
    test(
      `its script ${script} is blocked: the page says so, and tries again when asked`,
      { tag: SLOW },
      async ({ page }) => {
        const path = `**/workers/${script}`;
        await page.route(path, (route) => route.abort());
        await open(page, EXPLORE);
        const alert = page.getByRole('alert');
        const why = 'The database engine could not start: its script did not arrive, or something blocks it.';
        await expect(alert).toContainText(why, patience);
        await page.unroute(path);
        await page.getByRole('button', { name: 'Try again' }).click();
        await expect(answer(page)).toHaveAttribute('data-answers', '1', patience);
      }
    );

  test('its policy forbids it: the page says so', async ({ page, troubles }) => {
    troubles.expect(/Content Security Policy|WebAssembly/);
    await page.route('**/engine.worker-*.js', async (route) => {
      const response = await route.fetch();
      const headers = { ...response.headers(), 'content-security-policy': "script-src 'self'; connect-src 'self'" };
      await route.fulfill({ response, headers });
    });
    await open(page, EXPLORE);
    await expect(page.getByRole('alert')).toContainText(
      'The database engine could not start: the policy of the host or of this browser does not let it run.',
      patience
    );
  });

  test(
    'a file of figures does not come: the page says which, and tries again when asked',
    { tag: SLOW },
    async ({ page }) => {
      await page.route('**/data/children_looked_after.csv', (route) => route.fulfill({ status: 503, body: '' }));
      await open(page, EXPLORE);
      await expect(page.getByRole('alert')).toContainText(
        'A file of figures could not be read: children_looked_after.csv did not arrive: the host answered 503.',
        patience
      );
      await page.unroute('**/data/children_looked_after.csv');
      await page.getByRole('button', { name: 'Try again' }).click();
      await expect(answer(page)).toHaveAttribute('data-answers', '1', patience);
      await expectEngland(page);
    }
  );
});

test.describe('an answer that is no longer asked for, and an engine that ends', () => {
  const HELD = '**/data/child_protection_plans.csv';

  /** Holds the file of a data set back, so that a question about it takes as long as the test says. */
  const holdFile = async (page: Page): Promise<() => void> => {
    let release = () => {};
    const held = new Promise<void>((done) => (release = done));
    await page.route(HELD, async (route) => {
      await held;
      await route.continue().catch(() => undefined);
    });
    return release;
  };

  /** Asks for plans instead of children looked after. */
  const askForPlans = async (page: Page) => {
    await page.getByText('Child protection plans', { exact: true }).first().click();
    await page.getByLabel(/Children subject of a child protection plan at 31 March \(on/).check();
    await expect(page).toHaveURL(/child_protection_plans/);
  };

  /** Keeps the page's worker where the test can end it, as a browser short of memory would: without a word to the page. */
  const catchWorker = (page: Page) =>
    page.addInitScript(() => {
      const Real = window.Worker;
      window.Worker = class extends Real {
        constructor(...args: ConstructorParameters<typeof Worker>) {
          super(...args);
          (window as { engine?: Worker }).engine = this;
        }
      };
    });
  const endWorker = (page: Page) => page.evaluate(() => (window as { engine?: Worker }).engine!.terminate());

  const STOPPED = 'The database stopped, and your question is kept: it stopped before it answered.';

  test(
    'while a question runs, the answer to the previous one says so and cannot be taken away',
    { tag: SLOW },
    async ({ page, context }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await openAnswered(page);
      await page.evaluate(() => navigator.clipboard.writeText('untouched'));
      const files: string[] = [];
      page.on('download', (file) => files.push(file.suggestedFilename()));
      const letGo = await holdFile(page);
      await askForPlans(page);

      await expect(page.getByText('The answer below is to your previous question.', { exact: true })).toBeVisible();
      await expect(page.getByRole('status').filter({ hasText: /Asking the database.*previous question/ })).toHaveCount(
        1
      );
      const heading = answer(page).getByRole('heading', { level: 2 });
      await expect(heading).toHaveText(/^Children looked after\s+answer to the previous question$/);
      const button = page.getByRole('button', { name: 'Download this answer (CSV)' });
      await expect(button).toBeDisabled();
      await button.click({ force: true });
      await page.getByRole('button', { name: /^Copy\W+The SQL of this answer/ }).click({ force: true });
      await page.waitForTimeout(1_000);
      expect(files).toEqual([]);
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('untouched');

      await answered(page, async () => letGo());
      await expect(heading).toHaveText(['Children looked after', 'Child protection plans']);
      await expect(page.getByText('previous question')).toHaveCount(0);
      const { name } = await download(page, page.getByRole('button', { name: /CSV.*Child protection plans$/ }));
      expect(name).toMatch(/^child_protection_plans\.on_plan_31_march\.england\./);
    }
  );

  test('ended between two questions, the engine is started again and answers', { tag: SLOW }, async ({ page }) => {
    await catchWorker(page);
    await openAnswered(page);
    await endWorker(page);
    await addArea(page, 'Haringey');
    await expectHaringey(page);
  });

  test('ended during a question, the page says so, keeps the question, and answers it when restarted', async ({
    page
  }) => {
    await catchWorker(page);
    await openAnswered(page);
    const letGo = await holdFile(page);
    await askForPlans(page);
    await expect(page.getByText('Asking the database…')).toBeVisible();
    await endWorker(page);
    await expect(page.getByRole('alert')).toContainText(STOPPED);
    await expect(page.getByText('Asking the database…')).toHaveCount(0);
    await expect(answer(page).getByRole('heading')).toHaveCount(0);
    letGo();
    await answered(page, () => page.getByRole('button', { name: 'Restart the database' }).click());
    await expect(page).toHaveURL(/child_protection_plans/);
    await expect(answer(page).getByRole('heading', { level: 2 })).toHaveCount(2);
  });

  test('ended while it is busy with what it was asked, the page says so too', { tag: SLOW }, async ({ page }) => {
    await catchWorker(page);
    await openAnswered(page);
    // The engine's thread is taken up, as it is by a long question: it could answer no ping.
    await page.workers()[0]!.evaluate(() => {
      setTimeout(() => {
        const end = performance.now() + 120_000;
        while (performance.now() < end);
      });
    });
    await page.getByLabel('All councils').check();
    await expect(page.getByText('Asking the database…')).toBeVisible();
    await endWorker(page);
    await expect(page.getByRole('alert')).toContainText(STOPPED, patience);
    await answered(page, () => page.getByRole('button', { name: 'Restart the database' }).click());
    await expect(answer(page).getByText(/^\d,\d{3} rows$/)).toBeVisible();
  });

  test(
    'an engine that is silent for long is said to be, and can be restarted: at its start and in a question',
    { tag: SLOW },
    async ({ page }) => {
      const quiet = page.getByText(/^Nothing has come from the database for 20 seconds\./).locator('visible=true');
      const restart = page.getByRole('button', { name: 'Restart the database' });
      await page.clock.install();
      let asked = 0;
      await page.route(ENGINE, (route) => (++asked === 1 ? undefined : route.continue()));
      await open(page, EXPLORE);
      await expect(page.getByRole('progressbar')).toBeVisible();
      await page.clock.fastForward(21_000);
      await expect(quiet.first()).toBeVisible();
      await restart.click();
      await expect(answer(page)).toHaveAttribute('data-answers', '1', patience);
      await expect(quiet).toHaveCount(0);

      const letGo = await holdFile(page);
      await askForPlans(page);
      await expect(page.getByText('Asking the database…')).toBeVisible();
      await page.clock.fastForward(21_000);
      await expect(quiet.first()).toBeVisible();
      letGo();
      await answered(page, () => restart.click());
      await expect(answer(page).getByRole('heading', { level: 2 })).toHaveCount(2);
    }
  );
});

test('only this page fetches the engine, and only what is asked of the figures', { tag: SLOW }, async ({ page }) => {
  const urls: string[] = [];
  page.on('request', (request) => urls.push(new URL(request.url()).pathname));
  for (const address of ['/', '/trends/looked-after/?areas=309', '/areas/haringey/', '/data/children_looked_after/']) {
    await open(page, address);
    await page.waitForLoadState('networkidle');
  }
  expect(urls.filter((path) => /duckdb|engine|worker/i.test(path))).toEqual([]);

  await openAnswered(page);
  expect(urls.filter((path) => path.startsWith('/engine/'))).toHaveLength(1);
  const files = urls.filter((path) => path.endsWith('.csv')).map((path) => path.slice('/data/'.length));
  expect(files.sort()).toEqual(['breaks.csv', 'children_looked_after.csv', 'derived_figures.csv']);
});

test(
  'a browser that was told to save data fetches nothing until the reader runs the question',
  { tag: SLOW },
  async ({ page }) => {
    const urls: string[] = [];
    page.on('request', (request) => urls.push(new URL(request.url()).pathname));
    await page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
    await open(page, EXPLORE);
    await expect(page.getByText(/^Your browser saves data, so nothing is fetched/)).toBeVisible();
    await page.waitForLoadState('networkidle');
    expect(urls.filter((path) => /engine|\.csv$/.test(path))).toEqual([]);
    await page.getByRole('button', { name: 'Run' }).click();
    await expect(answer(page)).toHaveAttribute('data-answers', '1', patience);
    await expectEngland(page);
  }
);

test('everything can be done with the keyboard', async ({ page }) => {
  await openAnswered(page);
  const measure = page.getByRole('checkbox', { name: 'Children looked after at 31 March', exact: true });
  await tabTo(page, measure);
  await answered(page, () => page.keyboard.press('Space'));
  await expect(measure).toBeFocused();
  await answered(page, () => page.keyboard.press('Space'));

  const field = page.getByRole('combobox', { name: 'Add a council or region' });
  // The titles of all data sets lie between.
  await tabTo(page, field, 'Tab', 80);
  await page.keyboard.type('Haring');
  await expect(page.getByRole('option', { name: 'Haringey', exact: true })).toBeVisible();
  await answered(page, () => page.keyboard.press('Enter'));
  await expectHaringey(page);
  await expect(field).toBeFocused();

  const from = page.getByRole('combobox', { name: 'From', exact: true });
  await tabTo(page, from);
  await answered(page, () => page.keyboard.press('ArrowDown'));
  await expect(from).toBeFocused();
  await expect(from).toHaveValue('1994');

  // The boxes that scroll can be reached, and scroll.
  const box = page.getByRole('region', { name: /^Table: / });
  await tabTo(page, box);
  await page.keyboard.press('End');
  await expect.poll(() => box.evaluate((element) => element.scrollTop)).toBeGreaterThan(0);

  const button = page.getByRole('button', { name: 'Download this answer (CSV)' });
  await tabTo(page, button);
  const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  expect(file.suggestedFilename()).toMatch(
    /^children_looked_after\.looked_after_31_march_rate\.england\+haringey\.1994-\d{4}\.release-/
  );
  await tabTo(page, sql(page));
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test('the choices fold, the answer fits, and nothing sticks out', { tag: SLOW }, async ({ page }) => {
    await openAnswered(page, `${EXPLORE}?areas=E92000001,309`);
    const fold = page.getByRole('button', { name: /^Areas/ });
    await expect(fold).toHaveAttribute('aria-expanded', 'false');
    await expect(page.getByRole('combobox')).toBeHidden();
    await fold.click();
    await addArea(page, 'Barnet');
    await expect.poll(() => lineNames(drawing(answer(page)))).toEqual(['Barnet', 'England', 'Haringey']);
    for (const width of [320, 360, 768]) {
      await page.setViewportSize({ width, height: 740 });
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect([width, Math.max(over, 0)]).toEqual([width, 0]);
    }
  });
});

test.describe('axe finds nothing in the light theme and in the dark', () => {
  test.use({ colorScheme: 'light', contextOptions: { reducedMotion: 'reduce' } });

  const states: Record<string, (page: Page) => Promise<void>> = {
    'two answers': (page) =>
      openAnswered(
        page,
        `${EXPLORE}?measures=children_looked_after/started,child_protection_plans_by_category_of_abuse/started`
      ),
    'an answer with a chart and everything unfolded': async (page) => {
      await openAnswered(page, `${EXPLORE}?areas=E92000001,309`);
      await page
        .locator('details')
        .evaluateAll((all) => all.forEach((each) => ((each as HTMLDetailsElement).open = true)));
    },
    'the engine on its way': async (page) => {
      await page.route(ENGINE, () => {});
      await open(page, EXPLORE);
      await expect(page.getByRole('progressbar')).toBeVisible();
    },
    'the engine refused': async (page) => {
      await page.route(ENGINE, (route) => route.abort());
      await open(page, EXPLORE);
      await expect(page.getByRole('alert')).toBeVisible(patience);
    }
  };
  for (const [place, [name, prepare]] of sampleOf(Object.entries(states), 1).entries())
    test(name, async ({ page, troubles }) => {
      troubles.expect(/Failed to load resource/);
      await prepare(page);
      for (const colorScheme of themesAt(place)) {
        await page.emulateMedia({ colorScheme });
        expect(await violations(page, colorScheme)).toEqual([]);
      }
    });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the page says what needs it, and has every file', async ({ page }) => {
    await page.goto(EXPLORE);
    await expect(page.getByText(/^The database needs JavaScript\./)).toBeVisible();
    await expect(page.getByRole('checkbox').first()).toBeHidden();
    await expect(page.getByRole('button', { name: 'Run' })).toBeHidden();
    const files = page.getByRole('link', { name: /\(CSV\)$/ });
    expect(await files.count()).toBe(readdirSync('data').filter((name) => name.endsWith('.meta.csv')).length);
    for (const address of await files.evaluateAll((all) => all.map((each) => (each as HTMLAnchorElement).href)))
      expect((await page.request.get(address)).status()).toBe(200);
  });
});
