import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { PNG } from 'pngjs';
import readWorkbook from 'read-excel-file/node';
import { readTexts } from '../png.ts';
import { inDownloads } from './download.ts';
import { drawing, expect, open, test } from './support.ts';
import { VIEW_PATH, readYearTable, ready, tab } from './year-views.ts';

const TITLE = 'Children looked after';

const take = async (page: Page, name: string): Promise<Buffer> => {
  const [file] = await Promise.all([page.waitForEvent('download'), (await inDownloads(page, name)).click()]);
  return readFile(await file.path());
};

/** What is drawn, mark by mark, but for its colours, which a file has as numbers. */
const marksOf = (svg: Element): string[] =>
  [...svg.querySelectorAll('path, circle, line, rect, text')].map((each) =>
    [each.tagName, ...['d', 'cx', 'cy', 'r', 'x1', 'y1', 'x2', 'y2'].map((name) => each.getAttribute(name))]
      .concat(each.textContent)
      .join('|')
  );

test('pictures and workbooks of the views of one year are exactly the view', async ({ page, browser }) => {
  test.slow();
  await page.setViewportSize({ width: 1280, height: 900 });
  await open(page, '/trends/looked-after/ranked/?areas=309&year=2020');
  await ready(page);
  // In a window of its own: a page behind another one paints once a second.
  const paper = await browser.newPage();
  const inks: number[] = [];
  for (const [view, name, words] of [
    ['rank', 'Ranked', 'Councils in order'],
    ['map', 'Map', 'Map of councils'],
    ['spread', 'Spread', 'Spread of councils']
  ] as const) {
    await tab(page, name).click();
    await expect(page).toHaveURL(new RegExp(`/${VIEW_PATH[view]}`));
    await ready(page);
    const subtitle = `${words} · per 10,000 children, 31 March 2020`;

    const markup = (await take(page, 'Picture (SVG)')).toString('utf8');
    const onPage = await drawing(page).evaluate(marksOf);
    await paper.setContent(markup);
    expect(onPage.length).toBeGreaterThan(20);
    expect(await paper.locator('svg svg').evaluate(marksOf)).toEqual(onPage);
    const texts = await paper.locator('svg > text').allTextContents();
    // The finding may take two lines.
    const subtitleAt = texts.indexOf(subtitle);
    const title = texts.slice(0, subtitleAt).join(' ');
    expect(title).toMatch(new RegExp(`^${TITLE} in 2020: from [\\d.]+ per 10,000 children in .+ to [\\d.]+ in .+$`));
    expect(await page.locator('figcaption .title').textContent()).toBe(title);
    const rest = texts.slice(subtitleAt + 1).join(' ');
    expect(rest).toContain('Source: Department for Education.');
    expect(rest).toMatch(/downloaded \d{1,2} \w+ \d{4}/);
    expect(texts.at(-1)).toBe(page.url());

    const bytes = await take(page, 'Picture (PNG)');
    expect(readTexts(bytes)).toMatchObject({ Title: `${title}. ${subtitle}`, URL: page.url() });
    const png = PNG.sync.read(bytes);
    // How much ink stands on the strip of the title.
    const ink = Array.from({ length: png.width * 100 }, (_, i) => png.data[4 * i]! < 140).filter(Boolean).length;
    inks.push(ink);
    expect(ink).toBeGreaterThan(2000);

    const [, data] = await readWorkbook(await take(page, 'Download these rows (XLSX)'));
    const [head, ...rows] = data!.data;
    const at = (name: string): number => head!.indexOf(name);
    const table = await readYearTable(page);
    const figure = table.heads.find((each) => each.endsWith(', 2020'))!;
    expect(rows).toHaveLength(table.rows.size);
    const shown = [...table.rows.values()].map((cells) => cells[figure]!);
    expect(rows.map((cells) => cells[at('value')]?.valueOf() ?? null)).toEqual(
      shown.map((text) => (/^[\d,.]+$/.test(text) ? Number(text.replaceAll(',', '')) : null))
    );
  }
  // One title, drawn alike in each.
  expect(new Set(inks).size).toBe(1);
  await paper.close();
});
