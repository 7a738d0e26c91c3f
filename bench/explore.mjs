/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('./in-page.mjs').BenchWindow} BenchWindow */

/**
 * Waits for the first answer of /explore/ (the page counts them in `data-answers`), then makes choices and waits for each
 * answer. Gives the milliseconds from asking for the page to the first answer, and from each later choice to its answer.
 * @param {Page} page
 * @param {{ choices: number, limit: number }} options
 */
export async function explore(page, { choices, limit }) {
  await page.locator('[data-explore-ready]').first().waitFor({ state: 'attached', timeout: limit });
  const none = (await answered(page)) === 0 && (await page.getByRole('button', { name: 'Run' }).count()) > 0;
  if (none) await page.getByRole('button', { name: 'Run' }).first().click();
  const first = await answer(page, 1, limit);

  /** @type {number[]} */
  const later = [];
  for (let i = 0; i < choices; i++) {
    const count = await answered(page);
    const start = await listenOnce(page);
    await choose(page);
    const at = await answer(page, count + 1, limit);
    later.push(at - (await start.evaluate((moment) => moment.from)));
  }
  return { first, later };
}

/**
 * Makes the next choice: the next option of the first list, by keyboard, or the query once more where there is no list.
 * @param {Page} page
 */
async function choose(page) {
  const list = page.locator('main select').first();
  if ((await list.count()) === 0) {
    await page.getByRole('button', { name: 'Run' }).first().click();
    return;
  }
  const isLast = await list.evaluate(
    (element) => element instanceof HTMLSelectElement && element.selectedIndex === element.length - 1
  );
  await list.press(isLast ? 'Home' : 'ArrowDown');
}

/**
 * Notes the time of the next change or click, whichever is last before the answer.
 * @param {Page} page
 */
function listenOnce(page) {
  return page.evaluateHandle(() => {
    const moment = { from: NaN };
    for (const type of ['click', 'change']) {
      addEventListener(type, (event) => (moment.from = event.timeStamp), { capture: true, once: true });
    }
    return moment;
  });
}

/** @param {Page} page */
function answered(page) {
  return page.evaluate(() => /** @type {BenchWindow} */ (globalThis).bench.answers.at(-1)?.[0] ?? 0);
}

/**
 * The moment at which the given number of answers was on the screen.
 * @param {Page} page
 * @param {number} count
 * @param {number} limit
 */
async function answer(page, count, limit) {
  const found = await page.waitForFunction(
    (wanted) => {
      const { answers } = /** @type {BenchWindow} */ (globalThis).bench;
      return answers.find(([number, at]) => number >= wanted && !Number.isNaN(at));
    },
    count,
    { timeout: limit, polling: 50 }
  );
  const value = await found.jsonValue();
  if (!value) throw new Error(`answer ${count}: expected a time, found none`);
  return value[1];
}
