import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** @typedef {import('@playwright/test').Browser} Browser */
/** @typedef {import('@playwright/test').Page} Page */

/**
 * The process that renders a page: the one that uses the processor while the page does nothing but count.
 * @param {Browser} browser
 * @param {Page} page
 */
export async function rendererOf(browser, page) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const pids = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  // Until the other renderers have started.
  await page.waitForTimeout(800);
  const before = pids.map(ticks);
  await page.evaluate(() => {
    const start = performance.now();
    while (performance.now() - start < 500);
  });
  const used = pids.map((pid, i) => ({ pid, ticks: ticks(pid) - (before[i] ?? 0) }));
  const busiest = used.sort((a, b) => b.ticks - a.ticks)[0];
  if (!busiest || busiest.ticks === 0) throw new Error('renderer: expected one that was busy, found none');
  return busiest.pid;
}

/**
 * Gives the page's process one part in `factor` of its time, until `end` is called.
 * @param {Browser} browser
 * @param {Page} page
 * @param {number} factor
 */
export async function slow(browser, page, factor) {
  const pid = await rendererOf(browser, page);
  const child = fork(fileURLToPath(new URL('slow.mjs', import.meta.url)), [String(pid), String(factor)]);
  await new Promise((done) => child.once('message', done));
  return { pid, end: () => child.kill() };
}

/**
 * The memory a process holds, in megabytes; null when it has ended.
 * @param {number} pid
 */
export function memoryOf(pid) {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readProc(pid, 'status'))?.[1];
  return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1024);
}

/** @param {number} pid */
function ticks(pid) {
  const fields = readProc(pid, 'stat').split(') ')[1]?.split(' ') ?? [];
  return Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
}

/**
 * @param {number} pid
 * @param {string} name
 */
function readProc(pid, name) {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    // The process has ended.
    return '';
  }
}
