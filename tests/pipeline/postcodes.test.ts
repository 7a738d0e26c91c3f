import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { unpackDistricts } from '#lib/domain/index.ts';
import { shapePostcodes } from '../../src/pipeline/shape/postcodes.ts';
import { real } from './real-tables.ts';

it('publishes every postcode district with its authorities in their order, in less than 10 KB', () => {
  const packed = shapePostcodes(real);
  const districts = unpackDistricts(packed);
  const rows = real.get('postcode_districts.csv')!.rows;
  expect(rows.length).toBeGreaterThan(2300);
  expect(districts.size).toBe(rows.length);
  for (const { postcode_district: district, old_la_codes: codes } of rows)
    expect(districts.get(district!)?.join(' '), district).toBe(codes);
  expect(gzipSync(JSON.stringify(packed)).length).toBeLessThan(10_000);
});
