import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe } from '#lib/screening/problem.ts';
import { read } from '../read/read.ts';
import { inputsOf } from './compute.ts';
import { estimatesFiles } from './files.ts';
import { listEstimates } from './listing.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
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
const inputs = inputsOf(tables);
for (const line of listEstimates(inputs)) say(line);

const folder = process.argv[2];
if (folder) {
  const started = process.cpuUsage();
  const files = estimatesFiles(inputs);
  mkdirSync(join(folder, 'estimates'), { recursive: true });
  for (const [name, text] of files) writeFileSync(join(folder, name), text);
  const { user, system } = process.cpuUsage(started);
  const seconds = ((user + system) / 1e6).toFixed(1);
  const bytes = [...files.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  say(
    `all years of ${files.size} measures: ${(bytes / 1e6).toFixed(1)} MB in ${folder}, ${seconds} s of processor time`
  );
}
