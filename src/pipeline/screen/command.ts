import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import type { Result } from '#lib/screening/collector.ts';
import type { Authorities } from '#lib/screening/context.ts';
import { FileScreening, Unreadable, readMeta, verdictOf, type Screened } from '#lib/screening/screen-file.ts';

/** Bytes read at a time. */
const PART = 1 << 20;

/** Screens a file on disk, a part at a time. Throws Unreadable, or what the file system throws. */
export const screenOnDisk = (data: string, meta: string | undefined, authorities: Authorities): Screened => {
  const metadata = meta === undefined ? undefined : readMeta(basename(meta), readFileSync(meta));
  const screening = new FileScreening(basename(data), { meta: metadata, authorities });
  const file = openSync(data, 'r');
  try {
    const part = new Uint8Array(PART);
    for (let length = readSync(file, part); length > 0; length = readSync(file, part)) {
      screening.push(part.slice(0, length));
    }
  } finally {
    closeSync(file);
  }
  return screening.end();
};

const WORDS: Readonly<Record<Result['level'], string>> = { fail: 'FAIL', warn: 'WARN', pass: 'pass' };

/** What came of screening as lines of text: what fails first, then warnings, then how many rules passed. */
export const linesOf = (screened: Screened): string[] => {
  const of = (level: Result['level']): Result[] => screened.results.filter((each) => each.level === level);
  const passed = of('pass').length;
  const told = [...of('fail'), ...of('warn')].map(({ level, rule, message }) => `${WORDS[level]}  ${rule}: ${message}`);
  const count = `${screened.rows.toLocaleString('en-GB')} ${screened.rows === 1 ? 'row' : 'rows'}`;
  const sums = `${of('fail').length} failed, ${of('warn').length} with warnings, ${passed} passed`;
  return [...told, `${screened.file}: ${count}, rules: ${sums}: ${WORDS[verdictOf(screened)]}`];
};

interface Arguments {
  data: string;
  meta?: string;
  json: boolean;
}

const USAGE = 'npm run --silent screen -- data.csv [data.meta.csv] [--json]';

const argumentsOf = (args: readonly string[]): Arguments | undefined => {
  const options = args.filter((each) => each.startsWith('--'));
  const [data, meta, ...more] = args.filter((each) => !each.startsWith('--'));
  if (data === undefined || more.length || options.some((each) => each !== '--json')) return undefined;
  return { data, ...(meta === undefined ? {} : { meta }), json: options.length > 0 };
};

/** Where the command writes, and how it finds files. */
interface Effects {
  out: (line: string) => void;
  error: (line: string) => void;
  pathOf: (name: string) => string;
  authorities: () => Authorities;
}

/** The command `screen`: its exit code is 0 where the file passes, with or without warnings, 1 where it fails, 2 where it cannot be read. */
export const screenCommand = (args: readonly string[], { out, error, pathOf, authorities }: Effects): 0 | 1 | 2 => {
  const asked = argumentsOf(args);
  if (!asked) {
    error(USAGE);
    return 2;
  }
  try {
    const meta = asked.meta === undefined ? undefined : pathOf(asked.meta);
    const screened = screenOnDisk(pathOf(asked.data), meta, authorities());
    if (asked.json) out(JSON.stringify(screened));
    else linesOf(screened).forEach(out);
    return verdictOf(screened) === 'fail' ? 1 : 0;
  } catch (cause) {
    if (!(cause instanceof Unreadable) && !isFileError(cause)) throw cause;
    error(`${basename(asked.data)} cannot be read: ${cause.message}`);
    return 2;
  }
};

const isFileError = (cause: unknown): cause is Error => cause instanceof Error && 'syscall' in cause;
