import { createServer, type Server } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import type { Locator, Page } from '@playwright/test';
import { PNG } from 'pngjs';
import readWorkbook from 'read-excel-file/node';
import { readTexts } from '../png.ts';
import { SLOW, themesAt } from '../ring.ts';
import { TAGS, axe } from './axe.ts';
import { downloadRows, expectSameFigures, inDownloads } from './download.ts';
import { drawing, expect, lineNames, open, readTable, sentences, tabTo, test, figuresTable } from './support.ts';

const VIEW = '/trends/looked-after/?areas=309,894';
const TITLE = 'Children looked after';
/** What the chart of England alone shows. */
const FINDING = /^Children looked after: up from \d+ in every 10,000 in 2008 to \d+ in \d{4}$/;
const SUBTITLE = 'Per 10,000 children at 31 March · England, Haringey and Telford and Wrekin · 2001 to 2025';
const AREAS = ['England', 'Haringey', 'Telford and Wrekin'];

const button = (page: Page | Locator, name: string): Locator => page.getByRole('button', { name, exact: true });

const openView = async (page: Page, address = VIEW, areas = AREAS) => {
  await open(page, address);
  await expect.poll(() => lineNames(drawing(page))).toEqual(areas);
};

/** Presses a button and gives the file that it hands out. */
const take = async (page: Page, name: string): Promise<{ name: string; bytes: Buffer }> => {
  const found = await inDownloads(page, name);
  const [file] = await Promise.all([page.waitForEvent('download'), found.click()]);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
};

const openTexts = async (page: Page, which: 'Cite' | 'Embed' = 'Cite'): Promise<void> => {
  await button(page, which).click();
  await expect(page.locator('textarea').first()).toBeVisible();
};

test.describe('the rows', () => {
  test('as a workbook are those of the CSV and of the table, numbers as numbers', async ({ page }) => {
    await openView(page);
    const { rows } = await downloadRows(page);
    expectSameFigures(await readTable(figuresTable(page)), rows);

    const { name, bytes } = await take(page, 'Download these rows (XLSX)');
    expect(name).toBe('looked-after-rate.xlsx');
    const sheets = await readWorkbook(bytes);
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['About', 'Data']);
    const [head, ...data] = sheets[1]!.data;
    expect(head).toEqual(Object.keys(rows[0]!));
    expect(data.length).toBe(rows.length);
    const told = data.map((cells) =>
      Object.fromEntries(head!.map((name, i) => [String(name), String(cells[i] ?? '')]))
    );
    expect(told).toEqual(rows);
    const value = head!.indexOf('value');
    expect(data.filter((cells) => typeof cells[value] === 'number').length).toBeGreaterThan(60);
    expect(data.every((cells) => typeof cells[head!.indexOf('area_key')] === 'string')).toBe(true);

    const about = sheets[0]!.data.flat().map(String);
    for (const text of [TITLE, page.url(), 'Breaks and notes', 'Sources', 'Symbols']) expect(about).toContain(text);
  });

  test('of many areas are a workbook too, however large it becomes', { tag: SLOW }, async ({ page }) => {
    await open(page, '/trends/looked-after/?areas=201,202,203,204,309,894');
    await expect(figuresTable(page).locator('th', { hasText: 'Camden' }).first()).toBeAttached();
    const { bytes } = await take(page, 'Download these rows (XLSX)');
    expect((await readWorkbook(bytes))[1]!.data.length).toBeGreaterThan(140);
  });
});

