import { accessSync, constants, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * The path of the first of these programs that is on the PATH, or in one of the further folders.
 * @param {string[]} names
 * @param {string[]} [further]
 */
export function findProgram(names, further = []) {
  const folders = [...(process.env.PATH ?? '').split(delimiter).filter(Boolean), ...further];
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram);
}

/**
 * The folders in a folder whose name matches, the last by name first.
 * @param {string} folder
 * @param {RegExp} pattern
 */
export function foldersIn(folder, pattern) {
  try {
    const names = readdirSync(folder).filter((name) => pattern.test(name));
    return names
      .sort()
      .reverse()
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
