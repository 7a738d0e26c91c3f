import * as Plot from '@observablehq/plot';
import { formatNumber, toDecimalYear } from '#lib/domain/index.ts';
import type { Size } from '#lib/drawing/size.ts';
import type { Highlight, TimeSpec } from './spec.ts';

/** How far a number stands from its point, in pixels, and where it is anchored. */
const PLACES: Record<Highlight['side'], { dx: number; dy: number; textAnchor: 'start' | 'middle' | 'end' }> = {
  above: { dx: 0, dy: -13, textAnchor: 'middle' },
  below: { dx: 0, dy: 14, textAnchor: 'middle' },
  left: { dx: -9, dy: 0, textAnchor: 'end' },
  right: { dx: 9, dy: 0, textAnchor: 'start' }
};

/** The figures that the text beside the chart names: filled orange points with their numbers. */
export const highlightMarks = ({ highlights = [], lines, timing, dp }: TimeSpec, size: Size): Plot.Markish[] => {
  const found = highlights.map(({ line, period, side }) => {
    const value = lines.find(({ id }) => id === line)?.points.find((point) => point.period === period)?.value;
    if (value === undefined || value === null)
      throw new Error(`highlight of ${line}: expected a figure for ${period}, found none`);
    return { x: toDecimalYear(period, timing), value, side };
  });
  if (!found.length) return [];
  return [
    Plot.dot(found, { x: 'x', y: 'value', r: 4.5, fill: 'var(--mark)', className: 'highlight' }),
    ...(['above', 'below', 'left', 'right'] as const).flatMap((side) => {
      const own = found.filter((each) => each.side === side);
      return own.length
        ? [
            Plot.text(own, {
              x: 'x',
              y: 'value',
              text: ({ value }: (typeof own)[number]) => formatNumber(value, dp),
              ...PLACES[side],
              fontSize: size.font + 1,
              fontWeight: 600,
              fill: 'var(--mark)',
              stroke: 'var(--surface)',
              strokeWidth: 4,
              className: 'highlight-label'
            })
          ]
        : [];
    })
  ];
};
