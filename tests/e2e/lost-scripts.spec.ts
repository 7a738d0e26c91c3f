import type { Page } from '@playwright/test';
import { isSlowRing, sampleOf } from '../ring.ts';
import { drawing, expect, test } from './support.ts';

/*
 * Each page loses each of its scripts in turn: what was prerendered stays, and nothing goes wrong unhandled. In the fast ring a
 * few scripts of each page, each in one way; in the slow one every script of every page in every way.
 */

const ADDRESSES = {
  home: '/',
  trends: '/trends/',
  'one measure': '/trends/looked-after/',
  'councils in order': '/trends/looked-after/ranked/',
  'a map': '/trends/looked-after/map/',
  'a spread': '/trends/looked-after/spread/',
  councils: '/areas/',
  'a council': '/areas/haringey/',
  'a region': '/areas/london/',
  'no comparison yet': '/compare/',
  'a comparison': '/compare/?areas=309,330',
  'a brief': '/areas/haringey/brief/',
  'before and after': '/before-and-after/',
  'a chapter to read': '/before-and-after/timeline/',
  'months before and after': '/before-and-after/months/',
  'years before and after': '/before-and-after/years/',
  'councils before and after': '/before-and-after/councils/',
  'an embed': '/embed/looked-after/',
  'an embed of one year': '/embed/looked-after/map/',
  'an embed with a choice': '/embed/looked-after/ranked/?areas=309',
  explore: '/explore/',
  data: '/data/',
  methods: '/methods/'
};

/** Pages that show in the browser what was not prerendered: where a script of it is lost, they say so instead. */
const FILLED_LATER = ['a comparison', 'an embed with a choice'];

/** Each way in which a page says that something did not come. */
const failures = (page: Page) =>
  page.getByText(/A part of this page did not arrive|could not be (shown|drawn)/).locator('visible=true');

const WAYS = ['none', 'a page instead', 'half of it'] as const;
type Way = (typeof WAYS)[number];

/** What a reader finds: heading, drawings, sentences, size of the first table. */
const read = async (page: Page) => ({
  heading: await page.getByRole('heading', { level: 1 }).first().innerText(),
  hasDrawing: (await drawing(page).count()) > 0,
  sentences: await page.locator('.sentences p').allTextContents(),
  rows: await page.locator('table').first().locator('tr').count()
});

/** Waits until the page has started or has given it up; a page without SvelteKit does neither. */
const settled = async (page: Page): Promise<void> => {
  await page.waitForFunction(
    () =>
      document.readyState === 'complete' &&
      (![...document.scripts].some((script) => script.text.includes('kit.start')) ||
        document.getElementById('svelte-announcer') ||
        document.documentElement.dataset.start === 'failed')
  );
  // What is thrown late is thrown by now.
  await page.evaluate(() => new Promise((done) => setTimeout(done, 200)));
};

const lose = (page: Page, script: string, way: Way) =>
  page.route(`**${script}`, async (route) => {
    if (way === 'none') return route.abort();
    if (way === 'a page instead') return route.fulfill({ contentType: 'text/html', body: '<!doctype html><p>Log in' });
    const response = await route.fetch();
    const body = await response.text();
    return route.fulfill({ response, body: body.slice(0, Math.floor(body.length / 2)) });
  });

/** The scripts to lose and how: all, or of each kind the first, each in another way. */
const faultsOf = (scripts: string[]): [string, Way][] => {
  if (isSlowRing) return scripts.flatMap((script) => WAYS.map((way): [string, Way] => [script, way]));
  const kinds = ['/entry/start', '/entry/app', '/nodes/0.', '/nodes/1.', '/nodes/', '/chunks/', '.js'];
  const sample = new Set(kinds.flatMap((kind) => scripts.findLast((script) => script.includes(kind)) ?? []));
  return [...sample].map((script, i) => [script, WAYS[i % WAYS.length]!]);
};

for (const [name, address] of sampleOf(Object.entries(ADDRESSES), 3))
  test(`${name}: a lost script takes nothing away`, async ({ page, troubles }) => {
    test.setTimeout(isSlowRing ? 1_800_000 : 120_000);
    troubles.expect(/^console: (Failed to load|.*module script|The resource .* preload)/);
    const scripts = new Set<string>();
    page.on('response', (response) => {
      const { pathname } = new URL(response.url());
      if (pathname.endsWith('.js') && !pathname.includes('/workers/')) scripts.add(pathname);
    });
    await page.goto(address.replace(/\?.*/, ''));
    await settled(page);
    const prerendered = await read(page);
    await page.goto(address);
    await settled(page);
    const isFilledLater = FILLED_LATER.includes(name);
    if (isFilledLater) await expect.poll(() => read(page)).not.toEqual(prerendered);
    const whole = await read(page);
    expect(scripts.size).toBeGreaterThan(0);

    for (const [script, way] of faultsOf([...scripts])) {
      await lose(page, script, way);
      await page.goto(address);
      await settled(page);
      const where = `${script}: ${way}`;
      expect(
        troubles.seen.filter((each) => each.startsWith('exception')),
        where
      ).toEqual([]);
      await expect(async () => {
        const isMissed = isFilledLater && (await failures(page).count()) > 0;
        // Where only the drawing did not come, the words of the choice stand beside the message that says so.
        expect(isMissed ? [whole, prerendered] : [whole], where).toContainEqual(await read(page));
      }).toPass({ timeout: 10_000 });
      if (await page.evaluate(() => document.documentElement.dataset.start === 'failed'))
        await expect(page.getByText('A part of this page did not arrive'), where).toBeVisible();
      await page.unroute(`**${script}`);
    }
  });

test('an error while a page starts leaves what was prerendered, and says so', async ({ page, troubles }) => {
  troubles.expect(/Failed to hydrate/);
  await page.goto('/areas/haringey/');
  await settled(page);
  const whole = await read(page);
  // The page's own component throws when it is made.
  await page.route('**/_app/immutable/nodes/*.js', async (route) => {
    const response = await route.fetch();
    const body = await response.text();
    const isLayout = /\/nodes\/[01]\./.test(route.request().url());
    await route.fulfill({
      response,
      body: isLayout
        ? body
        : `${body.replace(/\w+ as component/, 'broken as component')}\nfunction broken() { throw new Error('on purpose'); }`
    });
  });
  await page.goto('/areas/haringey/');
  await settled(page);
  await expect(page.getByText('A part of this page did not arrive')).toBeVisible();
  expect(await read(page)).toEqual(whole);
});
