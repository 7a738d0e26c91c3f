/** A file as the page that asks for it knows it: where it is, how large, and the SHA-256 of its bytes in hexadecimal. */
export interface FileRef {
  /** From the site's own address: `app/areas.0123456789abcdef.json`. */
  path: string;
  bytes: number;
  sha256: string;
}

/** The files that a page may fetch, by name, and the site's address with a slash at its end. */
export interface PageFiles {
  base: string;
  refs: Readonly<Record<string, FileRef>>;
}

/** The file of a name. Throws where the page does not list it: its `+page.server.ts` has to. */
export const refOf = ({ refs }: PageFiles, name: string): FileRef => {
  const ref = refs[name];
  if (!ref) throw new Error(`${name}: expected a file that this page lists, found ${Object.keys(refs).join(', ')}`);
  return ref;
};
