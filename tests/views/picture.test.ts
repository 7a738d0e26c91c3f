import { describe, expect, it } from 'vitest';
import { ENGLAND, unitsOf, variantOf, type Line, type SeriesFile, type VariantKey } from '#lib/domain/index.ts';
import { CATALOGUE } from '#lib/domain/catalogue/index.ts';
import { slice } from '#lib/series/slice.ts';
import { compose, coverage, span } from '#lib/figures/time/picture.ts';
import { aboutFigures } from '#lib/figures/time/about.ts';
import { RATES, restrict } from '#lib/series/restrict.ts';
import { areaOf, areas, england, fileOf, pictureOf } from '../site.ts';
import { numbers, places, type Column } from './raw.ts';

const EVERY = CATALOGUE.map((measure) => [measure.slug, measure] as const);

describe('the part of a series file that a page carries', () => {
  const keys = [ENGLAND, '309', '420', 'E12000007'];
  /** Lines with the lineages themselves instead of their places in the file. */
  const resolved = (file: SeriesFile, lines: readonly Line[]) =>
    lines.map((line) => ({
      ...line,
      points: line.points.map((point) => ({ ...point, lineage: point.lineage.map((each) => file.lineages[each]) }))
    }));

  it.each(EVERY)('holds the figures of its areas, to the last, and no others: %s', (slug, measure) => {
    const whole = fileOf(slug);
    const part = restrict(whole, keys);
    expect(part.areas.every((key) => keys.includes(key))).toBe(true);
    for (const { key } of measure.variants) {
      for (const area of keys)
        expect(resolved(part, slice(part, key, area))).toEqual(resolved(whole, slice(whole, key, area)));
      expect(slice(part, key, '330')).toEqual([]);
      expect(part.variants[key]!.area.length).toBe(keys.reduce((sum, area) => sum + slice(whole, key, area).length, 0));
    }
  });

  it.each(EVERY)('shows the same picture as the whole: %s', (slug, measure) => {
    const whole = fileOf(slug);
    const part = restrict(whole, [ENGLAND, '309']);
    for (const { key } of unitsOf(measure)) {
      const [found, expected] = [
        compose(part, measure, key, england, [areaOf('309')]),
        pictureOf(measure, key, ['309'])
      ];
      // What tells how figures stand to England's, and of tests, are functions, and are compared by what they tell elsewhere.
      const { sideAt, changeAt, differsAt } = found;
      const toCompare = { lines: [], sideAt, changeAt, differsAt };
      expect({ ...found, ...toCompare }).toEqual({ ...expected, ...toCompare });
      expect(resolved(part, found.lines)).toEqual(resolved(whole, expected.lines));
      const about = (file: SeriesFile, picture: typeof found) => {
        const { lineage, ...rest } = aboutFigures(picture, file);
        return { ...rest, lineage: lineage.map((run) => ({ ...run, id: '' })) };
      };
      expect(about(part, found)).toEqual(about(whole, expected));
    }
  });

  it('carries the notes of its areas and of all, and not those of others', () => {
    const whole = fileOf('looked-after');
    const part = restrict(whole, [ENGLAND, '201']);
    expect(part.notes.some(({ area }) => area === '201')).toBe(true);
    expect(part.notes.every(({ area }) => area === undefined || area === '201')).toBe(true);
    const levels = ['National', 'Local authority'];
    expect(part.notes.filter(({ area }) => !area)).toEqual(
      whole.notes.filter(({ area, level }) => !area && levels.includes(level))
    );
  });

  it.each(EVERY)('carries no lineage, source or break that its figures do not have: %s', (slug, measure) => {
    const part = restrict(fileOf(slug), [ENGLAND]);
    const points = measure.variants.flatMap(({ key }) => slice(part, key, ENGLAND).flatMap(({ points }) => points));
    const used = new Set(points.flatMap(({ lineage }) => lineage));
    expect([...used].sort((a, b) => a - b)).toEqual(part.lineages.map((_, i) => i));
    const cited = new Set(part.lineages.map(({ source }) => source));
    expect(part.sources.map(({ id }) => id).sort()).toEqual([...cited].sort());
    expect(part.breaks.every(({ level }) => level === 'all' || level === 'National')).toBe(true);
  });

  it('carries the variants that are asked for, and no others', () => {
    const part = restrict(fileOf('looked-after'), [ENGLAND, '309'], RATES);
    expect(Object.keys(part.variants).sort()).toEqual([...RATES].sort());
    expect(slice(part, 'rate', '309').some(({ points }) => points.some((point) => point.unrounded !== undefined))).toBe(
      true
    );
  });

  it('leaves the whole as it was, and keeps nothing of an unknown area', () => {
    const before = JSON.stringify(fileOf('looked-after'));
    expect(restrict(fileOf('looked-after'), ['999']).areas).toEqual([]);
    expect(JSON.stringify(fileOf('looked-after'))).toBe(before);
  });
});

