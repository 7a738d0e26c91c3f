import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseSheet } from '#lib/screening/parse.ts';
import { authoritiesOf } from '#lib/screening/context.ts';
import { Unreadable, type Screened } from '#lib/screening/screen-file.ts';
import { screenCommand, screenOnDisk } from '../../src/pipeline/screen/command.ts';
import { GOOD, META } from './good-file-text.ts';
import { brokenBy, screened } from './good-file.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const department = fileURLToPath(new URL('department', import.meta.url));
const real = authoritiesOf(
  parseSheet('local_authorities.csv', readFileSync(join(root, 'data/local_authorities.csv'), 'utf8')).sheet.rows
);
const files = readdirSync(department).filter((name) => name.endsWith('.csv') && name !== 'eesyscreener-rules.csv');
const failuresOf = ({ results }: Screened): string[] =>
  results.filter(({ level }) => level === 'fail').map(({ rule }) => rule);

describe('real files of the Department', () => {
  it.each(files)('%s is read to its end', (name) => {
    const found = screenOnDisk(join(department, name), undefined, real);
    const lines = readFileSync(join(department, name), 'utf8').trim().split('\n').length;
    expect(found.rows).toBe(lines - 1);
    // Those in the standard break no rule; of the others it is said that they are not in it.
    const isStandard = /^\uFEFF?time_period/.test(readFileSync(join(department, name), 'utf8'));
    if (isStandard) expect(failuresOf(found)).toEqual([]);
    else expect(failuresOf(found)).toContain('precheck_col_req_data');
  });
});

/** Random numbers that are the same in each run. */
const randomOf = (seed: number) => (): number => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 2 ** 32;
};

describe('files that are broken in any way', () => {
  /** Screens what may be no CSV at all: it ends, with a report or with a reason why there is none. */
  const survive = (bytes: Uint8Array, part?: number): Screened | undefined => {
    try {
      return screened(bytes, META, part === undefined ? {} : { part });
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      expect(error.message).not.toBe('');
      return undefined;
    }
  };
  const good = new TextEncoder().encode(GOOD);

  it('random bytes', () => {
    const random = randomOf(1);
    for (let run = 0; run < 30; run++) survive(Uint8Array.from({ length: 3000 }, () => Math.floor(random() * 256)));
  });
  it('random characters of a CSV', () => {
    const random = randomOf(2);
    const alphabet = [...'",;\n\r\t|aé1.-=\0 '];
    for (let run = 0; run < 60; run++) {
      const text = Array.from({ length: 2000 }, () => alphabet[Math.floor(random() * alphabet.length)]).join('');
      survive(new TextEncoder().encode(text), 97);
    }
  });
  it('a good file cut anywhere, and with any byte of it changed', () => {
    const random = randomOf(3);
    for (let run = 0; run < 60; run++) {
      survive(good.slice(0, Math.floor(random() * good.length)));
      const changed = good.slice();
      changed[Math.floor(random() * changed.length)] = Math.floor(random() * 256);
      survive(changed);
    }
  });
  it('the same whatever the parts in which it comes', () => {
    const odd = new TextEncoder().encode(
      `\uFEFF${GOOD.replace('Haringey', '"Har\r\nin""gey"').replaceAll('\n', '\r\n')}é`
    );
    const whole = survive(odd);
    for (const part of [1, 2, 3, 7, 64]) expect(survive(odd, part)).toEqual(whole);
  });
  it('ten thousand columns', () => {
    const row = (cell: (column: number) => string) =>
      Array.from({ length: 10_000 }, (_, column) => cell(column)).join(',');
    const text = [row((column) => `c${column}`), ...Array.from({ length: 20 }, () => row(String))].join('\n');
    expect(screened(text).rows).toBe(20);
  });
  it('a cell of 1.5 million characters, and one that never ends', () => {
    const huge = GOOD.replace('Disability', `"${'a,\n'.repeat(500_000)}"`);
    expect(brokenBy(screened(huge, META))).toContain('check_api_char_limit');
    const endless = GOOD.replace('Disability', `"${'a,\n'.repeat(6_000_000)}`);
    expect(brokenBy(screened(endless, META))).toContain('own_quotes');
  });
  it('workbooks, archives and nothing', () => {
    expect(() => screened(Uint8Array.from([0x50, 0x4b, 3, 4, 0]))).toThrow('workbook');
    expect(() => screened('')).toThrow('nothing');
    expect(() => screened('\n\n')).toThrow('nothing');
  });
});

describe('npm run screen', () => {
  const folder = mkdtempSync(join(tmpdir(), 'screen-'));
  writeFileSync(join(folder, 'plans.csv'), GOOD);
  writeFileSync(join(folder, 'plans.meta.csv'), META);
  writeFileSync(join(folder, 'bad.csv'), GOOD.replace('29000', '"29,000"'));
  /** The command, in this process. */
  const run = (...args: string[]): { status: number; stdout: string; stderr: string } => {
    const [out, error]: [string[], string[]] = [[], []];
    const status = screenCommand(args, {
      out: (line) => out.push(line),
      error: (line) => error.push(line),
      pathOf: (name) => name,
      authorities: () => real
    });
    return { status, stdout: out.join('\n'), stderr: error.join('\n') };
  };

  it('passes a good file', () => {
    const { status, stdout } = run(join(folder, 'plans.csv'), join(folder, 'plans.meta.csv'), '--json');
    expect(status).toBe(0);
    const report = JSON.parse(stdout) as Screened;
    expect(Object.keys(report)).toEqual(['file', 'rows', 'results']);
    expect(report).toMatchObject({ file: 'plans.csv', rows: 8 });
    expect(new Set(report.results.map(({ level }) => level))).toEqual(new Set(['pass']));
  });
  it('fails a bad one, in the words of the page', () => {
    // As it is called, from the folder where the file is.
    const { status, stdout } = spawnSync(
      'npm',
      ['run', '--silent', '--prefix', root, 'screen', '--', 'bad.csv', '--json'],
      { cwd: folder, encoding: 'utf8' }
    );
    expect(status).toBe(1);
    const { results } = JSON.parse(stdout) as Screened;
    expect(results.filter(({ level }) => level === 'fail')).toEqual([
      {
        rule: 'own_thousands_commas',
        level: 'fail',
        message: 'bad.csv, row 2, children: "29,000" has commas between thousands, expected 29000.',
        rows: [2],
        values: ['29,000']
      }
    ]);
  });
  it('says what it cannot read', () => {
    const { status, stderr } = run(join(folder, 'not-there.csv'));
    expect(status).toBe(2);
    expect(stderr).toContain('not-there.csv cannot be read: ');
  });
});
