import { writeFileSync } from 'node:fs';
import puppeteer from 'puppeteer-core';
import { run } from '../run.mjs';
import { findProgram } from './find.mjs';

/**
 * Firefox without a window, driven over WebDriver BiDi; needs no geckodriver.
 * @type {import('./run.mjs').Engine}
 */
export const firefox = {
  name: 'firefox',

  async find() {
    const program = findProgram(['firefox', 'firefox-esr']);
    if (!program) return null;
    // On some systems there is a script of that name that only offers to install Firefox.
    const { code, output } = await run(program, ['--version'], { quiet: true, timeout: 60_000 });
    return code === 0 && output.includes('Firefox') ? [program] : null;
  },

  async start([program]) {
    const browser = await puppeteer.launch({ browser: 'firefox', executablePath: program, headless: true });
    const page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 900 });
    /** @type {string[]} */
    let errors = [];
    page.on('console', (message) => message.type() === 'error' && errors.push(`console: ${message.text()}`));
    page.on('pageerror', (error) => errors.push(`error: ${error instanceof Error ? error.message : String(error)}`));
    page.on('requestfailed', (request) => errors.push(`did not arrive: ${request.url()}`));
    return {
      open: (address) => {
        errors = [];
        return page.goto(address, { waitUntil: 'load', timeout: 60_000 });
      },
      evaluate: (fn) => /** @type {Promise<any>} */ (page.evaluate(fn)),
      errors: async () => errors,
      screenshot: async (file) => writeFileSync(file, await page.screenshot()),
      close: () => browser.close()
    };
  }
};
