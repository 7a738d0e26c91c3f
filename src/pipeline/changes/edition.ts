import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseSheet } from '#lib/screening/parse.ts';
import type { Sheet } from '#lib/screening/sheet.ts';
import { LOGS } from '../read/logs.ts';

/** All CSV files of a `data/` as it once was or is now, by name. */
export type Edition = ReadonlyMap<string, Sheet>;

// What the comparison itself writes is no part of what it compares.
const isCompared = (file: string): boolean => file.endsWith('.csv') && !LOGS.has(file);

const editionOf = (names: readonly string[], textOf: (file: string) => string): Edition =>
  new Map(names.filter(isCompared).map((file) => [file, parseSheet(file, textOf(file)).sheet]));

/** The edition in a folder: a `data/`, or a project that has one. */
export const editionInFolder = (folder: string): Edition => {
  const data = existsSync(join(folder, 'data')) ? join(folder, 'data') : folder;
  return editionOf(readdirSync(data), (file) => readFileSync(join(data, file), 'utf8'));
};

const git = (project: string, ...args: string[]): string =>
  execFileSync('git', ['-C', project, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'ignore']
  });

/** The edition of a git revision, and its short hash. Throws where the project has no such revision. */
export const editionOfRevision = (project: string, revision: string): { name: string; edition: Edition } => {
  const name = git(project, 'rev-parse', '--short', '--verify', `${revision}^{commit}`).trim();
  const names = git(project, 'ls-tree', '--name-only', `${name}:data`).trim().split('\n');
  return { name, edition: editionOf(names, (file) => git(project, 'show', `${name}:data/${file}`)) };
};
