import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root, isMain, stop } from '../run.mjs';
import { serve } from '../serve.mjs';
import { describeWalks } from '../tally.mjs';
import { firefox } from './firefox.mjs';
import { walks } from './walks.mjs';
import { walk } from './walk.mjs';
import { webkit } from './webkit.mjs';

// Walks the built site in engines that Playwright cannot drive here: `npm run engines`, or `npm run engines -- webkit`.

/**
 * What every page of a walk is asked: to open an address, to run a function in the page, and which errors it met since it opened.
 * @typedef {object} Browser
 * @property {(address: string) => Promise<unknown>} open
 * @property {<T>(fn: () => T) => Promise<T>} evaluate
 * @property {() => Promise<string[]>} errors
 * @property {(file: string) => Promise<unknown>} screenshot
 * @property {() => Promise<unknown>} close
 */

/**
 * @typedef {object} Engine
 * @property {string} name
 * @property {() => Promise<string[] | null>} find the programs it needs, in the order in which `start` takes them, or null
 * @property {(programs: string[], site: string) => Promise<Browser>} start
 */

/** @typedef {{ engine: string, isHere: boolean, passed: number, failures: string[] }} Result */

/** @type {Engine[]} */
const engines = [firefox, webkit];

/**
 * Walks a built site in each engine of this computer and says what came of it. Installs nothing.
 * @param {string} dir
 * @param {string[]} [names] the engines to take; all by default
 * @returns {Promise<Result[]>}
 */
export async function walkEngines(dir, names = engines.map(({ name }) => name)) {
  const server = await serve({ dir, port: 0 });
  /** @type {Result[]} */
  const results = [];
  try {
    for (const engine of engines.filter(({ name }) => names.includes(name))) {
      const result = await walkEngine(engine, server.url);
      for (const line of describeWalks(result)) console.log(line);
      results.push(result);
    }
  } finally {
    server.close();
  }
  return results;
}

/**
 * @param {Engine} engine
 * @param {string} site the address of the site
 * @returns {Promise<Result>}
 */
async function walkEngine({ name, find, start }, site) {
  const result = { engine: name, isHere: false, passed: 0, failures: /** @type {string[]} */ ([]) };
  const programs = await find();
  if (!programs) return result;
  result.isHere = true;
  /** @type {Browser | undefined} */
  let browser;
  try {
    browser = await start(programs, site);
    for (const each of walks) {
      const reasons = await walk(browser, each, site, name);
      if (reasons.length === 0) result.passed++;
      else result.failures.push(`${each.page} (${each.address}): ${reasons.join('; ')}`);
    }
  } catch (error) {
    result.failures.push(`it did not start: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    await browser?.close().catch(() => undefined);
  }
  return result;
}

async function main() {
  const site = join(root, 'build');
  if (!existsSync(site)) throw new Error('build: expected a built site, found none; npm run build makes one');
  const names = process.argv.slice(2);
  const unknown = names.find((name) => !engines.some((engine) => engine.name === name));
  if (unknown) throw new Error(`expected ${engines.map(({ name }) => name).join(' or ')}, found ${unknown}`);
  const results = await walkEngines(site, names.length > 0 ? names : undefined);
  if (results.some(({ failures }) => failures.length > 0)) process.exitCode = 1;
}

if (isMain(import.meta.url)) await main().catch(stop);
