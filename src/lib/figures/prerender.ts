import { parseHTML } from 'linkedom';
import type { TimeSpec } from '#lib/figures/time/spec.ts';
import { NARROW, WIDE, type Size, type Sizes } from '#lib/drawing/size.ts';
import { drawMap } from '#lib/figures/map/draw.ts';
import { drawRank, RANK_NARROW, RANK_WIDE } from '#lib/figures/rank/draw.ts';
import { drawSpread, SPREAD_NARROW, SPREAD_WIDE } from '#lib/figures/spread/draw.ts';
import type { SpreadSpec } from '#lib/figures/spread/spec.ts';
import type { MapSpec } from '#lib/figures/map/spec.ts';
import type { RankSpec } from '#lib/figures/rank/spec.ts';
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

/** A drawing of one year, by its kind. */
type YearDrawn =
  { kind: 'rank'; spec: RankSpec } | { kind: 'map'; spec: MapSpec } | { kind: 'spread'; spec: SpreadSpec };

/** Draws one year, by its kind. */
export const drawYear = (drawing: YearDrawn, size: Size, document: Document): SVGSVGElement => {
  switch (drawing.kind) {
    case 'rank':
      return drawRank(drawing.spec, size, document);
    case 'map':
      return drawMap(drawing.spec, size, document);
    case 'spread':
      return drawSpread(drawing.spec, size, document);
    default:
      return drawing satisfies never;
  }
};

/** Both drawings of one year, at its sizes. */
export const prerenderYear = (
  drawing: YearDrawn & { sizes: { narrow: Size; wide: Size } }
): { narrow: string; wide: string } => ({
  narrow: toMarkup((document) => drawYear(drawing, drawing.sizes.narrow, document)),
  wide: toMarkup((document) => drawYear(drawing, drawing.sizes.wide, document))
});

/** Both drawings of the ranked chart. */
export const prerenderRank = (spec: RankSpec): { narrow: string; wide: string } =>
  prerenderYear({ kind: 'rank', spec, sizes: { narrow: RANK_NARROW, wide: RANK_WIDE } });

/** Both drawings of a spread. */
export const prerenderSpread = (spec: SpreadSpec): { narrow: string; wide: string } =>
  prerenderYear({ kind: 'spread', spec, sizes: { narrow: SPREAD_NARROW, wide: SPREAD_WIDE } });
