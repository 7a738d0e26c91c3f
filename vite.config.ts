import { sveltekit } from '@sveltejs/kit/vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

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

export default defineConfig({
  plugins: [announcerWithoutStyle(), sveltekit()],
  build: { target: 'es2022' },
  worker: { format: 'es' },
  test: {
    include: ['src/**/*.test.ts', 'tests/{pipeline,series,query,charts,views,statistics}/**/*.test.ts'],
    environment: 'node',
    // A file that leaves the site takes its colours from the stylesheet, which a test must find filled.
    css: { include: /app\.css/ },
    testTimeout: 60_000,
    hookTimeout: 120_000
  }
});
