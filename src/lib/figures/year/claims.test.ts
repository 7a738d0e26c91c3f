import { expect, it } from 'vitest';
import { measureOf } from '#lib/domain/catalogue/index.ts';
import { defaults } from '#lib/address/trend.ts';
import { areas, fileOf } from '../../../../tests/site.ts';
import { claimsOfResult } from './claims.ts';
import { composeYear } from './picture.ts';
import { yearsHeld } from './years-held.ts';

it.each([
  ['high', 'highest', Math.max],
  ['low', 'lowest', Math.min]
] as const)('says that ranks in an order from the %s end are counted from the %s', (order, from, end) => {
  const [file, measure] = [fileOf('looked-after'), measureOf('looked-after')!];
  const choices = { ...defaults(measure), unit: 'rate' as const, order };
  const parts = { file, measure, choices, years: yearsHeld(file, measure), areas, estimates: undefined };
  const picture = composeYear({ ...parts, view: 'rank' })!;
  const first = end(...picture.ranked.map(({ point }) => point.value!));
  for (const result of picture.ranked) {
    const rank = claimsOfResult(picture, result).find((each) => each.kind === 'rank')!;
    expect([rank.from, rank.rank.place === 1]).toEqual([from, result.point.value === first]);
  }
});
