import type { Page } from '@playwright/test';
import { pagesOf } from '../../tools/pdf-pages.mjs';
import { SLOW, sampleOf } from '../ring.ts';
import { drawing, expect, open, test } from './support.ts';

const STORY = '/before-and-after/';
const [MONTHS, YEARS, COUNCILS] = ['months', 'years', 'councils'].map((slug) => `${STORY}${slug}/`) as [
  string,
  string,
  string
];

/** Each chapter, its heading, how many drawings it shows, and a sentence of it. */
const CHAPTERS = [
  ['months', 'Month by month', 3, 'there were 2,109 care applications'],
  ['years', 'Year by year, England', 8, 'That is 4.9 more (4.1 to 5.8 more).'],
  ['councils', 'Council by council', 5, 'was higher in 108 of the 145 councils'],
  ['other-explanations', 'What else was happening', 0, '536 in March 2008, 380 in April and 399 in May'],
  ['since', 'And since', 7, 'Only three years have followed'],
  ['documents', 'The documents of 2009', 1, '232 children looked after by Telford and Wrekin'],
  ['timeline', 'The case, and what followed', 0, 'Peter Connelly (known then as Baby P) died, aged 17 months.']
] as const;

const slider = (page: Page) => page.getByRole('slider', { name: 'Move the date of the event' });
const restated = (page: Page) => page.locator('.restated');
const main = (page: Page) => page.getByRole('main');

test.describe('the story and its chapters without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const width of [320, 1280])
    test(`the story is all there to read, ${width} pixels wide, with a way to each chapter`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(STORY);
      await expect(main(page)).toContainText('was higher in 108 of 145 councils');
      await expect(drawing(page)).toHaveCount(7);
      // The court chart is the first, with its three figures written out.
      await expect(drawing(page).first().locator('.highlight-label text')).toHaveText(['719', '496', '592']);
      for (const [slug, title] of CHAPTERS)
        await expect(main(page).getByRole('link', { name: title, exact: true })).toHaveAttribute(
          'href',
          new RegExp(`${slug}/$`)
        );
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    });

  for (const width of [320, 1280])
    for (const [slug, title, drawings, words] of sampleOf(CHAPTERS, 3))
      test(`${slug} is all there to read, ${width} pixels wide`, async ({ page }) => {
        await page.setViewportSize({ width, height: 900 });
        await page.goto(`${STORY}${slug}/`);
        await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
        await expect(page.getByText(words).first()).toBeVisible();
        await expect(drawing(page)).toHaveCount(drawings);
        await expect(slider(page)).toHaveCount(0);
        await expect(page.getByRole('combobox')).toHaveCount(0);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      });

  test('a section’s old address ends at the way to its chapter', { tag: SLOW }, async ({ page }) => {
    for (const [fragment, slug] of [
      ['case', 'timeline'],
      ['months', 'months'],
      ['years', 'years'],
      ['everywhere', 'councils'],
      ['rivals', 'other-explanations'],
      ['since', 'since']
    ]) {
      await page.goto(`${STORY}#${fragment}`);
      await expect(page.locator(`#${fragment}`).getByRole('link')).toHaveAttribute('href', new RegExp(`${slug}/$`));
    }
  });

  test('every council is listed, in order', async ({ page }) => {
    await page.goto(COUNCILS);
    await page.getByRole('link', { name: /^All \d+ councils, in order of the change in starts/ }).click();
    await expect(page).toHaveURL(/#every-council$/);
    const table = page.getByRole('table', { name: /^Each council, in order of the change in starts/ });
    await expect(table.getByRole('row')).toHaveCount(155);
    // On a phone the first figure stands beside the name.
    await page.setViewportSize({ width: 360, height: 800 });
    const figure = (await table.getByRole('row').nth(1).getByRole('cell').first().boundingBox())!;
    expect(figure.x + figure.width).toBeLessThanOrEqual(360);
    await expect(page.getByText('starting to be looked after in a year: higher in 118 of 144 councils')).toBeVisible();
  });
});

test('the chapters lead from one to the next and back, with the reader’s choices', async ({ page }) => {
  await open(page, `${MONTHS}?event=2009-03`);
  const ways = (slug: string) => page.getByRole('navigation', { name: 'Chapters' }).locator(`a[href*="${slug}"]`);
  await ways('years').click();
  await expect(page).toHaveURL(/\/years\/\?event=2009-03$/);
  await expect(main(page)).toContainText('The event is set to March 2009');
  await page.getByRole('navigation', { name: 'Chapters' }).getByRole('link', { name: 'Month by month' }).click();
  await expect(page).toHaveURL(/\/months\/\?event=2009-03$/);
  for (const [slug] of sampleOf(CHAPTERS, 3)) {
    await page.goto(`${STORY}${slug}/`);
    await expect(page.getByRole('navigation', { name: 'Chapters' }).getByRole('link').first()).toBeVisible();
  }
});

