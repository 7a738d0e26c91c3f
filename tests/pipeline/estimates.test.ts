import { describe, expect, it } from 'vitest';
import {
  ENGLAND,
  STATUS_CODES,
  type AreaRecord,
  type Measure,
  type SeriesFile,
  type Variant
} from '#lib/domain/index.ts';
import { CATALOGUE } from '#lib/domain/catalogue/index.ts';
import { TREND_CODES } from '#lib/statistics/estimates-file.ts';
import { factorOf } from '#lib/statistics/over-dispersion.ts';
import { isEstimated } from '#lib/series/council-figures.ts';
import { estimatesOf, type Estimates } from '../../src/pipeline/estimates/compute.ts';
import { deprivationScores } from '../../src/pipeline/estimates/deprivation-scores.ts';
import { estimatesFile } from '../../src/pipeline/estimates/files.ts';
import { listEstimates } from '../../src/pipeline/estimates/listing.ts';
import { childrenByYear, shapeSeries } from '../../src/pipeline/shape/series.ts';
import { shapeAreas } from '../../src/pipeline/shape/shape.ts';
import { resultsOf } from '../oracle/results.ts';
import { real } from './real-tables.ts';

const areas = shapeAreas(real);
const children = childrenByYear(real);
const measureOf = (slug: string): Measure => CATALOGUE.find((each) => each.slug === slug)!;
const inputs = {
  areas,
  series: new Map(
    ['looked-after', 'children', 'plans-of-two-years-or-more', 'child-protection-plans'].map((slug) => [
      slug,
      shapeSeries(measureOf(slug), real, areas, children)
    ])
  )
};
const one = (slug: string, period: string): Estimates => {
  const measure = measureOf(slug);
  return estimatesOf(measure, measure.variants[0], inputs, [period])[0]!;
};

describe('estimates of the published figures', () => {
  it('has the limits, ranges, changes and trends of children looked after in 2025', () => {
    const { spread, ranks, changes, trends, dispersion } = one('looked-after', '2025');
    expect(spread.kind === 'spread' && factorOf(spread)).toBeCloseTo(1.77, 2);
    expect(ranks.kind === 'rank ranges' && ranks.of).toBe(151);
    const haringey = ranks.kind === 'rank ranges' ? ranks.ranges.get('309')! : undefined;
    expect(haringey!.first).toBeGreaterThanOrEqual(74);
    expect(haringey!.last).toBeLessThanOrEqual(112);
    // Children looked after hardly move beyond chance from one year to the next.
    expect(dispersion.kind === 'year to year' && dispersion.phi).toBeLessThan(1.5);
    expect(changes().size).toBe(151);
    expect(changes().get('309')!.verdict).toBe('no clear change');
    expect(trends.get('309')!.kind).not.toBe('none');
    // Two councils began in 2023: they have a change, and no trend.
    for (const key of ['942', '943']) {
      expect(changes().has(key)).toBe(true);
      expect(trends.get(key)).toEqual({ kind: 'none', why: 'a missing year' });
    }
  });

  it.each([
    ['looked-after', 'looked_after'],
    ['child-protection-plans', 'plans']
  ])(
    'sets rates of %s against deprivation as R does, younger councils with the score of their county',
    (slug, name) => {
      const adjusted = estimatesFile(measureOf(slug), { ...inputs, scores: deprivationScores(real, areas) })!.variants
        .rate!;
      const found = adjusted.years['2025']!.adjusted!;
      const row = resultsOf('over-dispersion').find(({ measure }) => measure === name)!;
      if ('why' in found) throw new Error(found.why);
      expect([found.used, found.withoutScore]).toEqual([Number(row.all_used), 0]);
      for (const [own, theirs] of [
        [found.level, row.all_level],
        [found.slope, row.all_slope],
        [found.error, row.all_error],
        [found.tau, row.all_tau]
      ] as const)
        expect(Math.abs(own / Number(theirs) - 1)).toBeLessThan(1e-5);
      expect(adjusted.borrowed!.sort()).toEqual(['940', '941', '942', '943']);
      const scoreOf = (key: string) => adjusted.scores![adjusted.areas.indexOf(key)];
      expect(scoreOf('942')).toBe(scoreOf('909'));
    }
  );

  it('sets no year against deprivation that is far from the index, and none without scores', () => {
    const { years } = estimatesFile(measureOf('looked-after'), { ...inputs, scores: deprivationScores(real, areas) })!
      .variants.rate!;
    expect(years['2008']!.adjusted).toBeUndefined();
    expect(years['2009']!.adjusted).toBeDefined();
    expect(estimatesFile(measureOf('looked-after'), inputs)!.variants.rate!.scores).toBeUndefined();
  });

  it('ranks councils whose small counts are suppressed by what they may be', () => {
    const { ranks, spread } = one('plans-of-two-years-or-more', '2025');
    expect(ranks.kind === 'rank ranges' && ranks.of).toBeGreaterThan(140);
    expect(spread).toEqual({ kind: 'no claim', why: 'more than one area in ten has a count of none' });
  });

  it('leaves City of London and Isles of Scilly out', () => {
    const { ranks } = one('looked-after', '2025');
    expect(ranks.kind === 'rank ranges' && (ranks.ranges.has('201') || ranks.ranges.has('420'))).toBe(false);
  });

  it('carries the rounding of the years to 2009 into the ranges', () => {
    const width = (period: string): number => {
      const { ranks } = one('looked-after', period);
      if (ranks.kind === 'no claim') throw new Error(ranks.why);
      const all = [...ranks.ranges.values()];
      return all.reduce((sum, { first, last }) => sum + last - first, 0) / all.length;
    };
    expect(width('2009')).toBeGreaterThan(10);
    expect(width('2009')).toBeLessThan(60);
  });

  it('writes what pages need of every year, and no number that JSON cannot hold', () => {
    const { measure, variants } = estimatesFile(measureOf('looked-after'), inputs)!;
    expect(measure).toBe('looked-after');
    const years = variants.rate!;
    const at = years.areas.indexOf('309');
    const { ranks, trends, spread } = years.years['2025']!;
    const found = one('looked-after', '2025');
    const own = found.ranks.kind === 'rank ranges' ? found.ranks.ranges.get('309')! : undefined;
    expect('of' in ranks && [ranks.first[at], ranks.last[at], ranks.quarter[at]]).toEqual([
      own!.first,
      own!.last,
      own!.quarter ?? 0
    ]);
    expect('tau' in spread && spread.tau).toBeCloseTo(0.29, 2);
    expect(TREND_CODES[trends[at]!]).toBe(found.trends.get('309')!.kind);
    // The first year has none before it.
    expect(years.years[Object.keys(years.years).sort()[0]!]!.trends).toEqual([]);
    expect(JSON.parse(JSON.stringify({ measure, variants }))).toEqual({ measure, variants });
    expect(estimatesFile(measureOf('children'), inputs)).toBeUndefined();
  });

  it('lists what it estimates of each measure once', () => {
    const lines = listEstimates(inputs);
    expect(lines).toHaveLength(3);
    expect(lines.join('\n')).not.toMatch(/NaN|undefined|Infinity/);
  });
});

