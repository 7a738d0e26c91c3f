import { Memo } from '#lib/domain/memo.ts';
import { chiSquaredQuantile, normalQuantile } from './distributions.ts';

/** Both ends of an interval, in the unit of what it is of. */
export interface Interval {
  low: number;
  high: number;
}

/** From this count Byar's approximation is used, below it the exact interval. */
const BYAR_FROM = 10;

const check = (name: string, value: number): void => {
  if (!(value >= 0 && Number.isFinite(value))) throw new Error(`${name}: expected a number from zero, found ${value}`);
};

const quantiles = new Memo<number, number>();

/** The z that a central interval of a level reaches to: 1.959964 for 0.95. Throws for a level that is not between 0 and 1. */
export const zOf = (level: number): number => {
  if (!(level > 0 && level < 1)) throw new Error(`level: expected a share between 0 and 1, found ${level}`);
  return quantiles.get(level, () => normalQuantile(1 - (1 - level) / 2));
};

/**
 * Byar's approximation to the interval of a Poisson count (Breslow and Day 1987, Statistical Methods in Cancer Research II,
 * p. 69), not below zero. `count` from zero; `level` as 0.95. Throws for a count below zero or not finite.
 */
export const byar = (count: number, level = 0.95): Interval => {
  check('byar', count);
  const z = zOf(level);
  const above = count + 1;
  return {
    low: count === 0 ? 0 : Math.max(0, count * (1 - 1 / (9 * count) - z / (3 * Math.sqrt(count))) ** 3),
    high: above * (1 - 1 / (9 * above) + z / (3 * Math.sqrt(above))) ** 3
  };
};

/**
 * The exact interval of a Poisson count by chi-squared quantiles (Garwood 1936, Biometrika 28: 437-442). `count` from zero;
 * `level` as 0.95. Throws for a count below zero or not finite.
 */
export const exactPoisson = (count: number, level = 0.95): Interval => {
  check('exactPoisson', count);
  const tail = (1 - level) / 2;
  return {
    low: count === 0 ? 0 : chiSquaredQuantile(tail, 2 * count) / 2,
    high: chiSquaredQuantile(1 - tail, 2 * count + 2) / 2
  };
};

/**
 * The interval of a count: Byar's from 10 on, exact below, as in OHID's public health technical guidance. `count` from zero;
 * `level` as 0.95. Throws for a count below zero or not finite.
 */
export const countInterval = (count: number, level = 0.95): Interval =>
  count >= BYAR_FROM ? byar(count, level) : exactPoisson(count, level);

/** The interval of a rate for every 10,000, from its count and its population, which is above zero and finite, or it throws. */
export const rateInterval = (count: number, population: number, level = 0.95): Interval => {
  if (!(population > 0 && population < Infinity))
    throw new Error(`rateInterval: expected a population above zero, found ${population}`);
  const { low, high } = countInterval(count, level);
  return { low: (low / population) * 10_000, high: (high / population) * 10_000 };
};

/**
 * Wilson's score interval of a proportion (Wilson 1927, Journal of the American Statistical Association 22: 209-212), as parts
 * of one. `part` from zero to `whole`, which is above zero, or it throws; `level` as 0.95. None and all have their own end exact.
 */
export const wilson = (part: number, whole: number, level = 0.95): Interval => wilsonAt(part, whole, zOf(level));

/** `wilson` for an interval that reaches to a z, such as 1.96 times the root of an over-dispersion. */
export const wilsonAt = (part: number, whole: number, z: number): Interval => {
  check('wilson', part);
  if (!(whole > 0 && whole < Infinity && part <= whole))
    throw new Error(`wilson: expected a part of a whole, found ${part} of ${whole}`);
  const p = part / whole;
  const centre = p + (z * z) / (2 * whole);
  const half = z * Math.sqrt((p * (1 - p)) / whole + (z * z) / (4 * whole * whole));
  const scale = 1 + (z * z) / whole;
  return {
    low: part === 0 ? 0 : (centre - half) / scale,
    high: part === whole ? 1 : (centre + half) / scale
  };
};
