import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { crashedTests } from '../../tools/crashes.mjs';
import { SLOW } from '../ring.ts';

// Tests that fail in different ways, run by Playwright itself: only those in which the browser is gone run once more.
const SPEC = `
import { expect, test } from '@playwright/test';
import { existsSync, writeFileSync } from 'node:fs';

test.describe('a page', () => {
  test('crashes, the first time', async ({ page }) => {
    if (existsSync('crashed-before')) return;
    writeFileSync('crashed-before', '');
    await page.goto('chrome://crash').catch(() => undefined);
    await page.evaluate(() => 1);
  });
});
test('shows something else', async ({ page }) => {
  await page.setContent('<p>67.1</p>');
  expect(await page.textContent('p')).toBe('67.2');
});
test('takes too long', async ({ page }) => {
  test.setTimeout(2_000);
  await page.waitForSelector('p');
});
test('meets a browser that has ended', async ({ browser }) => {
  await browser.close();
  await browser.newPage();
});
test('passes', async ({ page }) => { await page.setContent('<p>67.1</p>'); });
`;

// Inside the project, so that the package is found.
const folder = resolve('.cache/crashes');

// Two runs of Playwright, each of which starts several browsers.
test.describe.configure({ timeout: 300_000 });

test.beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'specs'), { recursive: true });
  writeFileSync(join(folder, 'specs/ways-to-fail.spec.ts'), SPEC);
  const launch = { executablePath: process.env.CHROMIUM_PATH || '/usr/bin/chromium', args: ['--no-sandbox'] };
  const config = {
    testDir: 'specs',
    outputDir: 'results',
    workers: 1,
    projects: [{ name: 'chromium', use: { launchOptions: launch } }]
  };
  writeFileSync(join(folder, 'playwright.config.ts'), `export default ${JSON.stringify(config)};`);
});

/** Runs them and gives the report. */
const run = async (...args: string[]) => {
  const file = join(folder, 'report.json');
  const cli = resolve('node_modules/@playwright/test/cli.js');
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: file };
  await new Promise((done) =>
    execFile(process.execPath, [cli, 'test', '--reporter=json', ...args], { cwd: folder, env }, done)
  );
  return JSON.parse(readFileSync(file, 'utf8')) as Parameters<typeof crashedTests>[0] & {
    stats: { expected: number; unexpected: number };
  };
};

// Two runs of Playwright with several browsers take long: the slow ring alone.
test(
  'a test in which the browser crashed runs once more, one that found something wrong does not',
  { tag: SLOW },
  async () => {
    const report = await run();
    expect(report.stats).toMatchObject({ expected: 1, unexpected: 4 });
    const crashed = crashedTests(report);
    expect(crashed).toEqual([
      '[chromium] › ways-to-fail.spec.ts › meets a browser that has ended',
      '[chromium] › ways-to-fail.spec.ts › a page › crashes, the first time'
    ]);
    writeFileSync(join(folder, 'list.txt'), crashed.join('\n'));
    expect((await run('--test-list', 'list.txt')).stats).toMatchObject({ expected: 1, unexpected: 1 });
  }
);
