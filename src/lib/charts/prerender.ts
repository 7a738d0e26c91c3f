import { parseHTML } from 'linkedom';
import { NARROW, WIDE, type Size, type TimeSpec } from './frame.ts';
import { drawRank, RANK_NARROW, RANK_WIDE } from './rank.ts';
import { drawSpread, SPREAD_NARROW, SPREAD_WIDE } from './spread.ts';
import type { RankSpec, SpreadSpec } from './standing.ts';
import { drawTime } from './time.ts';

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

/** Both drawings of a chart: CSS chooses. */
export const prerenderTime = (spec: TimeSpec): { narrow: string; wide: string } => ({
  narrow: prerender(spec, NARROW),
  wide: prerender(spec, WIDE)
});

/** Both drawings of the ranked chart. */
export const prerenderRank = (spec: RankSpec): { narrow: string; wide: string } => ({
  narrow: toMarkup((document) => drawRank(spec, RANK_NARROW, document)),
  wide: toMarkup((document) => drawRank(spec, RANK_WIDE, document))
});

/** Both drawings of a spread. */
export const prerenderSpread = (spec: SpreadSpec): { narrow: string; wide: string } => ({
  narrow: toMarkup((document) => drawSpread(spec, SPREAD_NARROW, document)),
  wide: toMarkup((document) => drawSpread(spec, SPREAD_WIDE, document))
});
