import * as Plot from '@observablehq/plot';
import { boxOf, type Box } from './labels.ts';

export type Anchor = 'start' | 'middle' | 'end';

/** A line of text with its place, worked out before anything is drawn so that no other is put on it. */
export interface Placed {
  text: string;
  x: number;
  y: number;
  anchor: Anchor;
  box: Box;
}

/** A place in pixels of the drawing, past Plot's scales: drawing, pointer and keyboard share one geometry. */
export const px = (...places: number[]) => ({ value: places, scale: null });

/** Puts a text at a place; y is its middle. */
export const put = (text: string, x: number, y: number, anchor: Anchor, font: number): Placed => ({
  text,
  x,
  y,
  anchor,
  box: boxOf(text, x, y, anchor, font)
});

/** Writes a text where it was put. A halo keeps it readable on lines. */
export const write = (
  { text, x, y, anchor }: Omit<Placed, 'box'>,
  look: { font: number; fill: string; className: string; halo?: boolean; weight?: number; style?: 'italic' }
): Plot.Markish =>
  Plot.text([text], {
    x: px(x),
    y: px(y),
    text: () => text,
    textAnchor: anchor,
    fontSize: look.font,
    ...(look.weight ? { fontWeight: look.weight } : {}),
    ...(look.style ? { fontStyle: look.style } : {}),
    fill: look.fill,
    ...(look.halo ? { stroke: 'var(--surface)', strokeWidth: 4 } : {}),
    className: look.className
  });
