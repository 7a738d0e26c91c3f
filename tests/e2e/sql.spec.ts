import type { Page } from '@playwright/test';
import { violations } from './axe.ts';
import { expect, open, test } from './support.ts';

const SQL = '/explore/sql/';
const ENGINE = '**/engine/*.bin';

// The engine is 34 MB to compile, and the computers that test are slow and shared.
test.describe.configure({ timeout: 120_000 });
const patience = { timeout: 60_000 };

const query = (page: Page) => page.getByRole('region', { name: 'Query', exact: true });
const editor = (page: Page) => page.getByRole('textbox', { name: 'SQL query' });
const run = (page: Page) => page.getByRole('button', { name: 'Run', exact: true });
const cells = (page: Page) => query(page).locator('tbody td');

// Text that is put in place of coloured text is given its colours by Chromium itself, which the policy refuses; nothing is lost.
test.beforeEach(({ troubles }) => troubles.expect(/Applying inline style violates/));

const openEditor = async (page: Page, address = SQL): Promise<void> => {
  await open(page, address);
  await page.locator('[data-editor=ready]').waitFor();
};

const answered = async (page: Page, act: () => Promise<unknown>): Promise<void> => {
  const count = () => query(page).getAttribute('data-answers').then(Number);
  const before = await count();
  await act();
  await expect.poll(count, patience).toBe(before + 1);
};

/** Runs a query that is put into the editor by the keyboard. */
const ask = (page: Page, sql: string): Promise<void> =>
  answered(page, async () => {
    await editor(page).fill(sql);
    await page.keyboard.press('Control+Enter');
  });

test('a reader writes SQL with the keyboard: completion, an answer, a mistake marked in place, no way to change a figure, a link', async ({
  page
}) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await openEditor(page);
  expect(asked.filter((url) => url.includes('/engine/'))).toEqual([]);

  // The first query, then one that completion helps with.
  await editor(page).focus();
  await answered(page, () => page.keyboard.press('Control+Enter'));
  await expect(cells(page).nth(1)).toHaveText('England');
  await editor(page).fill('SELECT count(*) AS figures, max(on_p) AS most FROM child_protection_plans');
  for (let i = 0; i < ') AS most FROM child_protection_plans'.length; i++) await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('lan_31_march_v');
  await page.getByRole('option', { name: /^on_plan_31_march_value/ }).waitFor();
  // A choice that has only just appeared is not taken, so that Enter still ends a line.
  await page.waitForTimeout(200);
  await page.keyboard.press('Enter');
  await answered(page, () => page.keyboard.press('Control+Enter'));
  await expect(query(page).locator('thead th')).toHaveText(['figures', 'most']);

  // A mistake is marked and worded; nothing that writes is done.
  await editor(page).fill('SELECT area_name, nope FROM children_in_need');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('alert')).toContainText('Referenced column "nope" not found');
  await expect(page.locator('.cm-lintRange-error')).toHaveText('nope');
  expect(await violations(page, 'light')).toEqual([]);
  for (const write of ["UPDATE breaks SET kind = 'x'", 'DROP TABLE breaks', 'CREATE MACRO lower(x) AS x']) {
    await editor(page).fill(write);
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('alert')).toContainText('The figures can only be read here');
  }
  await ask(page, "SELECT count(*) FILTER (kind = 'x') AS changed FROM breaks");
  await expect(cells(page)).toHaveText(['0']);

  // More rows than are kept.
  await ask(page, 'SELECT a.range AS n FROM range(1000000) AS a, range(1000) AS b');
  await expect(query(page)).toContainText('The answer has more than 100,000 rows');

  // A link, the history, and the way out of the editor.
  await ask(page, "SELECT 'a + b' AS sum -- 50%");
  await page.getByRole('button', { name: 'Copy a link to this query' }).click();
  await expect(page.getByText(/^Copied\./)).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toBe(page.url());
  await page.getByText(/^Queries run before on this device/).click();
  await page.getByRole('button', { name: /^SELECT 'a \+ b'/ }).click();
  await editor(page).focus();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(run(page)).toBeFocused();

  // Opened elsewhere the link shows the query and runs nothing.
  asked.length = 0;
  await page.goto('about:blank');
  await openEditor(page, link);
  await expect(editor(page)).toHaveText("SELECT 'a + b' AS sum -- 50%");
  await expect(page.locator('.notices')).toContainText('Nothing has been run');
  expect(asked.filter((url) => url.includes('/engine/'))).toEqual([]);
  await answered(page, () => run(page).click());
  await expect(cells(page)).toHaveText(['a + b']);
});

test('a query that does not end can be cancelled, and the next one is answered', async ({ page }) => {
  await openEditor(page);
  await editor(page).fill('SELECT count(*) FROM range(100000000000) AS a, range(100000000000) AS b');
  await run(page).click();
  await expect(query(page)).toContainText('Running…', patience);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(query(page)).toContainText('Cancelled. Your query is kept.');
  await ask(page, 'SELECT 1 AS one');
  await expect(cells(page)).toHaveText(['1']);
});

test('links that hold no query, and an engine that does not start, are told in words, and the query is kept', async ({
  page,
  troubles
}) => {
  await openEditor(page, `${SQL}#sql=${'x'.repeat(20_480)}`);
  await expect(page.locator('.notices')).toContainText('The query in this link has 20,480 characters');
  await expect(editor(page)).toContainText('SELECT');
  await page.goto('about:blank');
  await openEditor(page, `${SQL}#sql=%E0%A4%A`);
  await expect(page.locator('.notices')).toContainText('The query in this link cannot be read');

  troubles.expect(/ERR_FAILED/);
  await page.route(ENGINE, (route) => route.abort());
  await editor(page).fill('SELECT 1 AS one');
  await run(page).click();
  await expect(page.getByRole('alert')).toContainText('The database engine could not start', patience);
  await expect(editor(page)).toHaveText('SELECT 1 AS one');
  await page.unroute(ENGINE);
  await answered(page, () => run(page).click());
  await expect(cells(page)).toHaveText(['1']);
});
