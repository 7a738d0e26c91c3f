import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { withFound } from './tools/found.mjs';
import { withPageData } from './tools/list-page-data.mjs';

// SvelteKit hashes the inline parts that it makes itself; ours are hashed here: those of the template, and the one that leads
// old addresses on, which src/hooks.server.ts puts into every page.
const ofTemplate = [...readFileSync('src/app.html', 'utf8').matchAll(/<script>([\s\S]*?)<\/script>/g)].map(
  ([, script = '']) => script
);
const inline = [...ofTemplate, readFileSync('src/old-addresses.js', 'utf8')].map(
  (script) => /** @type {`sha256-${string}`} */ (`sha256-${createHash('sha256').update(script).digest('base64')}`)
);

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: vitePreprocess(),
  kit: {
    adapter: withFound(withPageData(adapter({ pages: 'build', assets: 'build', strict: true }), 'build'), 'build'),
    // A page carries its own style, so that the first chart needs one response and no more.
    inlineStyleThreshold: 64_000,
    // Addresses in pages are relative: one build serves at the root of a host and under a sub-path.
    paths: { relative: true },
    csp: {
      mode: 'hash',
      directives: {
        'default-src': ['self'],
        'script-src': ['self', ...inline],
        'style-src': ['self'],
        'img-src': ['self', 'data:'],
        'font-src': ['self'],
        'connect-src': ['self'],
        'worker-src': ['self'],
        'object-src': ['none'],
        'base-uri': ['self'],
        'form-action': ['self']
      }
    },
    prerender: { entries: ['*', '/404'], handleHttpError: 'fail', handleMissingId: 'fail', handleUnseenRoutes: 'fail' },
    version: { name: 'per-10000' },
    typescript: {
      config: (config) => {
        config.include.push(
          '../tests/**/*.ts',
          '../tools/**/*.mjs',
          '../tools/**/*.d.ts',
          '../*.config.js',
          '../*.config.ts',
          '../bench/**/*.mjs'
        );
        return config;
      }
    }
  }
};