test.describe('the picture', () => {
  /** Where a title's letters stand on a strip of the picture's height, drawn apart from the site's own code. */
  const inkOf = (page: Page, title: string, width: number, height: number): Promise<boolean[]> =>
    page.evaluate(
      ({ title, width, height }) => {
        const canvas = document.createElement('canvas');
        [canvas.width, canvas.height] = [width, height];
        const context = canvas.getContext('2d')!;
        // A picture cannot ask for the page's own face, so it has the next one of the list.
        context.font = '700 44px Georgia, serif';
        context.fillText(title, 48, 84);
        const { data } = context.getImageData(0, 0, width, height);
        return Array.from({ length: width * height }, (_, i) => data[4 * i + 3]! > 127);
      },
      { title, width, height }
    );

  const likeness = (a: boolean[], b: boolean[]): number => {
    const both = a.filter((ink, i) => ink && b[i]).length;
    return both / a.filter((ink, i) => ink || b[i]).length;
  };

  test('as PNG has its title in ink, and title, source and address in the file', async ({ page }) => {
    await openView(page);
    const { name, bytes } = await take(page, 'Picture (PNG)');
    expect(name).toBe('looked-after-rate.png');

    const texts = readTexts(bytes);
    expect(texts).toMatchObject({ Title: `${TITLE}. ${SUBTITLE}`, Author: 'Per 10,000', URL: page.url() });
    expect(texts.Source).toMatch(/^Source: Department for Education\. Rates worked out by Per 10,000/);
    expect(texts['Creation Time']).toMatch(/^\d{4}-\d{2}-\d{2}$/);

    const png = PNG.sync.read(bytes);
    expect(png.width).toBe(1616);
    const height = 100;
    const found = Array.from({ length: png.width * height }, (_, i) => png.data[4 * i]! < 140);
    expect(likeness(found, await inkOf(page, TITLE, png.width, height))).toBeGreaterThan(0.8);
    expect(likeness(found, await inkOf(page, 'Wholly other words', png.width, height))).toBeLessThan(0.5);
    // The colour of the first area chosen, in the light theme, is on it: the lines are drawn.
    const orange = Array.from({ length: png.data.length / 4 }, (_, i) => i).filter(
      (i) => png.data[4 * i] === 0xb4 && png.data[4 * i + 1] === 0x49 && png.data[4 * i + 2] === 0x0f
    );
    expect(orange.length).toBeGreaterThan(500);
  });

  test('as SVG says all that the view says, and stands alone', async ({ page }) => {
    await openView(page);
    const { name, bytes } = await take(page, 'Picture (SVG)');
    expect(name).toBe('looked-after-rate.svg');
    const markup = bytes.toString('utf8');
    expect(markup).not.toMatch(/var\(|\sstyle=|href=|class="drawing"/);
    const read = await page.evaluate(async (markup) => {
      const parsed = new DOMParser().parseFromString(markup, 'image/svg+xml');
      const image = new Image();
      image.src = `data:image/svg+xml,${encodeURIComponent(markup)}`;
      await image.decode();
      return {
        broken: parsed.querySelectorAll('parsererror').length,
        texts: [...parsed.querySelectorAll('svg > text')].map(({ textContent }) => textContent),
        names: [...parsed.querySelectorAll('svg svg .label text')].map(({ textContent }) => textContent).sort(),
        width: image.naturalWidth
      };
    }, markup);
    // A name that takes two rows has its value on the second.
    const names = ['92.9', 'England 67.1', 'Haringey 60.6', 'Telford and Wrekin'];
    expect(read).toMatchObject({ broken: 0, width: 808, names });
    expect(read.texts.slice(0, 2)).toEqual([TITLE, SUBTITLE]);
    expect(read.texts).toContain('Source: Department for Education.');
    expect(read.texts.at(-1)).toBe(page.url());
    expect(read.texts.at(-2)).toMatch(
      /^Per 10,000 · independent, not official statistics · downloaded \d{1,2} \w+ \d{4}$/
    );
  });

  test(
    'is the same on a phone in the dark, and before anything was chosen',
    { tag: SLOW },
    async ({ page, browser, baseURL }) => {
      await openView(page, '/trends/looked-after/', ['England']);
      const { bytes } = await take(page, 'Picture (SVG)');
      const dark = await browser.newPage({ baseURL, colorScheme: 'dark', viewport: { width: 360, height: 740 } });
      await openView(dark, '/trends/looked-after/', ['England']);
      expect((await take(dark, 'Picture (SVG)')).bytes.toString('utf8')).toBe(bytes.toString('utf8'));
      await dark.close();
    }
  );

  test('says which events its numbers stand for', { tag: SLOW }, async ({ page }) => {
    await open(page, '/trends/looked-after/?events=key,law-and-policy');
    await expect(page.locator('ol.events li').nth(4)).toBeAttached();
    const listed = await page.locator('ol.events li').allTextContents();
    const markup = (await take(page, 'Picture (SVG)')).bytes
      .toString('utf8')
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ');
    for (const [i, text] of listed.entries())
      expect(markup.replaceAll('&amp;', '&')).toContain(`(${i + 1}) ${text.trim().slice(0, 40)}`);
  });
});

test.describe('the link', () => {
  test('is copied with the choices, by keyboard, and that is said', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await openView(page);
    await tabTo(page, button(page, 'Copy link'), 'Tab', 60);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('status').filter({ hasText: 'Link copied.' })).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
  });

  test('stands selected in a field where the browser refuses', { tag: SLOW }, async ({ page, troubles }) => {
    troubles.expect(/Clipboard API has been blocked/);
    await page.route('**/trends/looked-after/?*', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, headers: { ...response.headers(), 'permissions-policy': 'clipboard-write=()' } });
    });
    await openView(page);
    await button(page, 'Copy link').click();
    const field = page.getByRole('textbox', { name: 'The browser does not let the page copy.' });
    await expect(field).toBeFocused();
    await expect(field).toHaveValue(page.url());
    expect(await page.evaluate(() => String(getSelection()))).toBe(page.url());
  });
});

