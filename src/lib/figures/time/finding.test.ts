import { describe, expect, it } from 'vitest';
import { unitsOf, type Point, type Unit } from '#lib/domain/index.ts';
import { CATALOGUE } from '#lib/domain/catalogue/index.ts';
import { testedPictureOf } from '../../../../tests/site.ts';
import { findingOf } from './finding.ts';

const find = (slug: string, unit: Unit, ...keys: string[]) => findingOf(testedPictureOf(slug, unit, keys));

/** The finding of an area whose figures are made up. */
const made = (
  slug: string,
  unit: Unit,
  key: string,
  figures: Record<string, number>,
  { cut = '9999', open = 0 } = {}
): string | undefined => {
  const picture = testedPictureOf(slug, unit, key ? [key] : []);
  const line = picture.lines.find(({ area }) => (key ? area.key === key : area.level === 'National'))!;
  const points = Object.entries(figures).map(([period, value]): Point => ({
    period,
    value,
    status: 'ok',
    segment: period >= cut ? 1 : 0,
    below: open,
    above: open,
    lineage: []
  }));
  return findingOf({ ...picture, lines: [{ ...line, points }] });
};

describe('the title of a chart over time', () => {
  it('says how England’s figure changed since March 2008', () => {
    expect(find('looked-after', 'rate')).toMatch(
      /^Children looked after: up from 53 in every 10,000 in 2008 to \d+ in \d{4}$/
    );
    expect(find('looked-after', 'number')).toMatch(
      /^Children looked after: up from 59,360 in 2008 to [\d,]+ in \d{4}$/
    );
  });

  it('is of the one area that is chosen, by the test of councils for a council', () => {
    expect(find('looked-after', 'rate', '309')).toMatch(
      /^Children looked after in Haringey: down from 78 in every 10,000 in 2008 to \d+ in \d{4}$/
    );
    expect(find('looked-after', 'rate', 'E12000007')).toMatch(/ in London: down from 63 in every 10,000 in 2008 to /);
    // Numbers of councils are not tested: more children live there than did.
    expect(find('looked-after', 'number', '309')).toBeUndefined();
  });

  it('says nothing of several areas, several lines, an index or months', () => {
    expect(find('looked-after', 'rate', '309', '330')).toBeUndefined();
    expect(find('legal-status', 'number')).toBeUndefined();
    expect(find('looked-after', 'index')).toBeUndefined();
    expect(find('care-applications', 'month')).toBeUndefined();
  });

  it('compares across no break, and begins with the first figure after it', () => {
    expect(made('adoptions', 'number', '', { '2008': 3000, '2025': 6000 })).toMatch(
      /: up from 3,000 in 2008 to 6,000 in 2025$/
    );
    expect(made('adoptions', 'number', '', { '2008': 3000, '2025': 6000 }, { cut: '2013' })).toBeUndefined();
    expect(made('adoptions', 'number', '', { '2008': 3000, '2013': 4000, '2025': 6000 }, { cut: '2013' })).toMatch(
      /: up from 4,000 in 2013 to 6,000 in 2025$/
    );
  });

  it('says nothing of a change that rounding or chance could give', () => {
    expect(made('adoptions', 'number', '', { '2008': 3000, '2025': 3100 })).toBeUndefined();
    expect(made('adoptions', 'number', '', { '2008': 3000, '2025': 3200 })).toMatch(/: up from 3,000 in 2008 to 3,200/);
    expect(made('adoptions', 'number', '', { '2008': 3000, '2025': 3200 }, { open: 100 })).toBeUndefined();
    expect(made('adoptions', 'number', '', { '2008': 3000, '2025': 3000 })).toBeUndefined();
  });

  it('speaks of the figures that the chart draws last and of no later year', () => {
    for (const measure of CATALOGUE)
      for (const { key } of unitsOf(measure))
        for (const areas of [[], ['309'], ['420'], ['E13000001']]) {
          const picture = testedPictureOf(measure.slug, key, areas);
          const said = findingOf(picture);
          if (said === undefined) continue;
          const years = picture.lines.flatMap(({ points }) =>
            points.flatMap(({ value, period }) => (value === null ? [] : [period.slice(0, 4)]))
          );
          const told = [...said.matchAll(/\bin (\d{4})\b/g)].map(([, year]) => year);
          expect(told.length).toBeGreaterThan(0);
          for (const year of told) expect(years).toContain(year);
          expect(said).not.toMatch(/undefined|NaN|null/);
        }
  });
});
