import type * as Plot from '@observablehq/plot';
import { boxOf, type Box } from './labels.ts';
import { OFFSET, element, groupMark, fromScales, type Attributes, type FromScales } from './svg.ts';

type Anchor = 'start' | 'middle' | 'end';

/** A line of text with its place, worked out before anything is drawn so that no other is put on it. */
export interface Placed {
  text: string;
  x: number;
  y: number;
  anchor: Anchor;
  box: Box;
}

/** A text as it is written; `fill` where it has a colour of its own. */
export type Written = Omit<Placed, 'box'> & { fill?: string };

/** What texts that are written together share. A halo keeps them readable on lines. */
interface Look {
  font: FromScales<number>;
  fill: string;
  className: string;
  halo?: boolean;
  weight?: number;
  style?: 'italic';
  /** What of the letters stands at the place: their top; otherwise their middle. */
  lineAnchor?: 'top';
}

/** Places in pixels of the drawing, past Plot's scales. */
export const inPixels = (places: number[]) => ({ value: places, scale: null });

/** Places in pixels of the drawing, past Plot's scales. */
export const px = (...places: number[]) => inPixels(places);

/** Places in the units of Plot's scales. */
export const scaled = (places: number[]) => ({ value: places });

/** How places are given to Plot. */
export type Place = typeof scaled | typeof inPixels;

/** Scales whose units are pixels of the drawing, without axes: rules are drawn at their places only where Plot has scales. */
export const pixels = ({ width, height }: { width: number; height: number }): Plot.PlotOptions => ({
  width,
  height,
  x: { type: 'linear', domain: [0, width], range: [0, width], axis: null },
  y: { type: 'linear', domain: [0, height], range: [0, height], axis: null }
});

/** The colour of a chosen area, of England or a region; grey for all others. */
export const colourOf = (slot: string | number | undefined): string =>
  slot === undefined ? 'var(--muted)' : `var(--line-${slot})`;

/** Colours, a mark's own each, past Plot's scale of colours. */
export const fillColours = (colours: string[]) => ({ value: colours, scale: null });

/** Puts a text at a place; y is its middle. */
export const placeText = (text: string, x: number, y: number, anchor: Anchor, font: number): Placed => ({
  text,
  x,
  y,
  anchor,
  box: boxOf(text, x, y, anchor, font)
});

const ANCHORS: readonly Anchor[] = ['start', 'middle', 'end'];

const attributesOf = (look: Look, anchor: Anchor, scales: Plot.ScaleFunctions): Attributes => ({
  class: look.className,
  fill: look.fill,
  stroke: look.halo ? 'var(--surface)' : undefined,
  'stroke-width': look.halo ? 4 : undefined,
  'stroke-linejoin': look.halo ? 'round' : undefined,
  'paint-order': look.halo ? 'stroke' : undefined,
  'text-anchor': anchor === 'middle' ? undefined : anchor,
  'font-size': fromScales(look.font, scales),
  'font-style': look.style,
  'font-weight': look.weight,
  transform: OFFSET ? `translate(${OFFSET},${OFFSET})` : undefined
});

/** Writes texts of one look where they were put: one mark an anchor. */
export const writeAll = (texts: FromScales<readonly Written[]>, look: Look): Plot.Markish[] =>
  ANCHORS.map((anchor) => {
    const of = (all: readonly Written[]): Written[] => all.filter((each) => each.anchor === anchor);
    return groupMark(
      (scales) => attributesOf(look, anchor, scales),
      typeof texts === 'function' ? (scales) => of(texts(scales)) : of(texts),
      ({ text, x, y, fill }, document) => {
        const out = element(document, 'text', {
          y: look.lineAnchor === 'top' ? '0.71em' : '0.32em',
          transform: `translate(${x},${y})`,
          fill
        });
        out.textContent = text;
        return out;
      }
    );
  });

/** Writes one text where it was put. */
export const write = (text: Written, look: Look): Plot.Markish => writeAll([text], look);