describe('what a page shows of the choices', () => {
  it.each(EVERY)('%s: each chosen area with figures has its line, each without is told of', (_, measure) => {
    for (const { key: unit } of unitsOf(measure)) {
      const variant = variantOf(measure, unit === 'index' ? 'number' : unit)!;
      for (const area of areas) {
        if (area === england) continue;
        const picture = pictureOf(measure, unit, [area.key]);
        const columns: Column[] = (variant.lines ?? [{ indicator: variant.indicator }]).map(({ indicator }) => ({
          file: variant.dataSet,
          levels: variant.levels,
          column: indicator
        }));
        const held = columns.some((column) => numbers(column, area.key).length > 0);
        const shown = picture.lines.filter((line) => line.areaKey === area.key);
        const told = picture.notices.some(({ text }) =>
          text.toLowerCase().includes(places.get(area.key)!.prose.toLowerCase())
        );
        expect(shown.length > 0 || told, `${unit} ${area.name}`).toBe(true);
        if (held && unit !== 'index') expect(shown.length, `${unit} ${area.name}`).toBeGreaterThan(0);
        // No line is empty but for years in which there was nothing to count.
        for (const { points } of picture.lines)
          expect(points.some(({ status }) => status !== 'not applicable')).toBe(true);
      }
    }
  });

  it('says only true things about the choice', () => {
    for (const [slug, measure] of EVERY)
      for (const { key: unit } of unitsOf(measure))
        for (const area of areas) {
          if (area === england) continue;
          const { notices, lines } = pictureOf(measure, unit, [area.key]);
          for (const { text, unit: other } of notices) {
            const where = `${slug} ${unit} ${area.name}: ${text}`;
            const columns = Object.keys(fileOf(slug).variants) as VariantKey[];
            if (text.startsWith('No figures of this measure'))
              for (const each of columns) {
                const values = slice(fileOf(slug), each, area.key).flatMap(({ points }) => points);
                expect(
                  values.some(({ value }) => value !== null),
                  where
                ).toBe(false);
              }
            else if (text.startsWith('England is left out')) {
              expect(
                lines.some((line) => line.areaKey === ENGLAND),
                where
              ).toBe(false);
              expect(text.includes('Rates compare them'), where).toBe(variantOf(measure, 'rate') !== undefined);
            } else if (text.includes('cannot be indexed')) {
              expect(
                lines.some((line) => line.areaKey === area.key),
                where
              ).toBe(false);
            } else if (text.includes('no figures are held as')) {
              expect(slice(fileOf(slug), other as VariantKey, area.key).length, where).toBeGreaterThan(0);
              expect(text, where).not.toContain('england');
            } else {
              expect(text, where).toMatch(/^For .+ no figures are held of: /);
              expect(
                lines.some((line) => line.areaKey === area.key),
                where
              ).toBe(true);
            }
          }
        }
  });

  it('leaves England out of numbers beside an area, and shows it everywhere else', () => {
    expect(pictureOf('looked-after', 'number', ['309']).lines.map(({ id }) => id)).toEqual(['309']);
    expect(pictureOf('looked-after', 'rate', ['309']).lines.map(({ id }) => id)).toEqual([ENGLAND, '309']);
    expect(pictureOf('looked-after', 'index', ['309']).lines.map(({ id }) => id)).toEqual([ENGLAND, '309']);
    expect(pictureOf('looked-after', 'number', []).lines.map(({ id }) => id)).toEqual([ENGLAND]);
  });

  it('keeps the areas in the order chosen, each with a look of its own', () => {
    const { lines } = pictureOf('looked-after', 'rate', ['330', '309', 'E12000007']);
    expect(lines.map(({ id, slot }) => [id, slot])).toEqual([
      [ENGLAND, 'england'],
      ['330', 1],
      ['309', 2],
      ['E12000007', 3]
    ]);
  });

  it('marks the breaks of what is shown, and none of what is not', () => {
    const breaks = (slug: string, keys: string[]) =>
      pictureOf(slug, 'rate', keys).breaks.map(({ firstAfter, kind, only }) => [firstAfter, kind, only]);
    expect(breaks('children-in-need', ['309'])).toEqual([['2013', 'definition', []]]);
    expect(breaks('child-protection-plans', [])).toEqual([
      ['2008', 'name', []],
      ['2010', 'source', []]
    ]);
    expect(breaks('child-protection-plans', ['309'])).toEqual([
      ['2008', 'name', ['England']],
      ['2010', 'source', ['England']]
    ]);
  });
});

it('tells which years are held, level by level', () => {
  expect(coverage(fileOf('looked-after'), 'rate')).toEqual([
    { level: 'England', first: '2001', last: '2025' },
    { level: 'regions', first: '2006', last: '2025' },
    { level: 'authorities', first: '2006', last: '2025' }
  ]);
  expect(coverage(fileOf('looked-after'), 'percent')).toEqual([]);
  expect(span(pictureOf('looked-after', 'rate', ['309']).lines)).toBe('2001 to 2025');
  expect(span([])).toBe('');
});
