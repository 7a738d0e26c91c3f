import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { cache, isMain, root, run, stop } from './run.mjs';

const minutes = 60_000;
// A browser of our own stays inside the repository, and goes with it.
const own = { PLAYWRIGHT_BROWSERS_PATH: process.env.PLAYWRIGHT_BROWSERS_PATH || join(cache, 'browsers') };

/**
 * Finds a Chromium that runs and gives its path: the one the environment names, the system's, Playwright's; where there is
 * none and it may install, Playwright's download, then the distribution's package. Throws when all of that fails.
 * @param {{ install?: boolean }} [options]
 */
export async function findChromium({ install = false } = {}) {
  const there = (await firstThatRuns(named(), true)) ?? (await firstThatRuns(installed())) ?? (await playwrightsOwn());
  if (there) return there;
  if (install) {
    console.log('Fetching Chromium, which the browser tests need …');
    const fetched = (await download()) ?? (await aptGet());
    if (fetched) return fetched;
  }
  throw new Error(
    'chromium: expected a browser for the tests, found none that runs; install Chromium or Chrome with the package ' +
      'manager of this system, or run `npx playwright install --with-deps chromium`, or name one with ' +
      'CHROMIUM_PATH=/path/to/chromium npm test'
  );
}

/** The browsers that the environment names. */
function named() {
  return [process.env.CHROMIUM_PATH, process.env.CHROME_PATH].filter((path) => path !== undefined && path !== '');
}

/** The places where a browser of the system may be. */
function installed() {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const folders = new Set(['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)]);
  const applications = ['Chromium.app/Contents/MacOS/Chromium', 'Google Chrome.app/Contents/MacOS/Google Chrome'];
  return [
    ...[...folders].flatMap((folder) => names.map((name) => join(folder, name))),
    ...applications.flatMap((path) => [join('/Applications', path), join(process.env.HOME ?? '', 'Applications', path)])
  ];
}

/**
 * @param {(string | undefined)[]} paths
 * @param {boolean} [mustRun] say so when one does not
 */
async function firstThatRuns(paths, mustRun = false) {
  for (const path of paths) {
    if (path && (await runs(path))) return path;
    if (path && mustRun) console.error(`${path}: expected a Chromium that runs, found none; looking for another`);
  }
  return undefined;
}

/** @param {string} path */
async function runs(path) {
  if (!existsSync(path)) return false;
  // On Windows the browser opens a window instead of printing its version.
  if (process.platform === 'win32') return true;
  const { code, output } = await run(path, ['--version'], { quiet: true, timeout: minutes / 2 });
  return code === 0 && /Chrom(e|ium)/.test(output);
}

/** Playwright's own browser, where it keeps it for everybody and where we do. */
async function playwrightsOwn() {
  const script = "import { chromium } from '@playwright/test'; process.stdout.write(chromium.executablePath())";
  const ask = async (/** @type {Record<string, string>} */ env) => {
    const { code, output } = await run(process.execPath, ['--input-type=module', '-e', script], { quiet: true, env });
    return code === 0 ? output.trim() : undefined;
  };
  return firstThatRuns([await ask({}), await ask(own)]);
}

/** Downloads Playwright's browser; whatever it prints is of no use when the next step succeeds. */
async function download() {
  const cli = join(root, 'node_modules/@playwright/test/cli.js');
  const args = [cli, 'install', '--no-shell', 'chromium'];
  await run(process.execPath, args, { quiet: true, env: own, timeout: 5 * minutes });
  return playwrightsOwn();
}

/** Installs the distribution's package, where this process may. */
async function aptGet() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined;
  const options = { quiet: true, env: { DEBIAN_FRONTEND: 'noninteractive' }, timeout: 10 * minutes };
  await run('apt-get', ['update'], options);
  const packages = ['chromium', 'fonts-dejavu-core'];
  const { code, output } = await run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], options);
  if (code !== 0) console.error(output.trimEnd().split('\n').slice(-5).join('\n'));
  return firstThatRuns(installed());
}

if (isMain(import.meta.url))
  await findChromium({ install: process.argv.includes('--install') }).then(console.log, stop);
