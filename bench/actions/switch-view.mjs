import { present } from './present.mjs';

/** @typedef {import('@playwright/test').Page} Page */

const names = ['Ranked', 'Map', 'Spread', 'Over time'];

/** A repaint is measured from the click that turns to the view. */
export const trigger = { type: 'click' };

/** Where the tab that the next click is on lies. */
let spot = { x: 0, y: 0 };

/**
 * Turns to the next view by a click on its tab. `prepare` brings the pointer there, `act` clicks with the mouse alone: a
 * locator's click looks through the page first, which would count as the page's own time.
 * @param {Page} page
 * @param {number} turn
 */
export async function prepare(page, turn) {
  const name = names[turn % names.length] ?? '';
  const tab = page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name });
  await present(tab, `the view ${name}`);
  await tab.hover();
  const box = await tab.boundingBox();
  if (!box) throw new Error(`switch-view: expected the tab ${name}, found none`);
  spot = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** @param {Page} page */
export const act = (page) => page.mouse.click(spot.x, spot.y);
