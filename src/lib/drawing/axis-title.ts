import { widthOf } from './labels.ts';
import type { Size } from './size.ts';
import { formatStep } from './ticks.ts';

/** What an axis of values is of, and where it starts; absent where that is zero. */
interface ValueAxis {
  axisTitle: string;
  bottom?: number;
}

/** True where the axis does not start at zero: the page has to say so too. */
export const startsAboveZero = ({ bottom = 0 }: Pick<ValueAxis, 'bottom'>): boolean => bottom > 0;

/** What stands over the axis: the unit, and where the axis starts where that is not zero. */
export const axisWords = ({ axisTitle, bottom = 0 }: ValueAxis): string =>
  bottom > 0 ? `${axisTitle}, axis from ${formatStep(bottom)}` : axisTitle;

/** The size of the letters of the axis' title: a long unit is written smaller rather than cut. */
export const titleFont = (spec: ValueAxis, size: Size): number =>
  Math.min(size.font, Math.floor((10 * (size.width - 4)) / widthOf(axisWords(spec), 1)) / 10);
