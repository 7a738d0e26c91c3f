import { zOf, type Interval } from './interval.ts';
import { PER, limitsAt, type RateKind } from './limits.ts';
import { quantile } from './quantile.ts';

/** A figure and what it is out of. */
export interface Sized {
  value: number;
  size: number;
}

/**
 * How far areas differ beyond chance. φ is the mean square of their winsorised z-scores, τ the standard deviation that widens the
 * limits, in the unit of the figure: it is the number that a page states, and 0 where the scores show no more than chance. `n`
 * counts the areas.
 */
export type OverDispersion =
  { kind: 'dispersed'; phi: number; tau: number; n: number } | { kind: 'chance alone'; phi: number; tau: 0; n: number };

/**
 * The standard error of a figure of a size, were its true figure the centre, in the unit of the figure: √(centre ÷ size) of a
 * Poisson rate, √(p(1 - p) ÷ size) of a binomial share. Throws where that is not above zero: a centre of none or of all.
 */
export const standardError = (centre: number, size: number, kind: RateKind): number => {
  const share = centre / PER[kind];
  const error = PER[kind] * Math.sqrt((kind === 'rate' ? share : share * (1 - share)) / size);
  if (!(error > 0 && error < Infinity))
    throw new Error(`standardError: expected a centre between none and all and a size, found ${centre} and ${size}`);
  return error;
};

/** Draws the lowest and the highest tenth of some scores in to the 10th and the 90th percentile. */
const winsorise = (scores: number[]): number[] => {
  const [low, high] = [quantile(scores, 0.1), quantile(scores, 0.9)];
  return scores.map((score) => Math.min(high, Math.max(low, score)));
};

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** How far a figure lies from what it is held against, and the standard error that chance gives it, in one unit. */
export interface Departure {
  by: number;
  error: number;
}

/**
 * How far departures go beyond chance, by additive random effects as `overDispersion` describes them: φ, the mean square of
 * their winsorised scores, and τ in their unit, 0 where φ is no more than chance gives. `departures` are two or more, each with
 * an error above zero. Throws otherwise.
 */
export const excessOf = (departures: readonly Departure[]): { phi: number; tau: number } => {
  const n = departures.length;
  if (n < 2) throw new Error(`overDispersion: expected two areas or more, found ${n}`);
  const scores = winsorise(departures.map(({ by, error }) => by / error));
  const phi = total(scores.map((z) => z * z)) / n;
  if (Number.isNaN(phi)) throw new Error('overDispersion: expected numbers, found an area without one');
  if (n * phi <= n - 1) return { phi, tau: 0 };
  const weights = departures.map(({ error }) => 1 / (error * error));
  const sum = total(weights);
  return { phi, tau: Math.sqrt((n * phi - (n - 1)) / (sum - total(weights.map((w) => w * w)) / sum)) };
};

/**
 * Over-dispersion by additive random effects (Spiegelhalter 2005, Handling over-dispersion of performance indicators, Quality
 * and Safety in Health Care 14: 347-351): z-scores against the centre, 10% winsorised, φ their mean square; where n φ exceeds
 * n - 1, τ² = (n φ - (n - 1)) / (Σw - Σw² / Σw) with w = 1 / standard error². `points` are two or more, each with a size above
 * zero; `centre` in the unit of the figures. Throws otherwise.
 *
 * The scores are on the plain scale, so that τ is in the unit of the figure and the limits stay symmetrical; a square root or
 * an arcsine steadies small counts better, and the limits of those are exact instead. Winsorising keeps a few extreme areas from
 * widening everyone's limits; it also draws in the rest, so that τ comes to about four fifths of how far areas differ (the mean
 * square of normal scores falls to 0.68).
 */
export const overDispersion = (points: readonly Sized[], centre: number, kind: RateKind): OverDispersion => {
  const errors = points.map(({ size }) => standardError(centre, size, kind));
  const { phi, tau } = excessOf(points.map(({ value }, i) => ({ by: value - centre, error: errors[i]! })));
  const n = points.length;
  if (tau === 0) return { kind: 'chance alone', phi, tau, n };
  return { kind: 'dispersed', phi, tau, n };
};

/**
 * Limits widened for over-dispersion: centre ± z √(standard error² + τ²), from zero and for a percentage to 100, and nowhere
 * within the exact limits, which reach further where few are expected. `level` as 0.95; all in the unit of the figure.
 */
export const widenedLimits = (
  centre: number,
  size: number,
  level: number,
  kind: RateKind,
  { tau }: Pick<OverDispersion, 'tau'>
): Interval => {
  const half = zOf(level) * Math.hypot(standardError(centre, size, kind), tau);
  const exact = limitsAt(centre, size, level, kind);
  const high = Math.max(exact.high, centre + half);
  return {
    low: Math.max(0, Math.min(exact.low, centre - half)),
    high: kind === 'percent' ? Math.min(100, high) : high
  };
};
