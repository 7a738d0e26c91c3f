import { expect, it } from 'vitest';
import { measureOf } from '#lib/domain/catalogue/index.ts';
import { defaults } from '#lib/address/trend.ts';
import { composeYear } from '#lib/figures/year/picture.ts';
import { yearsHeld } from '#lib/figures/year/years-held.ts';
import { areas, fileOf, tiles } from '../../../../tests/site.ts';
import { toMapSpec } from './spec.ts';

it('puts every council where the layout of tiles has it, with its figure', () => {
  const [file, measure] = [fileOf('looked-after'), measureOf('looked-after')!];
  const choices = { ...defaults(measure), unit: 'rate' as const };
  const years = yearsHeld(file, measure);
  const picture = composeYear({ file, measure, view: 'map', choices, years, areas, estimates: undefined })!;
  const spec = toMapSpec(picture, { byEngland: false, byFifths: true }, tiles);
  expect(spec.tiles.length).toBe(picture.ranked.length + picture.unranked.length);
  for (const { key, column, row, short, value } of spec.tiles) {
    const i = tiles.key.indexOf(key);
    expect([key, column, row, short]).toEqual([key, tiles.column[i], tiles.row[i], tiles.short[i]]);
    const result = [...picture.ranked, ...picture.unranked].find(({ area }) => area.key === key)!;
    expect([key, value]).toEqual([key, result.point.value]);
  }
});
