import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tablesForCommand } from '../../read/project.ts';
import { beforeAfterOf } from './compute.ts';
import { beforeAfterFiles } from './files.ts';
import { listing } from './listing/listing.ts';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const tables = tablesForCommand(process.env.PROJECT ?? root);
const all = beforeAfterOf(tables);
for (const line of listing({ tables, all })) say(line);

const folder = process.argv[2];
if (folder) {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of beforeAfterFiles(all)) writeFileSync(join(folder, name), text);
  say(`written to ${folder}`);
}
