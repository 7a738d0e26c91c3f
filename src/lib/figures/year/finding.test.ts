import { expect, it } from 'vitest';
import { CATALOGUE, measureOf } from '#lib/domain/catalogue/index.ts';
import { formatNumber, unitsOf, type Period, type Unit } from '#lib/domain/index.ts';
import { defaults } from '#lib/address/trend.ts';
import { areas, fileOf } from '../../../../tests/site.ts';
import { yearFinding } from './finding.ts';
import { composeYear } from './picture.ts';
import { yearsHeld } from './years-held.ts';

const pictureOf = (slug: string, unit: Unit, year?: Period, order: 'high' | 'low' = 'high') => {
  const [file, measure] = [fileOf(slug), measureOf(slug)!];
  const choices = { ...defaults(measure), unit, order, ...(year ? { year } : {}) };
  return composeYear({ file, measure, choices, view: 'map', years: yearsHeld(file, measure), areas });
};

it('names both ends of the councils of a year', () => {
  expect(yearFinding(pictureOf('looked-after', 'rate', '2025')!)).toBe(
    'Children looked after in 2025: from 27.5 per 10,000 children in Richmond upon Thames to 183.6 in Blackpool'
  );
});

it('says the same in every order, and names an end only where no figure held back can lie beyond it', () => {
  let left = 0;
  for (const measure of CATALOGUE)
    for (const { key } of unitsOf(measure)) {
      const [picture, turned] = [pictureOf(measure.slug, key), pictureOf(measure.slug, key, undefined, 'low')];
      if (!picture || !turned) continue;
      const said = yearFinding(picture);
      expect(yearFinding(turned), measure.slug).toBe(said);
      const values = picture.ranked.map(({ point }) => point.value!);
      const [low, high] = [Math.min(...values), Math.max(...values)].map((value) => formatNumber(value, picture.dp));
      if (picture.unpublished === 0 && low !== high)
        expect(said, measure.slug).toMatch(new RegExp(`: from ${low}\\D.* to ${high}\\D`));
      else if (!said?.includes(': from')) left++;
    }
  expect(left).toBeGreaterThan(0);
});
