import { describe, expect, it } from 'vitest';
import { STATUS_CODES, type SeriesFile } from '#lib/domain/index.ts';
import { CATALOGUE } from '#lib/domain/catalogue/index.ts';
import { cells, isNumber, type Column } from '../../../tests/views/raw.ts';
import { areas, fileOf } from '../../../tests/site.ts';
import { areasOf, slice } from './slice.ts';

const code = (status: (typeof STATUS_CODES)[number]): number => STATUS_CODES.indexOf(status);

const FILE: SeriesFile = {
  measure: 'made-up',
  areas: ['E92000001', '309'],
  variants: {
    number: {
      indicator: 'made_up',
      periods: ['2008', '2009', '2010', '2011'],
      lines: [
        { key: 'initial', label: 'Initial' },
        { key: 'core', label: 'Core' }
      ],
      area: [0, 1, 1],
      line: [0, 0, 1],
      from: [0, 1, 0],
      value: [[10, 20, 30, 40], [null, 0, null], [5]],
      status: [
        [code('ok'), 4],
        [code('suppressed'), 1, code('ok'), 1, code('absent'), 1],
        [code('derived'), 1]
      ],
      segment: [0, 1, 1],
      segments: [
        [0, 0, 0, 0],
        [0, 0, 1, 1]
      ],
      lineage: [0, 0, 1],
      lineages: [
        [[0], [0], [1], [1]],
        [[2], [], [], []]
      ],
      below: [[], [0, 5, 0], []],
      above: [[], [0, 4, 0], []],
      printed: {
        indicator: 'made_up_as_published',
        value: [[11, null, null, null], [null, null, null], [null]],
        status: [
          [code('ok'), 1, code('absent'), 3],
          [code('suppressed'), 1, code('unavailable'), 2],
          [code('absent'), 1]
        ]
      }
    }
  },
  breaks: [],
  notes: [],
  lineages: [],
  sources: []
};

describe('lines out of a series file', () => {
  it('gives each figure its period, status, segment, rounding and source', () => {
    expect(slice(FILE, 'number', '309')).toEqual([
      {
        id: '309/initial',
        areaKey: '309',
        line: 'initial',
        points: [
          {
            period: '2009',
            value: null,
            status: 'suppressed',
            segment: 0,
            below: 0,
            above: 0,
            lineage: [0],
            printed: { value: null, status: 'suppressed' }
          },
          {
            period: '2010',
            value: 0,
            status: 'ok',
            segment: 1,
            below: 5,
            above: 4,
            lineage: [1],
            printed: { value: null, status: 'unavailable' }
          }
        ]
      },
      {
        id: '309/core',
        areaKey: '309',
        line: 'core',
        points: [{ period: '2008', value: 5, status: 'derived', segment: 0, below: 0, above: 0, lineage: [2] }]
      }
    ]);
    expect(slice(FILE, 'number', 'E92000001')[0]!.points.map(({ value, printed }) => [value, printed?.value])).toEqual([
      [10, 11],
      [20, undefined],
      [30, undefined],
      [40, undefined]
    ]);
  });

  it('gives nothing for an area or a unit that it does not hold', () => {
    expect(slice(FILE, 'number', '330')).toEqual([]);
    expect(slice(FILE, 'rate', '309')).toEqual([]);
    expect(areasOf(FILE, 'rate')).toEqual([]);
  });

  it('knows whose figures it holds', () => {
    expect(areasOf(FILE, 'number')).toEqual(['E92000001', '309']);
  });
});

const STATUS: Record<string, string> = {
  c: 'suppressed',
  x: 'unavailable',
  z: 'not applicable',
  u: 'unreliable',
  low: 'low',
  k: 'low'
};

describe('every series file gives back the published table', () => {
  it.each(CATALOGUE.map((measure) => [measure.slug, measure] as const))('%s', (slug, measure) => {
    const file = fileOf(slug);
    let figures = 0;
    for (const variant of measure.variants)
      for (const area of areas)
        for (const { key, label } of file.variants[variant.key]!.lines) {
          const column: Column = {
            file: variant.dataSet,
            levels: variant.levels,
            column: variant.lines?.find((line) => line.key === key)?.indicator ?? variant.indicator,
            ...(variant.filter ? { filter: { column: variant.filter, value: label } } : {})
          };
          const published = new Map(cells(column, area.key).map(({ period, text }) => [period, text]));
          const held = slice(file, variant.key, area.key).find(({ line }) => line === key)?.points ?? [];
          for (const { period, value, status } of held) {
            const text = published.get(period)!;
            if (value === null) expect(status, `${area.name} ${period}`).toBe(STATUS[text]);
            else expect(value, `${area.name} ${period}`).toBe(Number(text));
          }
          // What is not given back is not held at all: a year that no area of the level has, or an area without a figure.
          const given = new Set(held.map(({ period }) => period));
          for (const [period, text] of published)
            if (isNumber(text)) {
              figures++;
              expect(given.has(period), `${area.name} ${period}`).toBe(true);
            } else if (text !== 'x') expect(given.has(period), `${area.name} ${period}`).toBe(true);
          expect([...given].sort()).toEqual([...given]);
        }
    expect(figures).toBeGreaterThan(10);
  });
});
