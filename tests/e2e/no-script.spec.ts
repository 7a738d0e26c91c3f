import { sampleOf } from '../ring.ts';
import { PAGES, cellsOf, drawing, expect, lineNames, readTable, test, type PageType } from './support.ts';

test.use({ javaScriptEnabled: false });

/** What a reader without JavaScript must find on each type of page, besides its heading. */
const words: Partial<Record<PageType, RegExp>> = {
  home: /On 31 March 2025, there were 67\.1 children looked after for every 10,000 children living in England\./,
  trends: /England: 67\.1/,
  'one measure': /That is 13\.9 higher than on 31 March 2008 \(53\.2\)/,
  'a measure of several lines': /children looked after/i,
  'a council': /Against England: 6\.5 below, a gap small enough to be chance/,
  'a brief': /94th highest of 151 authorities/,
  'a council that ended': /Ended on 31 March 2009/,
  'a region': /Councils in London|Inner London/,
  'before and after': /53\.2 were looked after on 31 March 2008 and 57\.4 on 31 March 2010/,
  'months before and after': /there were 2,109 care applications/,
  'years before and after': /That is 4\.9 more \(4\.1 to 5\.8 more\)\./,
  'councils before and after': /was higher in 108 of the 145 councils/,
  'other explanations': /536 in March 2008, 380 in April and 399 in May/,
  'the years since': /of the 5 years to March 2016 to 2020/,
  'the documents of 2009': /232 children looked after by Telford and Wrekin/,
  timeline: /Peter Connelly \(known then as Baby P\) died, aged 17 months\./,
  data: /children_looked_after|Children looked after/,
  'a data set': /looked_after_31_march_rate/
};

const figures: Partial<Record<PageType, number>> = {
  home: 1,
  'one measure': 1,
  'a measure with a break': 1,
  'councils in order': 1,
  'a map': 1,
  'a spread': 1,
  'a measure of several lines': 1,
  'a council': 3,
  'a brief': 2,
  'a council with few figures': 3,
  'a council that ended': 2,
  'a region': 3,
  'before and after': 3,
  'months before and after': 3,
  'years before and after': 8,
  'councils before and after': 5,
  'the years since': 7,
  'the documents of 2009': 1
};

/** Pages whose chart fills them. */
const FILLED: PageType[] = ['home', 'one measure', 'a measure with a break', 'a measure of several lines'];

for (const [width, box] of [
  [1280, 760],
  [360, 344]
] as const)
  test.describe(`without JavaScript, ${width} pixels wide`, () => {
    test.use({ viewport: { width, height: 800 } });

    for (const [type, address] of sampleOf(Object.entries(PAGES) as [PageType, string][], 6))
      test(`${type}: the words, the charts and the ways on are there`, async ({ page, troubles }) => {
        if (type === 'a page that is not there') troubles.expect(/status of 404/);
        await page.goto(address);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        if (words[type]) await expect(page.getByRole('main')).toContainText(words[type]);
        if (width < 960) await page.getByRole('button', { name: 'Menu' }).click();
        await expect(page.getByRole('navigation', { name: 'Site' }).getByRole('link').first()).toBeVisible();
        if (width < 960) await page.keyboard.press('Escape');

        const count = figures[type] ?? 0;
        await expect(drawing(page)).toHaveCount(count);
        // What the other charts of the story and those of its chapters must show is told in their own tests.
        const charts = await drawing(page).all();
        const isChapter = address.startsWith('/before-and-after/') && type !== 'before and after';
        for (const chart of isChapter ? [] : type === 'before and after' ? charts.slice(0, 1) : charts) {
          // What a view of one year must show without a script is told in the tests of the views.
          if (['councils in order', 'a map', 'a spread'].includes(type)) continue;
          // A brief and the cards of a council show narrow charts side by side, and some pages one over their whole width; elsewhere the width decides.
          const isSmall = type === 'a brief' || (await chart.evaluate((svg) => svg.closest('.card') !== null));
          const expected = isSmall ? 344 : FILLED.includes(type) && width > 1000 ? 1088 : box;
          await expect(chart).toHaveAttribute('viewBox', new RegExp(`^0 0 ${expected} `));
          const drawn = await chart
            .locator('g.line path')
            .evaluateAll((paths) => paths.reduce((sum, path) => sum + path.getBoundingClientRect().width, 0));
          expect(drawn).toBeGreaterThan(100);
          expect((await lineNames(chart)).length).toBeGreaterThan(0);
        }
        // Nothing is offered that would not answer; what stands in a form does, and the dots of home change by style alone.
        const answers = page.locator(':not(form[action] *, [name="dots"])');
        for (const role of ['button', 'combobox', 'radio', 'checkbox', 'textbox'] as const)
          await expect(page.getByRole('main').getByRole(role).and(answers)).toHaveCount(0);
        await expect(page.getByRole('search').getByRole('searchbox')).toBeVisible();
      });
  });

test.describe('without JavaScript', () => {
  test('a trend has its table and its downloads, and says where to choose a council instead', async ({ page }) => {
    await page.goto('/trends/child-protection-plans/');
    const table = await readTable(page.getByRole('table').first());
    expect(cellsOf(table, '2025').England).toBe('40.6');
    expect(table.rows.some((row) => 'says' in row && /^Break: the source changes/.test(row.says))).toBe(true);
    const instead = page.locator('noscript p').filter({ hasText: 'Choosing areas here' });
    await expect(instead).toBeVisible();
    await expect(instead).toContainText('Choosing areas here needs JavaScript.');

    const file = page.getByRole('link', { name: 'Whole data set (CSV)' });
    const response = await page.request.get(new URL((await file.getAttribute('href'))!, page.url()).href);
    expect(response.status()).toBe(200);
    expect((await response.text()).split('\n')[0]).toMatch(/^time_period,time_identifier,geographic_level,/);

    await instead.getByRole('link', { name: 'Every council has a page of its own' }).click();
    await expect(page).toHaveURL('/areas/');
  });

  test('a reader comes from home to a council, its table and its measures by links alone', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('link', { name: 'All councils and regions, from A to Z' }).click();
    await page.getByRole('link', { name: 'Haringey', exact: true }).click();
    await expect(page).toHaveURL('/areas/haringey/');
    const part = page.getByRole('region', { name: 'Children looked after, per 10,000 children', exact: true });
    expect(cellsOf(await readTable(part.getByRole('table')), '2008').Haringey).toBe('77.9');
    await page.getByRole('link', { name: 'What the columns mean' }).click();
    await expect(page).toHaveURL('/data/#areas');
  });
});
