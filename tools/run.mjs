import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder, as an absolute path. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** The folder for what may be deleted at any time, inside the repository. */
export const cache = join(root, '.cache');

/**
 * @typedef {object} RunOptions
 * @property {boolean} [quiet] keep what the command prints for the result and show none of it
 * @property {Record<string, string>} [env] variables added to this process's own
 * @property {number} [timeout] milliseconds after which the command is ended
 * @property {boolean} [shell] let the shell find the command (npm on Windows is a batch file)
 */

/** @typedef {{ code: number, output: string }} RunResult */

/**
 * Runs a command in the repository's folder without input and gives its exit code (127 when it could not be started,
 * 1 when a signal or the time limit ended it) and, when quiet, what it printed.
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<RunResult>}
 */
export function run(command, args, { quiet = false, env = {}, timeout, shell = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...home(), ...env },
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
      timeout,
      shell
    });
    /** @type {Buffer[]} */
    const chunks = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => chunks.push(chunk));
    const output = () => Buffer.concat(chunks).toString('utf8');
    child.once('error', (error) => resolve({ code: 127, output: `${output()}${error.message}\n` }));
    child.once('close', (code) => resolve({ code: code ?? 1, output: output() }));
  });
}

/**
 * Runs npm: the one that started this process when there is one, otherwise the one on the path.
 * @param {string[]} args
 * @param {RunOptions} [options]
 */
export function npm(args, options) {
  const own = process.env.npm_execpath;
  if (own?.endsWith('npm-cli.js')) return run(process.execPath, [own, ...args], options);
  return run('npm', args, { ...options, shell: process.platform === 'win32' });
}

/**
 * Prints why a tool stops, with a stack only when the fault is the tool's own, and makes the exit code 1.
 * @param {unknown} error
 */
export function stop(error) {
  const isExpected =
    error instanceof Error &&
    (error.constructor === Error || /** @type {NodeJS.ErrnoException} */ (error).code?.startsWith('ERR_PARSE_ARGS'));
  console.error(isExpected ? error.message : error);
  process.exitCode = 1;
}

/**
 * Tells whether a module is the script that node was asked to run.
 * @param {string} url the module's import.meta.url
 */
export function isMain(url) {
  const script = process.argv[1];
  return script !== undefined && existsSync(script) && realpathSync(script) === fileURLToPath(url);
}

/**
 * A home folder of our own where there is none that can be written to: npm and Chromium keep caches there.
 * @returns {Record<string, string>}
 */
function home() {
  try {
    if (process.platform === 'win32') return {};
    if (process.env.HOME) {
      accessSync(process.env.HOME, constants.W_OK);
      return {};
    }
  } catch {
    // Not there or not ours: fall through to a folder of our own.
  }
  const own = join(cache, 'home');
  mkdirSync(own, { recursive: true });
  return { HOME: own };
}
