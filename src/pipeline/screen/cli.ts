import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { authoritiesOf } from '#lib/screening/context.ts';
import { parseSheet } from '#lib/screening/parse.ts';
import { screenCommand } from './command.ts';

// tsx src/pipeline/screen/cli.ts data.csv [data.meta.csv] [--json]
const root = fileURLToPath(new URL('../../..', import.meta.url));
const reference = 'local_authorities.csv';

process.exitCode = screenCommand(process.argv.slice(2), {
  out: (line) => void process.stdout.write(`${line}\n`),
  error: (line) => void process.stderr.write(`${line}\n`),
  pathOf: (name) => resolve(process.env.SCREEN_FROM ?? '.', name),
  authorities: () =>
    authoritiesOf(parseSheet(reference, readFileSync(join(root, 'data', reference), 'utf8')).sheet.rows)
});
