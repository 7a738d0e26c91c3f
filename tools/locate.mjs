import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {{ status: 200, address: string }} Found the address of a file, decoded, from the site's root
 * @typedef {{ status: 301, to: string }} Moved
 * @typedef {{ status: 400 }} Malformed
 * @typedef {{ status: 404, address: string | null }} Missing the address of the page that says so, if there is one
 */

/**
 * Finds what a built site holds at a request's address: a file, the same address with its slash, or nothing. Never looks
 * outside the folder, nor at files whose name starts with a dot.
 * @param {string} dir
 * @param {string} base the path the site is served under, without a slash at the end
 * @param {string} url the request's address: path and query, still encoded
 * @returns {Found | Moved | Malformed | Missing}
 */
export function locate(dir, base, url) {
  const [raw = '', ...query] = url.split('?');
  const search = query.length > 0 ? `?${query.join('?')}` : '';
  const path = decode(raw);
  if (path === null) return { status: 400 };
  if (isUnsafe(path)) return missing(dir);
  if (path === base) return { status: 301, to: `${raw}/${search}` };
  if (!path.startsWith(`${base}/`)) return missing(dir);

  const address = path.slice(base.length);
  const file = address.endsWith('/') ? `${address}index.html` : address;
  if (isFile(join(dir, file))) return { status: 200, address };
  if (isFile(join(dir, file, 'index.html'))) return { status: 301, to: `${raw}/${search}` };
  return missing(dir);
}

/**
 * The path of the file at an address that was found.
 * @param {string} dir
 * @param {string} address
 */
export const toFile = (dir, address) => join(dir, address.endsWith('/') ? `${address}index.html` : address);

/** @param {string} raw */
function decode(raw) {
  try {
    const path = decodeURIComponent(raw);
    return path.includes('\0') ? null : path;
  } catch {
    return null;
  }
}

/**
 * Two slashes at the start would make a redirect lead to another host; a dot at the start of a name is a step upwards or hidden.
 * @param {string} path
 */
function isUnsafe(path) {
  return !path.startsWith('/') || /\/\/|\\|\/\.(?!well-known\/)/.test(path);
}

/**
 * @param {string} dir
 * @returns {Missing}
 */
function missing(dir) {
  return { status: 404, address: ['/404.html', '/404/'].find((page) => existsSync(toFile(dir, page))) ?? null };
}

/**
 * Tells whether a path leads to a file. A name that the file system refuses, as too long, is one that it does not have.
 * @param {string} path
 */
function isFile(path) {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
