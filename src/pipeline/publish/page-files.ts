import { createHash } from 'node:crypto';

/** A file that the site's own pages fetch, under a name that changes with its content. */
export interface NamedFile {
  /** What code asks for: `series/looked-after.json`. */
  name: string;
  /** From the site's root: `app/series/looked-after.0123456789abcdef.json`. */
  path: string;
  bytes: number;
  sha256: string;
  text: string;
}

// Read while the pages are made, and by no page.
const NOT_FETCHED = new Set(['areas-full.json']);

const named = (name: string, text: string): NamedFile => {
  const sha256 = createHash('sha256').update(text).digest('hex');
  const path = `app/${name.replace(/\.json$/, `.${sha256.slice(0, 16)}.json`)}`;
  return { name, path, bytes: Buffer.byteLength(text), sha256, text };
};

/** Parts the shaped files into those that pages fetch and those that keep their names. */
export const namePageFiles = (
  shapes: ReadonlyMap<string, string>
): { forPages: NamedFile[]; kept: [string, string][] } => ({
  forPages: [...shapes].flatMap(([name, text]) => (NOT_FETCHED.has(name) ? [] : [named(name, text)])),
  kept: [...shapes].filter(([name]) => NOT_FETCHED.has(name))
});
