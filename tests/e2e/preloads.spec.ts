import { readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join, posix, relative } from 'node:path';
import { expect, test } from '@playwright/test';
import { parseAst } from 'vite';

// A page names every script that it needs before it can start, so that no script has to come before the next is known of; and
// no other, which would take the line from them.
const BUILD = 'build';
const SCRIPTS = join(BUILD, '_app/immutable');

const filesIn = (folder: string, ending: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name));

/** What a script imports before it runs, as paths of the build. */
const importsOf = (file: string): string[] => {
  const { body } = parseAst(readFileSync(file, 'utf8')) as unknown as {
    body: { type: string; source?: { value: string } | null }[];
  };
  return body.flatMap(({ type, source }) =>
    source && /^(Import|Export)/.test(type) ? [posix.join(dirname(file), source.value)] : []
  );
};

const imports = new Map<string, string[]>();
/** Scripts and all that they import, and what that imports. */
const closureOf = (files: string[]): Set<string> => {
  const found = new Set<string>();
  const waiting = [...files];
  for (let file = waiting.pop(); file; file = waiting.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    if (!imports.has(file)) imports.set(file, importsOf(file));
    waiting.push(...imports.get(file)!);
  }
  return found;
};

const nodes = new Map(
  filesIn(join(SCRIPTS, 'nodes'), '.js').map((file) => [Number(/^\d+/.exec(basename(file))?.[0]), file])
);

/** The scripts that start a page, named in its inline script: SvelteKit's own, and the parts of the page by number. */
const startOf = (html: string, page: string): string[] => {
  const entries = [...html.matchAll(/import\("([^"]+\/entry\/[^"]+)"\)/g)].map(([, to]) => toFile(to!, page));
  const [, ids = ''] = /node_ids: \[([\d, ]*)\]/.exec(html) ?? [];
  return [...entries, ...(ids ? ids.split(',').map((id) => nodes.get(Number(id))!) : [])];
};

const toFile = (address: string, page: string): string => posix.join(dirname(page), address);

// A link marked data-own names a script that the page starts itself, without SvelteKit (app.html).
const preloadsOf = (html: string, page: string): string[] =>
  [...html.matchAll(/<link\b[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => /\brel="?modulepreload\b/.test(tag) && !tag.includes('data-own'))
    .map((tag) => toFile(/\bhref="([^"]+)"/.exec(tag)?.[1] ?? '', page));

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
