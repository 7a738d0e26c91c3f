import { dateToDecimalYear } from '#lib/domain/index.ts';
import type { Geometry } from './layout.ts';
import type { ChartShade } from './spec.ts';

/** A period as far as it lies on the axis, in decimal years. */
export interface Span extends ChartShade {
  start: number;
  end: number;
}

/** A period as far as it lies on the axis, in pixels. */
export interface Shade extends ChartShade {
  left: number;
  right: number;
}

/** The periods that lie on an axis, cut to it, in order of time. */
export const spansOn = (shading: ChartShade[], [first, last]: [number, number]): Span[] =>
  shading
    .map((each) => ({ ...each, start: dateToDecimalYear(each.from), end: dateToDecimalYear(each.to) }))
    .filter(({ start, end }) => end > first && start < last)
    .map((each) => ({ ...each, start: Math.max(each.start, first), end: Math.min(each.end, last) }))
    .sort((a, b) => a.start - b.start);

/** The periods that lie on the axis in pixels, in order of time. */
export const shadesOn = (shading: ChartShade[], at: Geometry): Shade[] =>
  spansOn(shading, at.domain).map(({ start, end, ...each }) => ({ ...each, left: at.x(start), right: at.x(end) }));
