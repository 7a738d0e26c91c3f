import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe } from '#lib/screening/problem.ts';
import { read } from '../../read/read.ts';
import { beforeAfterOf } from './compute.ts';
import { beforeAfterFiles } from './files.ts';
import { listing } from './listing/listing.ts';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const directory = (name: string) => ({
  names: () => readdirSync(join(root, name)),
  bytes: (file: string) => readFileSync(join(root, name, file))
});

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const { tables, problems } = read(directory('data'), directory('seeds'));
if (problems.length) {
  for (const problem of problems) say(describe(problem));
  process.exit(1);
}
const all = beforeAfterOf(tables);
for (const line of listing({ tables, all })) say(line);

const folder = process.argv[2];
if (folder) {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of beforeAfterFiles(all)) writeFileSync(join(folder, name), text);
  say(`written to ${folder}`);
}
