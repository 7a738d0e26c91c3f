import { present } from './present.mjs';

/** @typedef {import('@playwright/test').Page} Page */

// Each key leads to another list than the one before.
const keys = ['b', 'e', 'd', 'Backspace', 'Backspace', 'r', 'i', 'Backspace', 'o'];

/** A repaint is measured from the key to the frame in which the list of councils reads otherwise. */
export const trigger = { type: 'keydown', text: '#site-find-list' };

let next = '';

/**
 * Types into the search box of the page, a key at a time. `prepare` sees to the focus, `act` presses the key.
 * @param {Page} page
 * @param {number} turn
 */
export async function prepare(page, turn) {
  next = keys[turn % keys.length] ?? '';
  if (turn > 0) return;
  const field = page.locator('#site-find');
  await present(field, 'the search box');
  await field.focus();
}

/** @param {Page} page */
export const act = (page) => page.keyboard.press(next);
