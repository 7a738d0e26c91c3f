import type { Page } from '@playwright/test';
import { sampleOf } from '../ring.ts';
import { drawing, expect, lineNames, open, openTable, sentences, test } from './support.ts';

const LOOKED_AFTER = '/trends/looked-after/';
const notices = (page: Page) => page.locator('.notices li');

const noArea = (code: string) => `No area has the code “${code}”, so it was left out.`;
const noUnit = (unit: string) =>
  `Children looked after has no unit called “${unit}”, so it is shown as: rate per 10,000 children.`;
const noEvent = (kind: string) => `There is no kind of event called “${kind}”, so it was left out.`;

const NO_AREA = 'The address names no area, so England alone is marked.';

/** What the page shows whatever else the address asks for. */
const expectWhole = async (page: Page, lines: string[]) => {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Children looked after');
  await expect.poll(() => lineNames(drawing(page))).toEqual(lines);
  expect((await sentences(page)).at(-1)).toMatch(
    /67\.1 children looked after for every 10,000 children living in England/
  );
  await openTable(page);
  await expect(page.getByRole('row', { name: /^2025 67\.1/ })).toBeVisible();
  // The rest of the page still answers.
  await page.getByRole('radio', { name: 'Index' }).check();
  await expect(page).toHaveURL(/unit=index/);
  await expect(drawing(page).locator('g.axis-title text')).toHaveText('31 March 2008 = 100');
};

const cases: { name: string; search: string; says: string[]; lines?: string[] }[] = [
  { name: 'a code that no area has', search: 'areas=999', says: [noArea('999')] },
  {
    name: 'an unknown code among known ones',
    search: 'areas=309,atlantis,894',
    says: [noArea('atlantis')],
    lines: ['England', 'Haringey', 'Telford and Wrekin']
  },
  {
    name: 'seven areas',
    search: 'areas=309,894,201,204,206,302,303',
    says: ['The address names 7 areas; a chart holds 6, so the first 6 are shown.'],
    lines: ['Barnet', 'City of London', 'England', 'Hackney', 'Haringey', 'Islington', 'Telford and Wrekin']
  },
  { name: 'the same area three times', search: 'areas=309,309,%20309', says: [], lines: ['England', 'Haringey'] },
  { name: 'England, which is always there', search: 'areas=E92000001', says: [] },
  { name: 'an area that no longer exists', search: 'areas=875', says: [], lines: ['Cheshire (to 2009)', 'England'] },
  { name: 'a unit of another measure', search: 'unit=month', says: [noUnit('month')] },
  { name: 'a unit that JavaScript objects have', search: 'unit=__proto__', says: [noUnit('__proto__')] },
  { name: 'unknown events beside known ones', search: 'events=war,key', says: [noEvent('war')] },
  { name: 'empty areas and events', search: 'areas=&events=', says: [NO_AREA] },
  { name: 'parameters that nothing knows', search: 'utm_source=x&=&&areas', says: [NO_AREA] },
  { name: 'broken escapes', search: 'areas=%E0%A4%A', says: [noArea('\uFFFD%A')] },
  {
    name: 'everything wrong at once',
    search: 'areas=1&unit=2&events=3',
    says: [noArea('1'), noUnit('2'), noEvent('3')]
  },
  {
    name: 'text like a script',
    search: `areas=${encodeURIComponent('<script>alert(1)</script>')}&unit=${encodeURIComponent('"><img src=x onerror=alert(1)>')}`,
    says: [noArea('<script>alert(1)</script>'), noUnit('"><img src=x onerror=alert(1)>')]
  },
  {
    name: 'a very long text',
    search: `areas=${'x'.repeat(3000)}&unit=${'y'.repeat(3000)}`,
    says: [noArea(`${'x'.repeat(40)}…`), noUnit(`${'y'.repeat(40)}…`)]
  },
  {
    name: 'two long texts that begin alike',
    search: `areas=${'x'.repeat(50)}1,${'x'.repeat(50)}2`,
    says: [noArea(`${'x'.repeat(40)}…`)]
  },
  {
    name: 'a hundred unknown codes',
    search: `areas=${Array.from({ length: 100 }, (_, i) => 1000 + i).join(',')}`,
    says: [
      ...['1000', '1001', '1002', '1003'].map(noArea),
      'And 96 more things in the address that could not be followed.'
    ]
  }
];

test.describe('an address with nonsense in it still shows the page, and says what was not followed', () => {
  for (const { name, search, says, lines = ['England'] } of sampleOf(cases, 4))
    test(name, async ({ page }) => {
      await open(page, `${LOOKED_AFTER}?${search}`);
      await expect(notices(page)).toHaveText(says);
      await expectWhole(page, lines);
    });

  test('an empty unit', async ({ page }) => {
    await open(page, `${LOOKED_AFTER}?unit=`);
    await expectWhole(page, ['England']);
  });

  test('on pages that take no choices', async ({ page }) => {
    for (const address of ['/?areas=309&unit=x', '/areas/haringey/?areas=<b>&view=rank', '/areas/?q=%00']) {
      await open(page, address);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    }
  });
});

test('an area without figures in a unit is named, with a link to the unit that has them', async ({ page }) => {
  await open(page, '/trends/care-applications/?areas=309');
  await expect(notices(page)).toHaveText([
    /^For Haringey no figures are held as: number by month, England\. They are held as: .+\. Show: rate per 10,000 children/
  ]);
  await notices(page).getByRole('link').click();
  await expect(page).toHaveURL('/trends/care-applications/?areas=309&unit=rate');
  await expect.poll(() => lineNames(drawing(page))).toContain('Haringey');
  await expect(notices(page)).toHaveCount(0);
});

test.describe('an address that is not there', () => {
  const missing = ['/no-such-page', '/areas/atlantis/', '/trends/nothing/', '/data/none.csv', '/a/b/c/d/?areas=309'];

  test('is answered by status 404 and a page that helps', async ({ page, troubles }) => {
    troubles.expect(/the server responded with a status of 404/);
    for (const address of missing) {
      const response = await page.goto(address);
      expect(response?.status(), address).toBe(404);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page not found');
      for (const [name, to] of Object.entries({ Home: '/', Councils: '/areas/', Trends: '/trends/', Data: '/data/' }))
        await expect(page.getByRole('main').getByRole('link', { name, exact: true })).toHaveAttribute('href', to);
    }
  });

  test('leads on: to the list of councils, and by the header', async ({ page, troubles }) => {
    troubles.expect(/the server responded with a status of 404/);
    await page.goto('/areas/atlantis/');
    await page.getByRole('main').getByRole('link', { name: 'Councils', exact: true }).click();
    await expect(page).toHaveURL('/areas/');
    await expect(page.getByRole('link', { name: 'Haringey', exact: true })).toBeVisible();
    await page.goto('/areas/atlantis/');
    await page.getByRole('banner').getByRole('link', { name: 'Trends' }).click();
    await expect(page).toHaveURL('/trends/');
  });
});
