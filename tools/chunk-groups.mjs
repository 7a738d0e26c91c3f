import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** @typedef {import('vite').Rolldown.ChunkingContext} ChunkingContext */

const SVELTE = /node_modules[\\/](svelte|@sveltejs|esm-env|clsx|devalue)[\\/]|vite[\\/]preload-helper/;
const PLOT =
  /node_modules[\\/](@observablehq|d3|d3-[a-z-]+|delaunator|isoformat|interval-tree-1d|internmap|binary-search-bounds|robust-predicates)[\\/]/;
const CATALOGUE = /[\\/]domain[\\/]catalogue[\\/]/;
const OURS = /[\\/]src[\\/](lib|routes)[\\/]/;
/** A page or layout, with the folder that it is in; none for the layout of all. */
const PAGE = /[\\/]src[\\/]routes[\\/](?:([\w-]+)[\\/](?:.*[\\/])?)?\+(?:page|layout)\.svelte$/;

/** How many entries (pages, late parts) need a module before it is merged with others, and how many folders of pages before it comes in the file of all. */
const SHARED_BY = 4;
const SHARED_BY_FOLDERS = 3;

/**
 * Whether a file is that of a page that ships no Svelte: what it is made of is in no file that a reader fetches.
 * @param {string} id
 */
const isStatic = (id) => {
  const options = join(dirname(id), '+page.ts');
  return id.endsWith('+page.svelte') && existsSync(options) && /\bcsr = false\b/.test(readFileSync(options, 'utf8'));
};

/**
 * Where a module leads by `next`: what `of` says of each module on the way.
 * @param {string} id
 * @param {(id: string) => readonly string[]} next
 * @param {(id: string) => string | undefined} of
 */
const along = (id, next, of) => {
  /** @type {Set<string>} */
  const found = new Set();
  const seen = new Set([id]);
  for (const each of seen) {
    const said = of(each);
    if (said !== undefined) found.add(said);
    for (const to of next(each)) seen.add(to);
  }
  return found;
};

/**
 * Files for what several pages share, instead of one for each set of modules: on a phone each request waits for a round trip. Without
 * them a trend page has about 70 requests, with them 14.
 *
 * A group takes along what its modules import. So what draws with Plot stays out of them, or Plot would come with every page; and what
 * the scripts at fixed addresses need is a file of its own, `base`, or Svelte would come with every page of text.
 * @param {(id: string) => boolean} isFixedScript whether a module is one of the scripts at fixed addresses
 */
export const chunkGroups = (isFixedScript) => {
  /**
   * @param {string} id
   * @param {ChunkingContext} context
   */
  const isDrawn = (id, context) =>
    along(
      id,
      (each) => context.getModuleInfo(each)?.importedIds ?? [],
      (each) => (PLOT.test(each) ? 'plot' : undefined)
    ).size > 0;

  /**
   * What needs a module: 'fixed' for a script at a fixed address, the folder of a page that runs Svelte, 'every' for the layout of
   * all, 'late' for a part fetched on demand.
   * @param {string} id
   * @param {ChunkingContext} context
   */
  const neededBy = (id, context) =>
    along(
      id,
      (each) => context.getModuleInfo(each)?.importers ?? [],
      (each) => {
        if (isFixedScript(each)) return 'fixed';
        const page = PAGE.exec(each);
        if (page) return isStatic(each) ? undefined : (page[1] ?? 'every');
        return OURS.test(each) && context.getModuleInfo(each)?.importers.length === 0 && !/[\\/]\+/.test(each)
          ? 'late'
          : undefined;
      }
    );

  /**
   * The folders of the pages that need a module from their start; none where it draws, or where a late part needs it beside
   * pages of several folders.
   * @param {string} id
   * @param {ChunkingContext} context
   */
  const foldersOf = (id, context) => {
    const needed = neededBy(id, context);
    if (isDrawn(id, context) || needed.has('fixed')) return [];
    const isLate = needed.delete('late');
    return isLate && needed.size > 1 ? [] : [...needed];
  };

  return [
    { name: 'svelte', test: SVELTE, priority: 30 },
    // Words of all measures: 10 KB that a page of one measure does without.
    { name: 'catalogue', test: CATALOGUE, priority: 25 },
    {
      /** @param {string} id @param {ChunkingContext} context */
      name: (id, context) => {
        if (isDrawn(id, context)) return null;
        const needed = neededBy(id, context);
        if (needed.has('fixed')) return 'base';
        // What few pages start with must not come with every other one: pages of figures need it with the first choice.
        const isLate = needed.delete('late') && !needed.has('every');
        // Most pages that run Svelte are those of a measure.
        const enough = needed.has('trends') ? SHARED_BY_FOLDERS - 1 : SHARED_BY_FOLDERS;
        return isLate && needed.size < enough ? null : 'shared';
      },
      test: OURS,
      minShareCount: SHARED_BY,
      priority: 20
    },
    { name: 'plot', test: PLOT, priority: 10 },
    // What fewer pages share: pages of several folders in one file, those of one folder in a file of that folder.
    {
      /** @param {string} id @param {ChunkingContext} context */
      name: (id, context) => (foldersOf(id, context).length > 1 ? 'several' : null),
      test: OURS,
      minShareCount: 2,
      priority: 6
    },
    {
      /** @param {string} id @param {ChunkingContext} context */
      name: (id, context) => foldersOf(id, context)[0],
      test: OURS,
      minShareCount: 2,
      priority: 5
    },
    // What only late parts need comes last: a group takes along what its modules import, and a page would fetch all of it for one
    // module that it needs itself.
    {
      /** @param {string} id @param {ChunkingContext} context */
      name: (id, context) => {
        const needed = neededBy(id, context);
        return needed.delete('late') && needed.size === 0 && !isDrawn(id, context) ? 'late' : null;
      },
      test: OURS,
      minShareCount: SHARED_BY,
      priority: 4
    }
  ];
};