const KEYS = Array.from({ length: 14 }, (_, i) => String(800 + i));

/** A council of its own making, as far as estimates look at it. */
const council = (key: string): AreaRecord => ({
  key,
  code: `E060000${key}`,
  name: key,
  level: key === ENGLAND ? 'National' : 'Local authority',
  slug: key,
  codes: [],
  successors: [],
  predecessors: []
});

type Cell = number | 'suppressed' | 'absent';

/** A series file of one variant and one line: figures by area, from the year given. */
const seriesOf = (measure: string, from: number, figures: Record<string, Cell[]>, segments?: number[]): SeriesFile => {
  const keys = Object.keys(figures);
  const length = Math.max(...Object.values(figures).map((cells) => cells.length));
  const periods = Array.from({ length }, (_, i) => String(from + i));
  return {
    measure,
    areas: keys,
    variants: {
      number: {
        indicator: 'made',
        periods,
        lines: [{ key: 'all', label: 'All' }],
        area: keys.map((_, i) => i),
        line: keys.map(() => 0),
        from: keys.map(() => 0),
        value: keys.map((key) => figures[key]!.map((cell) => (typeof cell === 'number' ? cell : null))),
        status: keys.map((key) =>
          figures[key]!.flatMap((cell) => [STATUS_CODES.indexOf(typeof cell === 'number' ? 'ok' : cell), 1])
        ),
        segment: keys.map(() => 0),
        segments: [segments ?? periods.map(() => 0)],
        lineage: keys.map(() => 0),
        lineages: [periods.map(() => [])],
        below: keys.map(() => []),
        above: keys.map(() => [])
      }
    },
    breaks: [],
    notes: [],
    lineages: [],
    sources: []
  };
};

const MADE = measureOf('looked-after');

const estimateMade = (
  from: number,
  of: (council: number) => Cell[],
  england: Cell[],
  segments?: number[]
): Estimates => {
  const years = england.length;
  const figures = Object.fromEntries([[ENGLAND, england], ...KEYS.map((key, i) => [key, of(i)])]) as Record<
    string,
    Cell[]
  >;
  const children = Object.fromEntries(Object.keys(figures).map((key) => [key, Array(years).fill(20_000) as Cell[]]));
  const series = new Map([
    [MADE.slug, seriesOf(MADE.slug, from, figures, segments)],
    ['children', seriesOf('children', from - 1, children)]
  ]);
  return estimatesOf(MADE, MADE.variants[0], { areas: Object.keys(figures).map(council), series }).at(-1)!;
};

