import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import Papa from 'papaparse';
import type { Row } from './download.ts';
import { drawing, expect, openTable } from './support.ts';

export const LOOKED_AFTER = '/trends/looked-after/';

/** What the address of a view ends in. */
export const VIEW_PATH: Record<string, string> = { time: '', rank: 'ranked/', map: 'map/', spread: 'spread/' };

/** City of London and Isles of Scilly: so few children that they have no place among the others. */
const TOO_SMALL = ['201', '420'];

/** The rows of a published data set as it lies in `data/`. */
export const dataSet = (name: string): Row[] =>
  Papa.parse<Row>(readFileSync(`data/${name}.csv`, 'utf8'), { header: true, skipEmptyLines: true }).data;

export interface Held {
  key: string;
  name: string;
  value: number;
}

/** The figures of ranked authorities in a year, the highest first, read from the data set and from nothing of the site. */
export const held = (rows: Row[], column: string, year: string): Held[] =>
  rows
    .filter((row) => row.geographic_level === 'Local authority' && row.time_period === year)
    .filter((row) => /^-?[\d.]+$/.test(row[column] ?? '') && !TOO_SMALL.includes(row.old_la_code!))
    .map((row) => ({ key: row.old_la_code!, name: row.la_name!, value: Number(row[column]) }))
    .sort((a, b) => b.value - a.value);

/** The place of a figure, "=74" where it is shared, counted from the highest or the lowest. */
export const placeOf = (all: Held[], value: number, from: 'highest' | 'lowest' = 'highest'): string => {
  const before = all.filter((each) => (from === 'highest' ? each.value > value : each.value < value)).length;
  return `${all.filter((each) => each.value === value).length > 1 ? '=' : ''}${before + 1}`;
};

export const tab = (page: Page, name: string): Locator =>
  page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name });
export const slider = (page: Page): Locator => page.getByRole('slider', { name: /^Year/ });
export const field = (page: Page): Locator => page.getByRole('combobox', { name: 'Add a council' });
export const remove = (page: Page, name: string): Locator =>
  page.getByRole('button', { name: new RegExp(`^${name}\\W+remove$`) });

/** The part of the page that reads a chart area by area, and what it says aloud. */
export const pointer = (page: Page): Locator =>
  page.getByRole('group', { name: 'Read the chart area by area with the arrow keys; Enter marks an area' });
export const spoken = (page: Page): Locator => page.locator('.chart > [aria-live="polite"]');
export const tip = (page: Page): Locator => page.locator('.tip:visible');

/** The one table of the view that is shown. */
const yearTable = async (page: Page): Promise<Locator> => {
  await openTable(page);
  return page.getByRole('table');
};

interface YearTable {
  caption: string;
  heads: string[];
  /** Cells by head, under the name of the row's area; what stands small in a cell goes without. */
  rows: Map<string, Record<string, string>>;
}

/** Reads the table of a view of one year as it stands on the page. */
export const readYearTable = async (page: Page): Promise<YearTable> => {
  const { caption, heads, rows } = await (
    await yearTable(page)
  ).evaluate((element) => {
    const own = (cell: Element) =>
      [...cell.childNodes].find(({ nodeType }) => nodeType === 3)?.textContent?.trim() ?? '';
    return {
      caption: element.querySelector('caption')?.textContent?.trim() ?? '',
      heads: [...element.querySelectorAll('thead th')].map(own),
      rows: [...element.querySelectorAll('tbody tr')].map((row) => [...row.querySelectorAll('th, td')].map(own))
    };
  });
  return {
    caption,
    heads,
    rows: new Map(
      rows.map(([name, ...cells]) => [name!, Object.fromEntries(cells.map((cell, i) => [heads[i + 1]!, cell]))])
    )
  };
};

/** The one cell of a row whose head begins with some words. */
export const cellOf = (table: YearTable, area: string, head: string): string | undefined => {
  const row = table.rows.get(area);
  const name = table.heads.find((each) => each.startsWith(head));
  return name === undefined ? undefined : row?.[name];
};

export interface RankRow {
  place: string;
  name: string;
  figure: string;
}

/** The rows of the ranked drawing, from the top: place, name and figure stand on one line. */
export const rankRows = async (page: Page): Promise<RankRow[]> => {
  const texts = await drawing(page).evaluate((svg) =>
    ['place', 'label', 'figure'].map((kind) =>
      [...svg.querySelectorAll(`g.${kind} text`)].map((text) => ({
        text: text.textContent ?? '',
        y: Number(/,([-\d.]+)\)/.exec(text.getAttribute('transform') ?? '')?.[1])
      }))
    )
  );
  const [places, names, figures] = texts as [(typeof texts)[0], (typeof texts)[0], (typeof texts)[0]];
  // A long name has two lines, half a line above and below its figure.
  const near = (all: typeof places, y: number) => all.filter((each) => Math.abs(each.y - y) < 9);
  return figures
    .toSorted((a, b) => a.y - b.y)
    .map(({ text, y }) => ({
      place: near(places, y)
        .map((each) => each.text)
        .join(' '),
      name: near(names, y)
        .toSorted((a, b) => a.y - b.y)
        .map((each) => each.text)
        .join(' '),
      figure: text
    }));
};

/** How many tiles the map has: all, and of those the hatched. */
export const tiles = (page: Page): Promise<{ all: number; hatched: number }> =>
  drawing(page).evaluate((svg) => {
    // Swatches of the legend are paths like the tiles of a class, and follow the coast.
    const paths: Element[] = [];
    for (const path of svg.querySelectorAll('path')) {
      if (path.matches('.coast')) break;
      if (path.matches('.tiles')) paths.push(path);
    }
    const count = (path: Element) => (path.getAttribute('d')!.match(/M/g) ?? []).length;
    return {
      all: paths.reduce((sum, path) => sum + count(path), 0),
      hatched: paths.filter((path) => path.matches('.none')).reduce((sum, path) => sum + count(path), 0)
    };
  });

/** Waits until drawing, words and table are those of the choices: the page then answers to a pointer. */
export const ready = async (page: Page): Promise<void> => {
  await expect(pointer(page)).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText('Fetching the figures that you chose…')).toHaveCount(0);
};

/** Chooses an area as someone at the keyboard does. */
export const choose = async (page: Page, typed: string, name: string): Promise<void> => {
  await field(page).focus();
  await page.keyboard.type(typed);
  await expect(page.getByRole('option', { name, exact: true })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(remove(page, name)).toBeVisible();
};

/** The address of a view of children looked after, with choices: "areas=309&year=2020". */
export const viewAddress = (view: 'time' | 'rank' | 'map' | 'spread', choices = ''): string =>
  `${LOOKED_AFTER}${VIEW_PATH[view]}${choices && `?${choices}`}`;
