import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CATALOGUE } from '../../lib/domain/index.ts';
import { describe } from '../../lib/screening/problem.ts';
import { read } from '../read.ts';
import { estimatesOf, inputsOf } from './compute.ts';
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

if (process.argv[2] === '--time') {
  const started = process.cpuUsage();
  let years = 0;
  for (const measure of CATALOGUE)
    for (const variant of measure.variants) years += estimatesOf(measure, variant, inputs).length;
  const { user, system } = process.cpuUsage(started);
  say(`all years: ${years} of all measures, ${((user + system) / 1e6).toFixed(1)} s of processor time`);
}
