import type * as Plot from '@observablehq/plot';

const SVG = 'http://www.w3.org/2000/svg';

/** Where screens have one pixel a point, Plot moves its marks by half a pixel; so do ours. */
export const OFFSET = typeof window !== 'undefined' && window.devicePixelRatio <= 1 ? 0.5 : 0;

export type Attributes = Record<string, string | number | undefined>;

/** An element of a drawing; what is undefined is not set. */
export const element = (document: Document, name: string, attributes: Attributes): SVGElement => {
  const out = document.createElementNS(SVG, name);
  for (const key in attributes) {
    const value = attributes[key];
    if (value !== undefined) out.setAttribute(key, String(value));
  }
  return out;
};

/** Something that is known beforehand, or that is worked out from Plot's scales when the mark is drawn. */
export type FromScales<T> = T | ((scales: Plot.ScaleFunctions) => T);

/** The thing itself, worked out from the scales where it has to be. */
export const fromScales = <T>(it: FromScales<T>, scales: Plot.ScaleFunctions): T =>
  typeof it === 'function' ? (it as (scales: Plot.ScaleFunctions) => T)(scales) : it;

/**
 * A function mark: a group with what is in it, nothing where that is empty. Plot draws it in its turn among its marks and hands
 * it the scales, so that a layout of our own stands where Plot draws.
 */
export const groupMark =
  <T>(
    attributes: FromScales<Attributes>,
    items: FromScales<readonly T[]>,
    child: (item: T, document: Document) => SVGElement
  ): Plot.RenderFunction =>
  (_index, scales, _values, _dimensions, { document }) => {
    const own = fromScales(items, scales);
    if (!own.length) return null;
    const group = element(document, 'g', fromScales(attributes, scales));
    for (const item of own) group.appendChild(child(item, document));
    return group;
  };
