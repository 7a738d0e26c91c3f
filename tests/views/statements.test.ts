import { describe, expect, it } from 'vitest';
import { shippedPackages } from '#lib/server/licences.ts';
import { readDataSets } from '#lib/server/index-of-data.ts';
import { disclosure, disclosureOf } from '../../src/routes/statements/disclosure.ts';
import { load } from '../../src/routes/statements/+page.server.ts';
import { load as loadAbout } from '../../src/routes/about/+page.server.ts';
import { real } from '../pipeline/real-tables.ts';

const set = {
  indicators: [{ name: 'plans', label: 'Plans', unit: 'number', dp: 0 }],
  filters: []
};
const columns = ['time_period', 'geographic_level', 'region_code', 'plans', 'plans_rate'];
const sheetOf = (...rows: [level: string, plans: string, rate: string][]) => ({
  columns,
  rows: rows.map(([geographic_level, plans, plans_rate]) => ({
    time_period: '2020',
    geographic_level,
    region_code: 'E12000001',
    plans,
    plans_rate
  }))
});

describe('the check of suppressed figures', () => {
  it('finds a rate that gives a suppressed count away', () => {
    const rows = sheetOf(['Local authority', 'c', 'c'], ['Local authority', 'c', '1.2'], ['Regional', 'x', 'x']);
    expect(disclosureOf(set, rows)).toEqual({ suppressed: 2, withRate: 2, rateShown: 1, alone: 0 });
  });

  it('counts what a region’s own figure narrows down: the only one suppressed, with no other unknown', () => {
    const others: [string, string, string][] = [
      ['Regional', '40', '1'],
      ['Local authority', '12', '1']
    ];
    const hidden: [string, string, string] = ['Local authority', 'c', 'c'];
    expect(disclosureOf(set, sheetOf(...others, hidden)).alone).toBe(1);
    expect(disclosureOf(set, sheetOf(...others, hidden, hidden)).alone).toBe(0);
    expect(disclosureOf(set, sheetOf(...others, hidden, ['Local authority', 'x', 'x'])).alone).toBe(0);
  });

  it('finds no rate of the real data that gives a suppressed count away', () => {
    const found = disclosure(readDataSets());
    expect(found.withRate).toBeGreaterThan(0);
    expect(found.rateShown).toBe(0);
  });
});

it('the numbers of the statements are those of the files', () => {
  const data = load();
  expect(data.revised).toBe(real.get('revisions.csv')!.rows.length);
  expect(data.breaks).toBe(real.get('breaks.csv')!.rows.length);
  expect(data.runs).toBe(real.get('lineage.csv')!.rows.filter(({ source }) => source !== 'derived').length);
  expect(data.quality.map(({ name }) => name)).toEqual(readDataSets().map(({ name }) => name));
  for (const { months, published } of data.delays)
    expect(months === undefined, published).toBe(/^\d{4}/.test(published));
});

it('the page About lists each package once, under its licence', () => {
  const listed = loadAbout().licences.flatMap(({ packages }) => packages);
  expect(listed).toEqual(expect.arrayContaining(shippedPackages().map(({ name, version }) => `${name} ${version}`)));
  expect(new Set(listed).size).toBe(listed.length);
});
