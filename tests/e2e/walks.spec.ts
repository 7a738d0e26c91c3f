import type { Page } from '@playwright/test';
import { cellsOf, drawing, expect, lineNames, open, readTable, test, figuresTable } from './support.ts';

const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const head = (page: Page) => page.getByRole('main');

/** The figures of a measure on a council's page in one period, by column. */
const figuresOf = async (page: Page, measure: string, period: string) =>
  cellsOf(await readTable(tableOf(page, measure)), period);
const tableOf = (page: Page, measure: string) =>
  page
    .locator('section', { hasText: 'Figures of each year' })
    .locator('details', { has: page.locator('> summary').getByText(measure, { exact: true }) })
    .locator('table')
    .first();

/** What is particular to an authority, and has to be seen on its page. */
const WALKS: Record<string, (page: Page) => Promise<void>> = {
  'city-of-london': async (page) => {
    await expect(section(page, 'Looked after')).toContainText('is not published, so that no one can be identified');
    await expect(section(page, 'What stands out')).toContainText('Nothing is picked out for the City of London');
  },
  'isles-of-scilly': async (page) => {
    await expect(page.locator('.verdict')).toHaveText(/^We have no rate of children looked after in .*Isles of Scilly/);
    await expect(section(page, 'In need')).toContainText('501.6');
    await expect(section(page, 'In need')).toContainText('too few children to be ranked or tested');
    await expect(head(page)).toContainText(
      'Isles of Scilly has so few children that its figures are mostly suppressed'
    );
  },
  cheshire: async (page) => {
    await expect(head(page)).toContainText('Ended on 31 March 2009.');
    await expect(head(page)).toContainText('Its territory passed to Cheshire East and Cheshire West and Chester');
    const footprint = section(page, 'Cheshire before and after 2009');
    expect(await lineNames(drawing(footprint))).toEqual(expect.arrayContaining(['England', 'Former Cheshire']));
    await expect(page.locator('.verdict')).toContainText('March 2009, its last year');
    await expect(section(page, 'In need')).toContainText(
      'No rates of children in need are held: those of councils begin in 2010.'
    );
    await expect(section(page, 'Every other measure')).toContainText(
      'Our data has no figures for Cheshire (to 2009) on:'
    );
  },
  bournemouth: async (page) => {
    await expect(head(page)).toContainText('Ended on 31 March 2019.');
    await expect(section(page, 'Before and after 2019')).toContainText(
      'Christchurch, a district of the county of Dorset, went to Bournemouth, Christchurch and Poole.'
    );
  },
  northamptonshire: async (page) => {
    await expect(head(page)).toContainText('Ended on 31 March 2021.');
    await expect(section(page, 'Northamptonshire before and after 2021')).toContainText(
      'North Northamptonshire and West Northamptonshire took over its territory and no other'
    );
    expect(Object.keys(await figuresOf(page, 'Children looked after', '2020'))).toContain('Northamptonshire (to 2021)');
  },
  cumberland: async (page) => {
    await expect(head(page)).toContainText('Made on 1 April 2023 from territory of Cumbria (to 2023).');
    await expect(section(page, 'Before and after 2008')).toContainText('Cumberland began on 1 April 2023');
    // Its table begins with its own first year.
    await expect(section(page, 'Figures of each year').getByText('2023', { exact: true })).toHaveCount(0);
    expect((await figuresOf(page, 'Children looked after', '2024')).Cumberland).toMatch(/^\d+\.\d$/);
  },
  hackney: async (page) => {
    for (const year of ['2021', '2022'])
      expect((await figuresOf(page, 'Children in need', year)).Hackney).toBe('not available');
    expect((await figuresOf(page, 'Children in need', '2023')).Hackney).toBe('462.2');
    await expect(section(page, 'Figures of each year')).toContainText(
      'Hackney could not return the census after a cyberattack'
    );
  },
  haringey: async (page) => {
    expect((await figuresOf(page, 'Children looked after', '2008')).Haringey).toBe('77.9');
    await expect(section(page, 'Looked after')).toContainText('325 in March 2025');
    // The numbers around the case are one click and one choice away.
    await open(page, '/trends/looked-after/?areas=309&unit=number');
    await expect.poll(async () => (await readTable(figuresTable(page))).columns[0]?.label).toBe('Haringey');
    const numbers = await readTable(figuresTable(page));
    expect(['2008', '2010', '2025'].map((year) => cellsOf(numbers, year).Haringey)).toEqual(['425', '591', '325']);
  },
  'telford-and-wrekin': async (page) => {
    for (const [year, rate, printed] of [
      ['2008', '60.6', '61'],
      ['2010', '69.7', '71']
    ] as const) {
      const figures = await figuresOf(page, 'Children looked after', year);
      expect([figures['Telford and Wrekin'], figures['Telford and Wrekin, printed']]).toEqual([rate, printed]);
    }
  },
  birmingham: async (page) => {
    await expect(section(page, 'Looked after')).toContainText('of 151 councils');
    await expect(section(page, 'Looked after')).toContainText('Since March 2008');
    await expect(section(page, 'Every other measure').getByRole('rowheader', { name: /^Courts/ })).toBeVisible();
  }
};

const names = Object.keys(WALKS);

for (const half of [names.slice(0, 5), names.slice(5)])
  test(`what is particular to ${half.join(', ')} is seen on its page`, async ({ page }) => {
    for (const slug of half)
      await test.step(slug, async () => {
        await open(page, `/areas/${slug}/`);
        await WALKS[slug]!(page);
      });
  });
