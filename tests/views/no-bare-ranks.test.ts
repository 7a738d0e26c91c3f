import { describe, expect, it } from 'vitest';
import { unitsOf, type VariantKey } from '#lib/domain/index.ts';
import { CATALOGUE } from '#lib/domain/catalogue/index.ts';
import { defaults } from '#lib/address/trend.ts';
import { yearLegend } from '#lib/download/year-share.ts';
import { composeYear } from '#lib/figures/year/picture.ts';
import { RANGE_HEAD } from '#lib/figures/year/rank-detail.ts';
import { toYearRows } from '#lib/figures/year/rows.ts';
import { describeYear } from '#lib/figures/year/sentences.ts';
import { tabulateYear } from '#lib/figures/year/table.ts';
import { yearsHeld } from '#lib/figures/year/years-held.ts';
import { areas, basesOf, estimatesOf, fileOf } from '../site.ts';

const CASES = CATALOGUE.flatMap((measure) => {
  const held = yearsHeld(fileOf(measure.slug), measure);
  return unitsOf(measure).flatMap(({ key }) =>
    held[key]?.length ? [{ slug: measure.slug, unit: key, measure, held }] : []
  );
});

describe.each(CASES)('ranks of $slug, $unit', ({ measure, unit, held }) => {
  const file = fileOf(measure.slug);
  const variant = measure.variants.find(({ key }) => key === (unit as VariantKey))!;
  const parts = {
    file,
    bases: basesOf(variant),
    measure,
    view: 'rank' as const,
    years: held,
    areas,
    estimates: estimatesOf(measure.slug)
  };
  const choices = { ...defaults(measure), unit, areas: ['309'] };
  const picture = composeYear({ ...parts, choices })!;

  it('stand in no table, sentence, picture or file without a range, or why there is none', () => {
    const ranged = picture.ranked.filter(({ range }) => range).length;
    const rows = toYearRows(picture, file, '').filter(({ place }) => place);
    expect(rows).toHaveLength(picture.ranked.length);
    for (const row of rows)
      expect(Boolean(row.place_range_first) !== Boolean(row.place_range_why), row.area_name).toBe(true);
    const heads = tabulateYear(picture).columns.map(({ label }) => label);
    const text = describeYear(picture)
      .map(({ text }) => text)
      .join(' ');
    expect(yearLegend(picture).join(' ')).toMatch(
      ranged ? /^The order is less certain than it looks: / : /^No range can be given for these ranks: \w/
    );
    expect(heads.includes(RANGE_HEAD)).toBe(ranged > 0);
    if (picture.ranked.some(({ area }) => area.key === '309'))
      expect(text).toMatch(/once chance is allowed for|No range can be given for this rank: \w/);
  });

  it('are none in an order of changes, which says how many are clear', () => {
    const years = held[unit]!;
    const since = years.at(-2);
    const changed = since === undefined ? undefined : composeYear({ ...parts, choices: { ...choices, since } });
    if (!changed?.ranked.length) return;
    for (const { place, place_range_first } of toYearRows(changed, file, ''))
      expect(place + place_range_first).toBe('');
    expect(yearLegend(changed).join(' ')).toMatch(
      /^Of \d+ changes tested, \d+ (is|are) more than chance|is not tested/
    );
  });
});

it('a map and a spread, which order nothing, need no such words', () => {
  const measure = CATALOGUE.find(({ slug }) => slug === 'looked-after')!;
  const file = fileOf('looked-after');
  for (const view of ['map', 'spread'] as const) {
    const choices = defaults(measure);
    const picture = composeYear({
      file,
      bases: fileOf('children'),
      measure,
      view,
      choices,
      years: yearsHeld(file, measure),
      areas
    });
    expect(yearLegend(picture!)).toEqual([]);
  }
});
