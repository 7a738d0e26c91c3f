import { expect, it } from 'vitest';
import { variantOf } from '#lib/domain/index.ts';
import { measureOf } from '#lib/domain/catalogue/index.ts';
import { defaults } from '#lib/address/trend.ts';
import { composeYear } from '#lib/figures/year/picture.ts';
import { toYearRows } from '#lib/figures/year/rows.ts';
import { describeYear } from '#lib/figures/year/sentences.ts';
import { yearsHeld } from '#lib/figures/year/years-held.ts';
import { areas, basesOf, estimatesOf, fileOf } from '../site.ts';
import { table } from './raw.ts';

const YEAR = '2025';
const CUMBERLAND = '942';
const CUMBRIA = '909';

const pictureOf = (slug: string, { view = 'spread', year = YEAR, keys = [] as string[], unit = 'rate' } = {}) => {
  const measure = measureOf(slug)!;
  const found = variantOf(measure, unit as 'rate')!;
  return composeYear({
    file: fileOf(slug),
    bases: basesOf(found),
    measure,
    view: view as 'spread',
    choices: { ...defaults(measure), unit: found.key, year, areas: keys },
    years: yearsHeld(fileOf(slug), measure),
    areas,
    estimates: estimatesOf(slug)
  })!;
};

const words = (picture: ReturnType<typeof pictureOf>): string => describeYear(picture).at(-1)!.text;
const rowsOf = (slug: string, choices = {}) => toYearRows(pictureOf(slug, choices), fileOf(slug), 'x');

const scores = new Map(
  table('deprivation')
    .filter(({ edition }) => edition === '2019')
    .map((row) => [row.old_la_code!, Number(row.idaci_average_score)])
);

/** The counts and children of the file, set against a line through them by formulas written out here. */
const byHand = (slug: string) => {
  const found = estimatesOf(slug)!.variants.rate!.years[YEAR]!.adjusted!;
  if ('why' in found) throw new Error(found.why);
  return rowsOf(slug)
    .filter(({ rate_usual_at_deprivation: usual }) => usual)
    .map((row) => {
      const key = row.area_key === CUMBERLAND ? CUMBRIA : row.area_key;
      const expected = Math.exp(found.level + found.slope * (scores.get(key) ?? NaN)) * 10_000;
      const reach = 3.0902 * Math.sqrt(found.tau ** 2 + 10_000 / (expected * Number(row.out_of)));
      return { row, expected, low: expected * Math.exp(-reach), high: expected * Math.exp(reach) };
    });
};

it.each(['looked-after', 'child-protection-plans', 'children-in-need'])(
  '%s: the words count the councils beyond the limits at their own deprivation, and the file has both',
  (slug) => {
    const found = byHand(slug).filter(({ expected }) => Number.isFinite(expected));
    expect(found.length).toBeGreaterThan(140);
    for (const { row, expected, low, high } of found) {
      expect(Number(row.rate_usual_at_deprivation)).toBeCloseTo(expected, 0);
      const value = Number(row.value);
      const side = value > high * 1.01 ? 'higher' : value < low * 0.99 ? 'lower' : 'within';
      if (value > high * 1.01 || value < low * 0.99 || (value < high * 0.99 && value > low * 1.01))
        expect(row.against_usual, row.area_name).toBe(side);
    }
    const rows = rowsOf(slug);
    const many = (side: string) => rows.filter((row) => row.against_usual === side).length;
    const text = words(pictureOf(slug));
    expect(text).toMatch(
      new RegExp(
        `councils with a score, ${many('higher')}( \\([^)]*\\))? ${many('higher') === 1 ? 'lies' : 'lie'} above the 99.8% limits round that rate and ${many('lower')} `
      )
    );
    expect(text).toContain('More deprived councils usually have higher rates.');
    expect(text).toContain('This describes councils and judges none');
    expect(text).not.toMatch(/\bfair/i);
  }
);

it('says of a chosen council what is usual at its deprivation, and whose score a younger one has', () => {
  const text = words(pictureOf('looked-after', { keys: [CUMBERLAND] }));
  const row = rowsOf('looked-after').find(({ area_key }) => area_key === CUMBERLAND)!;
  expect(text).toContain(
    `For Cumberland that rate is ${Number(row.rate_usual_at_deprivation).toFixed(1)} and the limits are ${Number(row.usual_limit_99_8_low).toFixed(1)} to ${Number(row.usual_limit_99_8_high).toFixed(1)}`
  );
  expect(text).toMatch(
    /Cumberland.* are younger than the index and have the score of the county that they were part of\./
  );
});

it.each([
  ['the ranked view', { view: 'rank' }],
  ['a year far from the index', { year: '2007' }],
  ['numbers', { unit: 'number' }]
])('is not there in %s', (_, choices) => {
  expect(words(pictureOf('looked-after', choices))).not.toContain('IDACI');
  expect(rowsOf('looked-after', choices).every((row) => row.rate_usual_at_deprivation === '')).toBe(true);
});
