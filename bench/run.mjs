import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build, site } from '../tools/build.mjs';
import { findChromium } from '../tools/chromium.mjs';
import { locate } from '../tools/locate.mjs';
import { cache, root, stop } from '../tools/run.mjs';
import { bare, scriptless } from './floors.mjs';
import { firstChart, measure, profiles } from './measure.mjs';
import { buildPrototype } from './prototype/build.mjs';
import { isWithin, toRows, toTable } from './table.mjs';

/** @typedef {import('./measure.mjs').Scenario} Scenario */
/** @typedef {import('./measure.mjs').Version} Version */
/** @typedef {import('./measure.mjs').Measures} Measures */

/**
 * What was found of a page, of its floors, and of another build of it.
 * @typedef {Partial<Record<'page' | 'scriptless' | 'bare' | 'before' | 'beforeScriptless', Measures>>} Versions
 */

async function main() {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', default: '' },
      runs: { type: 'string', default: '5' },
      profile: { type: 'string', default: 'phone,desktop' },
      before: { type: 'string' },
      build: { type: 'boolean', default: false }
    }
  });
  const runs = toCount(values.runs);
  const wanted = values.profile.split(',');
  const unknown = wanted.find((name) => !profiles[name]);
  if (unknown !== undefined)
    throw new Error(`--profile: expected ${Object.keys(profiles).join(' or ')}, found ${unknown}`);
  const scenarios = readScenarios(values.only);
  const before = values.before === undefined ? undefined : resolve(values.before);
  if (before && !existsSync(join(before, 'index.html')))
    throw new Error(`--before: expected a built site, found ${before}`);
  if (values.build) console.log(`full build: ${((await timeBuild()) / 1000).toFixed(1)} s`);
  if (!existsSync(join(site, 'index.html')))
    throw new Error('build: expected a built site, found none; npm run build makes one');

  const browser = await findChromium();
  const load = loadavg()[0] ?? 0;
  if (load > cpus().length / 2)
    console.error(`this computer is busy (load ${load.toFixed(1)}): trust the ratios, not the times`);
  const prototype = await toPrototype(browser);
  const results = [];
  const rows = [];
  for (const scenario of [...scenarios, prototype.scenario]) {
    const versions = scenario === prototype.scenario ? prototype.versions : await versionsOf(scenario, before, browser);
    if (!versions.some(({ name }) => name === 'page')) {
      console.error(`${scenario.name}: ${scenario.path} is not there`);
      continue;
    }
    if (before && scenario !== prototype.scenario && !versions.some(({ name }) => name === 'before'))
      console.error(`${scenario.name}: not there before`);
    for (const name of wanted.filter((each) => scenario.profiles?.includes(each) ?? true)) {
      const profile = profiles[name];
      if (!profile) continue;
      console.error(`measuring ${scenario.name} on ${name} …`);
      const found = await measure({ versions, profile, runs, browser });
      for (const [version, { errors }] of Object.entries(found))
        for (const error of errors) console.error(`${scenario.name} (${version}) on ${name}: ${error}`);
      const measures = Object.fromEntries(Object.entries(found).map(([version, each]) => [version, each.measures]));
      rows.push(...toRows(scenario, name, measures));
      results.push({ scenario: scenario.name, profile: name, versions: found });
    }
  }

  console.log(toTable(rows));
  const over = rows.filter((row) => isWithin(row) === false).length;
  console.log(`${over} of ${rows.filter(({ budget }) => budget !== null).length} budgets are exceeded`);
  const computer = `${cpus().length} × ${cpus()[0]?.model}`;
  write({ date: new Date().toISOString(), computer, load, runs, before: before ?? null, rows, results });
}

/**
 * @param {string} only
 * @returns {Scenario[]}
 */
function readScenarios(only) {
  /** @type {Scenario[]} */
  const all = JSON.parse(readFileSync(new URL('scenarios.json', import.meta.url), 'utf8'));
  const found = all.filter(({ name }) => new RegExp(only).test(name));
  if (found.length > 0) return found;
  throw new Error(`--only: expected a part of ${all.map(({ name }) => name).join(', ')}, found ${only}`);
}

/**
 * The page as it is and its floors, and the same of another build; those that are there. What only answers to a choice, and
 * the database, have no floors.
 * @param {Scenario} scenario
 * @param {string | undefined} before
 * @param {string} browser
 * @returns {Promise<Version[]>}
 */
async function versionsOf({ path, before: old = path, action, explore, kind }, before, browser) {
  /** @type {Version[]} */
  const versions = [];
  if (isThere(site, path)) {
    versions.push({ name: 'page', dir: site, path, action, explore });
    if (kind) versions.push(...(await floorsOf(path, browser)));
  }
  if (before && isThere(before, old)) {
    versions.push({ name: 'before', dir: before, path: old, action, explore });
    if (kind) versions.push({ name: 'beforeScriptless', dir: before, path: old, change: scriptless });
  }
  return versions;
}

/**
 * @param {string} path
 * @param {string} browser
 * @returns {Promise<Version[]>}
 */
async function floorsOf(path, browser) {
  const floor = { name: 'scriptless', dir: site, path, change: scriptless };
  const chart = await firstChart(floor, browser);
  return chart === null ? [floor] : [floor, { name: 'bare', dir: site, path, change: () => bare(chart) }];
}

/**
 * The prototype: the first chart of a trend page hydrated by Svelte, with Plot loaded when a choice is made. It is what a page
 * can hardly go below while it answers to its reader.
 * @param {string} browser
 * @returns {Promise<{ scenario: Scenario, versions: Version[] }>}
 */
async function toPrototype(browser) {
  const path = '/trends/looked-after/';
  const chart = await firstChart({ name: 'scriptless', dir: site, path, change: scriptless }, browser);
  if (chart === null) throw new Error(`${path}: expected a chart for the prototype, found none`);
  const dir = join(cache, 'bench/prototype');
  await buildPrototype(dir, chart);
  return {
    scenario: { name: 'prototype', path: '/', kind: 'live', action: 'choose-option' },
    versions: [
      { name: 'page', dir, path: '/', action: 'choose-option' },
      { name: 'scriptless', dir, path: '/', change: scriptless },
      { name: 'bare', dir, path: '/', change: () => bare(chart) }
    ]
  };
}

/** @param {string} dir @param {string} path */
const isThere = (dir, path) => locate(dir, '', path).status === 200;

/** Milliseconds that `npm run build` takes with nothing left from an earlier one. */
async function timeBuild() {
  for (const dir of [join(root, '.svelte-kit'), site, join(cache, 'compress')]) {
    rmSync(dir, { recursive: true, force: true });
  }
  console.error('building …');
  const start = performance.now();
  const { code, output } = await build({ quiet: true });
  if (code !== 0) throw new Error(`${output.trimEnd()}\nnpm run build: expected exit code 0, found ${code}`);
  return performance.now() - start;
}

/** @param {string} text */
function toCount(text) {
  if (!/^[1-9]\d*$/.test(text)) throw new Error(`--runs: expected a number from 1, found "${text}"`);
  return Number(text);
}

/** @param {{ date: string, [fact: string]: unknown }} result */
function write(result) {
  const dir = join(root, 'bench/results');
  mkdirSync(dir, { recursive: true });
  const file = join(dir, `${result.date.slice(0, 19).replaceAll(':', '-')}.json`);
  writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`);
}

try {
  await main();
} catch (error) {
  stop(error);
}
