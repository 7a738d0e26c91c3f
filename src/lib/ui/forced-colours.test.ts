import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';

test('a line that marks the current one of several by its colour alone has a rule for forced colours', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.svelte'));
  const marked = files.filter((name) => /border-block-end: [^;]*transparent/.test(readFileSync(`src/${name}`, 'utf8')));
  expect(marked.length).toBeGreaterThan(0);
  expect(marked.filter((name) => !readFileSync(`src/${name}`, 'utf8').includes('(forced-colors: active)'))).toEqual([]);
});
