import { Memo } from '#lib/domain/memo.ts';
import { EigenvalueDecomposition, Matrix, inverse } from 'ml-matrix';

/** What Durbin and Watson's statistic says of residuals in order of time, and what that rests on. */
export interface ResidualVerdict {
  verdict: 'go together' | 'cannot tell' | 'do not go together';
  /** The two limits for any design of this size, and the probability of a statistic as low for this design. */
  limits: readonly [lower: number, upper: number];
  p: number;
}

const STEPS = 1_000;

/**
 * The probability that a sum of weighted squares of independent normal numbers is below zero, by Imhof's integral (1961,
 * Biometrika 48: 419-426) over u from 0 to infinity, with u = (1 - v²)/v² and Simpson's rule over v.
 */
const chanceBelowZero = (weights: readonly number[]): number => {
  const at = (v: number): number => {
    const u = (1 - v * v) / (v * v);
    let [angle, size] = [0, 0];
    for (const weight of weights) {
      angle += Math.atan(weight * u) / 2;
      size += Math.log1p((weight * u) ** 2) / 4;
    }
    return ((Math.sin(angle) / (u * Math.exp(size))) * 2) / v ** 3;
  };
  // At v = 0 there is nothing left; at v = 1, where u = 0, the integrand is half the sum of the weights.
  let sum = weights.reduce((total, weight) => total + weight, 0);
  for (let i = 1; i < STEPS; i++) sum += (i % 2 ? 4 : 2) * at(i / STEPS);
  return 0.5 - sum / (3 * STEPS) / Math.PI;
};

/** The point below which the statistic lies with a probability, were its eigenvalues these. */
const quantileOf = (eigenvalues: readonly number[], level: number): number => {
  let [low, high] = [0, 4];
  while (high - low > 1e-9) {
    const middle = (low + high) / 2;
    if (chanceBelowZero(eigenvalues.map((each) => each - middle)) < level) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
};

const limits = new Memo<string, readonly [lower: number, upper: number]>();

/**
 * Durbin and Watson's two limits at a level: below the lower residuals go together whatever the predictors, above the upper they
 * do not, and between them it hangs on the predictors. `years` are the observations and `predictors` those beside the constant.
 * They are the tables of Savin and White (1977, Econometrica 45: 1989-1996), worked out: the statistic lies between two sums whose
 * eigenvalues are the lowest and the highest of 2(1 - cos(πj/n)). Throws where there are not two more years than coefficients.
 */
export const durbinWatsonLimits = (
  years: number,
  predictors: number,
  level = 0.05
): readonly [lower: number, upper: number] => {
  const left = years - predictors - 1;
  if (!(left >= 2 && predictors >= 1))
    throw new Error(`durbinWatsonLimits: expected years to spare, found ${years} and ${predictors} predictors`);
  return limits.get(`${years}/${predictors}/${level}`, () => {
    const all = Array.from({ length: years - 1 }, (_, i) => 2 * (1 - Math.cos((Math.PI * (i + 1)) / years)));
    return [quantileOf(all.slice(0, left), level), quantileOf(all.slice(predictors), level)];
  });
};

/**
 * The probability of a statistic as low as this were residuals independent, for the design that was fitted (one row an
 * observation, the constant among the columns): what `lmtest::dwtest` gives in R with `exact = TRUE`. It settles the zone that
 * the limits leave open, for this design.
 */
export const durbinWatsonChance = (statistic: number, design: readonly (readonly number[])[]): number => {
  const n = design.length;
  const x = new Matrix(design.map((row) => [...row]));
  const hat = x.mmul(inverse(x.transpose().mmul(x))).mmul(x.transpose());
  const rest = Matrix.eye(n).sub(hat);
  const differences = Matrix.zeros(n, n);
  for (let i = 0; i < n; i++) {
    differences.set(i, i, i === 0 || i === n - 1 ? 1 : 2);
    if (i > 0) differences.set(i, i - 1, -1);
    if (i < n - 1) differences.set(i, i + 1, -1);
  }
  const values = new EigenvalueDecomposition(rest.mmul(differences).mmul(rest), { assumeSymmetric: true })
    .realEigenvalues;
  const kept = values.sort((a, b) => b - a).slice(0, n - design[0]!.length);
  return chanceBelowZero(kept.map((each) => each - statistic));
};

/**
 * Whether residuals in order of time go together: they do below the lower limit, or where the probability for this design is
 * under 5%; they do not above the upper limit; in the zone between the test cannot tell. A fit whose residuals go together
 * prints no interval, as its intervals take each year's error to be independent of the last's. `design` has the constant among
 * its columns.
 */
export const judgeResiduals = (statistic: number, design: readonly (readonly number[])[]): ResidualVerdict => {
  const limits = durbinWatsonLimits(design.length, design[0]!.length - 1);
  const p = durbinWatsonChance(statistic, design);
  const verdict =
    statistic < limits[0] || p < 0.05 ? 'go together' : statistic > limits[1] ? 'do not go together' : 'cannot tell';
  return { verdict, limits, p };
};
