import { writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { GOOD, META } from '../pipeline/good-file-text.ts';
import { sampleOf } from '../ring.ts';
import { violations } from './axe.ts';
import { download } from './download.ts';
import { expect, open, test } from './support.ts';

const CHECK = '/check/';

const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
const choose = (page: Page, ...files: ReturnType<typeof file>[]) =>
  page.getByLabel(/^Choose a CSV/).setInputFiles(files);
const verdict = (page: Page) => page.getByRole('heading', { level: 2 }).first();

test('a file is checked without a connection, and its findings can be taken away', async ({ page, context }) => {
  await open(page, CHECK);
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);

  await choose(page, file('plans.csv', GOOD), file('plans.meta.csv', META));
  await expect(verdict(page)).toHaveText('plans.csv passes');
  await expect(verdict(page)).toBeFocused();

  const bad = GOOD.replace('29000', '"29,000"').replace('Disability', '=1+1').replace('children_rate', 'Rate');
  await choose(page, file('bad.csv', bad));
  await expect(verdict(page)).toHaveText('bad.csv fails');
  const finding = page.getByRole('listitem').filter({ hasText: 'own_thousands_commas (our rule)' });
  await expect(finding).toContainText('row 2, children: "29,000" has commas between thousands, expected 29000');
  await expect(page.getByRole('listitem').filter({ hasText: 'check_col_var_start' })).toContainText('Warning');

  const [json] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download as JSON' }).click()
  ]);
  expect(json.suggestedFilename()).toBe('bad-check.json');
  const report = JSON.parse(await readFile(await json.path(), 'utf8'));
  expect(Object.keys(report)).toEqual(['file', 'rows', 'results']);
  const failed = report.results.filter(({ level }: { level: string }) => level === 'fail');
  expect(failed.map(({ rule }: { rule: string }) => rule)).toEqual(['own_thousands_commas', 'own_formula_cells']);

  const { rows } = await download(page, page.getByRole('button', { name: 'Download as CSV' }));
  expect(rows.length).toBe(report.results.length);
  expect(rows.find(({ rule }) => rule === 'own_formula_cells')?.values).toBe("'=1+1");

  for (const theme of sampleOf(['light', 'dark'] as const, 1)) {
    await page.emulateMedia({ colorScheme: theme });
    expect(await violations(page, theme)).toEqual([]);
  }
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test('what cannot be read is told, and a long file can be cancelled', async ({ page }, info) => {
  await open(page, CHECK);
  await choose(page, file('book.csv', 'PK\u0003\u0004 a workbook'));
  await expect(page.getByRole('alert')).toHaveText(/book\.csv could not be checked: it is a workbook/);
  await choose(page, file('a.csv', GOOD), file('b.csv', GOOD));
  await expect(page.getByRole('alert')).toHaveText(/You chose 2 files/);

  const [header = '', ...rows] = GOOD.trim().split('\n');
  const long = `${header}\n${`${rows.join('\n')}\n`.repeat(40_000)}`;
  const path = info.outputPath('long.csv');
  writeFileSync(path, long);
  await page.getByLabel(/^Choose a CSV/).setInputFiles(path);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('Cancelled. Nothing is kept of long.csv.')).toBeVisible();
  await choose(page, file('plans.csv', GOOD));
  await expect(verdict(page)).toHaveText('plans.csv passes');
});
