import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { headersFor, matches, render, rules } from '../../tools/headers.mjs';

const addresses = [
  '/',
  '/404.html',
  '/trends/looked-after/',
  '/embed/looked-after/',
  '/data/looked-after/',
  '/data/looked-after.csv',
  '/data/looked-after.csv-metadata.json',
  '/app/series/looked-after.0123456789abcdef.json',
  '/_app/immutable/chunks/plot.abc.js',
  '/_app/immutable/assets/duckdb-eh.abc.wasm',
  '/engine/duckdb-eh-0123456789abcdef.bin',
  '/engine/engine.json',
  '/robots.txt'
];

describe('headers', () => {
  test('the file for static hosts says what the rules say', () => {
    expect(readFileSync('static/_headers', 'utf8')).toBe(render());
  });

  test.each(addresses)('no two rules name one header at %s, where hosts would join the values', (address) => {
    const names = rules.filter(({ path }) => matches(path, address)).flatMap(({ headers }) => Object.keys(headers));
    expect(names).toEqual([...new Set(names)]);
  });

  test('a page may be framed by other sites under /embed/ and nowhere else', () => {
    expect(headersFor('/embed/looked-after/')).not.toHaveProperty('X-Frame-Options');
    const pages = existsSync('src/routes') ? readdirSync('src/routes', { withFileTypes: true }) : [];
    const folders = pages
      .filter((entry) => entry.isDirectory())
      .filter(
        ({ name }) =>
          /^[a-z0-9-]+$/.test(name) &&
          name !== 'embed' &&
          readdirSync(`src/routes/${name}`, { recursive: true, encoding: 'utf8' }).some((file) =>
            file.includes('+page')
          )
      );
    for (const page of ['/', ...folders.map(({ name }) => `/${name}/`)]) {
      expect(headersFor(page), page).toHaveProperty('X-Frame-Options', 'SAMEORIGIN');
    }
  });

  test('each path stands once in the file: hosts differ in what they make of two blocks', () => {
    const paths = render().match(/^\/.*$/gm) ?? [];
    expect(paths).toEqual([...new Set(paths)]);
  });

  test('a page and data are asked for again, hashed files are kept for a year', () => {
    expect(headersFor('/data/looked-after/')).toHaveProperty('Cache-Control', 'no-cache');
    for (const hashed of [
      '/_app/immutable/chunks/plot.abc.js',
      '/app/areas.0123456789abcdef.json',
      '/engine/duckdb-eh.0.bin'
    ])
      expect(headersFor(hashed)['Cache-Control'], hashed).toMatch('max-age=31536000, immutable');
    for (const file of ['looked-after.csv', 'index.json', 'areas/309.xlsx', 'looked-after.csv-metadata.json'])
      expect(headersFor(`/data/${file}`), file).toHaveProperty('Cache-Control', 'no-cache');
  });

  test('other sites may read the data and the charts to embed, and no page', () => {
    const open = { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' };
    for (const address of [
      '/data/looked-after.csv',
      '/data/areas/309.xlsx',
      '/embed/looked-after/',
      '/embed/looked-after.svg'
    ])
      expect(headersFor(address), address).toMatchObject(open);
    for (const address of ['/', '/explore/', '/_app/immutable/chunks/plot.abc.js'])
      expect(headersFor(address), address).not.toHaveProperty('Access-Control-Allow-Origin');
  });

  test('the README’s example for nginx says the same of data and embeds', () => {
    const readme = readFileSync('README.md', 'utf8');
    const [example = ''] = /```nginx[\s\S]*?```/.exec(readme) ?? [];
    expect(example).toMatch(/~\^\/data\/ +"no-cache";/);
    for (const [name, value] of Object.entries({
      'Access-Control-Allow-Origin': '*',
      'Cross-Origin-Resource-Policy': 'cross-origin'
    })) {
      const [, variable = ''] = new RegExp(`add_header ${name} \\$(\\w+) always;`).exec(example) ?? [];
      const [, map = ''] = new RegExp(`map \\$uri \\$${variable} \\{([^}]*)\\}`).exec(example) ?? [];
      expect(map.trim().replace(/ +/, ' ')).toBe(`~^/(data|embed)/ "${value}";`);
    }
  });

  test('a script carries the policy that lets a worker run the engine', () => {
    expect(headersFor('/_app/immutable/workers/duckdb.abc.js')['Content-Security-Policy']).toMatch('wasm-unsafe-eval');
    expect(headersFor('/explore/')).not.toHaveProperty('Content-Security-Policy');
  });
});
