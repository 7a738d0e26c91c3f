import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, it } from 'vitest';
import { sampleOf } from '../ring.ts';
import { Project } from './project.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const projects: Project[] = [];

const spoiled = (spoil: (project: Project) => void): Project => {
  const project = new Project();
  projects.push(project);
  spoil(project);
  return project;
};

afterEach(() => {
  for (const project of projects.splice(0)) project.remove();
});

/** What a command says of a project. */
const run = (command: string, { directory }: Project) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`tools/${command}.mjs`], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, PROJECT: directory }
  });
  return { status, said: stdout + stderr };
};

it.each(sampleOf(['before-and-after', 'estimates'], 1))(
  '%s tells the file and what was found instead of a stack trace',
  (command) => {
    const wrong = run(
      command,
      spoiled((project) =>
        project.edit('data/children_looked_after.csv', (text) => text.replace(',81770,', ',"81,770",'))
      )
    );
    expect(wrong).toEqual({
      status: 1,
      said: 'children_looked_after.csv: row 2: looked_after_31_march: "81,770" has commas between thousands, expected 81770\n1 problem\n'
    });
    const missing = run(
      command,
      spoiled(({ directory }) => rmSync(join(directory, 'seeds'), { recursive: true }))
    );
    expect(missing.status).toBe(1);
    expect(missing.said).toMatch(/^\S+seeds: no such file or directory\n1 problem\n$/);
  }
);
