import type { Locator, Page } from '@playwright/test';
import { SLOW } from '../ring.ts';
import { drawing, expect, open, test } from './support.ts';
import { choose, pointer, ready, remove, tip, viewAddress } from './year-views.ts';

const WIDTHS = [360, 1280];
/** Councils in every corner of the map, by key. */
const CHOSEN: Record<string, string> = {
  '309': 'Haringey',
  '856': 'Leicester',
  '921': 'Isle of Wight',
  '929': 'Northumberland',
  '908': 'Cornwall',
  '926': 'Norfolk'
};
const AREAS = `areas=${Object.keys(CHOSEN).join(',')}`;
const NAMES = Object.values(CHOSEN);

const centreOf = async (mark: Locator): Promise<{ x: number; y: number }> => {
  await mark.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
  const { x, y, width, height } = (await mark.boundingBox())!;
  return { x: x + width / 2, y: y + height / 2 };
};

const nameAt = async (page: Page, { x, y }: { x: number; y: number }): Promise<Locator> => {
  await page.mouse.move(x + 3, y);
  await page.mouse.move(x, y);
  return tip(page).locator('strong');
};

for (const width of WIDTHS)
  test.describe(`at ${width} pixels, by mouse`, () => {
    test.use({ viewport: { width, height: 900 } });
    const slowAt = (slow: number) => (width === slow ? { tag: SLOW } : {});

    test('the centre of each tile names its own council', slowAt(1280), async ({ page }) => {
      await open(page, viewAddress('map', AREAS));
      await expect(drawing(page).locator('path.ring.slot-6')).toHaveCount(1);
      await ready(page);
      for (const [i, name] of NAMES.entries()) {
        const centre = await centreOf(drawing(page).locator(`path.ring.slot-${i + 1}`));
        await expect(await nameAt(page, centre)).toHaveText(name);
      }
    });

    test('each row names its own council, at both of its ends', slowAt(360), async ({ page }) => {
      await open(page, viewAddress('rank', AREAS));
      await expect(drawing(page).locator('g.label text', { hasText: /^Haringey/ })).toHaveCount(1);
      await ready(page);
      for (const name of NAMES) {
        const label = await centreOf(drawing(page).locator('g.label text', { hasText: new RegExp(`^${name}$`) }));
        await expect(await nameAt(page, label)).toHaveText(name);
        const box = (await drawing(page).boundingBox())!;
        await expect(await nameAt(page, { x: box.x + box.width - 6, y: label.y })).toHaveText(name);
      }
    });

    test('each point of the spread names its own council', slowAt(1280), async ({ page }) => {
      await open(page, viewAddress('spread', AREAS));
      // On the strip and on the funnel.
      await expect(drawing(page).locator('g.label text', { hasText: /^Haringey/ })).toHaveCount(2);
      await ready(page);
      for (const [i, name] of NAMES.entries()) {
        const colour = `var(--line-${i + 1})`;
        const point = drawing(page).locator(
          ['fill', 'stroke'].map((each) => `.point [${each}="${colour}"], .point[${each}="${colour}"] > *`).join()
        );
        await expect(await nameAt(page, await centreOf(point.first()))).toHaveText(name);
      }
    });

    test(
      'each line end of the chart over time, and of small charts, is read with its name',
      slowAt(360),
      async ({ page }) => {
        await open(page, viewAddress('time', 'areas=309,856'));
        await expect(drawing(page).locator('g.label text', { hasText: /^Leicester/ })).toHaveCount(1);
        const label = await centreOf(drawing(page).locator('g.label text', { hasText: /^Leicester/ }));
        const last = (await (await nameAt(page, { x: label.x, y: label.y })).textContent())!;
        expect(last).toMatch(/^\d{4}$/);
        await expect(tip(page).locator('dt')).toHaveText(['England', 'Haringey', 'Leicester']);
        const box = (await drawing(page).boundingBox())!;
        await expect(await nameAt(page, { x: box.x + box.width - 2, y: label.y })).toHaveText(last);
        await expect(await nameAt(page, { x: box.x + 2, y: label.y })).not.toHaveText(last);

        await open(page, viewAddress('time', 'areas=309,856&show=panels'));
        const title = drawing(page)
          .locator('g.label text, g.panel-title text', { hasText: /^Leicester$/ })
          .first();
        await expect(title).toBeVisible();
        const { y } = await centreOf(title);
        const panels = (await drawing(page).boundingBox())!;
        await expect(await nameAt(page, { x: panels.x + panels.width - 2, y: y + 60 })).toHaveText(last);
        await expect(tip(page)).toContainText('Leicester');
        await expect(tip(page)).not.toContainText('Haringey');
      }
    );
  });

test.describe('by finger', () => {
  test.use({ viewport: { width: 360, height: 800 }, hasTouch: true, isMobile: true });

  const tap = async (page: Page, at: { x: number; y: number }) => page.touchscreen.tap(at.x, at.y);

  test('the first tap on a page just opened names a council and changes nothing', async ({ page }) => {
    const address = viewAddress('map');
    await open(page, address);
    await drawing(page).scrollIntoViewIfNeeded();
    const box = (await drawing(page).boundingBox())!;
    // London is where the tiles are thickest.
    await tap(page, { x: box.x + box.width * 0.7, y: box.y + box.width * 0.85 });
    await expect(tip(page).locator('strong')).toHaveText(/^[A-Z]/);
    await expect(tip(page).getByRole('button', { name: /^Add / })).toBeVisible();
    await expect(page).toHaveURL(address);
  });

  test('a tap reads, and the button in what is read adds and removes', async ({ page }) => {
    await open(page, viewAddress('map', 'areas=309,856'));
    await expect(drawing(page).locator('path.ring.slot-2')).toHaveCount(1);
    await ready(page);
    const leicester = await centreOf(drawing(page).locator('path.ring.slot-2'));
    for (let taps = 0; taps < 2; taps++) {
      await tap(page, leicester);
      await expect(tip(page).locator('strong')).toHaveText('Leicester');
      await expect(page).toHaveURL(viewAddress('map', 'areas=309,856'));
    }
    await tip(page).getByRole('button', { name: 'Remove Leicester' }).tap();
    await expect(page).toHaveURL(viewAddress('map', 'areas=309'));
    await expect(tip(page)).toHaveCount(0);
    await expect(drawing(page).locator('path.ring.slot-2')).toHaveCount(0);

    await tap(page, leicester);
    await tip(page).getByRole('button', { name: 'Add Leicester' }).tap();
    await expect(page).toHaveURL(viewAddress('map', 'areas=309,856'));
    await expect(remove(page, 'Leicester')).toBeVisible();
  });

  test('by keys it is as on a desktop: Enter adds what is read', async ({ page }) => {
    await open(page, viewAddress('map'));
    await choose(page, 'haringey', 'Haringey');
    await ready(page);
    await pointer(page).focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/areas=309,890/);
  });
});
