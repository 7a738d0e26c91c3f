import { defineConfig, devices } from '@playwright/test';
import { SLOW, isSlowRing } from './tests/ring.ts';
import { chromiumFlags } from './tools/chromium-flags.mjs';

// The tests of the built site: `npm run build` comes first. tools/test.mjs sets the port and the browser.
const port = Number(process.env.E2E_PORT ?? 4299);
const inCi = Boolean(process.env.CI);

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: inCi,
  retries: 0,
  ...(isSlowRing ? {} : { grepInvert: new RegExp(SLOW) }),
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
          args: chromiumFlags
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
