import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from '#lib/screening/problem.ts';
import { read, type Directory } from './read.ts';
import type { Tables } from './table.ts';

/** A folder of a project on disk, as `read` takes it. */
export const folderOf = (project: string, name: string): Directory => ({
  names: () => readdirSync(join(project, name)),
  bytes: (file) => readFileSync(join(project, name, file))
});

/** The tables of a project on disk; throws with every problem of its files. */
export const readProject = (project: string): Tables => {
  const { tables, problems } = read(folderOf(project, 'data'), folderOf(project, 'seeds'));
  if (problems.length) throw new Error(problems.map(describe).join('\n'));
  return tables;
};