test('an old address of a section or a choice leads to its chapter, and keeps the choice', async ({ page }) => {
  const moved = [
    ['#months', 'months/'],
    ['#case', 'timeline/'],
    ['#rivals', 'other-explanations/'],
    ['#since-rotherham', 'since/#since-rotherham'],
    ['?event=2009-03#years', 'years/?event=2009-03'],
    ['?event=2009-03&base=spring-2008', 'months/?event=2009-03&base=spring-2008'],
    ['?transition=with', 'years/?transition=with'],
    ['?area=894&measure=looked-after&show=counts', 'councils/?area=894&measure=looked-after&show=counts'],
    ['?area=894#everywhere', 'councils/?area=894']
  ];
  for (const [old, now] of sampleOf(moved, 4)) {
    await page.goto(`${STORY}${old}`);
    await expect(page, old).toHaveURL((url) => `${url.pathname}${url.search}${url.hash}`.endsWith(`${STORY}${now}`));
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(/^What changed after November 2008/);
  }
  await page.goto(STORY);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^What changed after November 2008/);
});

test('drawings that others embedded are still at their addresses', async ({ page }) => {
  for (const name of [
    'around-wide',
    'slope-narrow',
    'model-looked-after-narrow',
    'long-wide',
    'described-referrals-narrow'
  ]) {
    const answer = await page.request.get(`${STORY}drawings/${name}.svg`);
    expect([name, answer.status()]).toEqual([name, 200]);
    expect(answer.headers()['content-type']).toContain('image/svg+xml');
    expect(await answer.text()).toMatch(/^<svg[^>]* viewBox="0 0 [\d.]+ [\d.]+"/);
  }
});

test('months that are not held are gaps, and the year of transition is drawn', async ({ page }) => {
  await open(page, MONTHS);
  // November and December 2007, March to December 2008, March to September 2009, March 2010 to March 2011.
  const line = page.locator('figure').first().locator('.wide g.line[stroke="var(--line-england)"] path');
  const runs = await line.evaluateAll((paths) => paths.flatMap((path) => path.getAttribute('d')!.match(/M/g)!));
  expect(runs).toHaveLength(4);
  await open(page, YEARS);
  await expect(page.locator('g.band:not(.single)')).toHaveCount(4);
  // What can be real of the rise in plans over the change of source is a bar.
  await expect(page.locator('#described-child-protection-plans ~ figure g.band.single line')).toHaveCount(1);
  await expect(page.locator('g.transition')).toHaveCount(4);
});

test('the date of the event is moved by keyboard, and the change restated', async ({ page }) => {
  await open(page, MONTHS);
  await slider(page).focus();
  await expect(slider(page)).toHaveAttribute('aria-valuetext', 'November 2008');
  await page.keyboard.press('ArrowRight');
  await expect(slider(page)).toHaveAttribute('aria-valuetext', 'December 2008');
  await expect(restated(page)).toContainText('the twelve months that begin with December 2008');
  await expect(page).toHaveURL(/\?event=2008-12$/);
  await expect(slider(page)).toBeFocused();
  await page.keyboard.press('Home');
  await expect(restated(page)).toContainText('Only one month of the base can be compared');
  await expect(page).toHaveURL(/\?event=2007-08$/);
  await expect(page.locator('ol.events')).toContainText('The month that you set as that of the event');
});

test('the lines are fitted again for another date, and with the year of transition', async ({ page }) => {
  await open(page, YEARS);
  const first = page.locator('div:has(> #model-looked-after)');
  await page.getByRole('checkbox', { name: 'Count the year of transition with the later years' }).check();
  await expect(page).toHaveURL(/\?transition=with$/);
  await expect(first).toContainText('On 31 March 2009, 54.4 of every 10,000 children were looked after.');
  // The table is of the lines that are shown.
  await first.locator('summary').click();
  await expect(first.getByRole('row', { name: /^2009 54\.4 / })).not.toContainText('left out');
  await expect(first.locator('g.dot.transition circle:visible')).toHaveCount(0);
  await slider(page).focus();
  await page.keyboard.press('End');
  await expect(page).toHaveURL(/event=2010-03&transition=with$/);
  await expect(main(page)).toContainText('The event is set to March 2010');
});

test('the reader’s own date has the same record on other dates, and no range where years go together', async ({
  page
}) => {
  await open(page, `${YEARS}?event=2008-03&transition=with`);
  const first = page.locator('div:has(> #model-looked-after)');
  await expect(first).toContainText('No range is given: neighbouring years go together about these lines');
  await expect(first.locator('g.band')).toHaveCount(0);
  await expect(first.locator('g.continued')).toHaveCount(1);
  await expect(page.locator('div:has(> #model-started)')).toContainText('the test cannot tell (Durbin–Watson');
  await expect(main(page)).toContainText(
    'four years before and six after, the year itself counted with the later ones'
  );
  await page.locator('summary', { hasText: 'Table of every date' }).click();
  const record = page.getByRole('table', { name: /^How many of the seven later years fall outside/ });
  await expect(record.getByRole('row', { name: /^2008 shown above/ })).toBeVisible();
});

