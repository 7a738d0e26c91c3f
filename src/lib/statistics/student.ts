/** Natural logarithm of the gamma function of a half or whole number above zero, by its recurrence. */
const logGamma = (half: number): number => {
  let sum = half % 1 === 0 ? 0 : Math.log(Math.sqrt(Math.PI));
  for (let at = half % 1 === 0 ? 1 : 0.5; at < half; at++) sum += Math.log(at);
  return sum;
};

/** Continued fraction of the incomplete beta function, by Lentz's method: Press et al., Numerical Recipes, section 6.4. */
const fraction = (x: number, a: number, b: number): number => {
  const tiny = 1e-300;
  const kept = (value: number): number => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / kept(1 - ((a + b) * x) / (a + 1));
  let result = d;
  for (let m = 1; m < 500; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / kept(1 + even * d);
    c = kept(1 + even / c);
    result *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / kept(1 + odd * d);
    c = kept(1 + odd / c);
    result *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) return result;
  }
  throw new Error(`incomplete beta function: expected a limit, found none at ${x}`);
};

/** The regularised incomplete beta function, 0 to 1. */
const beta = (x: number, a: number, b: number): number => {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x));
  return x < (a + 1) / (a + b + 2) ? (front * fraction(x, a, b)) / a : 1 - (front * fraction(1 - x, b, a)) / b;
};

/** Share of Student's t distribution below a value, 0 to 1, at whole degrees of freedom. */
export const studentCumulative = (t: number, freedom: number): number => {
  const outside = beta(freedom / (freedom + t * t), freedom / 2, 0.5) / 2;
  return t > 0 ? 1 - outside : outside;
};

/**
 * The value below which a share of Student's t distribution lies, at whole degrees of freedom: 0.975 at 6 gives 2.4469.
 * Found by halving. Throws where the share is not between 0 and 1 or the degrees of freedom are not a whole number above 0.
 */
export const studentQuantile = (share: number, freedom: number): number => {
  if (!(share > 0 && share < 1) || !(freedom >= 1 && Number.isInteger(freedom)))
    throw new Error(
      `student's t: expected a share between 0 and 1 and whole degrees of freedom, found ${share} and ${freedom}`
    );
  if (share < 0.5) return -studentQuantile(1 - share, freedom);
  let [low, high] = [0, 1];
  while (studentCumulative(high, freedom) < share) high *= 2;
  for (let i = 0; i < 200 && high - low > 1e-14 * high; i++) {
    const middle = (low + high) / 2;
    if (studentCumulative(middle, freedom) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
};
