import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe as group, expect, it } from 'vitest';
import { parseSheet } from '#lib/screening/parse.ts';
import { describe } from '#lib/screening/problem.ts';
import type { Sheet } from '#lib/screening/sheet.ts';
import { appendTo } from '../../src/pipeline/changes/append.ts';
import { compareEditions } from '../../src/pipeline/changes/compare.ts';
import { read } from '../../src/pipeline/read/read.ts';
import { revisionsHold } from '../../src/pipeline/screen/links.ts';
import { screenReferences } from '../../src/pipeline/screen/screen.ts';
import { changed, real } from './real-tables.ts';

const edition = (files: Record<string, string>): Map<string, Sheet> =>
  new Map(Object.entries(files).map(([file, text]) => [file, parseSheet(file, text).sheet]));

const HEAD = 'time_period,time_identifier,geographic_level,region_code,old_la_code,kind,children';
const META = 'col_name,col_type\nkind,Filter\nchildren,Indicator\n';
const set = (...rows: string[]) => ({ 'a.csv': `${[HEAD, ...rows].join('\n')}\n`, 'a.meta.csv': META });
const HARINGEY = '2024,Reporting year,Local authority,E13000001,309';

group('two editions of a data set', () => {
  const before = edition(set(`${HARINGEY},Boys,12`, `${HARINGEY},Girls,x`, `${HARINGEY},Total,c`));

  it('cells that held nothing are filled, others revised, and order does not matter', () => {
    const after = edition(set(`${HARINGEY},Total,25`, `${HARINGEY},Girls,13`, `${HARINGEY},Boys,12`));
    const { files, revisions } = compareEditions(before, after);
    const file = 'a.csv';
    expect(files).toEqual([
      { file, kind: 'addition', rowsAdded: 0, rowsRemoved: 0, cellsFilled: 1, cellsRevised: 0 },
      { file, kind: 'revision', rowsAdded: 0, rowsRemoved: 0, cellsFilled: 0, cellsRevised: 1 }
    ]);
    expect(revisions).toEqual([
      expect.objectContaining({ indicator: 'children', area: '309', filters: 'kind=Total', before: 'c', after: '25' })
    ]);
  });

  it('a new year is rows added, a row that is gone is a revision', () => {
    const after = edition(set(`2025${HARINGEY.slice(4)},Boys,14`, `${HARINGEY},Boys,12`, `${HARINGEY},Girls,x`));
    expect(compareEditions(before, after).files).toEqual([
      expect.objectContaining({ kind: 'addition', rowsAdded: 1, cellsFilled: 0 }),
      expect.objectContaining({ kind: 'revision', rowsRemoved: 1, cellsRevised: 0 })
    ]);
  });

  it('the same edition has no change', () => {
    expect(compareEditions(before, before)).toEqual({ files: [], revisions: [] });
  });
});

it('a reference file is compared row by row', () => {
  const before = edition({ 'notes.csv': 'id,note\n1,one\n2,two\n' });
  const after = edition({ 'notes.csv': 'id,note\n2,two\n1,One\n3,three\n' });
  expect(compareEditions(before, after).files).toEqual([
    expect.objectContaining({ file: 'notes.csv', kind: 'correction', rowsAdded: 2, rowsRemoved: 1 })
  ]);
});

it('a log without rows is its header alone', () => {
  const found = compareEditions(edition({}), edition(set(`${HARINGEY},Boys,12`)));
  const { revisions } = appendTo({ changes: '', revisions: '' }, found, {
    date: '2020-01-02',
    comparedWith: '',
    scheduled: true,
    note: ''
  });
  expect(revisions).toMatch(/^date,kind,[^\n]*,after\n$/);
});

it('one comparison that is run twice is in the log once', () => {
  const found = compareEditions(edition(set(`${HARINGEY},Boys,12`)), edition(set(`${HARINGEY},Boys,13`)));
  const particulars = { date: '2020-01-02', comparedWith: 'abc', scheduled: false, note: 'Why.' };
  const once = appendTo({ changes: '', revisions: '' }, found, particulars);
  expect(once.changes.split('\n')).toHaveLength(3);
  expect(once.revisions).toContain('a,children,Local authority,309,2024,Reporting year,kind=Boys,12,13\n');
  expect(appendTo(once, found, particulars)).toEqual(once);
});

