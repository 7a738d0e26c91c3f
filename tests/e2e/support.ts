import { expect, test as base, type Locator, type Page } from '@playwright/test';

/** An address of each type of page. */
export const PAGES = {
  home: '/',
  trends: '/trends/',
  'one measure': '/trends/looked-after/',
  'a measure with a break': '/trends/child-protection-plans/',
  'a measure of several lines': '/trends/legal-status/',
  'councils in order': '/trends/looked-after/ranked/',
  'a map': '/trends/looked-after/map/',
  'a spread': '/trends/looked-after/spread/',
  councils: '/areas/',
  'a council': '/areas/haringey/',
  'a brief': '/areas/haringey/brief/',
  'a council with few figures': '/areas/isles-of-scilly/',
  'a council that ended': '/areas/cheshire/',
  'a region': '/areas/london/',
  'a comparison': '/compare/?areas=309,330',
  'before and after': '/before-and-after/',
  'months before and after': '/before-and-after/months/',
  'years before and after': '/before-and-after/years/',
  'councils before and after': '/before-and-after/councils/',
  'other explanations': '/before-and-after/other-explanations/',
  'the years since': '/before-and-after/since/',
  'the documents of 2009': '/before-and-after/documents/',
  timeline: '/before-and-after/timeline/',
  data: '/data/',
  'a data set': '/data/children_looked_after/',
  methods: '/methods/',
  about: '/about/',
  accessibility: '/accessibility/',
  'a page that is not there': '/no-such-page/'
} as const;

export type PageType = keyof typeof PAGES;

export const PAGE_TYPES = Object.keys(PAGES) as PageType[];

/** What goes wrong while a test runs: console errors, exceptions, policy violations, dialogs, requests to other origins. */
export class Troubles {
  readonly seen: string[] = [];
  readonly #expected: RegExp[] = [];

  /** Names what a test brings about itself. */
  expect(...patterns: RegExp[]) {
    this.#expected.push(...patterns);
  }

  get unexpected(): string[] {
    return this.seen.filter((each) => !this.#expected.some((pattern) => pattern.test(each)));
  }

  watch(page: Page, origin: string) {
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type()))
        this.seen.push(`console: ${message.text()} ${message.location().url}`);
    });
    page.on('pageerror', (error) => this.seen.push(`exception: ${error.message}`));
    page.on('dialog', (dialog) => {
      this.seen.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      const url = request.url();
      if (!/^(data|blob):/.test(url) && !`${url}/`.startsWith(`${origin}/`)) this.seen.push(`request outside: ${url}`);
    });
  }
}

/** Every test ends by asserting that nothing went wrong that it did not bring about. */
export const test = base.extend<{ troubles: Troubles }>({
  troubles: [
    async ({ page, baseURL }, use) => {
      const troubles = new Troubles();
      troubles.watch(page, baseURL!.replace(/\/$/, ''));
      await use(troubles);
      expect(troubles.unexpected).toEqual([]);
    },
    { auto: true }
  ]
});

export { expect };

/**
 * Waits until the page answers to the reader: SvelteKit adds its announcer once the page has mounted. Pages that only
 * have words carry no script and answer at once.
 */
export const awake = async (page: Page): Promise<void> => {
  const starts = await page.evaluate(() => [...document.scripts].some((script) => script.text.includes('kit.start')));
  if (starts) await page.locator('#svelte-announcer').waitFor({ state: 'attached', timeout: 20_000 });
};

/** Opens an address and waits until the page answers. */
export const open = async (page: Page, address: string): Promise<void> => {
  await page.goto(address);
  await awake(page);
};

