import { Matrix, QrDecomposition, inverse } from 'ml-matrix';
import { studentQuantile } from './distributions.ts';

/** A line or plane fitted by ordinary least squares, with what is needed to judge it. */
export interface Fit {
  coefficients: number[];
  /** Standard errors of the coefficients, in the order of the coefficients. */
  errors: number[];
  covariance: number[][];
  fitted: number[];
  residuals: number[];
  /** Degrees of freedom left: observations less coefficients. */
  freedom: number;
  /** Standard deviation of the residuals, on the degrees of freedom. */
  deviation: number;
  /** Share of the variation about the mean that the fit accounts for, 0 to 1. */
  rSquared: number;
}

/** A value with the two ends of its interval. */
export interface Ranged {
  value: number;
  low: number;
  high: number;
}

/**
 * Ordinary least squares of `values` on the rows of `design`, by Householder QR of the columns, each first divided by its
 * length so that years and ones weigh alike. Throws where there are not more observations than coefficients, or where a
 * column is a combination of others. Source: Draper and Smith, Applied Regression Analysis, 3rd edition, chapters 5 and 6.
 */
export const regress = (design: number[][], values: number[]): Fit => {
  const width = design[0]?.length ?? 0;
  const freedom = values.length - width;
  if (design.length !== values.length || width === 0 || freedom < 1)
    throw new Error(
      `regression: expected more observations than coefficients, found ${values.length} observations, ${design.length} rows and ${width} coefficients`
    );
  const lengths = Array.from({ length: width }, (_, i) => Math.hypot(...design.map((row) => row[i]!)) || 1);
  const qr = new QrDecomposition(new Matrix(design.map((row) => row.map((cell, i) => cell / lengths[i]!))));
  const triangle = qr.upperTriangularMatrix;
  const largest = Math.max(...triangle.diagonal().map(Math.abs));
  if (triangle.diagonal().some((each) => Math.abs(each) < largest * 1e-12))
    throw new Error('regression: expected independent columns, found one that is a combination of others');
  const coefficients = qr
    .solve(Matrix.columnVector(values))
    .to1DArray()
    .map((each, i) => each / lengths[i]!);
  const fitted = design.map((row) => dot(row, coefficients));
  const residuals = values.map((value, i) => value - fitted[i]!);
  const squares = dot(residuals, residuals);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = squares / freedom;
  const back = inverse(triangle);
  const covariance = back
    .mmul(back.transpose())
    .to2DArray()
    .map((row, i) => row.map((each, j) => (each * variance) / (lengths[i]! * lengths[j]!)));
  return {
    coefficients,
    errors: covariance.map((row, i) => Math.sqrt(row[i]!)),
    covariance,
    fitted,
    residuals,
    freedom,
    deviation: Math.sqrt(variance),
    rSquared: 1 - squares / values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  };
};

const dot = (a: number[], b: number[]): number => a.reduce((sum, each, i) => sum + each * b[i]!, 0);

/** How many standard errors an interval of a level ("0.95") reaches to each side at a fit's degrees of freedom (Student's t). */
const reach = ({ freedom }: Pick<Fit, 'freedom'>, level = 0.95): number =>
  studentQuantile(1 - (1 - level) / 2, freedom);

/** The variance of a combination of the coefficients. */
const varianceOf = (fit: Fit, weights: number[]): number =>
  dot(
    weights,
    fit.covariance.map((row) => dot(row, weights))
  );

/** A coefficient with its interval. Source: Draper and Smith, section 5.1. */
export const coefficient = (fit: Fit, at: number, level = 0.95): Ranged => {
  const value = fit.coefficients[at]!;
  const wide = reach(fit, level) * fit.errors[at]!;
  return { value, low: value - wide, high: value + wide };
};

/** Where the fitted line runs at a row of the design, with the interval of the line itself. */
export const meanAt = (fit: Fit, row: number[], level = 0.95): Ranged => {
  const value = dot(row, fit.coefficients);
  const wide = reach(fit, level) * Math.sqrt(varianceOf(fit, row));
  return { value, low: value - wide, high: value + wide };
};

/**
 * What one new observation at a row of the design would be, with its prediction interval: it is wider than that of the line
 * by the scatter of single observations about it. Source: Draper and Smith, section 3.1.
 */
export const predictAt = (fit: Fit, row: number[], level = 0.95): Ranged => totalOf(fit, [row], level);

/** The sum of new observations, one at each row, with its prediction interval: errors of the line are shared, scatter is not. */
export const totalOf = (fit: Fit, rows: number[][], level = 0.95): Ranged => {
  const weights = fit.coefficients.map((_, i) => rows.reduce((sum, row) => sum + row[i]!, 0));
  const value = dot(weights, fit.coefficients);
  const wide = reach(fit, level) * Math.sqrt(varianceOf(fit, weights) + rows.length * fit.deviation ** 2);
  return { value, low: value - wide, high: value + wide };
};

/** Durbin and Watson's statistic of residuals in order of time: about 2 where neighbours are not alike, 0 to 4. Biometrika 37 (1950). */
export const durbinWatson = (residuals: number[]): number =>
  residuals.slice(1).reduce((sum, each, i) => sum + (each - residuals[i]!) ** 2, 0) / dot(residuals, residuals);

/** Correlation of each residual with the one before, −1 to 1: the sum of products of neighbours over the sum of squares. */
export const autocorrelation = (residuals: number[]): number =>
  dot(residuals.slice(1), residuals.slice(0, -1)) / dot(residuals, residuals);
