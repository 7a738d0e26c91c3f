import { chmodSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, existsSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** What is written: the path inside the output directory, and the text or the bytes. */
export type Output = ReadonlyMap<string, string | Uint8Array>;

/**
 * Writes every file to a fresh directory beside the target and then puts it in the target's place.
 * When anything fails, the target stays as it was and the fresh directory is removed. One that a killed run has left is removed too.
 */
export const write = (target: string, files: Output): void => {
  const parent = dirname(target);
  mkdirSync(parent, { recursive: true });
  removeAbandoned(target);
  const fresh = mkdtempSync(join(parent, `${unfinished(target)}${process.pid}-`));
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

/** What the name of a directory that is not yet, or no longer, a target begins with; the number of the process follows. */
const unfinished = (target: string): string => `.${basename(target)}-`;

const removeAbandoned = (target: string): void => {
  for (const name of readdirSync(dirname(target)).filter((each) => each.startsWith(unfinished(target)))) {
    const [, pid = ''] = /^(\d+)-/.exec(name.slice(unfinished(target).length)) ?? [];
    if (!isRunning(Number(pid))) rmSync(join(dirname(target), name), { recursive: true, force: true });
  }
};

const isRunning = (pid: number): boolean => {
  if (pid === 0) return false;
  try {
    // Signal 0 is not sent: it only asks whether it could be.
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};