test.describe('a citation', () => {
  test('names the view, its address and the publications, and follows the choices', async ({ page }) => {
    await openView(page);
    await openTexts(page);
    const sentence = page.getByLabel('As a sentence', { exact: true });
    await expect(sentence).toHaveValue(
      /^Per 10,000 \(\d{4}\), Children looked after, per 10,000 children at 31 March, England, Haringey and/
    );
    expect(await sentence.inputValue()).toContain(page.url());
    await expect(page.getByLabel('BibTeX', { exact: true })).toHaveValue(/^@misc\{per10000-trends-looked-after-\d{4},/);
    await page.getByRole('radio', { name: 'Number' }).check();
    await expect(sentence).toHaveValue(/number at 31 March, Haringey and Telford and Wrekin, 2006 to 2025\./);
    // The address follows the chart and its words.
    await expect(sentence).toHaveValue(/\?areas=309,894&unit=number, accessed/);
  });
});

test.describe('what is not asked for', () => {
  test('is not fetched: no code for files or texts before a button is pressed', async ({ page }) => {
    const arrived: Promise<string>[] = [];
    page.on('response', (response) => {
      if (/\.js$/.test(response.url())) arrived.push(response.text());
    });
    await open(page, VIEW);
    await page.waitForLoadState('networkidle');
    const has = async (pattern: RegExp) => (await Promise.all(arrived)).some((code) => pattern.test(code));
    const codes = [/docProps\/core\.xml/, /iTXt/, /@misc/];
    for (const code of codes) expect(await has(code)).toBe(false);
    await take(page, 'Download these rows (XLSX)');
    await openTexts(page);
    for (const code of codes) expect(await has(code)).toBe(true);
  });

  test('is said to be missing when it does not arrive, and what is there stays', async ({ page, troubles }) => {
    troubles.expect(/net::ERR_FAILED/);
    await openView(page);
    await page.route('**/_app/immutable/chunks/*.js', (route) => route.abort());
    await (await inDownloads(page, 'Picture (PNG)')).click();
    await expect(page.getByRole('alert')).toContainText('The picture could not be made');
    await button(page, 'Cite').click();
    await expect(page.getByText('The texts could not be written')).toBeVisible();
    expect(await lineNames(drawing(page))).toEqual(AREAS);
  });
});

/** A site of someone else, on another origin, that shows one page. */
const elsewhere = async (body: string): Promise<{ url: string; server: Server }> => {
  const server = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(
      `<!doctype html><html lang="en"><title>Elsewhere</title><link rel="icon" href="data:,">${body}</html>`
    );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, server };
};

