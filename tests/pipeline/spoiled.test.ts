import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Project } from './project.ts';

const project = new Project();
let before: Map<string, Buffer>;
const outputs = () => new Map([...project.outputs('data'), ...project.outputs('app')]);

beforeAll(() => {
  expect(project.build().status).toBe(0);
  before = outputs();
});

afterAll(() => project.remove());

const expectUntouched = () => {
  const after = outputs();
  expect([...after.keys()]).toEqual([...before.keys()]);
  for (const [path, bytes] of before) expect(after.get(path)?.equals(bytes), path).toBe(true);
  expect(project.folders()).toEqual(['app', 'data']);
};

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
      'children_looked_after.csv: row 2: looked_after_31_march: "81,770" is not a number or one of c x z u low k',
      'breaks.csv: row 3: kind: "sauce" is not one of source, definition, population, name, quality',
      expect.stringMatching(/^lineage\.csv: row \d+: source: "cla-2052" is not a source of sources\.csv$/),
      'seeds/positions.csv: row 2: document: "lgiu-2009-03-13" is not a document of seeds/documents.csv',
      'statistical_neighbours.csv: 9 neighbours of 301 in model 2025 where ten are expected',
      '8 problems: nothing written'
    ]);
  });

  it('what was published before is untouched, byte for byte', expectUntouched);
});

it('a table that nothing here knows, and an unread file beside it', () => {
  const other = new Project();
  writeFileSync(join(other.directory, 'data', 'notes.txt'), 'not a table');
  writeFileSync(join(other.directory, 'data', 'surprise.csv'), 'a,b\n1,2\n');
  const { status, lines } = other.build();
  expect(status).toBe(1);
  expect(lines).toEqual([
    'surprise.csv: this is no reference file known here, nor a data set with a dictionary beside it',
    '1 problem: nothing written'
  ]);
  other.remove();
});
