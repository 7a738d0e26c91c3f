import { steps } from './ticks.ts';

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
  if (!(low > 0) || bottom <= 0 || bottom < (least + room) / 5) return { bottom: 0, top: niceTop(high) };
  return { bottom, top: Number((Math.ceil((least + room) / step - 1e-9) * step).toPrecision(12)) };
};
