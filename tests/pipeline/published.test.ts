import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { SeriesFile, VariantKey } from '#lib/domain/index.ts';
import { CATALOGUE } from '#lib/domain/catalogue/index.ts';
import { parseSheet } from '#lib/screening/parse.ts';
import { Project, ROOT } from './project.ts';

const ENGLAND = 'E92000001';
const HARINGEY = '309';
const TELFORD = '894';

interface Manifest {
  files: { path: string; bytes: number; rows?: number; sha256: string }[];
  pages: { name: string; path: string; bytes: number; sha256: string }[];
}

interface Metadata {
  url: string;
  'dc:title': string;
  'dc:license': { '@id': string };
  'dc:source': { 'dc:title': string }[];
  tableSchema: {
    columns: {
      name: string;
      titles: string[];
      datatype: string | { base: string; format?: string };
      null?: string[];
    }[];
    primaryKey: string[];
  };
}

/** What the site was built from: `npm run data` wrote it, and tests/pipeline/runs.test.ts holds that a run gives these bytes. */
const project = new Project(ROOT);
const files = project.outputs();

describe('the manifest', () => {
  it('names every file but itself, in order, with its size and its fingerprint', () => {
    const { files: entries } = project.json<Manifest>('manifest.json');
    const paths = [...files.keys()].filter((path) => path !== 'manifest.json');
    expect(entries.map(({ path }) => path)).toEqual(paths.sort((a, b) => (a < b ? -1 : 1)));
    for (const { path, bytes, sha256 } of entries) {
      const content = files.get(path)!;
      expect(content.byteLength, path).toBe(bytes);
      expect(createHash('sha256').update(content).digest('hex'), path).toBe(sha256);
    }
  });

  it('names every file that pages fetch, by what is in it', () => {
    const { pages } = project.json<Manifest>('manifest.json');
    const app = project.outputs('app');
    expect(pages.map(({ path }) => path.replace(/^app\//, '')).sort()).toEqual([...app.keys()]);
    for (const { name, path, bytes, sha256 } of pages) {
      const content = app.get(path.replace(/^app\//, ''))!;
      expect([content.byteLength, createHash('sha256').update(content).digest('hex')], path).toEqual([bytes, sha256]);
      expect(path).toBe(`app/${name.replace(/json$/, `${sha256.slice(0, 16)}.json`)}`);
    }
  });

  it('says how many rows a table has', () => {
    const { files: entries } = project.json<Manifest>('manifest.json');
    const rows = Object.fromEntries(entries.map((entry) => [entry.path, entry.rows]));
    expect(rows['children_looked_after.csv']).toBe(3275);
    expect(rows['population_aged_0_to_17.csv']).toBe(4055);
    expect(rows['index.json']).toBeUndefined();
  });

  it('knows no clock', () => {
    expect(files.get('manifest.json')!.toString()).not.toMatch(/20\d\d-\d\d-\d\d/);
  });
});

it('every table is published with the bytes it has', () => {
  for (const [from, to] of [
    ['data', ''],
    ['seeds', 'documents_2009/']
  ] as const) {
    for (const name of readdirSync(from).filter((each) => each.endsWith('.csv'))) {
      expect(files.get(to + name)?.equals(readFileSync(`${from}/${name}`)), `${from}/${name}`).toBe(true);
    }
  }
});

describe('the metadata of each data set', () => {
  const names = readdirSync('data').flatMap((name) =>
    name.endsWith('.meta.csv') ? [name.replace('.meta.csv', '')] : []
  );

  it.each(names)('%s: columns are those of the file, in order', (name) => {
    const metadata = project.json<Metadata>(`${name}.csv-metadata.json`);
    const { sheet } = parseSheet(name, files.get(`${name}.csv`)!.toString());
    expect(metadata.url).toBe(`${name}.csv`);
    expect(metadata.tableSchema.columns.map((column) => column.name)).toEqual(sheet.columns);
    for (const column of metadata.tableSchema.columns) expect(column.titles[0]).toBe(column.name);
    expect(metadata['dc:license']['@id']).toContain('open-government-licence/version/3');
    expect(metadata['dc:source'].length).toBeGreaterThan(0);
  });

  it.each(names)('%s: every cell has the type that its column says', (name) => {
    const metadata = project.json<Metadata>(`${name}.csv-metadata.json`);
    const { sheet } = parseSheet(name, files.get(`${name}.csv`)!.toString());
    for (const column of metadata.tableSchema.columns) {
      if (typeof column.datatype === 'string') continue;
      const { base, format } = column.datatype;
      const dp = format ? format.split('.')[1]!.length : 0;
      const shape = base === 'gYear' ? /^\d{4}$/ : new RegExp(dp ? `^-?\\d+(\\.\\d{1,${dp}})?$` : '^-?\\d+$');
      const wrong = sheet.rows
        .map((row) => row[column.name]!)
        .filter((cell) => !column.null?.includes(cell) && !shape.test(cell));
      expect(wrong, column.name).toEqual([]);
    }
  });

  it.each(names)('%s: the key is the key of one row', (name) => {
    const { primaryKey } = project.json<Metadata>(`${name}.csv-metadata.json`).tableSchema;
    const { sheet } = parseSheet(name, files.get(`${name}.csv`)!.toString());
    const keys = sheet.rows.map((row) => primaryKey.map((column) => row[column]).join('|'));
    expect(new Set(keys).size).toBe(sheet.rows.length);
  });

  it('says how exact a figure is and which codes stand for none', () => {
    const { columns } = project.json<Metadata>('children_looked_after.csv-metadata.json').tableSchema;
    const rate = columns.find((column) => column.name === 'looked_after_31_march_rate')!;
    expect(rate.datatype).toEqual({ base: 'decimal', format: '0.#' });
    expect(rate.null).toEqual(['c', 'x', 'z', 'u', 'low', 'k', '']);
  });
});

describe('the index', () => {
  interface Index {
    dataSets: {
      name: string;
      title: string;
      description: string;
      files: Record<string, string>;
      rows: number;
      first: string;
      last: string;
      levels: { level: string; rows: number; first: string; last: string }[];
      filters: { name: string; values: string[] }[];
      indicators: { name: string; unit: string; dp: number }[];
      sources: string[];
    }[];
    measures: { slug: string; series: string; variants: { key: string }[] }[];
  }

  it('leads to files that are there', () => {
    const { dataSets, measures } = project.json<Index>('index.json');
    for (const path of dataSets.flatMap((each) => Object.values(each.files))) expect(files.has(path), path).toBe(true);
    const app = project.outputs('app');
    for (const { series } of measures) expect(app.has(series.replace(/^\.\.\/app\//, '')), series).toBe(true);
    expect(measures.map(({ slug }) => slug)).toEqual(CATALOGUE.map(({ slug }) => slug));
  });

  it('says what a data set holds, level by level', () => {
    const { dataSets } = project.json<Index>('index.json');
    const looked = dataSets.find(({ name }) => name === 'children_looked_after');
    expect(looked).toMatchObject({ title: 'Children looked after', rows: 3275, first: '1994', last: '2025' });
    expect(looked?.levels).toEqual([
      { level: 'National', rows: 32, first: '1994', last: '2025' },
      { level: 'Regional', rows: 220, first: '2006', last: '2025' },
      { level: 'Local authority', rows: 3023, first: '2006', last: '2025' }
    ]);
    expect(looked?.indicators[1]).toMatchObject({
      name: 'looked_after_31_march_rate',
      unit: 'per 10,000 children',
      dp: 1
    });
    const months = dataSets.find(({ name }) => name === 'care_applications_by_month');
    expect(months).toMatchObject({ rows: 111, first: '2007-06', last: '2019-06' });
    const abuse = dataSets.find(({ name }) => name === 'child_protection_plans_by_category_of_abuse');
    expect(abuse?.filters[0]?.values).toContain('Neglect');
  });
});

describe('the series files', () => {
  const figure = (slug: string, key: VariantKey, area: string, period: string, printed = false) => {
    const file = project.pageJson<SeriesFile>(`series/${slug}.json`);
    const columns = file.variants[key]!;
    const series = columns.area.indexOf(file.areas.indexOf(area));
    const at = columns.periods.indexOf(period);
    const values = (printed ? columns.printed! : columns).value[series]!;
    return { value: values[at - columns.from[series]!], segment: columns.segments[columns.segment[series]!]![at] };
  };

  it.each([
    [ENGLAND, '2008', 59_360, 53.2],
    [ENGLAND, '2010', 64_460, 57.4],
    [ENGLAND, '2025', 81_770, 67.1],
    [HARINGEY, '2008', 425, 77.9],
    [HARINGEY, '2010', 591, 104.1],
    [HARINGEY, '2025', 325, 60.6]
  ])('children looked after in %s in %s', (area, period, number, rate) => {
    expect(figure('looked-after', 'number', area, period).value).toBe(number);
    expect(figure('looked-after', 'rate', area, period).value).toBe(rate);
  });

  it('the rate printed at the time stands beside the one charted', () => {
    expect(figure('looked-after', 'rate', TELFORD, '2008', true).value).toBe(61);
    expect(figure('looked-after', 'rate', TELFORD, '2010', true).value).toBe(71);
  });

  it('plans before and after the change of source are in different segments', () => {
    const before = figure('child-protection-plans', 'number', ENGLAND, '2009');
    const after = figure('child-protection-plans', 'number', ENGLAND, '2010');
    expect([before.value, after.value]).toEqual([34_100, 39_100]);
    expect(before.segment).not.toBe(after.segment);
    expect(after.segment).toBe(figure('child-protection-plans', 'number', ENGLAND, '2011').segment);
  });
});
