import { formatNumber } from '#lib/domain/index.ts';
import { widthOf } from './labels.ts';

/**
 * Round values at even steps from one end of an axis to the other, about so many: 1, 2 or 5 times a power of ten, whichever
 * comes nearest on a scale of powers (as d3-array's `ticks` has it).
 */
export const steps = ([low, high]: readonly [number, number], about: number): number[] => {
  const span = high - low;
  if (!(span > 0)) return [low];
  const power = Math.floor(Math.log10(span / about));
  const error = span / about / 10 ** power;
  const factor = error >= Math.sqrt(50) ? 10 : error >= Math.sqrt(10) ? 5 : error >= Math.SQRT2 ? 2 : 1;
  const step = factor * 10 ** power;
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
};

/** Round steps of an axis, by how many of them lead to its top. */
const STEPS = { 4: [1, 1.5, 2, 2.5, 3, 4, 5, 8, 10], 3: [1, 1.5, 2, 3, 4, 5, 8, 10] } as const;
const COUNTS = [4, 3] as const;

/**
 * The top of an axis from zero that a value fits under with the least to spare, so that three or four even, round steps lead to
 * it. `unit` is what every step is a whole number of: 1 where children are counted.
 */
export const axisTop = (value: number, unit = 0): number => {
  if (!(value > 0)) return unit * 3 || 1;
  const tops = COUNTS.flatMap((count) => {
    const power = 10 ** Math.floor(Math.log10(value / count));
    return [power, power * 10]
      .flatMap((each) => STEPS[count].map((step) => step * each))
      .filter((step) => step * count >= value - 1e-9 && (!unit || Number.isInteger(step / unit)))
      .map((step) => step * count);
  });
  return Number(Math.min(...tops).toPrecision(12));
};

/** Three or four even steps from zero to a top that is a round number of them, whole ones before others; else about four round ones. */
export const axisSteps = ([low, high]: readonly [number, number]): number[] => {
  const counts = COUNTS.filter((count) => {
    const step = high / count;
    const digits = step / 10 ** Math.floor(Math.log10(step) + 1e-9);
    return STEPS[count].some((known) => Math.abs(known - digits) < 1e-9);
  });
  const count = counts.find((each) => Number.isInteger(high / each)) ?? counts[0];
  if (low !== 0 || count === undefined) return steps([low, high], 4);
  return Array.from({ length: count + 1 }, (_, i) => Number(((i * high) / count).toPrecision(12)));
};

/** The steps of an axis in words, all to the same number of decimal places. */
export const formatSteps = (values: readonly number[]): string[] => {
  const dp = Math.max(0, ...values.map(placesOf));
  return values.map((value) => formatNumber(value, dp));
};

const placesOf = (value: number): number => [0, 1, 2].find((dp) => Number.isInteger(value * 10 ** dp)) ?? 2;

/** How a step of an axis reads: whole, or to one decimal place. */
export const formatStep = (value: number): string => formatNumber(value, Number.isInteger(value) ? 0 : 1);

/** How a value reads beside an axis: with its sign both ways where the axis has both, as changes do. */
export const signed = (value: number, dp: number, [low]: readonly [number, number]): string =>
  `${low < 0 && value > 0 ? '+' : ''}${formatNumber(value, dp)}`;

/** A step of an axis with its words. */
export interface Step {
  value: number;
  text: string;
}

/**
 * The steps of an axis with their words, all to the same number of decimal places: about so many, and fewer where the
 * words would come near each other on an axis so many pixels wide.
 */
export const labelled = (
  domain: readonly [number, number],
  about: number,
  room: { width: number; font: number }
): Step[] => {
  const values = steps(domain, about);
  const dp = Math.max(0, ...values.map(placesOf));
  const out = values.map((value) => ({ value, text: signed(value, dp, domain) }));
  const between = room.width / ((domain[1] - domain[0]) / (values[1]! - values[0]!));
  const widest = Math.max(0, ...out.map(({ text }) => widthOf(text, room.font)));
  return about > 2 && values.length > 1 && between < widest + 8 ? labelled(domain, about - 1, room) : out;
};

const LADDER = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

/** The next round number at or above a value, so that an axis ends on a tick. */
export const niceTop = (value: number): number => {
  if (!(value > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const step = LADDER.find((each) => each * power >= value - 1e-9) ?? 10;
  return Number((step * power).toPrecision(6));
};

/**
 * The round numbers at or around the lowest and the highest of some values, for an axis that is fitted to them: on steps, and
 * at least a tenth of the highest apart, so that next to no change does not look like one. From zero where that is near.
 */
export const niceRange = (low: number, high: number): { bottom: number; top: number } => {
  const room = Math.max((high - low) * 1.04, high / 10);
  // The lowest stands clear of the foot, where marks of what is held back are.
  const least = Math.max(0, Math.min(low - room / 25, (low + high - room) / 2));
  const [first = 0, second = 1] = steps([least, least + room], 5);
  const step = second - first;
  const bottom = Number((Math.floor(least / step + 1e-9) * step).toPrecision(12));
  if (!(low > 0) || bottom <= 0 || bottom < (least + room) / 5) return { bottom: 0, top: axisTop(high) };
  return { bottom, top: Number((Math.ceil((least + room) / step - 1e-9) * step).toPrecision(12)) };
};
