import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { requests } from '../../bench/budgets.mjs';
import type { Scenario } from '../../bench/measure.mjs';
import { BUILD, filesIn, filesOf, packed } from './built-page';

// How much each type of page asks for before anything is chosen. Times are measured by `npm run bench` alone.
const scenarios = JSON.parse(readFileSync('bench/scenarios.json', 'utf8')) as Scenario[];
const fileOf = (path: string): string => join(BUILD, path.replace(/\?.*/, ''), 'index.html');
const bytesOf = (files: string[]): number => files.reduce((sum, file) => sum + packed(file), 0);

const hydrates = (file: string): boolean => readFileSync(file, 'utf8').includes('kit.start(');

test('a page without SvelteKit asks for at most 6 files, a page with live charts for at most 14', () => {
  const pages = filesIn(BUILD, '.html').filter((file) => !/404(\.html|\/index\.html)$/.test(file));
  const over = pages.flatMap((file) => {
    const most = hydrates(file) ? requests.live : requests.static;
    const files = filesOf(file);
    return files.length > most ? [`${file}: ${files.length} files\n  ${files.join('\n  ')}`] : [];
  });
  expect(pages.filter(hydrates).length).toBeGreaterThan(100);
  expect(pages.filter((file) => !hydrates(file)).length).toBeGreaterThan(100);
  expect(over).toEqual([]);
});

test('pages of text come without Svelte', () => {
  const wrong = scenarios
    .filter(({ kind }) => kind === 'static')
    .flatMap(({ path }) =>
      filesOf(fileOf(path))
        .filter((file) => file.endsWith('.js') && /\b(svelte|hydrat)/i.test(readFileSync(file, 'utf8')))
        .map((file) => `${path}: ${file}`)
    );
  expect(wrong).toEqual([]);
});

// Types of page that do not keep their budget yet, with the bytes that they may not grow beyond. `npm run bench` calls them OVER.
const OVER: Record<string, number> = { map: 112_900, spread: 116_100 };

for (const { name, path, bytes } of scenarios)
  if (bytes !== undefined)
    test(`${name} has at most ${(OVER[name] ?? bytes) / 1000} KB before a choice`, () => {
      const files = filesOf(fileOf(path));
      const list = files.map((file) => `${file} ${packed(file)}`).join('\n');
      expect(bytesOf(files), list).toBeLessThanOrEqual(OVER[name] ?? bytes);
      if (OVER[name]) expect(bytesOf(files), `${name} keeps its budget: take it out of OVER`).toBeGreaterThan(bytes);
    });
