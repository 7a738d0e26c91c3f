import type { Page } from '@playwright/test';
import { sampleOf, themesAt } from '../ring.ts';
import { violations } from './axe.ts';
import { PAGES, awake, drawing, expect, lineNames, open, test, type PageType } from './support.ts';
import { VIEW_PATH, pointer, ready } from './year-views.ts';

const TREND = '/trends/looked-after/';
const chosen = async (page: Page) => {
  await open(page, `${TREND}?areas=309,894`);
  await expect.poll(() => lineNames(drawing(page))).toEqual(['England', 'Haringey', 'Telford and Wrekin']);
};

/** A view of one year with two areas marked, its chart in focus. */
const yearView = async (page: Page, view: string, more = '') => {
  await open(page, `${TREND}${VIEW_PATH[view]}?areas=309,894${more}`);
  await ready(page);
  await pointer(page).focus();
};

const states: Record<string, (page: Page) => Promise<void>> = {
  'areas chosen': chosen,
  'the list of councils open': async (page) => {
    await open(page, TREND);
    await page.getByRole('combobox').focus();
    await page.keyboard.type('north');
    await expect(page.getByRole('option').first()).toBeVisible();
    await page.keyboard.press('ArrowDown');
  },
  'the list of councils open on the first page': async (page) => {
    await open(page, '/');
    await page.getByRole('combobox').focus();
    await page.keyboard.type('ha');
    await expect(page.getByRole('option').first()).toBeVisible();
  },
  'six areas and a field that takes no more': async (page) => {
    await open(page, `${TREND}?areas=201,202,203,204,309,894`);
    await expect(page.getByText(/6 areas are chosen/)).toBeVisible();
  },
  'one year read by keyboard': async (page) => {
    await chosen(page);
    await page.getByRole('group', { name: /^Read the chart/ }).focus();
    await page.keyboard.press('ArrowLeft');
    await expect(page.locator('.tip')).toBeVisible();
  },
  'all events listed': async (page) => {
    await open(page, `${TREND}?events=key,baby-p,climbie,law-and-policy,measurement,pandemic,other`);
    await expect(page.locator('ol.events li').nth(10)).toBeVisible();
    await page.getByText('More', { exact: true }).click();
  },
  'notices of an address not followed': async (page) => {
    await open(page, `${TREND}?areas=1,2&unit=3&events=4`);
    await expect(page.locator('.notices li')).toHaveCount(4);
  },
  'authorities ranked, two of them marked and one read by keyboard': async (page) => {
    await yearView(page, 'rank');
    await page.keyboard.press('Home');
    await expect(page.locator('.tip:visible')).toBeVisible();
  },
  'the map coloured by difference from England': (page) => yearView(page, 'map', '&show=england'),
  'the spread': (page) => yearView(page, 'spread'),
  'a failure shown': async (page) => {
    await page.route('**/app/series/*.json', (route) => route.abort());
    await open(page, `${TREND}?areas=309`);
    await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
  },
  'everything unfolded': async (page) => {
    await open(page, '/areas/haringey/');
    await page
      .locator('details')
      .evaluateAll((all) => all.forEach((each) => ((each as HTMLDetailsElement).open = true)));
    await expect(page.locator('details:not([open])')).toHaveCount(0);
  }
};

/** Opens every fold of a page. */
const unfold = (page: Page) =>
  page.locator('main details').evaluateAll((all) => all.forEach((each) => ((each as HTMLDetailsElement).open = true)));

test.describe('axe finds nothing in the light theme and in the dark', () => {
  test.use({ colorScheme: 'light', contextOptions: { reducedMotion: 'reduce' } });

  const check = async (page: Page, place: number) => {
    for (const colorScheme of themesAt(place)) {
      await page.emulateMedia({ colorScheme });
      expect(await violations(page, colorScheme)).toEqual([]);
    }
  };

  for (const [place, [type, address]] of sampleOf(Object.entries(PAGES) as [PageType, string][], 6).entries())
    test(`on ${type}`, async ({ page, troubles }) => {
      if (type === 'a page that is not there') troubles.expect(/status of 404/);
      await open(page, address);
      if (address.startsWith('/before-and-after/')) {
        test.slow();
        await unfold(page);
      }
      await check(page, place);
    });

  for (const [place, [state, reach]] of sampleOf(Object.entries(states), 3).entries())
    test(`with ${state}`, async ({ page, troubles }) => {
      if (state === 'a failure shown') troubles.expect(/Failed to load resource/);
      await reach(page);
      await check(page, place);
    });
});

