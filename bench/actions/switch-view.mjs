/** @typedef {import('@playwright/test').Page} Page */

const names = ['Ranked', 'Map', 'Spread', 'Over time'];

/** A repaint is measured from the click that turns to the view. */
export const trigger = { type: 'click' };

/** The tab that the next click is on. */
let next = '';

/**
 * Turns to the next view by a click on its tab. `prepare` brings the pointer there, `act` clicks.
 * @param {Page} page
 * @param {number} turn
 */
export async function prepare(page, turn) {
  next = names[turn % names.length] ?? '';
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: next }).hover();
}

/** @param {Page} page */
export const act = (page) => page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: next }).click();
