import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt, site } from './build.mjs';
import { chromiumFlags } from './chromium-flags.mjs';
import { findChromium } from './chromium.mjs';
import { ensureInstalled } from './install.mjs';
import { pagesOf } from './pdf-pages.mjs';
import { isMain, root, stop } from './run.mjs';

// `npm run briefs` prints the brief of every authority in being to briefs/<authority>.pdf.

const folder = join(root, 'briefs');

/** The addresses of the authorities that have a brief, in order of the alphabet. */
export function slugsOfBriefs() {
  const areas = JSON.parse(readFileSync(join(root, 'static/data/areas-full.json'), 'utf8'));
  return areas
    .filter((/** @type {any} */ { level, ended }) => level === 'Local authority' && !ended)
    .map((/** @type {{ slug: string }} */ { slug }) => slug)
    .sort();
}

/**
 * Prints a brief as it goes on paper, once its address and code are there.
 * @param {import('@playwright/test').Page} page
 * @param {string} address
 */
export async function printBrief(page, address) {
  await page.goto(address);
  await page.locator('.code path[d]').waitFor({ state: 'attached' });
  return page.pdf({ preferCSSPageSize: true, tagged: true });
}

async function main() {
  await ensureInstalled();
  // After the installation, because both are of packages.
  const [{ chromium }, { serve }] = await Promise.all([import('@playwright/test'), import('./serve.mjs')]);
  await ensureBuilt();
  const executablePath = await findChromium();
  const server = await serve({ dir: site, port: 0 });
  const browser = await chromium.launch({ executablePath, args: chromiumFlags });
  /** @type {string[]} */
  const tooLong = [];
  const slugs = slugsOfBriefs();
  try {
    const page = await browser.newPage();
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    for (const slug of slugs) {
      const pdf = await printBrief(page, `${server.url}areas/${slug}/brief/`);
      writeFileSync(join(folder, `${slug}.pdf`), pdf);
      const pages = pagesOf(pdf);
      if (pages !== 1) tooLong.push(`briefs/${slug}.pdf: expected one page, found ${pages}`);
    }
  } finally {
    await browser.close();
    server.close();
  }
  console.log(`Wrote ${slugs.length} briefs to briefs/`);
  if (!process.env.SITE_URL)
    console.log(
      `Their addresses and codes lead to ${server.url}, on this computer alone; SITE_URL=https://example.org npm run briefs makes them lead to the site.`
    );
  if (tooLong.length) throw new Error(tooLong.join('\n'));
}

if (isMain(import.meta.url)) await main().catch(stop);
