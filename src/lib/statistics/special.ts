/*
 * The special functions behind the distributions. Each is accurate to about 1e-13 relative where the tests look.
 */

// Lanczos' approximation with g = 7 and nine terms (Press et al., Numerical Recipes, 6.1; coefficients by P. Godfrey).
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7
] as const;

const STEPS = 10_000;
const TINY = 1e-300;
const ENOUGH = 1e-16;

/** The natural logarithm of the gamma function; x above zero. */
export const logGamma = (x: number): number => {
  if (!(x > 0)) throw new Error(`logGamma: expected a number above zero, found ${x}`);
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const t = x - 1 + 7.5;
  const sum = LANCZOS.reduce((total, term, i) => (i === 0 ? term : total + term / (x - 1 + i)), 0);
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
};

/** Sums a continued fraction b0 + a1/(b1 + a2/(b2 + …)) by Lentz's method as modified by Thompson and Barnett. */
const fraction = (b0: number, terms: (i: number) => [a: number, b: number]): number => {
  let f = b0 || TINY;
  let c = f;
  let d = 0;
  for (let i = 1; i < STEPS; i++) {
    const [a, b] = terms(i);
    d = b + a * d || TINY;
    c = b + a / c || TINY;
    d = 1 / d;
    f *= c * d;
    if (Math.abs(c * d - 1) < ENOUGH) break;
  }
  return f;
};

/**
 * Both halves of the regularised incomplete gamma function, P(a, x) below and Q(a, x) above, each without the cancellation of
 * taking it from one (Numerical Recipes, 6.2). a above zero, x from zero.
 */
export const incompleteGamma = (a: number, x: number): { below: number; above: number } => {
  if (x <= 0) return { below: 0, above: 1 };
  const scale = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = 1; n < STEPS && term > sum * ENOUGH; n++) {
      term *= x / (a + n);
      sum += term;
    }
    const below = scale * sum;
    return { below, above: 1 - below };
  }
  const above = scale / fraction(x + 1 - a, (i) => [-i * (i - a), x + 2 * i + 1 - a]);
  return { below: 1 - above, above };
};

/** The regularised incomplete beta function I_x(a, b) (Numerical Recipes, 6.4). a and b above zero, x from 0 to 1. */
export const incompleteBeta = (a: number, b: number, x: number): number => {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(b, a, 1 - x);
  const scale = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  const terms = (i: number): [number, number] => {
    const m = Math.floor(i / 2);
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    return [i % 2 ? odd : even, 1];
  };
  return scale / (a * fraction(1, terms));
};