describe('estimates of bad data', () => {
  const wild = (i: number, years: number): Cell[] =>
    Array.from({ length: years }, (_, year) => 90 + i * 5 + ((i * 7 + year * 11) % 13));

  it('says why there is nothing to say where all are zero', () => {
    const { spread, ranks, dispersion, changes, trends } = estimateMade(2020, () => [0, 0, 0], [0, 0, 0]);
    expect(spread).toEqual({ kind: 'no claim', why: 'the figure for England is none or all' });
    expect(ranks).toEqual({ kind: 'no claim', why: 'every area has none, or all' });
    expect(dispersion.kind).toBe('no claim');
    expect([changes().size, trends.size]).toEqual([0, 0]);
  });

  it('has no year to estimate where all are suppressed', () => {
    expect(estimateMade(2020, () => ['suppressed', 'suppressed'], [100, 100])).toBeUndefined();
  });

  it('says nothing of one council', () => {
    const found = estimateMade(2020, (i) => (i ? ['absent', 'absent'] : [100, 120]), [1000, 1000]);
    expect(found.spread).toEqual({ kind: 'no claim', why: 'fewer than ten areas have a figure' });
    expect(found.ranks).toEqual({ kind: 'no claim', why: 'fewer than ten areas have a figure' });
    expect(found.dispersion.kind).toBe('no claim');
  });

  it('has ranks and changes, but no trend, of a measure with three years', () => {
    const { ranks, changes, trends, dispersion } = estimateMade(2020, (i) => wild(i, 3), [100, 100, 100]);
    expect(ranks.kind).toBe('rank ranges');
    expect(dispersion).toMatchObject({ kind: 'year to year', pairs: 2 });
    expect(changes().size).toBe(KEYS.length);
    expect([...trends.values()].every((trend) => trend.kind === 'none' && trend.why === 'a missing year')).toBe(true);
  });

  it('has a rank, but no change and no trend, of a council that began last year', () => {
    const found = estimateMade(
      2019,
      (i) => (i ? wild(i, 6) : [...Array<Cell>(5).fill('absent'), 100]),
      Array(6).fill(100)
    );
    expect(found.ranks.kind === 'rank ranges' && found.ranks.ranges.has('800')).toBe(true);
    expect(found.changes().has('800')).toBe(false);
    expect(found.changes().size).toBe(KEYS.length - 1);
    expect(found.trends.get('800')).toEqual({ kind: 'none', why: 'a missing year' });
    expect(found.trends.get('801')!.kind).not.toBe('none');
  });

  it('compares nothing across a break', () => {
    const found = estimateMade(2019, (i) => wild(i, 6), Array(6).fill(100), [0, 0, 0, 0, 0, 1]);
    expect(found.dispersion).toEqual({ kind: 'no claim', why: 'the year before has no figures to compare with' });
    expect([found.changes().size, found.trends.size]).toEqual([0, 0]);
    const later = estimateMade(2019, (i) => wild(i, 6), Array(6).fill(100), [0, 0, 0, 0, 1, 1]);
    expect(later.changes().size).toBe(KEYS.length);
    expect(later.trends.get('805')).toEqual({ kind: 'none', why: 'a break' });
  });

  it('makes no claim without England’s figure, and still ranks', () => {
    const found = estimateMade(2020, (i) => wild(i, 2), ['absent', 'absent']);
    expect(found.spread.kind).toBe('no claim');
    expect(found.ranks.kind).toBe('rank ranges');
  });

  it('takes suppressed counts for 1 to 5 only where zeros are published and small counts are not', () => {
    const of = (cells: Cell[]) => estimateMade(2020, (i) => [cells[i] ?? 20 + i], [100]).ranks;
    const ranked = (cells: Cell[]): boolean => {
      const found = of(cells);
      return found.kind === 'rank ranges' && found.ranges.has('801');
    };
    expect(ranked([0, 'suppressed'])).toBe(true);
    expect(ranked([30, 'suppressed'])).toBe(false);
    expect(ranked([0, 'suppressed', 3])).toBe(false);
  });

  it('estimates nothing of a variant whose chance cannot be worked out', () => {
    const number: Variant = MADE.variants[1]!;
    expect(isEstimated(number)).toBe(false);
    expect(estimatesOf(MADE, number, inputs)).toEqual([]);
  });
});
