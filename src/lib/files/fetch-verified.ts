import type { FileRef } from './page-files.ts';
import { sha256 } from './sha256.ts';

/** A file that did not arrive, or that is not the one that the page was made with. The message names it. */
export class FileError extends Error {
  constructor(
    message: string,
    /** True where something came that is not the file. */
    readonly isWrong = false
  ) {
    super(message);
    this.name = 'FileError';
  }
}

/** The name of a file without its folder and without the part that changes with its content. */
export const nameOf = (path: string): string => (path.split('/').at(-1) ?? path).replace(/\.[0-9a-f]{16}(?=\.)/, '');

/** SHA-256 in hexadecimal. The browser's own is there on https and localhost alone; elsewhere it is worked out here. */
export const digest = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> => {
  const { subtle } = globalThis.crypto ?? {};
  if (!subtle) return sha256(bytes);
  const words = new Uint8Array(await subtle.digest('SHA-256', bytes));
  return [...words].map((byte) => byte.toString(16).padStart(2, '0')).join('');
};

const describe = ({ bytes, sha256 }: Pick<FileRef, 'bytes' | 'sha256'>): string =>
  `${bytes.toLocaleString('en-GB')} bytes with the SHA-256 ${sha256.slice(0, 12)}…`;

/** Throws FileError where bytes are not those of the file. */
export const verify = async (ref: FileRef, bytes: Uint8Array<ArrayBuffer>): Promise<void> => {
  const found = { bytes: bytes.length, sha256: await digest(bytes) };
  if (found.sha256 === ref.sha256) return;
  throw new FileError(
    `${nameOf(ref.path)} is damaged, or of another release than this page: expected ${describe(ref)}, found ${describe(found)}; ` +
      `if trying again does not help, load the page again`,
    true
  );
};

export const brokenOff = ({ path }: FileRef): FileError =>
  new FileError(`${nameOf(path)} did not arrive whole: the connection broke off`);

/** The answer of the host. Throws FileError where there is none, or none that holds a file. */
export const ask = async (
  ref: FileRef,
  base: string,
  options: RequestInit,
  fetchFile: typeof fetch = fetch
): Promise<Response> => {
  let response: Response;
  try {
    response = await fetchFile(base + ref.path, options);
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw new FileError(
      `${nameOf(ref.path)} did not arrive: there is no connection, or something on the way blocks it`
    );
  }
  if (!response.ok) throw new FileError(`${nameOf(ref.path)} did not arrive: the host answered ${response.status}`);
  return response;
};

/** Fetches; where what came is not the file, once more past the cache, which may hold one of another release. */
export const pastCacheIfWrong = async <T>(attempt: (cache: RequestCache) => Promise<T>): Promise<T> => {
  try {
    return await attempt('default');
  } catch (error) {
    if (!(error instanceof FileError && error.isWrong)) throw error;
    return attempt('reload');
  }
};

/** Fetches a file and gives its bytes once they are those that the page was made with. `base` is the site's address. Throws FileError. */
export const fetchVerified = (
  ref: FileRef,
  base: string,
  options: { signal?: AbortSignal | undefined; fetch?: typeof fetch } = {}
): Promise<Uint8Array<ArrayBuffer>> =>
  pastCacheIfWrong(async (cache) => {
    const signal = options.signal ? { signal: options.signal } : {};
    const response = await ask(ref, base, { cache, ...signal }, options.fetch);
    let bytes: Uint8Array<ArrayBuffer>;
    try {
      bytes = new Uint8Array(await response.arrayBuffer());
    } catch (error) {
      if (options.signal?.aborted) throw error;
      throw brokenOff(ref);
    }
    await verify(ref, bytes);
    return bytes;
  });
