import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { startSafely } from './start-safely.ts';

const hash = (script: string) => `sha256-${createHash('sha256').update(script).digest('base64')}`;
const kit = `
  {
    const element = document.currentScript.parentElement;
    Promise.all([
      import("./start.js"),
      import("./app.js")
    ]).then(([kit, app]) => {
      kit.start(app, element, {
        node_ids: [0, 7],
        data: [null],
        form: null
      });
    });
  }
`;
const page = (script: string) =>
  `<head><meta content="script-src '${hash(script)}'"></head><body><div class="page">$&<script>${script}</script></div></body>`;

it('changes SvelteKit’s start, and the policy with it', () => {
  const html = startSafely(page(kit));
  const script = /<script>([\s\S]*?)<\/script>/.exec(html)![1]!;
  expect(html).toBe(page(script));
  expect(script).toContain('[0, 7, 1].map((id) => app.nodes[id]())');
  expect(() => new Function(script.replace(/import\(/g, 'load('))).not.toThrow();
});

it('leaves a page without it alone, and stops the build where SvelteKit writes another', () => {
  expect(startSafely('<body></body>')).toBe('<body></body>');
  expect(() => startSafely(page(kit.replace('node_ids', 'nodes')))).toThrow('expected SvelteKit’s inline start');
});
