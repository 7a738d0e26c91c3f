import type * as Plot from '@observablehq/plot';
import { OFFSET, element, groupMark, type FromScales } from './svg.ts';

/** A straight line in pixels; `stroke` where it has a colour of its own. */
export interface Stroke {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
  stroke?: string;
}

/** An upright line. */
export const verticalRule = (x: number, from: number, to: number, stroke?: string): Stroke => ({
  x1: x,
  x2: x,
  y1: from,
  y2: to,
  ...(stroke === undefined ? {} : { stroke })
});

/** A level line. */
export const horizontalRule = (y: number, from: number, to: number, stroke?: string): Stroke => ({
  x1: from,
  x2: to,
  y1: y,
  y2: y,
  ...(stroke === undefined ? {} : { stroke })
});

/** Draws straight lines of one look in one mark; none where there are none. */
export const strokes = (
  lines: FromScales<readonly Stroke[]>,
  look: { className: string; stroke: string; width?: number; opacity?: number; dash?: string | undefined }
): Plot.Markish[] => [
  groupMark(
    {
      class: look.className,
      stroke: look.stroke,
      'stroke-width': look.width,
      'stroke-opacity': look.opacity,
      'stroke-dasharray': look.dash
    },
    lines,
    ({ x1, x2, y1, y2, stroke }, document) => {
      const [right, down] = [y1 === y2 ? 0 : OFFSET, x1 === x2 ? 0 : OFFSET];
      return element(document, 'line', { x1: x1 + right, x2: x2 + right, y1: y1 + down, y2: y2 + down, stroke });
    }
  )
];
