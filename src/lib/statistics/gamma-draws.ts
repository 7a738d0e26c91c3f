/** Draws of the standard normal distribution from uniform random numbers, by Marsaglia's polar method (1964). */
export const normalDraws = (random: () => number): (() => number) => {
  let spare: number | undefined;
  return () => {
    if (spare !== undefined) {
      const value = spare;
      spare = undefined;
      return value;
    }
    for (;;) {
      const u = 2 * random() - 1;
      const v = 2 * random() - 1;
      const s = u * u + v * v;
      if (s >= 1 || s === 0) continue;
      const scale = Math.sqrt((-2 * Math.log(s)) / s);
      spare = v * scale;
      return u * scale;
    }
  };
};

/**
 * Draws of the gamma distribution of a shape, which is above zero, and a scale of 1, from uniform random numbers: Marsaglia and
 * Tsang 2000, ACM Transactions on Mathematical Software 26: 363-372.
 */
export const gammaDraws = (random: () => number): ((shape: number) => number) => {
  const normal = normalDraws(random);
  const draw = (shape: number): number => {
    if (shape < 1) return draw(shape + 1) * (1 - random()) ** (1 / shape);
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = normal();
      const w = 1 + c * x;
      const v = w * w * w;
      if (v <= 0) continue;
      const u = 1 - random();
      // Their quick acceptance saves two logarithms in nearly every draw.
      if (u < 1 - 0.0331 * x * x * x * x || Math.log(u) < (x * x) / 2 + d - d * v + d * Math.log(v)) return d * v;
    }
  };
  return draw;
};
