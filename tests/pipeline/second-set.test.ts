import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isNumber, table, type Row } from '../views/raw.ts';

// Figures of the second set of data, read here by themselves and put against what was printed.

const england = (name: string, year: string): Row[] =>
  table(name).filter((row) => row.geographic_level === 'National' && row.time_period === year);

describe('the second set of data', () => {
  it('has England’s adopted and asylum-seeking children of 2024 from the newest edition', () => {
    const [row] = england('children_looked_after', '2024');
    expect([row!.adopted, row!.asylum_seeking_31_march]).toEqual(['3020', '7440']);
  });

  it('has placements that add up to all children looked after, within rounding', () => {
    const rows = england('looked_after_by_placement', '2025');
    const total = Number(rows.find((row) => row.placement_type === 'Total')!.looked_after_31_march);
    const parts = rows.filter((row) => row.placement_type !== 'Total' && isNumber(row.looked_after_31_march!));
    const sum = parts.reduce((all, row) => all + Number(row.looked_after_31_march), 0);
    expect(total).toBe(81_770);
    expect(Math.abs(sum - total)).toBeLessThanOrEqual(5 * (parts.length + 1));
  });

  it('has spending per child in cash', () => {
    expect(england('spending', '2025')[0]!.social_care_gross_per_child).toBe('1229');
  });

  it('has Kent’s asylum-seeking children of every year from 2011', () => {
    const kent = table('children_looked_after').filter(
      (row) => row.old_la_code === '886' && row.time_period! >= '2011'
    );
    expect(kent.length).toBeGreaterThan(10);
    expect(kent.filter((row) => !isNumber(row.asylum_seeking_31_march!))).toEqual([]);
  });

  it('has an outline of every authority of each layer of the map', () => {
    const layers = readFileSync('data/boundaries/layers.csv', 'utf8').trim().split('\n').slice(1);
    for (const size of ['15', '30']) {
      const { objects } = JSON.parse(readFileSync(`data/boundaries/authorities_bng_${size}.topo.json`, 'utf8')) as {
        objects: Record<string, { geometries: unknown[] }>;
      };
      for (const layer of layers) {
        const [name, , , areas] = layer.split(',');
        expect(objects[name!]!.geometries, name).toHaveLength(Number(areas));
      }
    }
    expect(existsSync('data/boundaries/LICENCE.txt')).toBe(true);
  });
});
