import { defineConfig, devices } from '@playwright/test';

// The tests of the built site: `npm run build` comes first. tools/test.mjs sets the port and the browser.
const port = Number(process.env.E2E_PORT ?? 4299);
const inCi = Boolean(process.env.CI);
const isRoot = process.getuid?.() === 0;

// Chromium loads a page of its own, the list under its address bar, in every window it opens, and half of a test's work
// goes into it. The last list of a command line is the one that counts, so Playwright's own names stand here again.
const without = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch'
];

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: inCi,
  retries: 0,
  workers: 2,
  timeout: 60_000,
  use: { baseURL: `http://localhost:${port}`, locale: 'en-GB' },
  projects: [
    {
      name: 'chromium',
      use: {
        ...devices['Desktop Chrome'],
        launchOptions: {
          executablePath: process.env.CHROMIUM_PATH || '/usr/bin/chromium',
          args: [
            ...(isRoot ? ['--no-sandbox'] : []),
            `--disable-features=${without.join(',')}`,
            '--disable-gpu',
            '--disable-quic',
            '--no-first-run',
            '--disable-background-networking',
            '--disable-component-update',
            '--disable-sync'
          ]
        }
      }
    }
  ],
  webServer: {
    command: `node tools/serve.mjs build --port ${port}`,
    url: `http://localhost:${port}/`,
    reuseExistingServer: !inCi
  }
});
