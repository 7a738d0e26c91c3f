import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const cli = fileURLToPath(new URL('../src/lib/server/found/cli.ts', import.meta.url));

/**
 * An adapter that writes sitemap, catalogue, oEmbed and security.txt once another has written the pages, where SITE_URL says what the site's
 * address will be.
 * @param {import('@sveltejs/kit').Adapter} adapter
 * @param {string} site the folder of the built site
 * @returns {import('@sveltejs/kit').Adapter}
 */
export const withFound = (adapter, site) => ({
  ...adapter,
  adapt: async (builder) => {
    await adapter.adapt(builder);
    const { status } = spawnSync(process.execPath, ['--import', 'tsx', cli, site], { stdio: 'inherit' });
    if (status !== 0) throw new Error(`${cli}: expected the files by which others find the site, found a failure`);
  }
});
