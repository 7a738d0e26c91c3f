import { describe, expect, it } from 'vitest';
import { recentTrend } from './recent-trend.ts';

const series = (counts: number[], size = 50_000) => counts.map((count, i) => ({ at: 2021 + i, count, size }));

describe('the recent trend', () => {
  it('is rising or falling where the slope is beyond chance', () => {
    expect(recentTrend(series([300, 330, 360, 390, 420]))).toBe('rising');
    expect(recentTrend(series([420, 390, 360, 330, 300]))).toBe('falling');
    expect(recentTrend(series([300, 310, 290, 305, 300]))).toBe('no clear trend');
    expect(recentTrend(series([0, 0, 0, 0, 0]))).toBe('no clear trend');
  });

  it('takes the last five only', () => {
    expect(recentTrend(series([900, 800, 300, 301, 299, 300, 302]))).toBe('no clear trend');
  });

  it('is not worked out from fewer points, nor across a gap', () => {
    expect(recentTrend(series([300, 330, 360, 390]))).toBeUndefined();
    expect(
      recentTrend(series([300, 330, 360, 390, 420]).map((p, i) => ({ ...p, at: p.at + (i > 2 ? 1 : 0) })))
    ).toBeUndefined();
  });

  it('calls the limit by chi-squared: a weighted slope squared over its variance', () => {
    // Equal sizes: Σ(count)(t) = 10 d for counts falling evenly by d; χ² = (10 d)² / (mean count × 10) = 10 d² / mean.
    const chi = (d: number): number => (10 * d * d) / 300;
    const at = (d: number) => recentTrend(series([300 - 2 * d, 300 - d, 300, 300 + d, 300 + 2 * d]));
    for (const d of [1, 10, 16, 16.9, 17, 30]) expect(at(d)).toBe(chi(d) > 9.5495 ? 'rising' : 'no clear trend');
  });
});
