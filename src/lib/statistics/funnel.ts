import { zOf, type Interval } from './interval.ts';
import { PER, type Kind } from './limits.ts';
import { quantile } from './quantile.ts';

/** A figure and what it is out of. */
export interface Sized {
  value: number;
  size: number;
}

/**
 * How far areas differ beyond chance: φ, the mean square of their winsorised z-scores; τ, the standard deviation between areas
 * in the unit of the figure, 0 where there is none beyond chance.
 */
export type OverDispersion =
  { kind: 'dispersed'; phi: number; tau: number; n: number } | { kind: 'chance alone'; phi: number; tau: 0; n: number };

/** The standard error of a figure of a size, were its true figure the centre, in the unit of the figure. */
export const standardError = (centre: number, size: number, kind: Kind): number => {
  const share = centre / PER[kind];
  return PER[kind] * Math.sqrt((kind === 'rate' ? share : share * (1 - share)) / size);
};

/** Draws the lowest and the highest tenth of some scores in to the 10th and the 90th percentile. */
const winsorise = (scores: number[]): number[] => {
  const [low, high] = [quantile(scores, 0.1), quantile(scores, 0.9)];
  return scores.map((score) => Math.min(high, Math.max(low, score)));
};

/**
 * Over-dispersion by additive random effects (Spiegelhalter 2005, Handling over-dispersion of performance indicators, Quality
 * and Safety in Health Care 14: 347-351): z-scores against the centre, 10% winsorised, φ their mean square; where n φ exceeds
 * n - 1, τ² = (n φ - (n - 1)) / (Σw - Σw² / Σw) with w = 1 / standard error². `points` are two or more, each with a size above
 * zero; `centre` in the unit of the figures.
 */
export const overDispersion = (points: readonly Sized[], centre: number, kind: Kind): OverDispersion => {
  const n = points.length;
  if (n < 2) throw new Error(`overDispersion: expected two areas or more, found ${n}`);
  const errors = points.map(({ size }) => standardError(centre, size, kind));
  const scores = winsorise(points.map(({ value }, i) => (value - centre) / errors[i]!));
  const phi = scores.reduce((sum, z) => sum + z * z, 0) / n;
  if (n * phi <= n - 1) return { kind: 'chance alone', phi, tau: 0, n };
  const weights = errors.map((error) => 1 / (error * error));
  const sum = weights.reduce((total, w) => total + w, 0);
  const squares = weights.reduce((total, w) => total + w * w, 0);
  return { kind: 'dispersed', phi, tau: Math.sqrt((n * phi - (n - 1)) / (sum - squares / sum)), n };
};

/**
 * Limits widened for over-dispersion: centre ± z √(standard error² + τ²), not below zero. `level` as 0.95; all in the unit of the
 * figure.
 */
export const widenedLimits = (
  centre: number,
  size: number,
  level: number,
  kind: Kind,
  { tau }: Pick<OverDispersion, 'tau'>
): Interval => {
  const half = zOf(level) * Math.hypot(standardError(centre, size, kind), tau);
  const high = centre + half;
  return { low: Math.max(0, centre - half), high: kind === 'percent' ? Math.min(100, high) : high };
};
