import { describe, expect, it } from 'vitest';
import { ENGLAND, unitsOf, variantOf, type VariantKey } from '#lib/domain/index.ts';
import { CATALOGUE } from '#lib/domain/catalogue/index.ts';
import { slice } from '#lib/series/slice.ts';
import { compose, coverage, restrict, span } from '#lib/figures/time/picture.ts';
import { areaOf, areas, england, fileOf, pictureOf } from '../site.ts';
import { numbers, places, type Column } from './raw.ts';

const EVERY = CATALOGUE.map((measure) => [measure.slug, measure] as const);

describe('the part of a series file that a page carries', () => {
  const keys = [ENGLAND, '309', '420', 'E12000007'];

  it.each(EVERY)('holds the figures of its areas, to the last, and no others: %s', (slug, measure) => {
    const whole = fileOf(slug);
    const part = restrict(whole, keys);
    expect(part.areas.every((key) => keys.includes(key))).toBe(true);
    for (const { key } of measure.variants) {
      for (const area of keys) expect(slice(part, key, area)).toEqual(slice(whole, key, area));
      expect(slice(part, key, '330')).toEqual([]);
      expect(part.variants[key]!.area.length).toBe(keys.reduce((sum, area) => sum + slice(whole, key, area).length, 0));
    }
  });

  it.each(EVERY)('shows the same picture as the whole: %s', (slug, measure) => {
    const part = restrict(fileOf(slug), [ENGLAND, '309']);
    for (const { key } of unitsOf(measure)) {
      const found = compose(part, measure, key, england, [areaOf('309')]);
      // What tells how figures stand to England's is a function, and is compared by what it tells elsewhere.
      expect(found).toEqual({ ...pictureOf(measure, key, ['309']), sideAt: found.sideAt });
    }
  });

  it('carries the notes of its areas and of all, and not those of others', () => {
    const whole = fileOf('looked-after');
    const part = restrict(whole, [ENGLAND, '201']);
    expect(part.notes.some(({ area }) => area === '201')).toBe(true);
    expect(part.notes.every(({ area }) => area === undefined || area === '201')).toBe(true);
    expect(part.notes.filter(({ area }) => !area)).toEqual(whole.notes.filter(({ area }) => !area));
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
          column: indicator
        }));
        const held = columns.some((column) => numbers(column, area.key).length > 0);
        const shown = picture.lines.filter((line) => line.area === area.key);
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
                lines.some((line) => line.area === ENGLAND),
                where
              ).toBe(false);
              expect(text.includes('Rates compare them'), where).toBe(variantOf(measure, 'rate') !== undefined);
            } else if (text.includes('cannot be indexed')) {
              expect(
                lines.some((line) => line.area === area.key),
                where
              ).toBe(false);
            } else if (text.includes('no figures are held as')) {
              expect(slice(fileOf(slug), other as VariantKey, area.key).length, where).toBeGreaterThan(0);
              expect(text, where).not.toContain('england');
            } else {
              expect(text, where).toMatch(/^For .+ no figures are held of: /);
              expect(
                lines.some((line) => line.area === area.key),
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
