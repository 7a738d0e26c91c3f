import { gammaDraws, normalDraws } from '#lib/statistics/gamma-draws.ts';
import { seededRandom } from '#lib/statistics/seeded-random.ts';

/** Seeded draws to make figures up with. */
export interface Draws {
  uniform: () => number;
  normal: () => number;
  gamma: (shape: number) => number;
  /** A Poisson count of a mean. */
  poisson: (mean: number) => number;
  /** A count with a mean and a variance so many times as large: Poisson of a gamma mean. */
  dispersed: (mean: number, times: number) => number;
  binomial: (of: number, p: number) => number;
}

/** Seeded draws: the same in every run of a seed. */
export const drawsOf = (seed: number): Draws => {
  const uniform = seededRandom(seed);
  const gamma = gammaDraws(uniform);
  const poisson = (mean: number): number => {
    if (mean > 30) {
      // The time of the k-th event is gamma(k): jump to it and go on from there, or share out what lies before it.
      const k = Math.floor(mean * 0.875);
      const time = gamma(k);
      return time <= mean ? k + poisson(mean - time) : binomial(k - 1, mean / time);
    }
    let [count, product] = [0, uniform()];
    while (product > Math.exp(-mean)) {
      count++;
      product *= uniform();
    }
    return count;
  };
  const binomial = (of: number, p: number): number => {
    let count = 0;
    for (let i = 0; i < of; i++) if (uniform() < p) count++;
    return count;
  };
  return {
    uniform,
    normal: normalDraws(uniform),
    gamma,
    poisson,
    dispersed: (mean, times) => poisson(times > 1 ? gamma(mean / (times - 1)) * (times - 1) : mean),
    binomial
  };
};

/** The numbers of children of 150 made-up councils, from 8,000 to 300,000, most of them small, as in England. */
export const SIZES: readonly number[] = Array.from({ length: 150 }, (_, i) =>
  Math.round(8_000 * Math.exp((i / 149) ** 1.6 * Math.log(300_000 / 8_000)))
);
