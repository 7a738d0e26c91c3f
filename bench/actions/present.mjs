import { NotThere } from '../not-there.mjs';

/**
 * Waits a moment for what a choice is made by; throws NotThere where the page of this build has none.
 * @param {import('@playwright/test').Locator} control
 * @param {string} name what it is called in a message
 */
export const present = async (control, name) => {
  try {
    await control.waitFor({ state: 'visible', timeout: 5_000 });
  } catch {
    throw new NotThere(name);
  }
};
