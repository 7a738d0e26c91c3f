import * as Plot from '@observablehq/plot';
import { dateToDecimalYear } from '#lib/domain/index.ts';
import type { DatedPoint } from './spec.ts';
import type { Size } from '#lib/drawing/size.ts';

const ACROSS = 7;
const DOWN = 13;

/** Figures of a day of their own, beside a line and not of it: hollow, joined to nothing, each with its name. */
export const datedMarks = (points: DatedPoint[], size: Size): Plot.Markish[] => {
  if (!points.length) return [];
  const places = { x: ({ date }: DatedPoint) => dateToDecimalYear(date), y: 'value' };
  return [
    Plot.dot(points, {
      ...places,
      r: 4.5,
      symbol: 'diamond',
      fill: 'var(--surface)',
      stroke: 'var(--ink)',
      strokeWidth: 1.5,
      className: 'dated'
    }),
    ...(['left', 'right'] as const).map((side) =>
      Plot.text(
        points.filter((point) => point.side === side),
        {
          ...places,
          text: size.name === 'narrow' ? 'short' : 'label',
          dx: side === 'left' ? -ACROSS : ACROSS,
          dy: DOWN,
          textAnchor: side === 'left' ? 'end' : 'start',
          fontSize: size.font - 1,
          fill: 'var(--ink)',
          stroke: 'var(--surface)',
          strokeWidth: 4,
          className: 'dated-label'
        }
      )
    )
  ];
};
