import { parseHTML } from 'linkedom';
import type { TimeSpec } from '#lib/figures/time/spec.ts';
import { NARROW, WIDE, type Size, type Sizes } from '#lib/drawing/size.ts';
import type { YearDrawing } from '#lib/figures/year/drawing.ts';
import { drawTime } from '#lib/figures/time/draw.ts';

/** Rounds coordinates to a tenth of a pixel: a third fewer bytes, the same picture. */
const shorten = (markup: string): string =>
  markup.replace(/-?\d+\.\d{2,}/g, (text) => String(Math.round(Number(text) * 10) / 10));

/** A drawing as markup, for the page's HTML. Only for prerendering: it needs a light DOM. */
export const toMarkup = (draw: (document: Document) => SVGSVGElement): string => {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  return shorten(draw(document as unknown as Document).outerHTML);
};

/** The chart over time as markup. */
export const prerender = (spec: TimeSpec, size: Size): string => toMarkup((document) => drawTime(spec, size, document));

/** The drawings of a chart, one a size: CSS chooses. */
export const prerenderTime = (spec: TimeSpec, sizes: Sizes = { narrow: NARROW, wide: WIDE }): Sizes<string> => ({
  narrow: prerender(spec, sizes.narrow),
  wide: prerender(spec, sizes.wide),
  ...(sizes.full ? { full: prerender(spec, sizes.full) } : {})
});

/** Both drawings of one year, at its sizes. */
export const prerenderYear = ({ sizes, draw }: YearDrawing): { narrow: string; wide: string } => ({
  narrow: toMarkup((document) => draw(sizes.narrow, document)),
  wide: toMarkup((document) => draw(sizes.wide, document))
});
