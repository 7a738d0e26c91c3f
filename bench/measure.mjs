import { chromium } from '@playwright/test';
import { chromiumFlags } from '../tools/chromium-flags.mjs';
import { explore } from './explore.mjs';
import { observe } from './in-page.mjs';
import { NotThere } from './not-there.mjs';
import { median, percentile, total } from './numbers.mjs';
import { memoryOf, rendererOf, slow } from './renderer.mjs';
import { BLANK, listen } from './server.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('./in-page.mjs').BenchWindow} BenchWindow */
/** @typedef {import('./server.mjs').BenchServer} BenchServer */

/**
 * @typedef {object} Profile the reader's device
 * @property {{ width: number, height: number }} viewport
 * @property {number} slowdown how many times slower than this computer
 * @property {number} kbps thousands of bits a second; 0 for no limit
 * @property {number} rtt milliseconds
 */

/**
 * @typedef {object} Scenario
 * @property {string} name
 * @property {string} path
 * @property {string} [before] the address of the same in an earlier build, where it had another
 * @property {'static' | 'live'} [kind] whether the page runs Svelte
 * @property {number} [bytes] the most that it may fetch before a choice
 * @property {string} [action] a module of bench/actions
 * @property {boolean} [explore] drive the bench of /explore/
 * @property {string[]} [profiles] all by default
 */

/** @typedef {Record<string, number | null>} Measures by name, in milliseconds and bytes */

/** @typedef {{ prepare: (page: Page, turn: number) => Promise<void>, act: (page: Page) => Promise<void>, trigger: import('./in-page.mjs').Trigger }} Action */

const limit = 60_000;
const quiet = 1500;
const settle = 400;
// Every drawing of a chart; those that are shown, and larger than an icon, count.
const CHART = 'main figure svg, main .chart svg';
// Of each page that is loaded: the first choice, which may load code, and those after it.
const choices = 9;

/** @type {Record<string, Profile>} */
export const profiles = {
  phone: { viewport: { width: 412, height: 823 }, slowdown: 4, kbps: 1600, rtt: 150 },
  desktop: { viewport: { width: 1280, height: 900 }, slowdown: 1, kbps: 0, rtt: 0 }
};

/**
 * One of the pages that are measured beside each other: a page as it is, or one of its floors.
 * @typedef {object} Version
 * @property {string} name
 * @property {string} dir the built site
 * @property {string} path
 * @property {(html: string) => string} [change] what to make of each page
 * @property {string} [action]
 * @property {boolean} [explore]
 */

/** @typedef {{ measures: Measures, runs: Awaited<ReturnType<typeof once>>[], errors: string[] }} Result */

/**
 * Loads pages several times in turn, each time with a new browser, and gives of each the median of every measure, the 95th
 * percentile of repaints and warm answers, every run, and what went wrong. In turn, so that what else the computer does meets all.
 * @param {{ versions: Version[], profile: Profile, runs: number, browser: string }} options
 * @returns {Promise<Record<string, Result>>} by the name of the version
 */
