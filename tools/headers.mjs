import { isMain } from './run.mjs';

// What a response carries besides its content, by address: the one source for tools/serve.mjs and for static/_headers.
// Hosts that read _headers join the values when two matching rules name one header, so no two rules that can match one
// address may name the same header. `*` stands for any characters, slashes included, at most once in a path.

/** @typedef {{ path: string, headers: Record<string, string> }} Rule */

const year = 'public, max-age=31536000, immutable';
const hour = 'public, max-age=3600';
const again = 'no-cache';
const sameOrigin = 'SAMEORIGIN';

// Scripts of any other site may read it: everything published is open.
const open = { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' };

const types = new Map([
  ['atom', 'application/atom+xml; charset=utf-8'],
  ['css', 'text/css; charset=utf-8'],
  ['csv', 'text/csv; charset=utf-8'],
  ['html', 'text/html; charset=utf-8'],
  ['ico', 'image/x-icon'],
  ['js', 'text/javascript; charset=utf-8'],
  ['json', 'application/json'],
  ['jsonld', 'application/ld+json'],
  ['png', 'image/png'],
  ['svg', 'image/svg+xml'],
  ['txt', 'text/plain; charset=utf-8'],
  ['wasm', 'application/wasm'],
  ['webmanifest', 'application/manifest+json'],
  ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['xml', 'application/xml'],
  ['zip', 'application/zip']
]);

// Every page but those under /data/, which has a rule of its own, and /embed/, which other sites may frame. There is no way to take a header back for one folder.
const pages = [
  '/',
  '/404.html',
  '/404/*',
  '/about/*',
  '/accessibility/*',
  '/areas/*',
  '/before-and-after/*',
  '/changes/*',
  '/check/*',
  '/compare/*',
  '/explore/*',
  '/methods/*',
  '/statements/*',
  '/trends/*'
];

/** @type {Rule[]} */
export const rules = [
  {
    path: '/*',
    headers: {
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'same-origin',
      'Permissions-Policy': 'camera=(), geolocation=(), microphone=()'
    }
  },
  // A page carries its policy in a meta tag; a worker takes its own from the response that brought its script.
  {
    path: '/*.js',
    headers: {
      'Content-Security-Policy': "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'"
    }
  },
  // A chart to embed may stand in a frame of any site. Its policy for everything else is in its meta tag, which cannot say this.
  { path: '/embed/*', headers: { 'Content-Security-Policy': 'frame-ancestors *', ...open } },
  // Stable addresses: their content changes with a release, so a copy is used only after the host has been asked.
  { path: '/data/*', headers: { 'Cache-Control': again, 'X-Frame-Options': sameOrigin, ...open } },
  // These names change with the content.
  { path: '/_app/immutable/*', headers: { 'Cache-Control': year } },
  { path: '/app/*', headers: { 'Cache-Control': year } },
  { path: '/engine/*.bin', headers: { 'Cache-Control': year } },
  { path: '/*.atom', headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } },
  { path: '/*.csv', headers: { 'Content-Type': 'text/csv; charset=utf-8' } },
  { path: '/*-metadata.json', headers: { 'Content-Type': 'application/csvm+json' } },
  ...pages.map((path) => ({ path, headers: { 'X-Frame-Options': sameOrigin } }))
];

/**
 * Tells whether a rule's path matches an address.
 * @param {string} path
 * @param {string} address
 */
export function matches(path, address) {
  const [before = '', after] = path.split('*');
  if (after === undefined) return path === address;
  return address.length >= path.length - 1 && address.startsWith(before) && address.endsWith(after);
}

/**
 * The headers for an address of the site, from the rules; where none says so, the type follows from the name, a page is
 * asked for again each time (as the hosts do by themselves) and anything else is kept for an hour.
 * @param {string} address decoded, from the site's root
 * @returns {Record<string, string>}
 */
export function headersFor(address) {
  const isPage = address.endsWith('/') || address.endsWith('.html');
  const type = types.get(isPage ? 'html' : address.slice(address.lastIndexOf('.') + 1)) ?? 'application/octet-stream';
  const found = rules.filter(({ path }) => matches(path, address)).map(({ headers }) => headers);
  return Object.assign({ 'Content-Type': type, 'Cache-Control': isPage ? again : hour }, ...found);
}

/** The rules as a `_headers` file, which Netlify and Cloudflare Pages read. */
export function render() {
  const blocks = rules.map(({ path, headers }) =>
    [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n')
  );
  return ['# Written by `node tools/headers.mjs > static/_headers`: change the rules there.', ...blocks, ''].join('\n');
}

if (isMain(import.meta.url)) process.stdout.write(render());
