import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { CHANGE_KINDS, type ChangeKind } from '#lib/domain/data-change.ts';
import { appendTo } from './append.ts';
import { compareEditions } from './compare.ts';
import { editionInFolder, editionOfRevision, type Edition } from './edition.ts';

const USAGE = `npm run data:changes -- <folder or git revision> [--to <folder or git revision>] [--only <file.csv>]
  [--kind ${Object.keys(CHANGE_KINDS).join('|')}] [--scheduled] [--note "why, in one or two sentences"] [--date 2026-11-29]`;

const root = process.env.PROJECT ?? fileURLToPath(new URL('../../..', import.meta.url));
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const stop = (why: string): never => {
  process.stderr.write(`${why}\n`);
  process.exit(1);
};

const isKind = (text: string): text is ChangeKind => Object.hasOwn(CHANGE_KINDS, text);

const read = (given: string): { name: string; edition: Edition } => {
  if (existsSync(given)) return { name: basename(resolve(given)), edition: editionInFolder(given) };
  try {
    return editionOfRevision(root, given);
  } catch {
    return stop(`${given}: expected a folder or a git revision with data/, found neither`);
  }
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    to: { type: 'string' },
    only: { type: 'string', multiple: true },
    kind: { type: 'string' },
    scheduled: { type: 'boolean', default: false },
    note: { type: 'string', default: '' },
    date: { type: 'string', default: new Date().toISOString().slice(0, 10) }
  }
});
const [given] = positionals;
if (!given || positionals.length > 1) stop(USAGE);
const { kind } = values;
if (kind !== undefined && !isKind(kind))
  stop(`--kind ${kind}: expected one of ${Object.keys(CHANGE_KINDS).join(', ')}`);

const before = read(given!);
const after = values.to ? read(values.to).edition : editionInFolder(root);
const whole = compareEditions(before.edition, after);
const isWanted = (file: string): boolean => !values.only || values.only.includes(file);
const found = {
  files: whole.files.filter(({ file }) => isWanted(file)),
  revisions: whole.revisions.filter(({ dataSet }) => isWanted(`${dataSet}.csv`))
};

for (const each of found.files)
  say(
    `${each.file}: ${each.kind}: ${each.rowsAdded} rows added, ${each.rowsRemoved} removed, ${each.cellsFilled} cells filled, ${each.cellsRevised} revised`
  );
if (!found.files.length) say(`nothing differs from ${before.name}`);
else {
  const path = (name: string): string => join(root, 'data', name);
  const textOf = (name: string): string => (existsSync(path(name)) ? readFileSync(path(name), 'utf8') : '');
  const logs = appendTo({ changes: textOf('changes.csv'), revisions: textOf('revisions.csv') }, found, {
    date: values.date,
    comparedWith: before.name,
    scheduled: values.scheduled,
    note: values.note,
    ...(kind !== undefined && isKind(kind) ? { kind } : {})
  });
  writeFileSync(path('changes.csv'), logs.changes);
  writeFileSync(path('revisions.csv'), logs.revisions);
  say(`${found.files.length} rows in data/changes.csv, ${found.revisions.length} in data/revisions.csv`);
}
