import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const DATA = '__data.json';

/** @param {string} folder */
const foldersIn = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));

/**
 * Writes into every page of a measure which data the router may fetch for the views of this measure: path, size and SHA-256. The
 * page checks it before it uses any (src/lib/files/page-data.ts). It is done after prerendering, since the data is made there.
 * @param {string} site the folder of the built site
 */
export const listPageData = (site) => {
  for (const measure of foldersIn(join(site, 'trends'))) {
    const pages = ['', ...foldersIn(join(site, 'trends', measure))].map((view) => join('trends', measure, view));
    const list = pages.map((page) => {
      const path = `${page.split('\\').join('/').replace(/\/$/, '')}/${DATA}`;
      const bytes = readFileSync(join(site, path));
      return `${path} ${bytes.length} ${createHash('sha256').update(bytes).digest('hex')}`;
    });
    for (const page of pages) {
      const file = join(site, page, 'index.html');
      const html = readFileSync(file, 'utf8');
      if (html.split('</head>').length !== 2) throw new Error(`${file}: expected one </head>, found another number`);
      writeFileSync(
        file,
        html.replace('</head>', () => `<meta name="page-data" content="${list.join(', ')}" /></head>`)
      );
    }
  }
};

/**
 * An adapter that lists the data of pages once another adapter has written them.
 * @param {import('@sveltejs/kit').Adapter} adapter
 * @param {string} site
 * @returns {import('@sveltejs/kit').Adapter}
 */
export const withPageData = (adapter, site) => ({
  ...adapter,
  adapt: async (builder) => {
    await adapter.adapt(builder);
    if (!existsSync(join(site, 'trends'))) throw new Error(`${site}: expected the folder trends, found none`);
    listPageData(site);
  }
});
