import type * as Plot from '@observablehq/plot';

const SVG = 'http://www.w3.org/2000/svg';

/** Where screens have one pixel a point, Plot moves its marks by half a pixel; so do ours. */
export const OFFSET = typeof window !== 'undefined' && window.devicePixelRatio <= 1 ? 0.5 : 0;

type Attributes = Record<string, string | number | undefined>;

/** An element of a drawing; what is undefined is not set. */
export const element = (document: Document, name: string, attributes: Attributes): SVGElement => {
  const out = document.createElementNS(SVG, name);
  for (const key in attributes) {
    const value = attributes[key];
    if (value !== undefined) out.setAttribute(key, String(value));
  }
  return out;
};

/**
 * A mark of our own: a group with what is in it. Plot draws such functions in their turn among its marks, without the
 * channels and scales that text and rules at known places have no use for, and which cost most of the time.
 */
export const groupMark =
  (attributes: Attributes, children: (document: Document) => SVGElement[]): Plot.RenderFunction =>
  (_index, _scales, _values, _dimensions, { document }) => {
    const group = element(document, 'g', attributes);
    for (const child of children(document)) group.appendChild(child);
    return group;
  };
