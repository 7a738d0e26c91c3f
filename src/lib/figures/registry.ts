import type { Size } from '#lib/drawing/size.ts';

/**
 * Every kind of figure, with what fetches the code that draws it, Plot included. A new kind is a folder beside this file and a
 * line here; what a kind draws (its spec) follows from its own function.
 */
const KINDS = {
  time: async () => (await import('#lib/figures/time/draw.ts')).drawTime,
  panels: async () => (await import('#lib/figures/panels/draw.ts')).drawPanels,
  rank: async () => (await import('#lib/figures/rank/draw.ts')).drawRank,
  map: async () => (await import('#lib/figures/map/draw.ts')).drawMap,
  spread: async () => (await import('#lib/figures/spread/draw.ts')).drawSpread,
  compare: async () => (await import('#lib/figures/compare/draw.ts')).drawCompare,
  segments: async () => (await import('#lib/figures/segments/draw.ts')).drawSegments,
  slope: async () => (await import('#lib/figures/slope/draw.ts')).drawSlope
};

export type DrawingKind = keyof typeof KINDS;

type DrawOf<Kind extends DrawingKind> = Awaited<ReturnType<(typeof KINDS)[Kind]>>;

/** What is to be drawn, by its kind. */
export type Drawing = { [Kind in DrawingKind]: { kind: Kind; spec: Parameters<DrawOf<Kind>>[0] } }[DrawingKind];

/** Draws at a size. */
export type Draw = (size: Size) => SVGSVGElement;

type DrawSpec = (spec: Drawing['spec'], size: Size) => SVGSVGElement;

const loaded = new Map<DrawingKind, DrawSpec>();

/** Fetches the code that draws figures of a kind; once it is here it stays. */
export const chartCode = async (kind: DrawingKind = 'time'): Promise<void> => {
  // A drawing's spec is of its own kind, which the type of a map cannot say.
  if (!loaded.has(kind)) loaded.set(kind, (await KINDS[kind]()) as DrawSpec);
};

/** How to draw, if the code for it is here: a second `import()` would cost a frame. */
export const drawNow = ({ kind, spec }: Drawing): Draw | undefined => {
  const draw = loaded.get(kind);
  return draw && ((size) => draw(spec, size));
};

/** Draws at a size, once the code for it has arrived. */
export const drawAt = async (drawing: Drawing, size: Size): Promise<SVGSVGElement> => {
  await chartCode(drawing.kind);
  return drawNow(drawing)!(size);
};
