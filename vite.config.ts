import { sveltekit } from '@sveltejs/kit/vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { chunkGroups } from './tools/chunk-groups.mjs';
import { workerEntryGuard } from './tools/worker-entry-guard.mjs';

/**
 * SvelteKit's route announcer carries a style attribute, which the site's policy rightly blocks. Here it gets a class of
 * app.css instead; should SvelteKit's template change, the build says so.
 */
const announcerWithoutStyle = (): Plugin => ({
  name: 'announcer-without-style',
  enforce: 'pre',
  transform(code, id) {
    if (!id.endsWith('generated/root.svelte')) return null;
    const styled = /style="position: absolute;[^"]*"/;
    if (!styled.test(code)) throw new Error(`${id}: expected the announcer's style attribute, found none`);
    return code.replace(styled, 'class="visually-hidden"');
  }
});

/**
 * Scripts at addresses that do not change, by the room of their source, each with what it loads when that is used: that of the search box, which app.html
 * names for every page, that of a brief, which ships no SvelteKit, that of the page that is served where there is none, and what filters and sorts the rows of lists.
 */
const scripts: Record<string, string> = {
  'site-search': 'search',
  'site-search-field': 'search',
  'brief-page': 'areas/brief',
  'qr-code': 'areas/brief',
  nearest: 'search',
  found: 'search',
  'filter-rows': 'search',
  'sort-rows': 'search',
  'found-answer': 'search'
};

const sourceOf = (name: string): string => `src/lib/${scripts[name]}/${name}.ts`;

const standingScripts = (): Plugin => ({
  name: 'standing-scripts',
  buildStart() {
    if (this.environment.name !== 'client' || this.environment.mode !== 'build') return;
    for (const name of Object.keys(scripts))
      this.emitFile({ type: 'chunk', id: sourceOf(name), fileName: `${name}.js` });
  },
  configureServer({ middlewares }) {
    middlewares.use((request, _, next) => {
      const name = Object.keys(scripts).find((each) => request.url === `/${each}.js`);
      if (name) request.url = `/${sourceOf(name)}`;
      next();
    });
  }
});

export default defineConfig({
  plugins: [announcerWithoutStyle(), standingScripts(), sveltekit()],
  build: { target: 'es2022' },
  // Not in the build for prerendering: SvelteKit reads that one's chunks, and a group is not what it expects.
  environments: {
    client: {
      build: {
        rolldownOptions: {
          output: {
            codeSplitting: {
              groups: chunkGroups((id) => Object.keys(scripts).some((name) => id.endsWith(`/${sourceOf(name)}`)))
            }
          }
        }
      }
    }
  },
  worker: { format: 'es', plugins: () => [workerEntryGuard()] },
  test: {
    include: ['src/**/*.test.ts', 'tests/{pipeline,series,query,charts,views,statistics,tools}/**/*.test.ts'],
    environment: 'node',
    // A file that leaves the site takes its colours from the stylesheet, which a test must find filled.
    css: { include: /app\.css/ },
    // Both cores of a small machine: Vitest leaves one free otherwise.
    maxWorkers: '100%',
    // Files of a worker share what they import: 7 minutes of processor time instead of 9.5, most of it parsing and reading the same tables.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 120_000
  }
});