test.describe('the chart on another site', () => {
  test('works by the code that the page gives: choices kept, height set, nothing blocked', async ({
    page,
    troubles
  }) => {
    await openView(page);
    await openTexts(page, 'Embed');
    const code = await page.getByLabel('To embed the chart in a page: it sizes itself').inputValue();
    const { url, server } = await elsewhere(`<h1>A school's page</h1>${code}`);
    try {
      troubles.expect(new RegExp(`^request outside: ${url}`));
      await page.goto(url);
      expect(new URL(page.url()).origin).not.toBe(new URL(code.match(/src="([^"]+)"/)![1]!).origin);
      const frame = page.frameLocator('iframe');
      await expect(frame.getByRole('heading', { level: 1 })).toHaveText(TITLE);
      await expect.poll(() => lineNames(frame.locator('figure svg.drawing:visible'))).toEqual(AREAS);
      await expect(frame.locator('.sentences p').first()).toContainText('60.6 children looked after');

      const heights = async () => {
        const outer = await page.locator('iframe').evaluate((element) => element.clientHeight);
        const inner = await frame.locator('html').evaluate((element) => element.scrollHeight);
        return outer - inner;
      };
      await expect.poll(heights).toBe(0);
      const before = await page.locator('iframe').evaluate((element) => element.clientHeight);
      await frame.getByText('Table of the figures in this chart').click();
      await expect
        .poll(() => page.locator('iframe').evaluate((element) => element.clientHeight))
        .toBeGreaterThan(before + 300);
      await expect.poll(heights).toBe(0);

      await frame.getByRole('link', { name: 'See this chart on Per 10,000' }).click();
      await expect(page).toHaveURL(/\/trends\/looked-after\/\?areas=309,894$/);
    } finally {
      server.close();
    }
  });

  test(
    'a height is taken from the frame itself and from nobody else',
    { tag: SLOW },
    async ({ page, troubles, baseURL }) => {
      const { url, server } = await elsewhere(
        `<iframe src="${baseURL}/embed/looked-after/" title="Chart" width="100%" height="500"></iframe><script src="${baseURL}/embed.js"></script>`
      );
      try {
        troubles.expect(new RegExp(`^request outside: ${url}`));
        await page.goto(url);
        const height = () => page.locator('iframe').evaluate((element) => element.clientHeight);
        await expect.poll(height).not.toBe(500);
        const told = await height();
        await page.evaluate(() => postMessage({ type: 'per10000:height', id: 'looked-after', height: 5000 }, '*'));
        await page.evaluate(() => new Promise((done) => setTimeout(done, 200)));
        expect(await height()).toBe(told);
      } finally {
        server.close();
      }
    }
  );

  test('as a picture shows under its own address, with the measure as its description', async ({ page, troubles }) => {
    await openView(page);
    await openTexts(page, 'Embed');
    const code = await page.getByLabel(/^To embed a picture instead/).inputValue();
    const { url, server } = await elsewhere(code);
    try {
      troubles.expect(new RegExp(`^request outside: ${url}`));
      await page.goto(url);
      const image = page.getByRole('img', { name: 'Children looked after in England: chart by Per 10,000' });
      await expect.poll(() => image.evaluate((element: HTMLImageElement) => element.naturalWidth)).toBe(808);
    } finally {
      server.close();
    }
  });

  test('no other page may be framed', async ({ page, troubles, baseURL }) => {
    const { url, server } = await elsewhere(`<iframe src="${baseURL}/trends/looked-after/" title="Page"></iframe>`);
    try {
      troubles.expect(new RegExp(`^request outside: ${url}`), /Refused to display|X-Frame-Options/);
      await page.goto(url);
      await expect.poll(() => troubles.seen.some((each) => /X-Frame-Options/.test(each))).toBe(true);
      await expect(page.frameLocator('iframe').getByRole('heading', { level: 1 })).toHaveCount(0);
    } finally {
      server.close();
    }
  });
});

test.describe('the page to embed', () => {
  for (const theme of themesAt(0))
    test(`has no fault that axe finds, ${theme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: theme });
      await openView(page, '/embed/looked-after/?areas=309', ['England', 'Haringey']);
      await page.getByText('Table of the figures in this chart').click();
      const { violations } = await axe(page).withTags(TAGS).analyze();
      expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`))).toEqual(
        []
      );
    });

  test(
    'says what was left out of its address, and names the events that it numbers',
    { tag: SLOW },
    async ({ page }) => {
      await openView(page, '/embed/looked-after/?areas=309,xyz&events=law-and-policy', ['England', 'Haringey']);
      await expect(page.getByText('No area has the code “xyz”, so it was left out.')).toBeVisible();
      await expect(page.getByText('1 April 2008: Public Law Outline')).toBeVisible();
      await expect(page.getByText('Peter Connelly (known then as Baby P)')).toHaveCount(0);
    }
  );

  test('is kept out of search engines and fits a narrow frame', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 600 });
    await open(page, '/embed/care-applications/');
    await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', 'noindex');
    await expect(page.getByRole('banner')).toHaveCount(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });

  test.describe('without script', () => {
    test.use({ javaScriptEnabled: false });

    test('reads the same: title, chart, sentence, source and the way to the site', async ({ page }) => {
      await page.goto('/embed/looked-after/');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(FINDING);
      expect(await lineNames(drawing(page))).toEqual(['England']);
      expect((await sentences(page))[0]).toContain('67.1 children looked after for every 10,000 children');
      await expect(page.getByText('Source: Department for Education.')).toBeVisible();
      await expect(page.getByRole('link', { name: 'See this chart on Per 10,000' })).toHaveAttribute('target', '_top');
      await page.goto('/trends/looked-after/');
      await expect(page.getByRole('button', { name: /Picture|Copy|Download/ })).toHaveCount(0);
      await expect(page.getByRole('link', { name: 'Whole data set (CSV)' })).toBeVisible();
    });
  });
});
