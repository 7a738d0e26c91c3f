import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { Builder, Capabilities } from 'selenium-webdriver';
import { claim } from '../serve.mjs';
import { findProgram, foldersIn } from './find.mjs';
import { withProbe } from './probe.mjs';

/**
 * WebKitGTK, the engine of Safari, in MiniBrowser under a virtual display.
 * @type {import('./run.mjs').Engine}
 */
export const webkit = {
  name: 'webkit',

  async find() {
    const programs = [
      findProgram(['xvfb-run']),
      findProgram(['WebKitWebDriver']),
      findProgram(['MiniBrowser'], libraries())
    ];
    return programs.every((each) => each !== undefined) ? programs : null;
  },

  async start([display = '', driver = '', program = ''], site) {
    const port = await claim({ port: 0, host: '127.0.0.1' });
    const probe = await withProbe(site);
    // In a group of its own, so that the display ends with the browser.
    const child = spawn(display, ['-a', driver, `--port=${port}`], {
      stdio: 'ignore',
      detached: true,
      env: environment()
    });
    const close = async () => {
      probe.close();
      if (child.exitCode !== null || child.pid === undefined) return;
      process.kill(-child.pid);
      await once(child, 'exit');
    };
    try {
      await answers(`http://127.0.0.1:${port}/status`);
      const page = await new Builder()
        .usingServer(`http://127.0.0.1:${port}`)
        .withCapabilities(
          new Capabilities({
            browserName: 'MiniBrowser',
            'webkitgtk:browserOptions': { binary: program, args: ['--automation'] }
          })
        )
        .build();
      return {
        open: (address) => page.get(probe.addressOf(address)),
        evaluate: (fn) => page.executeScript(`return (${fn})()`),
        errors: () => page.executeScript('return globalThis.walkErrors ?? ["the probe did not start"]'),
        screenshot: async (file) => writeFileSync(file, await page.takeScreenshot(), 'base64'),
        close: () =>
          page
            .quit()
            .catch(() => undefined)
            .finally(close)
      };
    } catch (error) {
      await close();
      throw error;
    }
  }
};

/** The folders that distributions keep MiniBrowser in: it is on no PATH. */
const libraries = () =>
  ['/usr/lib', '/usr/lib64', '/usr/libexec', ...foldersIn('/usr/lib', /-linux-gnu/)].flatMap((folder) =>
    foldersIn(folder, /^webkit(2gtk|gtk)-\d/)
  );

/** Its sandbox does not work for root. */
const environment = () =>
  process.getuid?.() === 0 ? { ...process.env, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' } : process.env;

/** @param {string} address */
async function answers(address) {
  for (let tries = 0; tries < 60; tries++) {
    if (
      await fetch(address).then(
        ({ ok }) => ok,
        () => false
      )
    )
      return;
    await wait(500);
  }
  throw new Error('WebKitWebDriver: expected an answer within 30 seconds, found none');
}