test.describe('at the keyboard', () => {
  // No smooth scrolling: what has the focus is where it will stay.
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('the trend page is walked in the order it is read, and the focus is always seen', async ({ page }) => {
    await chosen(page);
    const stops: string[] = [];
    const unseen: string[] = [];
    for (let i = 0; i < 60; i++) {
      await page.keyboard.press('Tab');
      const stop = await page.evaluate(() => {
        const element = document.activeElement as HTMLElement;
        if (element === document.body) return null;
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        const { top, bottom, width, height } = element.getBoundingClientRect();
        return {
          name:
            (element.getAttribute('aria-label') ?? element.textContent ?? '').trim() || element.id || element.tagName,
          // The outline is drawn, and the element is not outside the window.
          seen:
            outlineStyle !== 'none' &&
            parseFloat(outlineWidth) >= 2 &&
            width > 0 &&
            height > 0 &&
            bottom > 0 &&
            top < innerHeight
        };
      });
      if (!stop) break;
      stops.push(stop.name);
      if (!stop.seen) unseen.push(stop.name);
      if (stop.name.startsWith('Table of the figures')) await page.keyboard.press('Enter');
    }
    expect(unseen).toEqual([]);
    const order = [
      /^Skip to the content$/,
      /^Per 10,000$/,
      /^Trends$/,
      /^About$/,
      /^Trends$/,
      /^Haringey.*remove$/,
      /^Telford and Wrekin.*remove$/,
      /^areas$/,
      /^INPUT$|^rate$|^on$/,
      /^More$/,
      /^Read the chart year by year/,
      /^Table of the figures/,
      /^Children looked after, per 10,000/,
      /^Download$/,
      /^Copy link/,
      /^Embed$/,
      /^Cite$/,
      /^Whole data set/,
      /^What its columns mean$/,
      /runs of figures$/,
      /^breaks\.csv$/,
      /^Who makes it$/
    ];
    let at = 0;
    for (const name of stops) if (order[at]?.test(name)) at++;
    expect({ found: at, next: String(order[at] ?? ''), stops }).toMatchObject({ found: order.length });
  });

  test('the first stop leads past the header', async ({ page }) => {
    await open(page, TREND);
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('main')).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(page.getByRole('main').getByRole('link', { name: 'Trends' })).toBeFocused();
  });

  test('what a touch or a mouse aims at is large enough', async ({ page }) => {
    await chosen(page);
    const small = await page.locator('button:visible, input:visible, summary:visible').evaluateAll((controls) =>
      controls.flatMap((control) => {
        const box = (control.closest('label') ?? control).getBoundingClientRect();
        return box.width < 24 || box.height < 24 ? [control.outerHTML.slice(0, 80)] : [];
      })
    );
    expect(small).toEqual([]);
  });
});

test.describe('no page scrolls sideways', () => {
  const everywhere = [
    ...Object.values(PAGES),
    '/explore/',
    `${TREND}?areas=201,202,203,204,309,894`,
    `${TREND}?areas=1`,
    ...['rank', 'map', 'spread'].map((view) => `${TREND}${VIEW_PATH[view]}`)
  ];

  /** How far the page reaches past the window, and what reaches there. */
  const overflow = (page: Page) =>
    page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      if (scrollWidth <= clientWidth) return '';
      const wide = [...document.body.querySelectorAll('*')].filter(
        (element) => element.getBoundingClientRect().right > clientWidth + 1
      );
      return `${scrollWidth - clientWidth} px: ${wide
        .map((element) => element.outerHTML.slice(0, 100))
        .slice(0, 4)
        .join(' … ')}`;
    });

  // Text is enlarged on the page as it stands; a page is opened anew for each width.
  for (const { name, width, sizes, only = /^/ } of [
    { name: '320 pixels', width: 320, sizes: [''] },
    { name: '1280 pixels, and with text twice as large', width: 1280, sizes: ['', '32px'] },
    { name: '360 pixels and text twice as large', width: 360, sizes: ['32px'], only: /^\/($|areas|trends)/ }
  ])
    test(`at ${name}`, async ({ page, troubles }) => {
      troubles.expect(/status of 404/);
      await page.setViewportSize({ width, height: 800 });
      const found: string[] = [];
      for (const address of sampleOf(
        everywhere.filter((each) => only.test(each)),
        7
      )) {
        await page.goto(address);
        await awake(page);
        for (const size of sizes) {
          if (size) await page.evaluate((size) => (document.documentElement.style.fontSize = size), size);
          const over = await overflow(page);
          if (over) found.push(`${address} ${size && `with text of ${size} `}${over}`);
        }
      }
      expect(found).toEqual([]);
    });
});
