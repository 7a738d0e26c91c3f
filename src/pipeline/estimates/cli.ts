import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tablesForCommand } from '../read/project.ts';
import { inputsOf } from './compute.ts';
import { estimatesFiles } from './files.ts';
import { listEstimates } from './listing.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const tables = tablesForCommand(process.env.PROJECT ?? root);
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
