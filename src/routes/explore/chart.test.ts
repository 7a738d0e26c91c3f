import { expect, it } from 'vitest';
import { ENGLAND, type Break } from '#lib/domain/index.ts';
import type { FigureRow } from '#lib/query/questions.ts';
import { draw, timingOf } from './chart';

const indicator = { name: 'children', label: 'Children', unit: 'number', dp: 0 };
const entry = {
  name: 'by_placement',
  title: 'By placement',
  description: '',
  rows: 6,
  first: '2018',
  last: '2020',
  levels: [],
  filters: [{ name: 'placement', label: 'Placement', values: ['Foster care', 'Children’s homes'] }],
  indicators: [indicator]
};

const rows = entry.filters[0]!.values.flatMap((placement) =>
  ['2018', '2019', '2020'].map((period): FigureRow => ({
    period,
    level: 'National',
    area: ENGLAND,
    code: ENGLAND,
    name: 'England',
    filters: [placement],
    figures: [{ value: 10, status: 'ok' }]
  }))
);

it('a break of one category cuts the line of that category and no other', () => {
  const cut: Break = {
    indicator: 'children',
    category: 'Children’s homes',
    level: 'all',
    areas: [],
    lastBefore: '2019',
    firstAfter: '2020',
    kind: 'definition',
    reason: 'The category was parted.'
  };
  const drawing = draw(entry, [indicator], rows, [cut]);
  if (!('chart' in drawing)) throw new Error(drawing.why);
  const { lines, breaks } = drawing.chart;
  expect(lines.map(({ label, points }) => [label, ...points.map(({ segment }) => segment)])).toEqual([
    ['Foster care', 0, 0, 0],
    ['Children’s homes', 0, 0, 1]
  ]);
  expect(breaks.map(({ only }) => only)).toEqual([['Children’s homes']]);
});

it('figures of calendar years are not told as those of years to 31 March', () => {
  expect(timingOf({ ...entry, identifier: 'Calendar year' }, indicator)).toBe('calendar year');
  expect(timingOf(entry, indicator)).toBe('year to 31 March');
});