export async function measure({ versions, profile, runs, browser }) {
  /** @type {Record<string, Result>} */
  const results = Object.fromEntries(versions.map(({ name }) => [name, { measures: {}, runs: [], errors: [] }]));
  /** @type {Set<string>} */
  const lacking = new Set();
  for (let run = 0; run < runs; run++)
    for (const version of versions) {
      if (lacking.has(version.name)) continue;
      const result = results[version.name];
      try {
        result?.runs.push(await once({ version, profile, browser }));
      } catch (error) {
        if (error instanceof NotThere) lacking.add(version.name);
        result?.errors.push(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
      }
    }
  for (const version of versions) {
    const result = results[version.name];
    if (!result) continue;
    result.measures = summarise(result.runs, version.explore === true);
    result.errors = [...new Set([...result.errors, ...result.runs.flatMap(({ errors }) => errors)])];
  }
  return results;
}

/**
 * @param {Result['runs']} runs
 * @param {boolean} explores
 * @returns {Measures}
 */
function summarise(runs, explores) {
  const names = [...new Set(runs.flatMap(({ measures }) => Object.keys(measures)))];
  const medians = Object.fromEntries(names.map((name) => [name, median(runs.map((run) => run.measures[name]))]));
  const later = runs.flatMap((run) => run.later);
  return later.length > 0 ? { ...medians, [explores ? 'answerP95' : 'repaintP95']: percentile(later, 0.95) } : medians;
}

/**
 * The first chart of a page as a phone shows it, or null where it has none.
 * @param {Version} version
 * @param {string} executablePath
 * @returns {Promise<string | null>}
 */
export async function firstChart({ dir, path, change }, executablePath) {
  const server = await listen({ dir, kbps: 0, rtt: 0, change });
  const browser = await chromium.launch({ executablePath, args: chromiumFlags });
  try {
    const page = await browser.newPage({ viewport: profiles.phone?.viewport });
    await page.goto(server.origin + path);
    return await page.evaluate((chart) => {
      const shown = [...document.querySelectorAll(chart)].find((each) => each.getBoundingClientRect().width >= 100);
      return shown?.outerHTML ?? null;
    }, CHART);
  } finally {
    await browser.close();
    server.close();
  }
}

/**
 * @param {{ version: Version, profile: Profile, browser: string }} options
 */
async function once({ version, profile, browser: executablePath }) {
  const { dir, path, change, action, explore: explores } = version;
  const server = await listen({ dir, kbps: profile.kbps, rtt: profile.rtt, change });
  const browser = await chromium.launch({ executablePath, args: chromiumFlags });
  /** @type {string[]} */
  const errors = [];
  /** @type {Awaited<ReturnType<typeof slow>> | undefined} */
  let slowed;
  try {
    const page = await browser.newPage({ viewport: profile.viewport, locale: 'en-GB' });
    page.on('requestfailed', (request) => errors.push(`${request.url()}: ${request.failure()?.errorText}`));
    page.on('pageerror', (error) => errors.push(`script: ${error.message}`));
    // The process that will be slowed has to be there already: one of the same site.
    await page.goto(server.origin + BLANK);
    if (profile.slowdown > 1) slowed = await slow(browser, page, profile.slowdown);
    await page.addInitScript(observe, { chart: CHART, settle, limit: 10_000 });

    await page.goto(server.origin + path, { waitUntil: 'commit', timeout: limit });
    const driven = explores ? await explore(page, { choices, limit }) : undefined;
    await untilQuiet(server);
    await untilChart(page);
    const load = await read(page, server);
    const acted = action ? await repaints(page, action) : [];

    slowed?.end();
    const pid = await rendererOf(browser, page);
    if (slowed && slowed.pid !== pid) errors.push('the process that was slowed was not the page’s');
    const [first = null, ...later] = driven ? [driven.first, ...driven.later] : acted;
    /** @type {Measures} */
    const measures = { ...load, memory: memoryOf(pid) };
    if (action) measures.repaintFirst = first;
    if (explores) measures.answerFirst = first;
    return { measures, later, errors, log: server.log };
  } finally {
    slowed?.end();
    await browser.close();
    server.close();
  }
}

/**
 * Waits until a chart that the page has is on the screen; not for long, as it may be one that is never shown.
 * @param {Page} page
 */
async function untilChart(page) {
  const isSeen = (/** @type {string} */ chart) =>
    document.querySelector(chart) === null || /** @type {BenchWindow} */ (globalThis).bench.chart !== null;
  await page.waitForFunction(isSeen, CHART, { timeout: 5_000, polling: 100 }).catch(() => undefined);
}

/**
 * Waits until no response has been under way for a while.
 * @param {BenchServer} server
 */
async function untilQuiet(server) {
  const start = performance.now();
  let since = start;
  let seen = -1;
  while (performance.now() - since < quiet) {
    if (performance.now() - start > limit) throw new Error(`network: expected quiet within ${limit} ms, found none`);
    const busy = server.log.some(({ end }) => end === undefined);
    if (busy || server.log.length !== seen) since = performance.now();
    seen = server.log.length;
    await new Promise((done) => setTimeout(done, 50));
  }
}

/**
 * What loading the page took.
 * @param {Page} page
 * @param {BenchServer} server
 * @returns {Promise<Measures>}
 */
async function read(page, { log }) {
  const found = await page.evaluate(() => {
    const { fcp, lcp, cls, long, chart } = /** @type {BenchWindow} */ (globalThis).bench;
    return { fcp, lcp, cls, long, chart, origin: performance.timeOrigin };
  });
  const chartAt = found.chart === null ? null : found.origin + found.chart;
  const beforeChart = log.filter(({ end }) => chartAt !== null && end !== undefined && end <= chartAt);
  // As total blocking time is defined: of each long task, what comes after the first paint and exceeds 50 ms.
  const blocking = found.long.map(([start, ms]) => Math.max(0, start + ms - Math.max(start, found.fcp) - 50));
  return {
    chart: found.chart,
    lcp: found.lcp,
    cls: found.cls,
    tbt: total(blocking),
    bytesAtChart: found.chart === null ? null : total(beforeChart.map(({ bytes }) => bytes)),
    bytes: total(log.map(({ bytes }) => bytes)),
    requests: log.length,
    duckdb: total(log.filter(({ url }) => /duckdb/i.test(url)).map(({ bytes }) => bytes))
  };
}

/**
 * The milliseconds from each choice to its repaint.
 * @param {Page} page
 * @param {string} name
 */
async function repaints(page, name) {
  /** @type {Action} */
  const { prepare, act, trigger } = await import(`./actions/${name}.mjs`);
  /** @type {number[]} */
  const found = [];
  for (let turn = 0; turn < choices; turn++) {
    await prepare(page, turn);
    // In two steps, so that the page is listening before the key is pressed.
    await page.evaluate((on) => /** @type {BenchWindow} */ (globalThis).bench.listen(on), trigger);
    await act(page);
    found.push(await page.evaluate(() => /** @type {BenchWindow} */ (globalThis).bench.repaint()));
  }
  return found;
}
