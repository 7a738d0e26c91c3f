import jsqr from 'jsqr';
import { readFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import type { Locator, Page } from '@playwright/test';
import { pageFile } from '../page-file.ts';
import { pagesOf } from '../../tools/pdf-pages.mjs';
import { sampleOf } from '../ring.ts';
import { drawing, expect, lineNames, open, tabTo, test } from './support.ts';

interface Area {
  slug: string;
  level: string;
  ended?: string;
}

const SITE_URL = process.env.SITE_URL?.replace(/\/+$/, '');
const areas = JSON.parse(readFileSync(pageFile('areas.json'), 'utf8')) as Area[];
const slugs = areas.filter(({ level, ended }) => level === 'Local authority' && !ended).map(({ slug }) => slug);

// A package of CommonJS: its function may be its default's default.
const decode = (jsqr as unknown as { default?: typeof jsqr }).default ?? jsqr;

const mm = (millimetres: number): number => (millimetres * 96) / 25.4;

/** A4 in CSS pixels, and what its margins leave. */
const SHEET = { height: mm(297), width: mm(210 - 24), inside: mm(297 - 17) };

const code = (page: Page): Locator => page.getByRole('img', { name: /^QR code/ });

/** What of a brief on paper is wrong: its height, what is cut off, and letters too small to read. */
const measure = (page: Page) =>
  page.evaluate(() => {
    const brief = document.querySelector<HTMLElement>('.brief')!;
    const edge = brief.getBoundingClientRect();
    const points = (element: Element): number => (parseFloat(getComputedStyle(element).fontSize) * 72) / 96;
    const small = (selector: string, least: number): string[] =>
      [...brief.querySelectorAll(selector)]
        .filter((element) => element.getClientRects().length && points(element) < least - 0.01)
        .map((element) => `${element.tagName} ${points(element)} pt`);
    const drawn = [...brief.querySelectorAll<SVGSVGElement>('figure svg.drawing')].flatMap((svg) => {
      const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
      return [...svg.querySelectorAll('text')]
        .map((text) => points(text) * scale)
        .filter((size) => size < 7.45)
        .map((size) => `a word of a chart ${size} pt`);
    });
    const cutOff = [...brief.querySelectorAll('p, li, dd, td, th, figcaption, h1, h2, svg')]
      .filter((element) => element.getClientRects().length)
      .filter((element) => {
        const box = element.getBoundingClientRect();
        return box.right > edge.right + 1 || box.bottom > edge.bottom + 1 || box.left < edge.left - 1;
      })
      .map(({ tagName, textContent }) => `${tagName} ${textContent.slice(0, 30)}`);
    const probe = document.createElement('canvas').getContext('2d')!;
    probe.font = `100px ${getComputedStyle(brief).fontFamily}`;
    return {
      height: edge.height,
      faults: [
        ...small('dd, dt, td, li, figcaption, .kind, .made', 8.5),
        ...small('p, span', 7.5),
        ...drawn,
        ...cutOff.map((each) => `cut off: ${each}`)
      ],
      // Ten letters in Arial's metrics.
      isUsual: Math.abs(probe.measureText('mmmmmmmmmm').width - 833) < 2
    };
  });

/** The contrast of a colour such as "rgb(180, 73, 15)" with white, as WCAG has it. */
const contrastWithWhite = (colour: string): number => {
  const [r = 0, g = 0, b = 0] = colour
    .match(/\d+/g)!
    .map((part) => Number(part) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05);
};

test.describe('every brief on paper', () => {
  test.use({ viewport: { width: Math.floor(SHEET.width), height: Math.floor(SHEET.inside) } });

  // In two halves, so that both workers print.
  for (const half of [0, 1])
    test(`is exactly one page of A4, all of it there, with room to spare and letters large enough: half ${half + 1}`, async ({
      page
    }) => {
      test.setTimeout(180_000);
      expect(slugs).toContain('haringey');
      await page.emulateMedia({ media: 'print' });
      const wrong: string[] = [];
      for (const slug of sampleOf(slugs, 8).filter((_, i) => i % 2 === half)) {
        await page.goto(`/areas/${slug}/brief/`, { waitUntil: 'domcontentloaded' });
        await page.locator('.code path[d]').waitFor({ state: 'attached' });
        const { height, faults, isUsual } = await measure(page);
        // A twelfth of the sheet stays free in Arial's metrics; a system without them has wider letters, which may take it.
        const most = SHEET.inside - (isUsual ? 0.08 * SHEET.height : 0);
        if (height > most) wrong.push(`${slug}: expected at most ${most} pixels, found ${height}`);
        wrong.push(...faults.map((fault) => `${slug}: ${fault}`));
        const pages = pagesOf(await page.pdf({ preferCSSPageSize: true }));
        if (pages !== 1) wrong.push(`${slug}: expected one page, found ${pages}`);
      }
      expect(wrong).toEqual([]);
    });

  const wide = ['haringey', 'city-of-london', 'north-northamptonshire', 'bournemouth-christchurch-and-poole'];
  for (const slug of sampleOf(wide, 1))
    test(`${slug}: is one page where letters are wide, too`, async ({ page }) => {
      await page.emulateMedia({ media: 'print' });
      await open(page, `/areas/${slug}/brief/`);
      await page.locator('.code path[d]').waitFor({ state: 'attached' });
      await page.evaluate(() =>
        document.querySelector<HTMLElement>('.brief')!.style.setProperty('--sans', "'DejaVu Sans', Verdana")
      );
      expect((await measure(page)).height).toBeLessThan(SHEET.inside);
      expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toBe(1);
    });

  test('is the brief alone, with a code of at least 20 mm, and tells its lines apart in black', async ({ page }) => {
    await open(page, '/areas/haringey/brief/');
    await expect(code(page)).toBeVisible();
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await expect(page.getByRole('banner')).toHaveCount(0);
    await expect(page.getByRole('contentinfo')).toHaveCount(0);
    await expect(page.getByRole('button')).toHaveCount(0);
    await expect(page.locator('details:visible')).toHaveCount(0);
    const { width } = (await code(page).boundingBox())!;
    const [modules] = (await code(page).getAttribute('viewBox'))!.split(' ').slice(2).map(Number);
    expect((width * (modules! - 8)) / modules!).toBeGreaterThan(mm(20));
    await expect(drawing(page)).toHaveCount(2);
    for (const chart of await drawing(page).all()) {
      expect(await lineNames(chart)).toEqual(['England', 'Haringey']);
      const look = await chart.locator('g.line path').evaluateAll((paths) =>
        paths.map((path) => {
          const { stroke, strokeDasharray } = getComputedStyle(path);
          return {
            england: path.getAttribute('stroke') === 'var(--line-england)',
            stroke,
            dashed: strokeDasharray !== 'none'
          };
        })
      );
      expect(look.length).toBeGreaterThan(1);
      for (const { england, stroke, dashed } of look) {
        expect(dashed).toBe(england);
        // Dark enough to print: as far from white as text has to be.
        expect(contrastWithWhite(stroke), stroke).toBeGreaterThan(4.5);
      }
    }
  });
});

test.describe('a brief on screen', () => {
  test('is led to from the authority’s page and leads back; one that ended has none', async ({ page, troubles }) => {
    troubles.expect(/status of 404/);
    await open(page, '/areas/haringey/');
    await page.getByRole('link', { name: 'Print brief' }).click();
    await expect(page).toHaveURL('/areas/haringey/brief/');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Haringey');
    await expect(page.getByRole('main')).toContainText(
      'On 31 March 2025, Haringey looked after 60.6 children per 10,000 living there, similar to England (67.1), with no clear five-year trend.'
    );
    await expect(page.getByRole('row', { name: /^Referrals/ })).toHaveText(
      /617\.4\s*519\.4\s*521\.8\s*higher\s*39 of 151\s*\d+–\d+/
    );
    await page.getByRole('main').getByRole('link', { name: 'Haringey', exact: true }).click();
    await expect(page).toHaveURL('/areas/haringey/');
    await open(page, '/areas/cheshire/');
    await expect(page.getByRole('link', { name: /brief/ })).toHaveCount(0);
    expect((await page.goto('/areas/cheshire/brief/'))!.status()).toBe(404);
  });

  for (const colorScheme of ['light', 'dark'] as const)
    test(`has a code that leads to its own address, in the ${colorScheme} theme`, async ({ page, baseURL }) => {
      await page.emulateMedia({ colorScheme });
      await open(page, '/areas/telford-and-wrekin/brief/');
      const address = `${SITE_URL ?? baseURL}/areas/telford-and-wrekin/brief/`;
      await expect(code(page)).toHaveAccessibleName(`QR code of the address of this page: ${address}`);
      await expect(page.getByText(address)).toBeVisible();
      const { data, width, height } = PNG.sync.read(await code(page).screenshot());
      expect(decode(new Uint8ClampedArray(data), width, height)?.data).toBe(address);
    });

  test('prints by its button, at the keyboard', async ({ page }) => {
    await page.addInitScript(() => {
      window.print = () => document.documentElement.setAttribute('data-printed', '');
    });
    await open(page, '/areas/hackney/brief/');
    const button = page.getByRole('button', { name: 'Print on one page' });
    await tabTo(page, button);
    await page.keyboard.press('Enter');
    await expect(page.locator('html[data-printed]')).toHaveCount(1);
  });

  test('says plainly what is not published, and ranks no authority of few children', async ({ page }) => {
    await open(page, '/areas/city-of-london/brief/');
    await expect(page.getByRole('main')).toContainText(
      'The rate of children looked after by the City of London on 31 March 2025 is not published, so that no one can be identified; England’s was 67.1 per 10,000.'
    );
    await expect(page.getByRole('row', { name: /^Children in need/ })).toContainText('not ranked');
    await expect(page.getByRole('main')).toContainText('Nothing is picked out');
  });

  for (const slug of ['bournemouth-christchurch-and-poole', 'isles-of-scilly'])
    test(`${slug}: fits a screen of 320 pixels`, async ({ page }) => {
      await page.setViewportSize({ width: 320, height: 640 });
      await open(page, `/areas/${slug}/brief/`);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    });
});

test.describe('a brief without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('is whole: only the button is not there, and the code where the build knew no address', async ({ page }) => {
    await page.goto('/areas/haringey/brief/');
    await expect(page.getByRole('main').getByRole('button')).toHaveCount(0);
    await expect(
      page.getByText(SITE_URL ? `${SITE_URL}/areas/haringey/brief/` : '/areas/haringey/brief/')
    ).toBeVisible();
    await expect(code(page)).toHaveCount(SITE_URL ? 1 : 0);
    await expect(drawing(page)).toHaveCount(2);
    await expect(page.getByRole('row')).toHaveCount(9);
    await page.emulateMedia({ media: 'print' });
    expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toBe(1);
  });
});