group('the logs of a project', () => {
  const project = mkdtempSync(join(tmpdir(), 'project-'));
  const [old, planted] = ['old', 'planted'].map((name) => join(project, name)) as [string, string];
  const SET = 'children_looked_after';
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ['tools/data-changes.mjs', ...args], {
      cwd: fileURLToPath(new URL('../..', import.meta.url)),
      encoding: 'utf8',
      env: { ...process.env, PROJECT: project }
    });
  beforeAll(() => {
    for (const folder of [join(project, 'data'), old, planted]) {
      mkdirSync(folder);
      for (const file of [`${SET}.csv`, `${SET}.meta.csv`]) writeFileSync(join(folder, file), real.get(file)!.text);
    }
    const text = real.get(`${SET}.csv`)!.text;
    writeFileSync(join(planted, `${SET}.csv`), text.replace(',81770,', ',81780,'));
  });
  afterAll(() => rmSync(project, { recursive: true, force: true }));

  it('a revision planted in a scratch edition is appended by the command, and the pipeline takes it', () => {
    const particulars = ['--note', 'Planted.', '--date', '2031-02-03', '--kind', 'correction'];
    const { status, stdout } = run(old, '--to', planted, ...particulars);
    expect(stdout).toContain(`${SET}.csv: revision: 0 rows added, 0 removed, 0 cells filled, 1 revised`);
    expect(status).toBe(0);
    const logOf = (file: string) => parseSheet(file, readFileSync(join(project, 'data', file), 'utf8')).sheet;
    expect(logOf('changes.csv').rows).toEqual([
      expect.objectContaining({ kind: 'correction', cells_revised: '1', note: 'Planted.' })
    ]);
    const revisions = logOf('revisions.csv');
    expect(revisions.rows).toEqual([
      expect.objectContaining({
        date: '2031-02-03',
        indicator: 'looked_after_31_march',
        area_code: 'E92000001',
        before: '81770',
        after: '81780'
      })
    ]);
    const set = { ...parseSheet(`${SET}.csv`, readFileSync(join(planted, `${SET}.csv`), 'utf8')).sheet, text: '' };
    const tables = new Map([...real, ['revisions.csv', { ...revisions, text: '' }], [`${SET}.csv`, set]]);
    expect(revisionsHold(tables)).toEqual([]);
  });

  it('says which editions it cannot find', () => {
    const { status, stderr } = run('no-such-edition');
    expect(status).toBe(1);
    expect(stderr).toContain('no-such-edition: expected a folder or a git revision with data/, found neither');
  });

  it('may be empty, as no other file may', () => {
    const folder = (...names: string[]) => ({
      names: () => names,
      bytes: (name: string) => new TextEncoder().encode(`${real.get(name)!.columns.join(',')}\n`)
    });
    const told = read(folder('changes.csv', 'revisions.csv', 'breaks.csv'), folder()).problems.map(describe);
    expect(told).toEqual(['breaks.csv: no row follows the header', 'seeds/: no CSV is in the directory']);
  });
});

it('a revision that is not what the data holds is a problem', () => {
  const row = '2031-01-01,revision,children_looked_after,adopted,National,E92000001,2020,Reporting year,,1,2\n';
  const told = revisionsHold(changed('revisions.csv', /$/, row)).map(describe);
  expect(told).toEqual([expect.stringMatching(/^revisions\.csv: row \d+: after: "2" is not what .* holds, "\d+"/)]);
});

it('a date that is expected says what it is known from, and every publication has a release', () => {
  const told = screenReferences(changed('releases.csv', /,Yearly\.[^\n]*/, ',')).map(describe);
  expect(told).toEqual([expect.stringMatching(/basis: blank beside a day that is expected/)]);
  const released = new Set(real.get('releases.csv')!.rows.map(({ source }) => source));
  const sources = real.get('sources.csv')!.rows.map(({ source }) => source);
  expect(sources.filter((source) => source !== 'derived' && !released.has(source))).toEqual([]);
});