test('code that does not arrive is said, and tried again when asked', async ({ page, troubles }) => {
  troubles.expect(/Failed to load resource/, /Failed to fetch/);
  await open(page, YEARS);
  const scripts = '**/_app/immutable/chunks/*.js';
  await page.route(scripts, (route) => route.abort());
  await page.getByRole('checkbox', { name: 'Count the year of transition with the later years' }).check();
  await expect(main(page)).toContainText('The lines could not be fitted again');
  await expect(page.getByText('That is 4.9 more (4.1 to 5.8 more).')).toBeVisible();
  await page.unroute(scripts);
  await page.getByRole('button', { name: 'Try again' }).first().click();
  await expect(page.locator('div:has(> #model-looked-after)')).toContainText('On 31 March 2009, 54.4 of every 10,000');
});

test('the address keeps the date and the base, opened cold', { tag: SLOW }, async ({ page }) => {
  await open(page, `${MONTHS}?event=2009-03&base=spring-2008`);
  await expect(slider(page)).toHaveAttribute('aria-valuetext', 'March 2009');
  await expect(page.getByRole('radio', { name: 'April to June 2008' })).toBeChecked();
  await expect(restated(page)).toContainText('taken from the dip of spring 2008');
  await open(page, `${COUNCILS}?area=894`);
  await expect(page.getByLabel('Pick out a council')).toHaveValue('894');
  await expect(main(page)).toContainText('In Telford and Wrekin the mean number of children starting');
  await expect(page.locator('figure').first()).toContainText('Telford and Wrekin');
});

test('what is shown of every council stands in the address, and the back button brings the earlier view', async ({
  page
}) => {
  await open(page, `${COUNCILS}?area=894`);
  const figure = page.getByRole('figure').first();
  await page.getByRole('radio', { name: 'Children looked after' }).check();
  await page.getByRole('radio', { name: 'Counts' }).check();
  await expect(page).toHaveURL(/\?area=894&measure=looked-after&show=counts$/);
  await expect(figure).toContainText('Children looked after, each council in England');
  await expect(figure.locator('svg.drawing:visible g.axis-title')).toContainText('equal steps are equal percentages');
  await page.goBack();
  await expect(page.getByRole('radio', { name: 'Index, 2008 = 100' })).toBeChecked();
  await expect(figure.locator('svg.drawing:visible g.axis-title')).toContainText('31 March 2008 = 100');
  await open(page, `${COUNCILS}?area=894&measure=looked-after&show=counts`);
  await expect(page.getByRole('radio', { name: 'Counts' })).toBeChecked();
  await expect(main(page)).toContainText('In Telford and Wrekin the mean number of children looked after at 31 March');
});

test('what cannot be followed in the address is said', async ({ page }) => {
  await open(page, `${MONTHS}?event=1066&base=none`);
  await expect(main(page)).toContainText('The event cannot be set to “1066”');
  await expect(main(page)).toContainText('There is no base called “none”');
  await open(page, `${COUNCILS}?area=999`);
  await expect(main(page)).toContainText('No council on this page has the code “999”');
});

test('a chapter to read ships no script of Svelte, and few files', async ({ page }) => {
  for (const slug of ['', 'other-explanations/', 'since/', 'documents/', 'timeline/']) {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`${STORY}${slug}`, { waitUntil: 'networkidle' });
    expect(await page.evaluate(() => [...document.scripts].some(({ text }) => text.includes('kit.start')))).toBe(false);
    expect(asked.length, `${slug}: ${asked.join(' ')}`).toBeLessThanOrEqual(6);
    page.removeAllListeners('request');
  }
});

test('the story prints on at most eight sheets of A4, with every chart and without its folded tables', async ({
  page
}) => {
  await page.goto(STORY);
  await page.emulateMedia({ media: 'print' });
  await expect(drawing(page)).toHaveCount(7);
  await expect(page.locator('main table:visible')).toHaveCount(1);
  const pdf = await page.pdf({ format: 'A4', margin: { top: '15mm', right: '15mm', bottom: '15mm', left: '15mm' } });
  expect(pagesOf(pdf)).toBeLessThanOrEqual(8);
});

test('on paper the controls are left out and the chapters stand', { tag: SLOW }, async ({ page }) => {
  await open(page, MONTHS);
  await page.emulateMedia({ media: 'print' });
  await expect(slider(page)).toHaveCount(0);
  await expect(page.getByText('there were 2,109 care applications')).toBeVisible();
  await open(page, YEARS);
  await expect(drawing(page)).toHaveCount(8);
  await open(page, COUNCILS);
  // What is folded on the screen is open.
  await expect(page.getByRole('table', { name: 'Haringey, children looked after at 31 March' })).toBeVisible();
});
