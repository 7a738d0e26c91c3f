import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Project } from './project.ts';

let project: Project;
const inStatic = (name = ''): string => join(project.directory, 'static', name);
const leftBehind = (): string[] => readdirSync(inStatic()).filter((name) => name.startsWith('.'));

beforeEach(() => {
  project = new Project();
  mkdirSync(inStatic());
});
afterEach(() => project.remove());

test('what a killed run leaves behind is removed by the next one, and what another run is writing is not', async () => {
  const args = ['--import', 'tsx', 'src/pipeline/cli.ts', project.directory];
  const run = spawn(process.execPath, args, { stdio: 'ignore' });
  const ended = new Promise((done) => run.once('exit', done));
  while (leftBehind().length === 0 && run.exitCode === null) await wait(2);
  run.kill('SIGKILL');
  await ended;
  expect(leftBehind()).toHaveLength(1);
  expect(existsSync(inStatic('data'))).toBe(false);

  const other = `.data-${process.pid}-abcdef`;
  mkdirSync(inStatic(other));
  const { status, lines } = project.build();
  expect(status, lines.join('\n')).toBe(0);
  expect(leftBehind()).toEqual([other]);
  expect(existsSync(inStatic('data/manifest.json'))).toBe(true);
}, 300_000);

test('git ignores it', () => {
  const path = 'static/.data-123-abcdef/children_looked_after.csv';
  expect(execFileSync('git', ['check-ignore', '--no-index', path], { encoding: 'utf8' }).trim()).toBe(path);
});
