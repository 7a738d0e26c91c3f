import { dateToDecimalYear } from '#lib/domain/index.ts';
import type { Geometry } from './layout.ts';
import type { ChartShade } from './spec.ts';

/** A period as far as it lies on the axis, in pixels. */
export interface Shade extends ChartShade {
  left: number;
  right: number;
}

/** The periods that lie on the axis, in order of time. */
export const shadesOn = (shading: ChartShade[], at: Geometry): Shade[] =>
  shading
    .map((each) => ({ ...each, start: dateToDecimalYear(each.from), end: dateToDecimalYear(each.to) }))
    .filter(({ start, end }) => end > at.domain[0] && start < at.domain[1])
    .map(({ start, end, ...each }) => ({
      ...each,
      left: at.x(Math.max(start, at.domain[0])),
      right: at.x(Math.min(end, at.domain[1]))
    }))
    .sort((a, b) => a.left - b.left);
