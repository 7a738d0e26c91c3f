import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from '#lib/screening/problem.ts';
import { screen } from '../screen/screen.ts';
import { read, type Directory } from './read.ts';
import type { Tables } from './table.ts';

/** A folder of a project on disk, as `read` takes it. */
export const folderOf = (project: string, name: string): Directory => ({
  names: () => readdirSync(join(project, name)),
  bytes: (file) => readFileSync(join(project, name, file))
});

/** Why a file system call failed, for a person: "data/sources.csv: no such file or directory". */
const failureOf = (error: unknown): string | undefined => {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return undefined;
  return error.message.replace(/^\w+: (.*?), \w+ '?(.*?)'?$/, '$2: $1');
};

/** The tables of a project on disk, or every problem of its files, each with the file and what was found. */
const readProject = (project: string): { tables: Tables } | { problems: string[] } => {
  try {
    const { tables, problems } = read(folderOf(project, 'data'), folderOf(project, 'seeds'));
    const all = problems.length ? problems : screen(tables);
    return all.length ? { problems: all.map(describe) } : { tables };
  } catch (error) {
    const failure = failureOf(error);
    if (failure === undefined) throw error;
    return { problems: [failure] };
  }
};

/** The tables of a project for a command; where they cannot be read it says why and ends. */
export const tablesForCommand = (project: string): Tables => {
  const found = readProject(project);
  if ('tables' in found) return found.tables;
  const { problems } = found;
  process.stderr.write(
    `${problems.join('\n')}\n${problems.length === 1 ? '1 problem' : `${problems.length} problems`}\n`
  );
  process.exit(1);
};
