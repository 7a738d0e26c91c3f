import * as Plot from '@observablehq/plot';
import { touches } from '#lib/drawing/labels.ts';
import { placeText, px, writeAll, type Placed } from '#lib/drawing/text.ts';

/** Where the names of the quarters are written, and both ends of the axis. */
interface Row {
  y: number;
  low: number;
  high: number;
  font: number;
  axis: readonly [number, number];
}

/** A band narrower than this has no name: the name would point at nothing. */
const LEAST_BAND = 10;

/** The names of the quarters in a row over their bands, those for which there is room. */
const names = ([first, , third]: readonly [number, number, number], row: Row): Placed[] => {
  const outer = [
    ...(first - row.axis[0] < LEAST_BAND ? [] : [placeText('lowest quarter', first - 4, row.y, 'end', row.font)]),
    ...(row.axis[1] - third < LEAST_BAND ? [] : [placeText('highest quarter', third + 4, row.y, 'start', row.font)])
  ].filter(({ box }) => box.left >= row.low && box.right <= row.high);
  const middle = placeText('middle half', (first + third) / 2, row.y, 'middle', row.font);
  return middle.box.left > first && middle.box.right < third && !outer.some(({ box }) => touches(box, middle.box))
    ? [...outer, middle]
    : outer;
};

/**
 * The middle half of all figures as two faint bands that meet at the median, `places` of the quartiles in pixels, from `top`
 * to `bottom`; with names in a row.
 */
export const quartileMarks = (
  places: readonly [number, number, number],
  span: { top: number; bottom: number },
  row: Row
): Plot.Markish[] => {
  const [first, second, third] = places;
  return [
    Plot.rect([0, 1], {
      x1: px(first, second + 0.75),
      x2: px(Math.max(first, second - 0.75), third),
      y1: px(span.top, span.top),
      y2: px(span.bottom, span.bottom),
      fill: 'var(--band)',
      className: 'quartiles'
    }),
    ...writeAll(names(places, row), { font: row.font, fill: 'var(--muted)', className: 'quartile-label' })
  ];
};
