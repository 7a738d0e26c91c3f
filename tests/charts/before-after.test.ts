import { describe, expect, it } from 'vitest';
import { toMarkup } from '#lib/figures/prerender.ts';
import { drawSegments } from '#lib/figures/segments/draw.ts';
import { SEGMENTS_NARROW, type SegmentsSpec } from '#lib/figures/segments/layout.ts';
import { drawSlope } from '#lib/figures/slope/draw.ts';
import { SLOPE_NARROW, SLOPE_WIDE } from '#lib/figures/slope/layout.ts';
import { readPublished } from '#lib/server/published.ts';
import { CASES, type BeforeAfter } from '#lib/statistics/before-after.ts';
import { modelOf } from '#lib/statistics/model-of.ts';
import { modelledSeries } from '#lib/statistics/modelled-series.ts';
import { slopeSpec } from '../../src/routes/before-and-after/councils/spec.ts';
import { segmentsSpec } from '../../src/routes/before-and-after/years/spec.ts';
import { Drawing } from './drawing.ts';
import { expectSnapshot } from './snapshot.ts';

const all = readPublished<BeforeAfter>('before-and-after.json');
const { from, to } = CASES.connelly;

const segments = (event: string, withTransition = false): SegmentsSpec => {
  const series = modelledSeries(all.england, 'looked-after');
  const model = modelOf(series, 'connelly', { event, withTransition });
  return segmentsSpec('looked-after', series, [from, to], { month: event }, model, 'What the figures say.');
};

const SEGMENTS: Record<string, { spec: SegmentsSpec; hollow: number; fitted: boolean; band?: false }> = {
  'years that go together, so no band': { spec: segments('2008-03', true), hollow: 0, fitted: true, band: false },
  'the year of transition left out': { spec: segments('2008-11'), hollow: 1, fitted: true },
  'the year of transition counted': { spec: segments('2008-11', true), hollow: 0, fitted: true },
  'another date': { spec: segments('2007-08'), hollow: 1, fitted: true },
  'nothing fitted': {
    spec: { ...segments('2008-11'), lines: [], continued: [], hasBand: false },
    hollow: 1,
    fitted: false
  }
};

const SLOPES = {
  'an index, one picked': slopeSpec(all.authorities, all.together.started, 'started', 'index', ['309'], 'Words.'),
  'counts, two picked': slopeSpec(
    all.authorities,
    all.together['looked-after'],
    'looked-after',
    'counts',
    ['309', '894'],
    'Words.'
  )
};

const snapshot = (kind: string, name: string, size: string): string =>
  `${kind}/${name.replaceAll(/\W+/g, '-')}-${size}`;

describe.each(Object.entries(SEGMENTS))(
  'two lines about an event, %s',
  (name, { spec, hollow, fitted, band = true }) => {
    const drawing = new Drawing(toMarkup((document) => drawSegments(spec, SEGMENTS_NARROW, document)));

    it('look as they did', async () => {
      await expectSnapshot(drawing.markup, snapshot('segments', name, 'narrow'));
    });

    it('are named once and carry no style', () => {
      expect(drawing.count('[aria-label]')).toBe(1);
      expect(drawing.count('style, [style], [id]')).toBe(0);
      expect(drawing.markup).not.toMatch(/NaN|undefined|Infinity/);
    });

    it('show every year once, that of the transition hollow, and a line only where one is fitted', () => {
      expect(drawing.count('g.dot circle')).toBe(to - from + 1);
      expect(drawing.count('g.dot.transition circle')).toBe(hollow);
      expect(drawing.count('g.segment path')).toBe(fitted ? 2 : 0);
      expect(drawing.count('g.continued path')).toBe(fitted ? 1 : 0);
      expect(drawing.count('g.band path')).toBe(fitted && band ? 1 : 0);
    });
  }
);

describe.each(
  Object.entries(SLOPES).flatMap(([name, spec]) =>
    [SLOPE_NARROW, SLOPE_WIDE].map((size) => ({ name, spec, size, sizeName: size.name }))
  )
)('every council from one side to the other, $name, $sizeName', ({ name, spec, size }) => {
  const drawing = new Drawing(toMarkup((document) => drawSlope(spec, size, document)));
  const named = spec.lines.filter(({ slot }) => slot !== undefined);

  it('looks as it did', async () => {
    await expectSnapshot(drawing.markup, snapshot('slope', name, size.name));
  });

  it('is named once and carries no style', () => {
    expect(drawing.count('[aria-label]')).toBe(1);
    expect(drawing.count('style, [style], [id]')).toBe(0);
    expect(drawing.markup).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('has a stroke for each council, those picked in front and named', () => {
    const others = /<g[^>]*class="slope"[^>]*>\s*<path[^>]* d="([^"]*)"/.exec(drawing.markup)?.[1] ?? '';
    expect(others.match(/M/g)).toHaveLength(spec.lines.length - named.length);
    expect(drawing.count('g.slope.named path')).toBe(named.length);
    expect(
      drawing
        .writing('label')
        .map(({ text }) => text)
        .join(' ')
    ).toBe(named.map(({ label }) => label).join(' '));
  });
});
