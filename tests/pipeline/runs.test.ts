import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CATALOGUE } from '#lib/domain/catalogue/index.ts';
import { isSlowRing } from '../ring.ts';
import { Project, ROOT } from './project.ts';

// One copy of the project goes through what may happen to a run, since each run takes many seconds.
const project = new Project();
const inStatic = (name = ''): string => join(project.directory, 'static', name);
const leftBehind = (): string[] => readdirSync(inStatic()).filter((name) => name.startsWith('.'));
const outputs = (of = project) => new Map([...of.outputs('data'), ...of.outputs('app')]);
let built: ReturnType<Project['build']>;
let written: Map<string, Buffer>;

const expectSame = (found: Map<string, Buffer>, expected: Map<string, Buffer>) => {
  expect([...found.keys()]).toEqual([...expected.keys()]);
  for (const [path, bytes] of expected) expect(found.get(path)?.equals(bytes), path).toBe(true);
};

afterAll(() => project.remove());

describe('a run that is killed', () => {
  it('leaves nothing that could be taken for data; the next run removes what it left, and not what another is writing', async () => {
    mkdirSync(inStatic());
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
    built = project.build();
    expect(built.status, built.lines.join('\n')).toBe(0);
    expect(leftBehind()).toEqual([other]);
    rmSync(inStatic(other), { recursive: true });
    written = outputs();
  }, 300_000);

  it('is not committed by mistake', () => {
    const path = 'static/.data-123-abcdef/children_looked_after.csv';
    expect(execFileSync('git', ['check-ignore', '--no-index', path], { encoding: 'utf8' }).trim()).toBe(path);
  });
});

describe('a run on the real data', () => {
  it('passes every rule and check, and sums up in one line what was written', () => {
    expect(built.lines).toHaveLength(1);
    const sets = readdirSync(join(ROOT, 'data')).filter((name) => name.endsWith('.meta.csv')).length;
    expect(built.lines[0]).toMatch(/, \d+\.\d MB, \d+\.\d s$/);
    expect(built.lines[0]).toContain(`${CATALOGUE.length} measures, ${sets} data sets, ${written.size} files, `);
    expect(project.folders()).toEqual(['app', 'data']);
  });

  it('gives the bytes that the run for this site gave', () => expectSame(written, outputs(new Project(ROOT))));

  if (isSlowRing)
    it('gives them again where they stand already, and leaves nothing beside them', () => {
      expect(project.build().status).toBe(0);
      expectSame(outputs(), written);
      expect(project.folders()).toEqual(['app', 'data']);
    });
});

describe('several files with faults', () => {
  let status: number | null;
  let lines: string[];

  beforeAll(() => {
    const spoiled = new Map<string, (text: string) => string>([
      ['data/children_looked_after.csv', (text) => text.replace(',81770,', ',"81,770",')],
      ['data/children_in_need.csv', (text) => text.replace('E09000007,Camden', 'E09000007,Camdem')],
      ['data/breaks.csv', (text) => text.replace('2009,2010,source', '2009,2010,sauce')],
      ['data/lineage.csv', (text) => text.replace(',cla-2025,', ',cla-2052,')],
      ['data/sources.csv', (text) => `\uFEFF${text}`],
      ['seeds/positions.csv', (text) => text.replace(',lgiu-2009-03-12\n', ',lgiu-2009-03-13\n')],
      ['data/statistical_neighbours.csv', (text) => text.replace('2025,301,1,308,Close', '2025,301,1,308')]
    ]);
    for (const [file, change] of spoiled) project.edit(file, change);
    // A table that nothing here knows, and a file that is none beside it.
    writeFileSync(join(project.directory, 'data', 'notes.txt'), 'not a table');
    writeFileSync(join(project.directory, 'data', 'surprise.csv'), 'a,b\n1,2\n');
    ({ status, lines } = project.build());
  });

  it('the exit code is not zero', () => {
    expect(status).toBe(1);
  });

  it('all of them are told in one go', () => {
    expect(lines).toEqual([
      'sources.csv: row 1: a byte order mark stands before the header: save as UTF-8 without it',
      'statistical_neighbours.csv: row 2: 4 fields where the header has 5, from "2025"',
      expect.stringMatching(
        /^children_in_need\.csv: row \d+: la_name: "Camdem" is not a name of 202, expected Camden$/
      ),
      'children_looked_after.csv: row 2: looked_after_31_march: "81,770" has commas between thousands, expected 81770',
      'surprise.csv: this is no reference file known here, nor a data set with a dictionary beside it',
      'breaks.csv: row 3: kind: "sauce" is not one of source, definition, population, name, quality',
      expect.stringMatching(/^lineage\.csv: row \d+: source: "cla-2052" is not a source of sources\.csv$/),
      'seeds/positions.csv: row 2: document: "lgiu-2009-03-13" is not a document of seeds/documents.csv',
      'statistical_neighbours.csv: 9 neighbours of 301 in model 2025 where ten are expected',
      '9 problems: nothing written'
    ]);
  });

  it('what was published before is untouched, byte for byte', () => {
    expectSame(outputs(), written);
    expect(project.folders()).toEqual(['app', 'data']);
  });
});
