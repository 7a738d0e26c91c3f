import { present } from './present.mjs';

/** @typedef {import('@playwright/test').Page} Page */

/** A repaint is measured from the key to the frame in which the chart differs. */
export const trigger = { type: 'change' };

/**
 * Chooses the next option of the only list, with the keyboard.
 * @param {Page} page
 */
export const prepare = async (page) => {
  const list = page.locator('select').first();
  await present(list, 'a list of options');
  await list.focus();
};

/** @param {Page} page */
export const act = (page) => page.keyboard.press('ArrowDown');
