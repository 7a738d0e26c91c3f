import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build, site } from '../tools/build.mjs';
import { findChromium } from '../tools/chromium.mjs';
import { cache, root, stop } from '../tools/run.mjs';
import { measure, profiles } from './measure.mjs';
import { isWithin, toRows, toTable } from './table.mjs';

/** @typedef {import('./measure.mjs').Scenario} Scenario */

const buildBudget = { build: 120_000 };

try {
  await main();
} catch (error) {
  stop(error);
}

async function main() {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', default: '' },
      runs: { type: 'string', default: '5' },
      profile: { type: 'string', default: Object.keys(profiles).join(',') },
      build: { type: 'boolean', default: false }
    }
  });
  const runs = toCount(values.runs);
  const wanted = values.profile.split(',');
  for (const name of wanted) {
    if (!profiles[name]) throw new Error(`--profile: expected ${Object.keys(profiles).join(' or ')}, found ${name}`);
  }
  /** @type {Scenario[]} */
  const all = JSON.parse(readFileSync(new URL('scenarios.json', import.meta.url), 'utf8'));
  const scenarios = all.filter(({ name }) => new RegExp(values.only).test(name));
  if (scenarios.length === 0 && !values.build) {
    throw new Error(`--only: expected a part of ${all.map(({ name }) => name).join(', ')}, found ${values.only}`);
  }

  const rows = values.build ? toRows('build', 'this computer', { build: await timeBuild() }, buildBudget) : [];
  if (!existsSync(join(site, 'index.html'))) {
    throw new Error('build: expected a built site, found none; npm run build makes one');
  }
  const browser = await findChromium();
  const load = loadavg()[0] ?? 0;
  if (load > cpus().length / 2) console.error(`this computer is busy (load ${load.toFixed(1)}): expect slower figures`);
  const results = [];
  for (const scenario of scenarios) {
    for (const name of scenario.profiles.filter((profile) => wanted.includes(profile))) {
      const profile = profiles[name];
      if (!profile) throw new Error(`${scenario.name}: expected a profile that is known, found ${name}`);
      console.error(`measuring ${scenario.name} on ${name} …`);
      const result = await measure({ dir: site, scenario, profile, runs, browser }).catch(toFailure);
      results.push({ scenario: scenario.name, profile: name, ...result });
      rows.push(...toRows(scenario.name, name, result.measures, scenario.budgets[name] ?? {}));
    }
  }

  for (const { scenario, profile, errors } of results) {
    for (const error of errors) console.error(`${scenario} on ${profile}: ${error}`);
  }
  console.log(toTable(rows));
  const computer = `${cpus().length} × ${cpus()[0]?.model}`;
  write({ date: new Date().toISOString(), computer, load, runs, rows, results });
  if (rows.some((row) => isWithin(row) === false)) process.exitCode = 1;
}

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

/**
 * A page that could not be measured has no figures, which keep no budget.
 * @param {unknown} error
 * @returns {Awaited<ReturnType<typeof measure>>}
 */
function toFailure(error) {
  return { measures: {}, runs: [], errors: [error instanceof Error ? error.message : String(error)] };
}

/** @param {{ date: string, [fact: string]: unknown }} result */
function write(result) {
  const dir = join(root, 'bench/results');
  mkdirSync(dir, { recursive: true });
  const file = join(dir, `${result.date.slice(0, 19).replaceAll(':', '-')}.json`);
  writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`);
}
