import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { findChromium } from './chromium.mjs';
import { crashedTests } from './crashes.mjs';
import { ensureInstalled } from './install.mjs';
import { cache, npm, root, run } from './run.mjs';
import { afterCrashes, sum, tallyEngines, tallyPlaywright, tallyVitest } from './tally.mjs';

/** @typedef {import('./tally.mjs').Tally} Tally */

// Test runners behave as on a build server: a focused test and an unwritten snapshot are failures. With --all every member of
// every list is tested, and not only a sample (tests/ring.ts).
const env = { CI: process.env.CI || 'true', TEST_RING: process.argv.includes('--all') ? 'all' : 'sample' };
const checks = ['format', 'lint', 'types'];

/** @type {Tally[]} */
const tallies = [];

try {
  await ensureInstalled();
  // At the same time: each of them uses one core for most of its run.
  if (process.argv.includes('--checks')) tallies.push(...(await Promise.all(checks.map(check))));
  const browser = await findChromium({ install: true }).catch(toReason);
  const site = await step('build', () => build({ quiet: true }));
  tallies.push(site);
  tallies.push(await unit());
  tallies.push(await inBrowser(site, browser));
  tallies.push(await inOtherEngines(site));
} catch (error) {
  console.error(error);
  tallies.push(failure(toReason(error).message));
}

const { passed, failed, notes } = sum(tallies);
console.log(['', ...notes, `${passed} passed, ${failed} failed`].join('\n'));
process.exitCode = failed > 0 ? 1 : 0;

/**
 * One of the checks of package.json, counted as one test.
 * @param {string} name
 * @returns {Promise<Tally>}
 */
async function check(name) {
  const result = await step(name, () => npm(['run', '--silent', name], { quiet: true, env }));
  return result.failed > 0 ? result : { ...result, passed: 1 };
}

/**
 * Runs a command that says nothing unless it fails, which counts as one failure.
 * @param {string} name
 * @param {() => Promise<import('./run.mjs').RunResult>} command
 * @returns {Promise<Tally>}
 */
async function step(name, command) {
  const start = performance.now();
  const { code, output } = await command();
  console.log(`${name}: ${code === 0 ? 'done' : 'failed'} in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  if (code === 0) return { passed: 0, failed: 0, notes: [] };
  console.log(output.trimEnd());
  return failure(`${name}: expected exit code 0, found ${code}; counted as 1 failed`);
}

/** @returns {Promise<Tally>} */
async function unit() {
  const file = toReport('vitest.json');
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { code } = await run(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), ...args], { env });
  return tallyVitest(read(file), code);
}

/**
 * @param {Tally} site
 * @param {string | Error} browser its path, or why there is none
 * @returns {Promise<Tally>}
 */
async function inBrowser(site, browser) {
  if (browser instanceof Error) return failure(`browser tests: not run; ${browser.message}`);
  if (site.failed > 0) return { passed: 0, failed: 0, notes: ['browser tests: not run, because there is no build'] };
  const first = await playwright('playwright.json', browser, []);
  const crashed = first.report ? crashedTests(first.report) : [];
  if (crashed.length === 0) return first.tally;
  console.log(`browser tests: the browser crashed in ${crashed.length}, which run once more`);
  const list = join(cache, 'crashed-tests.txt');
  writeFileSync(list, crashed.join('\n'));
  const again = await playwright('playwright-again.json', browser, ['--test-list', list]);
  return afterCrashes(first.tally, crashed.length, again.tally);
}

/**
 * @param {string} name of the report
 * @param {string} browser
 * @param {string[]} args
 */
async function playwright(name, browser, args) {
  const file = toReport(name);
  const cli = join(root, 'node_modules/@playwright/test/cli.js');
  const { code } = await run(process.execPath, [cli, 'test', '--reporter=list,json', ...args], {
    env: { ...env, CHROMIUM_PATH: browser, E2E_PORT: await freePort(), PLAYWRIGHT_JSON_OUTPUT_FILE: file }
  });
  const report = read(file);
  return { report, tally: tallyPlaywright(report, code) };
}

/**
 * Walks the site in Firefox and in WebKit where they are installed.
 * @param {Tally} site
 * @returns {Promise<Tally>}
 */
async function inOtherEngines(site) {
  if (site.failed > 0) return { passed: 0, failed: 0, notes: ['engines: not walked, because there is no build'] };
  // After the installation, because it imports packages.
  const { walkEngines } = await import('./engines/run.mjs');
  return tallyEngines(await walkEngines(join(root, 'build')));
}

/** The port of playwright.config.ts, or any other when that is taken. */
async function freePort() {
  const { claim } = await import('./serve.mjs');
  return claim({ port: 4299, host: '127.0.0.1' })
    .catch(() => claim({ port: 0, host: '127.0.0.1' }))
    .then(String);
}

/**
 * The path of a runner's report, with no earlier report there.
 * @param {string} name
 */
function toReport(name) {
  mkdirSync(cache, { recursive: true });
  const file = join(cache, name);
  rmSync(file, { force: true });
  return file;
}

/** @param {string} file */
function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

/**
 * @param {string} note
 * @returns {Tally}
 */
function failure(note) {
  return { passed: 0, failed: 1, notes: [note] };
}

/** @param {unknown} error */
function toReason(error) {
  return error instanceof Error ? error : new Error(String(error));
}
