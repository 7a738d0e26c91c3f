import { chmodSync, mkdirSync, mkdtempSync, renameSync, rmSync, existsSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** What is written: the path inside the output directory, and the text or the bytes. */
export type Output = ReadonlyMap<string, string | Uint8Array>;

/**
 * Writes every file to a fresh directory beside the target and then puts it in the target's place.
 * When anything fails, the target stays as it was and the fresh directory is removed.
 */
export const write = (target: string, files: Output): void => {
  const parent = dirname(target);
  mkdirSync(parent, { recursive: true });
  const fresh = mkdtempSync(join(parent, `.${basename(target)}-`));
  const old = `${fresh}-old`;
  try {
    chmodSync(fresh, 0o755);
    for (const [path, content] of files) {
      const file = join(fresh, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
    if (existsSync(target)) renameSync(target, old);
    try {
      renameSync(fresh, target);
    } catch (error) {
      if (existsSync(old)) renameSync(old, target);
      throw error;
    }
    rmSync(old, { recursive: true, force: true });
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    throw error;
  }
};
