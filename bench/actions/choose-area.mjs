import { present } from './present.mjs';

/** @typedef {import('@playwright/test').Page} Page */

const names = ['Haringey', 'Birmingham', 'Cornwall', 'Leeds', 'Kent'];

/** A repaint is measured from the key that makes the choice, not from the typing before it. */
export const trigger = { type: 'keydown', key: 'Enter' };

/**
 * Adds a local authority to the chart, or takes the one added before away, with the keyboard. `prepare` does all but the
 * last key, `act` presses it.
 * @param {Page} page
 * @param {number} turn
 */
export async function prepare(page, turn) {
  const name = names[Math.floor(turn / 2) % names.length] ?? '';
  if (turn % 2 === 1) {
    await page.getByRole('button', { name }).first().focus();
    return;
  }
  const field = page.locator('input[role=combobox]').first();
  await present(field, 'the field for areas');
  await field.fill(name);
  await page.getByRole('option', { name }).first().waitFor();
}

/** @param {Page} page */
export const act = (page) => page.keyboard.press('Enter');
