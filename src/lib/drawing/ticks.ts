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
