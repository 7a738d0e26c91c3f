import { readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseAst } from 'vite';

/*
 * What a page of the build asks for, read from its files.
 */

export const BUILD = 'build';
export const SCRIPTS = join(BUILD, '_app/immutable');

export const filesIn = (folder: string, ending: string): string[] =>
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
export const closureOf = (files: string[]): Set<string> => {
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
export const startOf = (html: string, page: string): string[] => {
  const entries = [...html.matchAll(/import\("([^"]+\/entry\/[^"]+)"\)/g)].map(([, to]) => toFile(to!, page));
  const [, ids = ''] = /node_ids: \[([\d, ]*)\]/.exec(html) ?? [];
  return [...entries, ...(ids ? ids.split(',').map((id) => nodes.get(Number(id))!) : [])];
};

const toFile = (address: string, page: string): string => posix.join(dirname(page), address);

// A link marked data-own names a script that the page starts itself, without SvelteKit (app.html).
export const preloadsOf = (html: string, page: string): string[] =>
  [...html.matchAll(/<link\b[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => /\brel="?modulepreload\b/.test(tag) && !tag.includes('data-own'))
    .map((tag) => toFile(/\bhref="([^"]+)"/.exec(tag)?.[1] ?? '', page));

/** The scripts that a page starts itself, without SvelteKit, and all that they import. */
const ownScriptsOf = (html: string, page: string): Set<string> =>
  closureOf(
    [...html.matchAll(/<link\b[^>]*\bdata-own\b[^>]*>/g)].map(([tag]) =>
      toFile(/\bhref="([^"]+)"/.exec(tag)?.[1] ?? '', page)
    )
  );

/** Style sheets that the page waits for; those of which it carries the text itself are disabled. */
const sheetsOf = (html: string, page: string): string[] =>
  [...html.matchAll(/<link\b[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => /\brel="?stylesheet\b/.test(tag) && !/\bdisabled\b/.test(tag))
    .map((tag) => toFile(/\bhref="([^"]+)"/.exec(tag)?.[1] ?? '', page));

/** Icons at an address of their own; one that is in the page costs no request. */
const iconsOf = (html: string, page: string): string[] =>
  [...html.matchAll(/<link\b[^>]*\brel="?icon\b[^>]*>/g)]
    .map(([tag]) => /\bhref="([^"]+)"/.exec(tag)?.[1] ?? '')
    .filter((href) => !href.startsWith('data:'))
    .map((href) => toFile(href, page));

/** The files that a page is made of before anything is chosen: itself, its scripts, its sheets and its icon. */
export const filesOf = (page: string): string[] => {
  const html = readFileSync(page, 'utf8');
  const start = startOf(html, page);
  // SvelteKit fetches its page for errors, the second of its parts, at every start.
  const scripts = start.length ? closureOf([...start, nodes.get(1)!]) : [];
  return [...new Set([page, ...scripts, ...ownScriptsOf(html, page), ...sheetsOf(html, page), ...iconsOf(html, page)])];
};

const sizes = new Map<string, number>();
/** Bytes of a file as a host sends it. */
export const packed = (file: string): number => {
  if (!sizes.has(file)) sizes.set(file, gzipSync(readFileSync(file), { level: 9 }).length);
  return sizes.get(file)!;
};
