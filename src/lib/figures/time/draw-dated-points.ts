import * as Plot from '@observablehq/plot';
import { dateToDecimalYear } from '#lib/domain/index.ts';
import type { Geometry } from './layout.ts';
import type { DatedPoint } from './spec.ts';
import type { Size } from '#lib/drawing/size.ts';
import { px, write } from '#lib/drawing/text.ts';

const ACROSS = 7;
const DOWN = 13;

/** Figures of a day of their own, beside a line and not of it: hollow, joined to nothing, each with its name. */
export const datedMarks = (points: DatedPoint[], at: Geometry, size: Size): Plot.Markish[] => {
  if (!points.length) return [];
  const placed = points.map((point) => ({
    ...point,
    x: at.x(dateToDecimalYear(point.date)),
    y: at.y(point.value)
  }));
  return [
    Plot.dot(placed, {
      x: px(...placed.map(({ x }) => x)),
      y: px(...placed.map(({ y }) => y)),
      r: 4.5,
      symbol: 'diamond',
      fill: 'var(--surface)',
      stroke: 'var(--ink)',
      strokeWidth: 1.5,
      className: 'dated'
    }),
    ...placed.map(({ label, short, side, x, y }) =>
      write(
        {
          text: size.name === 'narrow' ? short : label,
          x: x + (side === 'left' ? -ACROSS : ACROSS),
          y: y + DOWN,
          anchor: side === 'left' ? 'end' : 'start'
        },
        { font: size.font - 1, fill: 'var(--ink)', className: 'dated-label', halo: true }
      )
    )
  ];
};
