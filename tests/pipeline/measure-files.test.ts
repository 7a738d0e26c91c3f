import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ENGLAND } from '#lib/domain/index.ts';
import { CATALOGUE } from '#lib/domain/catalogue/index.ts';
import { MEASURE_COLUMNS } from '#lib/domain/columns.ts';
import { parseSheet } from '#lib/screening/parse.ts';
import { Project, ROOT } from './project.ts';
import { real } from './real-tables.ts';

// As they were published: tests/pipeline/runs.test.ts holds that a run on the same data gives the same bytes.
const project = new Project(ROOT);
const text = (path: string): string => project.output(path).toString('utf8');

type Row = Record<string, string>;

const rowsOf = (path: string): Row[] => {
  const { sheet, problems } = parseSheet(path, text(path));
  expect(problems).toEqual([]);
  return sheet.rows;
};

const own = (row: Row): string => MEASURE_COLUMNS.map((name) => row[name]).join('\u001f');

describe('all figures of a measure', () => {
  it('are one CSV for each measure, listed with its rows', () => {
    const { files } = project.json<{ files: { path: string; rows?: number }[] }>('manifest.json');
    for (const { slug } of CATALOGUE) {
      const path = `measures/${slug}.csv`;
      const lines = text(path).trimEnd().split('\n');
      expect(lines[0]).toBe(MEASURE_COLUMNS.join(','));
      expect(files.find((file) => file.path === path)?.rows, slug).toBeGreaterThan(0);
    }
  });

  it('are for an area the rows of the area’s own file', () => {
    const area = rowsOf('areas/309.csv');
    for (const slug of ['looked-after', 'child-protection-plans', 'referrals']) {
      const rows = rowsOf(`measures/${slug}.csv`).filter(({ area_key }) => area_key === '309');
      expect(rows.length).toBeGreaterThan(10);
      expect(rows.map(own)).toEqual(area.filter(({ measure }) => measure === slug).map(own));
    }
  });

  it('are for England the cells of its data set', () => {
    const rows = rowsOf('measures/looked-after.csv').filter(
      ({ area_key, unit }) => area_key === ENGLAND && unit?.includes('per 10,000')
    );
    const published = real
      .get('children_looked_after.csv')!
      .rows.filter((row) => row.geographic_level === 'National')
      .map((row) => [row.time_period, row.looked_after_31_march_rate]);
    const known = new Map(published as [string, string][]);
    expect(rows.length).toBeGreaterThan(20);
    for (const { time_period: period, value, symbol } of rows) expect(value || symbol, period).toBe(known.get(period!));
  });
});

it('the archive of everything opens with another library and holds each file as it is published', () => {
  const files = unzipSync(project.output('everything.zip'));
  const names = Object.keys(files);
  expect(names).toContain('README.txt');
  for (const set of real.keys()) expect(names).toContain(set.replace(/^seeds\//, 'documents_2009/'));
  for (const { slug } of CATALOGUE) expect(names).toContain(`measures/${slug}.csv`);
  for (const name of names.filter((each) => each !== 'README.txt'))
    expect(Buffer.from(files[name]!).equals(project.output(name)), name).toBe(true);
});
