import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { expect, test } from '@playwright/test';
import { BUILD, SCRIPTS, closureOf, filesIn, preloadsOf, startOf } from './built-page';

// A page names every script that it needs before it can start, so that no script has to come before the next is known of; and
// no other, which would take the line from them.

test('every page names beforehand the scripts that it needs to start, each once, and no other', () => {
  // The page for addresses that are not there names its scripts absolutely, as it is served at any depth.
  const pages = filesIn(BUILD, '.html').filter((file) => !/404(\.html|\/index\.html)$/.test(file));
  const wrong = pages.flatMap((page) => {
    const html = readFileSync(page, 'utf8');
    const named = preloadsOf(html, page);
    const needed = closureOf(startOf(html, page));
    const list = (files: Iterable<string>): string => [...files].map((file) => relative(SCRIPTS, file)).join(', ');
    const extra = named.filter((file) => !needed.has(file));
    const missing = [...needed].filter((file) => !named.includes(file));
    return [
      ...(extra.length ? [`${page}: names ${list(extra)}, which it does not import`] : []),
      ...(missing.length ? [`${page}: does not name ${list(missing)}`] : []),
      ...(new Set(named).size < named.length ? [`${page}: names a script twice`] : [])
    ];
  });
  expect(pages.length).toBeGreaterThan(100);
  expect(wrong).toEqual([]);
});
