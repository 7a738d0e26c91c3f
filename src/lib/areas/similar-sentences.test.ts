import { describe, expect, it } from 'vitest';
import type { Area, Similar } from '#lib/domain/index.ts';
import { measureOf } from '#lib/domain/catalogue/index.ts';
import type { SimilarGroup } from './similar-councils.ts';
import { describeGroup, similarNote } from './similar-sentences.ts';

const rate = measureOf('looked-after')!.variants[0];
const percent = measureOf('second-or-subsequent-plans')!.variants[0];
const council = (key: string, more: Partial<Area> = {}): Area => ({
  key,
  code: key,
  name: key,
  level: 'Local authority',
  slug: key,
  ...more
});
const members = Array.from({ length: 11 }, (_, i) => ({
  area: council(String(i), i ? {} : { name: 'Haringey' })
}));

const whole: SimilarGroup = {
  members,
  median: { low: 42.9, high: 42.9, used: 10 },
  pooled: { figure: { low: 48.09, high: 48.09 }, limits: { low: 42.22, high: 53.96 }, side: 'higher', used: 11 },
  place: { place: 4, joint: false, of: 11 },
  placeRange: { first: 3, last: 5 }
};

describe('what is said of a council among the ten most similar to it', () => {
  it('has its place with what chance leaves open, and all eleven together; the median is on the chart', () => {
    expect(describeGroup(whole, rate)).toBe(
      'Of the eleven, itself and the ten most like it, Haringey is the 4th highest, or between about 3rd and 5th once chance is allowed for. That is above the 95% limits of chance round the figure of the eleven taken together, 48.1: they run from 42.2 to 54.0.'
    );
  });

  it('says when chance leaves every place open, and one only', () => {
    const range = (first: number, last: number): string =>
      describeGroup({ ...whole, placeRange: { first, last } }, rate).split('. ')[0]!;
    expect(range(1, 11)).toBe(
      'Of the eleven, itself and the ten most like it, Haringey is the 4th highest, and may be anywhere among them once chance is allowed for'
    );
    expect(range(4, 4)).toMatch(/, or about 4th once chance is allowed for$/);
  });

  it('says how many were used, where not all have a figure', () => {
    const fewer: SimilarGroup = {
      members,
      median: { low: 40, high: 40, used: 8 },
      pooled: { figure: { low: 41, high: 41 }, limits: { low: 30, high: 52 }, side: 'similar', used: 9 },
      place: { place: 9, joint: false, of: 9 }
    };
    expect(describeGroup(fewer, rate)).toBe(
      'Of the 9 with a figure of itself and the ten most like it, Haringey is the lowest. That is within the 95% limits of chance round the figure of the 9 of the eleven with a count taken together, 41.0: they run from 30.0 to 52.0. The median of the ten most similar councils is 40.0, taken from the 8 of them with a figure.'
    );
  });

  it('gives bounds where small counts are suppressed', () => {
    const hidden: SimilarGroup = {
      members,
      median: { low: 0.5, high: 2.3, used: 10 },
      pooled: { figure: { low: 1.87, high: 2.79 }, limits: { low: 0, high: 5.07 }, side: 'lower', used: 11 },
      place: { place: 4, last: 6, joint: false, of: 11 },
      placeRange: { first: 2, last: 8 }
    };
    expect(describeGroup(hidden, percent)).toBe(
      'Of the eleven, itself and the ten most like it, Haringey is between 4th and 6th highest, or between about 2nd and 8th once chance is allowed for. That is below the 95% limits of chance round the figure of the eleven taken together, 1.9% to 2.8%: they run from 0.0% to 5.1%. The median of the ten most similar councils is between 0.5% and 2.3%, as figures of 1 to 5 children are not published.'
    );
  });

  it('claims nothing where there is nothing to go by', () => {
    expect(describeGroup({ members }, rate)).toBe(
      'Too few of the ten most similar councils have a published figure, so no median of them is given.'
    );
  });
});

it('names the model, or why there are no similar councils', () => {
  const similar: Similar = { model: '2025', key: ['309'], near: [['320']] };
  expect(similarNote(similar, council('909', { name: 'Cumbria', ended: '2023-03-31' }))).toBe(
    'The Department’s model of 2025 lists no similar councils for Cumbria, which ended on 31 March 2023.'
  );
  expect(similarNote(similar, council('100', { name: 'Newtown' }))).toBe(
    'The Department’s model of 2025 lists no similar councils for Newtown.'
  );
});
