import { svelte, vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

const here = (/** @type {string} */ name) => fileURLToPath(new URL(name, import.meta.url));

/**
 * Builds the prototype page around a drawing.
 * @param {string} dir
 * @param {string} svg
 */
export async function buildPrototype(dir, svg) {
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  const common = {
    root: here('.'),
    configFile: /** @type {const} */ (false),
    logLevel: /** @type {const} */ ('error'),
    plugins: [svelte({ configFile: false, preprocess: vitePreprocess() })]
  };
  const server = `${dir}-server`;
  await build({ ...common, build: { ssr: here('Chart.svelte'), outDir: server, emptyOutDir: true } });
  await build({
    ...common,
    build: { outDir: dir, manifest: 'manifest.json', target: 'es2022', rolldownOptions: { input: here('client.ts') } }
  });
  const { default: Chart } = await import(pathToFileURL(join(server, 'Chart.js')).href);
  const { render } = await import('svelte/server');
  const { body } = render(Chart, { props: { svg } });
  const script = JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8'))['client.ts'].file;
  writeFileSync(
    join(dir, 'index.html'),
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>prototype</title><link rel="icon" href="data:,"></head><body><div id="app">${body}</div><script type="module" src="./${script}"></script></body></html>`
  );
  for (const name of readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((each) =>
    /\.(js|html)$/.test(each)
  )) {
    const file = join(dir, name);
    writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: 9 }));
  }
}
