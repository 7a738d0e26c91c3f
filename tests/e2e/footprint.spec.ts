import { sampleOf } from '../ring.ts';
import { axe } from './axe.ts';
import { drawing, expect, lineNames, test } from './support.ts';

const SENTENCE =
  /On 31 March 2025, there were 73\.3 children looked after for every 10,000 children living in former Cheshire\./;

for (const slug of sampleOf(['cheshire', 'cheshire-east', 'cheshire-west-and-chester'], 1))
  test(`${slug}: its page follows the territory through the seam`, async ({ page }) => {
    await page.goto(`/areas/${slug}/`);
    const section = page.getByRole('region', { name: 'Cheshire before and after 2009' });
    await expect(section).toContainText(SENTENCE);
    expect(await lineNames(drawing(section))).toEqual(expect.arrayContaining(['England', 'Former Cheshire']));
    await expect(drawing(section)).toContainText('two councils from here');
    await section.getByText('Table of the figures in this chart').click();
    await expect(section.getByRole('row', { name: /^2025/ })).toContainText('73.3');
    expect((await axe(page).analyze()).violations).toEqual([]);
  });

for (const slug of sampleOf(
  ['dorset', 'dorset-to-2019', 'poole', 'bournemouth', 'bournemouth-christchurch-and-poole'],
  2
))
  test(`${slug}: its page says why nothing can be added up`, async ({ page }) => {
    await page.goto(`/areas/${slug}/`);
    const section = page.getByRole('region', { name: 'Before and after 2019' });
    await expect(section).toContainText('Christchurch, a district of the county of Dorset, went to');
    await expect(drawing(section)).toHaveCount(0);
  });

test('an area that was never divided has no such section', async ({ page }) => {
  await page.goto('/areas/buckinghamshire/');
  await expect(page.getByRole('heading', { name: /before and after (?!2008)/i })).toHaveCount(0);
});

test('the files of an area are where its page says, and hold its figures', async ({ page, request }) => {
  await page.goto('/areas/haringey/');
  const section = page.getByRole('region', { name: 'All figures of Haringey' });
  const address = async (name: RegExp) =>
    new URL((await section.getByRole('link', { name }).getAttribute('href'))!, page.url()).pathname;
  expect(await address(/^CSV/)).toBe('/data/areas/309.csv');
  const csv = await request.get(await address(/^CSV/));
  expect(csv.headers()['content-type']).toContain('text/csv');
  expect(await csv.text()).toContain('Haringey,looked-after,Children looked after,');
  const workbook = await request.get(await address(/^XLSX/));
  expect(workbook.headers()['content-type']).toContain('spreadsheetml');
  expect((await workbook.body()).subarray(0, 2).toString()).toBe('PK');
});
