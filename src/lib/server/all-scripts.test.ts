import { expect, it } from 'vitest';
import { withAllScripts } from './all-scripts.ts';

const link = (name: string): string => `<link href="../_app/${name}.js" rel="modulepreload">`;
const manifest = {
  'src/page.svelte': { file: '_app/page.js', imports: ['_chart.js'], dynamicImports: ['_later.js'] },
  '_chart.js': { file: '_app/chart.js', imports: ['_area.js', '_svelte.js'] },
  '_area.js': { file: '_app/area.js' },
  '_svelte.js': { file: '_app/svelte.js' },
  '_later.js': { file: '_app/later.js' }
};

it('names what a named script imports, and what that imports, after the last that is named', () => {
  const page = `<body><p>Text</p>${link('page')}${link('svelte')}</body>`;
  expect(withAllScripts(page, manifest)).toBe(
    `<body><p>Text</p>${link('page')}${link('svelte')}${link('chart')}${link('area')}</body>`
  );
});

it('leaves a page that names all of them, or none, as it is', () => {
  for (const page of ['<body><p>Text</p></body>', `<body>${link('area')}${link('svelte')}</body>`])
    expect(withAllScripts(page, manifest)).toBe(page);
});
