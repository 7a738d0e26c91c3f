import { describe, expect, it } from 'vitest';
import { unitsOf, type Unit } from '#lib/domain/index.ts';
import { CATALOGUE } from '#lib/domain/catalogue/index.ts';
import { fileOf, pictureOf } from '../../../../tests/site.ts';
import { aboutFigures } from './about.ts';
import { toRows } from './rows.ts';
import { headingOf, legendOf, notesOf, sourceLines, sourcesOf } from './citation.ts';

const subtitle = (slug: string, unit: Unit, keys: string[] = []) => headingOf(pictureOf(slug, unit, keys)).subtitle;
const EVERY = CATALOGUE.flatMap((measure) => unitsOf(measure).map(({ key }) => [measure.slug, key] as const));

describe('what is written into a file', () => {
  it('says unit, day, places and years', () => {
    expect(subtitle('looked-after', 'rate', ['309'])).toBe(
      'Per 10,000 children at 31 March · England and Haringey · 2001 to 2025'
    );
    expect(subtitle('looked-after', 'number', ['309'])).toBe('Number at 31 March · Haringey · 2006 to 2025');
    expect(subtitle('starting-to-be-looked-after', 'rate')).toMatch(
      /^Per 10,000 children, years to 31 March · England · \d{4} to 2025$/
    );
    expect(subtitle('looked-after', 'index', ['309'])).toMatch(
      /^Index, 31 March \d{4} = 100 · England and Haringey · /
    );
  });

  it.each(EVERY)('has a title, a subtitle and a publisher: %s, %s', (slug, unit) => {
    const picture = pictureOf(slug, unit, []);
    const { title, subtitle } = headingOf(picture);
    expect(title).not.toBe('');
    expect(subtitle).toMatch(/ · England · \d{4} to \d{4}$/);
    expect(subtitle).not.toMatch(/undefined|NaN| {2}/);
    const lines = sourceLines(sourcesOf(picture, fileOf(slug)));
    expect(lines[0]).toMatch(/^Source: [A-Z]/);
    expect(lines.join(' ')).not.toContain('this project');
  });

  it('says that rates were worked out here, and of what was printed elsewhere does not', () => {
    const lines = (slug: string, unit: Unit) => sourceLines(sourcesOf(pictureOf(slug, unit, []), fileOf(slug)));
    expect(lines('looked-after', 'rate')).toEqual([
      'Source: Department for Education.',
      'Rates worked out by Per 10,000 from the published counts and one series of population estimates.'
    ]);
    expect(lines('looked-after', 'number')).toEqual(['Source: Department for Education.']);
  });

  it('explains breaks, notes, the year of an index, and the marks on the drawing', () => {
    const plans = pictureOf('child-protection-plans', 'rate', []);
    expect(notesOf(plans, fileOf('child-protection-plans')).join(' ')).toContain('between 2009 and 2010');
    const index = pictureOf('looked-after', 'index', []);
    expect(notesOf(index, fileOf('looked-after')).at(-1)).toBe(`Index: each line is 100 in ${index.base}.`);
    expect(legendOf(index, [{ date: '2008-11-11', text: 'Verdicts' }])).toEqual(['(1) 11 November 2008: Verdicts']);
    const few = pictureOf('looked-after', 'number', ['420']);
    expect(few.lines[0]!.points.some(({ status }) => status === 'suppressed')).toBe(true);
    expect(legendOf(few, [])[0]).toMatch(/^◇ on the axis: a figure that is not published/);
  });
});

it('says beside a chart that figures were read in the press, where they were and nowhere else', () => {
  const lines = (slug: string, unit: Unit, keys: string[] = []) => {
    const picture = pictureOf(slug, unit, keys);
    return sourceLines(sourcesOf(picture, fileOf(slug))).join(' ');
  };
  expect(lines('care-applications', 'month')).toContain(
    'Some figures were read in press reports and copies by others.'
  );
  expect(lines('children-in-need', 'number')).toContain('Some figures were read in press reports.');
  expect(lines('children', 'number', ['309'])).not.toContain('press');
  const about = aboutFigures(pictureOf('children-in-need', 'number', []), fileOf('children-in-need'));
  expect(about.lineage.filter(({ readIn }) => readIn === 'read in a press report').map(({ first }) => first)).toEqual([
    '2010'
  ]);
  const rows = toRows(pictureOf('children-in-need', 'number', []), fileOf('children-in-need'), 'https://site/');
  expect(rows.filter(({ source }) => source.includes('read in a press report')).map((row) => row.time_period)).toEqual([
    '2010'
  ]);
});
