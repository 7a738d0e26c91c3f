import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { EstimatesFile } from '#lib/statistics/estimates-file.ts';
import { dispersionIn, isWhy, placeRangeIn, spreadIn, trendCounts, trendIn } from './estimates.ts';

const why = 'fewer than ten areas have a figure';
const file: EstimatesFile = {
  measure: 'made',
  variants: {
    rate: {
      areas: ['309', '330', '894'],
      years: {
        '2024': { spread: { why }, dispersion: { why }, ranks: { why }, trends: [] },
        '2025': {
          spread: { figure: 'rate', centre: 67.1, tau: 0.29, phi: 12, used: 2, missing: 1, zeros: 0 },
          dispersion: { phi: 1.1, factor: 0.5, exponent: 0.2, pairs: 5, areas: 150 },
          ranks: { of: 151, first: [76, 3, 0], last: [110, 20, 0], quarter: [0, 4, 0] },
          trends: [1, 5, -1]
        }
      }
    }
  }
};
const in2025 = { file, unit: 'rate', period: '2025' } as const;
const in2024 = { ...in2025, period: '2024' } as const;

describe('a made-up file of estimates', () => {
  it('gives the range of places, with a quarter only where one is named', () => {
    expect(placeRangeIn(in2025, '309')).toEqual({ first: 76, last: 110, of: 151 });
    expect(placeRangeIn(in2025, '330')).toEqual({ first: 3, last: 20, of: 151, quarter: 4 });
  });

  it('says why there is no range', () => {
    for (const area of ['894', '000'])
      expect(placeRangeIn(in2025, area)).toEqual({ why: 'it has no figure to rank this year' });
    expect(placeRangeIn(in2024, '309')).toEqual({ why });
    for (const nothing of [
      { ...in2025, period: '2026' },
      { ...in2025, unit: 'number' as const },
      { ...in2025, file: undefined }
    ])
      expect(placeRangeIn(nothing, '309')).toEqual({ why: 'chance cannot be worked out for these figures' });
  });

  it('gives the trend of five years, or why there is none', () => {
    expect(trendIn(in2025, '309')).toEqual({ trend: 'falling' });
    expect(trendIn(in2025, '330')).toEqual({ why: 'a figure is missing in the five years' });
    expect(trendIn(in2025, '894')).toEqual({ why: 'it has no figure this year' });
    expect(trendIn(in2024, '309')).toEqual({ why });
    expect(trendCounts(in2025)).toEqual({ rising: 0, falling: 1, of: 1 });
  });

  it('gives how far councils lie from England and how far they move in a year', () => {
    expect(spreadIn(in2025)).toMatchObject({ kind: 'spread', tau: 0.29 });
    expect(spreadIn(in2024)).toEqual({ why });
    expect(dispersionIn(in2025)).toMatchObject({ factor: 0.5, exponent: 0.2 });
    expect(isWhy(dispersionIn({ ...in2025, file: undefined }))).toBe(true);
  });
});

describe('the estimates of the published figures', () => {
  const { pages } = JSON.parse(readFileSync('static/data/manifest.json', 'utf8')) as {
    pages: { name: string; path: string }[];
  };
  const path = pages.find(({ name }) => name === 'estimates/looked-after.json')!.path;
  const published = JSON.parse(readFileSync(`static/${path}`, 'utf8')) as EstimatesFile;

  it('places Haringey in 2025 between about 76th and 110th of 151, in the lower middle quarter', () => {
    const range = placeRangeIn({ file: published, unit: 'rate', period: '2025' }, '309');
    if (isWhy(range)) throw new Error(range.why);
    expect(range.of).toBe(151);
    expect(Math.abs(range.first - 76)).toBeLessThanOrEqual(2);
    expect(Math.abs(range.last - 110)).toBeLessThanOrEqual(2);
    expect(range.quarter).toBe(2);
  });
});
