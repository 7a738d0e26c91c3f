import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CATALOGUE } from '#lib/domain/catalogue/index.ts';
import { slice } from '#lib/series/slice.ts';
import { describe as group, expect, it } from 'vitest';
import { describe } from '#lib/screening/problem.ts';
import { check } from '../../src/pipeline/check/check.ts';
import { screen } from '../../src/pipeline/screen/screen.ts';
import { areas, fileOf } from '../site.ts';
import { isNumber, table as readTable, type Row } from '../views/raw.ts';
import { Project } from './project.ts';
import { changed } from './real-tables.ts';

const tables = new Map<string, Row[]>();
const table = (name: string): Row[] => {
  const found = tables.get(name) ?? readTable(name);
  tables.set(name, found);
  return found;
};

const listed = table('derived_figures');
const sums = listed.filter(({ how }) => how!.startsWith('Sum of'));

/** The counts of regions that lineage.csv calls sums of authorities, read here by themselves. */
const wanted = (): string[] =>
  table('lineage')
    .filter(
      ({ source, indicator, note, geographic_level: level }) =>
        source === 'derived' &&
        note!.startsWith('sum of its authorities') &&
        level === 'Regional' &&
        !/_rate$|_percent$/.test(indicator!)
    )
    .flatMap((run) =>
      table(run.data_set!)
        .filter((row) => row.geographic_level === 'Regional' && isNumber(row[run.indicator!]!))
        .filter(({ time_period: year }) => run.first_period! <= year! && year! <= run.last_period!)
        .map((row) => [run.data_set, run.indicator, row.region_code, row.time_period].join('/'))
    );

const LONDON = ['E13000001', 'E13000002'];
const membersOf = ({ region_code: region, time_period: year, data_set: set }: Row): Row[] =>
  table(set!).filter(
    (row) =>
      row.geographic_level === 'Local authority' &&
      row.time_period === year &&
      (row.region_code === region || (region === 'E12000007' && LONDON.includes(row.region_code!)))
  );

group('figures that were worked out', () => {
  it('are all that lineage.csv calls derived, and no rate', () => {
    expect(sums.map((row) => [row.data_set, row.indicator, row.region_code, row.time_period].join('/')).sort()).toEqual(
      wanted().sort()
    );
    expect(sums.length).toBeGreaterThan(0);
  });

  it('add up from the authorities, and say how many suppressed ones they leave out', () => {
    let short = 0;
    for (const row of sums) {
      const members = membersOf(row).map((each) => each[row.indicator!]!);
      const sum = members.filter(isNumber).reduce((total, each) => total + Number(each), 0);
      const own = table(row.data_set!).find(
        (each) =>
          each.geographic_level === 'Regional' &&
          each.region_code === row.region_code &&
          each.time_period === row.time_period
      )!;
      expect(Math.abs(Number(own[row.indicator!]) - sum), JSON.stringify(row)).toBeLessThanOrEqual(5);
      const suppressed = members.filter((each) => each === 'c').length;
      if (suppressed) short++;
      expect(row.how!.includes(`and up to 5 more for each of ${suppressed} `), row.how).toBe(suppressed > 0);
    }
    expect(short).toBeGreaterThan(0);
  });

  it('have the status derived in the series, and no other figure has', () => {
    const found: string[] = [];
    for (const measure of CATALOGUE)
      for (const { key, dataSet, indicator, lines } of measure.variants)
        for (const { key: area } of areas)
          for (const { line, points } of slice(fileOf(measure.slug), key, area))
            for (const { period, status } of points)
              if (status === 'derived')
                found.push(
                  [dataSet, lines?.find((each) => each.key === line)?.indicator ?? indicator, area, period].join('/')
                );
    const drawn = new Set(
      CATALOGUE.flatMap(({ variants }) =>
        variants.flatMap(({ dataSet, indicator, lines }) =>
          (lines?.map((line) => line.indicator) ?? [indicator]).map((column) => `${dataSet}/${column}`)
        )
      )
    );
    const ofMeasures = listed.filter((row) => drawn.has(`${row.data_set}/${row.indicator}`));
    expect(ofMeasures.length).toBeGreaterThan(sums.length);
    const should = ofMeasures.map((row) =>
      [row.data_set, row.indicator, row.old_la_code || row.region_code || 'E92000001', row.time_period].join('/')
    );
    expect([...new Set(found)].sort()).toEqual(should.sort());
  });

  it('leave open what a suppressed figure can add', () => {
    for (const row of sums.filter(({ how }) => how!.includes('suppressed'))) {
      const members = membersOf(row).map((each) => each[row.indicator!]!);
      const sum = members.filter(isNumber).reduce((total, each) => total + Number(each), 0);
      const most = sum + 5 * members.filter((each) => each === 'c').length;
      const measure = CATALOGUE.find(({ variants }) =>
        variants.some(
          ({ key, indicator, dataSet }) => key === 'number' && indicator === row.indicator && dataSet === row.data_set
        )
      )!;
      const file = fileOf(measure.slug);
      const point = slice(file, 'number', row.region_code!)[0]!.points.find(
        ({ period }) => period === row.time_period
      )!;
      expect(point.value! + point.above).toBeGreaterThanOrEqual(most);
      expect(file.notes).toContainEqual(
        expect.objectContaining({ area: row.region_code, first: row.time_period, note: `${row.how}.` })
      );
    }
  });

  it('stop the pipeline where one is not listed, or says another sum', () => {
    const { indicator, region_code: region, time_period: year } = sums[0]!;
    const row = new RegExp(`^.*,${indicator},Regional,${region},,${year},.*\n`, 'm');
    const told = check(changed('derived_figures.csv', row, '')).map(describe);
    expect(told).toEqual([expect.stringMatching(/^derived_figures\.csv: no row of .* run npm run derived-figures$/)]);
    expect(
      check(changed('derived_figures.csv', /Sum of the figures of (\d+)/, 'Sum of the figures of 1$1'))
    ).toHaveLength(1);
  });

  it('are written by npm run derived-figures as they stand in data/', () => {
    const project = new Project();
    project.edit('data/derived_figures.csv', (text) =>
      text.replace(/Sum of the figures of (\d+)/g, 'Sum of the figures of 1$1')
    );
    const { status, stderr } = spawnSync(process.execPath, ['tools/derived-figures.mjs', project.directory], {
      encoding: 'utf8'
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const written = readFileSync(join(project.directory, 'data/derived_figures.csv'), 'utf8');
    expect(written).toBe(readFileSync('data/derived_figures.csv', 'utf8'));
    project.remove();
  });

  it('are of a region that there is', () => {
    expect(screen(changed('derived_figures.csv', /Regional,E\d+/, 'Regional,E99999999')).map(describe)).toContainEqual(
      expect.stringMatching(/^derived_figures\.csv: row \d+: region_code: "E99999999" is not the code of a region$/)
    );
  });
});