/** Presses a key until an element has the focus, as someone without a mouse would; fails after `most` presses. */
export const tabTo = async (
  page: Page,
  target: Locator,
  key: 'Tab' | 'Shift+Tab' = 'Tab',
  most = 40
): Promise<void> => {
  for (let presses = 0; presses < most; presses++) {
    await page.keyboard.press(key);
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${key} pressed ${most} times: expected the focus on ${String(target)}, found it elsewhere`);
};

/** The chart that a reader sees inside a figure: one of the prerendered drawings, or the one drawn again. */
export const drawing = (within: Page | Locator): Locator => within.locator('figure .drawing:visible');

/** The names at the ends of the lines without their figures, in order of the alphabet; one that takes two rows counts as two. */
export const lineNames = async (chart: Locator): Promise<string[]> =>
  (await chart.locator('g.label text').allTextContents())
    .map((text) => text.replace(/ ?(−?[\d,.]+)?( ?\(\d{4}\))?$/, ''))
    .filter(Boolean)
    .sort();

/** What is written beside the rules of events, from the left to the right; where two share a line, from the top down. */
export const eventLabels = (chart: Locator): Promise<string[]> =>
  chart.locator('g.event-label text').evaluateAll((texts) =>
    texts
      .map((text) => ({ text: text.textContent ?? '', box: text.getBoundingClientRect() }))
      .sort((a, b) => a.box.top - b.box.top || a.box.left - b.box.left)
      .map(({ text }) => text)
  );

/** The labels of both axes and what the vertical one is of. */
export const axisLabels = (chart: Locator): Promise<string[]> =>
  chart.locator('g.axis text, g.axis-title text').allTextContents();

/** Opens the table under a chart where it is not open yet. */
export const openTable = async (within: Page | Locator): Promise<void> => {
  const details = within.locator('details', { hasText: 'Table of the figures in this chart' }).first();
  if (await details.evaluate((element) => !(element as HTMLDetailsElement).open))
    await details.getByText('Table of the figures in this chart').click();
};

/** The table of the figures in the first chart, open or not: what it holds is one thing, opening it another. */
export const figuresTable = (page: Page): Locator => page.locator('main details table').first();

export interface ReadTable {
  columns: { label: string; printed: boolean; against: boolean }[];
  /** A row of figures, or a row that says what changes between two. */
  rows: ({ period: string; cells: { text: string; range: string }[] } | { says: string })[];
}

/** Reads a table as it stands on the page. */
export const readTable = (table: Locator): Promise<ReadTable> =>
  table.evaluate((element) => {
    const own = (cell: Element) =>
      [...cell.childNodes].find(({ nodeType }) => nodeType === 3)?.textContent?.trim() ?? '';
    // What stands beside it in the other unit is left out: files have the unit of the chart.
    const heads = [...element.querySelectorAll('thead th')].slice(1);
    const isOwn = (head: Element | undefined) => !head?.classList.contains('other');
    return {
      columns: heads.filter(isOwn).map((head) => ({
        label: own(head),
        printed: /as printed at the time/.test(head.textContent ?? ''),
        against: /against England/.test(head.textContent ?? '')
      })),
      rows: [...element.querySelectorAll('tbody tr')].map((row) => {
        const period = row.querySelector('th');
        if (!period) return { says: row.textContent?.trim() ?? '' };
        return {
          period: own(period),
          cells: [...row.querySelectorAll('td')]
            .filter((_, i) => isOwn(heads[i]))
            .map((cell) => ({
              text: own(cell),
              range: cell.querySelector('.range')?.textContent?.trim() ?? ''
            }))
        };
      })
    };
  });

/** The cells of one period by column: "England", "Haringey", "Haringey, printed", "Haringey, against England". */
export const cellsOf = (table: ReadTable, period: string): Record<string, string> => {
  const row = table.rows.find((each) => 'period' in each && each.period === period);
  if (!row || !('period' in row)) throw new Error(`the table: expected a row for ${period}, found none`);
  return Object.fromEntries(
    table.columns.map(({ label, printed, against }, i) => [
      `${label}${printed ? ', printed' : against ? ', against England' : ''}`,
      row.cells[i]!.text
    ])
  );
};

/** The sentences beside the chart that is shown on a page, or within a part of it. */
export const sentences = (within: Page | Locator): Promise<string[]> =>
  within.locator('.sentences p:visible').allTextContents();
